"""Tables on special situations: which there were, in which quarter new clients had one, and whether that changed."""

from collections.abc import Mapping

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.people import PERSONS, counted_persons, with_households
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.records import Records
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    Key,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)  # fmt: skip

NOTEBOOK = "02_pilotjahr"
SITUATION = "situation"
FIRST_QUARTER = "first_quarter"
COMPLETE_COUNT = (
    "Die Zählung ist vollständig; der 95-%-Bereich (Wilson) nennt die Anteile, die bei gleichen Verhältnissen mit ihr vereinbar sind. Die "
    "Zählung eines anderen Jahrs kann auch außerhalb liegen."
)
BLANK = "Wer keine Angabe hat, gilt als ohne besondere Problemlage; ob danach gefragt wurde, sagen die Daten nicht."
WITH_ONE, WITHOUT = "mindestens eine Angabe", "ohne Angabe"
EVERYBODY = "alle beratenen Personen"


def seen_with_situation(records: Records) -> pd.DataFrame | NotAssessable:
    """One row a person seen: `client_id`, `household`, `month` of the first attended contact, `situation` (blank where none is recorded).

    Refused without contacts or clients, and where no situation is recorded at all.
    """
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(clients, NotAssessable):
        return clients
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records).dropna(subset="client_id")
    seen = contacts.sort_values("month", kind="stable").drop_duplicates("client_id")
    seen = seen.assign(situation=seen["client_id"].map(clients.set_index("client_id")[SITUATION]))
    if not seen[SITUATION].notna().any():
        return NotAssessable("nicht auswertbar: Problemlagen sind nicht erfasst oder ohne Rechtsgrundlage nicht geliefert.")
    return seen[["client_id", "household", "month", SITUATION]]


def situations(seen: pd.DataFrame | NotAssessable) -> Table | NotAssessable:
    """Persons with each situation and their share of all persons seen, in the contract's order."""
    if isinstance(seen, NotAssessable):
        return seen
    groups = [(label, key_of({SITUATION: label}), seen[seen[SITUATION] == code]) for code, label in _labels().items()]
    groups += [(WITH_ONE, key_of({SITUATION: WITH_ONE}), seen[seen[SITUATION].notna()]), (EVERYBODY, (), seen)]
    everyone = counted_persons(0, "", (), seen)
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for label, key, group in groups:
        row = len(rows)
        cells.append(counted_persons(row, "persons", key, group))
        rows.append((label, len(group), *(_with_interval(len(group), len(seen)) if key else (None, None, None))))
        if key:
            ratios.append(_ratio(row, key, (), everyone))
    columns = (Column("situation", "Problemlage", Unit.TEXT), Column("persons", "Personen", Unit.PERSONS), *_SHARE)
    protection = Protection((_situations(),), (_PERSONS,), tuple(cells), tuple(ratios))
    title = "Besondere Problemlagen der beratenen Personen"
    return build_table("situations", title, columns, rows, NOTEBOOK, (COMPLETE_COUNT, BLANK), (), protection)


def situation_quarters(seen: pd.DataFrame | NotAssessable, quarters: Mapping[str, str]) -> Table | NotAssessable:
    """New persons by the quarter of their first contact in the delivery, and the share of them with a special situation.

    quarters: month to name, see `joined_quarters`.
    """
    if isinstance(seen, NotAssessable):
        return seen
    by_quarter = seen.assign(quarter=seen["month"].map(quarters))
    names = tuple(dict.fromkeys(quarters.values()))
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for quarter in names:
        row, group = len(rows), by_quarter[by_quarter["quarter"] == quarter]
        marked = group[group[SITUATION].notna()]
        new, having = key_of({FIRST_QUARTER: quarter}), key_of({FIRST_QUARTER: quarter, SITUATION: WITH_ONE})
        everyone = counted_persons(row, "persons", new, group)
        cells += [everyone, counted_persons(row, "with_situation", having, marked)]
        if len(group):
            ratios.append(_ratio(row, having, new, everyone))
        rows.append((quarter, len(group), len(marked), *_with_interval(len(marked), len(group))))
    columns = (
        Column("quarter", "Quartal des ersten Kontakts", Unit.TEXT),
        Column("persons", "neue Personen", Unit.PERSONS),
        Column("with_situation", "davon mit Problemlage", Unit.PERSONS),
        *_SHARE,
    )
    dimensions = (_situations(), Dimension(FIRST_QUARTER, "Quartal des ersten Kontakts", names, time=True))
    notes = (
        COMPLETE_COUNT,
        "Ein Quartal, das der Zeitraum nur zum Teil abdeckt, steht beim Nachbarn. Im ersten zählt als neu auch, wer schon vorher kam.",
    )
    title = "Neue Personen mit besonderer Problemlage"
    protection = Protection(dimensions, (_PERSONS,), tuple(cells), tuple(ratios))
    return build_table("situation_quarters", title, columns, rows, NOTEBOOK, notes, (), protection)


_SHARE = (Column("share", "Anteil", Unit.SHARE, 0), Column("low", "von", Unit.SHARE, 0), Column("high", "bis", Unit.SHARE, 0))
_PERSONS = Measure(PERSONS, "Personen")


def _situations() -> Dimension:
    """Having one recorded tells as much as which one: so that is a group of its own, and those without make up the rest."""
    special = tuple(_labels().values())
    return Dimension(SITUATION, "Problemlage", (*special, WITHOUT), ((WITH_ONE, special),), sensitive=True)


def _labels() -> dict[str, str]:
    return german_codes("clients", SITUATION)


def _ratio(row: int, key: Key, of: Key, everyone: GroupCell) -> GroupRatio:
    return GroupRatio(row, "share", (PERSONS, key), (PERSONS, of), everyone.persons, everyone.households, "low", "high")


def _with_interval(count: int, total: int) -> tuple[Cell, Cell, Cell]:
    if not total:
        return None, None, None
    share = count / total
    low, high = wilson(share, total)
    return round(share, 6), round(low, 6), round(high, 6)
