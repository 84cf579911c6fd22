"""Who stands behind a number of cards or stamps, and in which terms the tables of the slips speak."""

import pandas as pd

from wiwak_eval.results import Dimension, GroupCell, GroupRatio, Key, Measure

NOTEBOOK = "04_laufkarte_netzwerk"
CARDS, CLOSED, STATIONS, HOLDERS = "slips", "slips_closed", "slip_stations", "slip_holders"
FEWEST_NAMED = 10
"""Persons or households below which a path or an office is not named in any paper; policy: docs/methoden.md, section Geheimhaltung."""
REST, RETURNED, WITH_CARD = "übrige", "zurück", "mit Karte"
Place = tuple[str, Key]

_LABELS = {CARDS: "Karten", CLOSED: "Karten mit abgelaufenen Fristen", STATIONS: "Stationen mit Frist"}


def measure_of(name: str, incomplete: tuple[str, ...] = ()) -> Measure:
    """A measure; those that are only divided, never printed, need no words. incomplete: dimensions not recorded for every unit."""
    return Measure(name, _LABELS.get(name, name), incomplete=incomplete)


def return_dimension() -> Dimension:
    """Whether a card came back."""
    return Dimension("slip_return", "Rückgabe", (RETURNED, "nicht zurück"))


def slip_dimension() -> Dimension:
    """Whether someone has a card: an attribute of people, so that their number is guarded as one."""
    return Dimension("slip_given", "Laufkarte", (WITH_CARD,))


def counted(row: int, column: str, measure: str, key: Key, group: pd.DataFrame) -> GroupCell:
    """The cell that counts the rows of a group with columns client_id and household."""
    each = sorted(group.groupby("household").size().tolist(), reverse=True)
    largest = [*each[:2], 0, 0]
    return GroupCell(row, column, measure, key, group["client_id"].nunique(), len(each), (largest[0], largest[1]))


def ratio(row: int, column: str, numerator: Place, denominator: Place, behind: pd.DataFrame, low: str = "", high: str = "") -> GroupRatio:
    """A share or mean over the people of `behind`; low, high: columns of its Wilson interval."""
    return GroupRatio(row, column, numerator, denominator, behind["client_id"].nunique(), behind["household"].nunique(), low, high)


def fewest(group: pd.DataFrame) -> int:
    """Persons or households of a group, whichever are fewer."""
    return int(group[["client_id", "household"]].nunique().min())


def named(frame: pd.DataFrame, column: str, whole_rest: bool = False) -> list[str]:
    """Values of a column that enough persons and households share to be named, by alphabet.

    whole_rest: the next ones join the others until these are not few either: in a table for everyone, that there is a rest tells that much.
    Of equally large ones the first by alphabet joins first.
    """
    size = frame.groupby(column)[["client_id", "household"]].nunique().min(axis=1).sort_index().sort_values(kind="stable")
    few = int((size < FEWEST_NAMED).sum())
    while whole_rest and 0 < few < len(size) and fewest(frame[frame[column].isin(size.index[:few])]) < FEWEST_NAMED:
        few += 1
    return sorted(str(value) for value in size.index[few:])
