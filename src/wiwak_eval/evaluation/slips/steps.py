"""How long it took from one stamp to the next: by number of the step for everyone, from office to office within the house."""

from collections.abc import Iterator, Sequence

import pandas as pd

from wiwak_eval.evaluation.people import beside
from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.paths import ARROW, by_visit
from wiwak_eval.evaluation.slips.people import FEWEST_NAMED, NOTEBOOK, REST, counted, fewest, named
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupMedian,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

MEDIAN = (
    "Median der Tage: Die Hälfte der Karten brauchte höchstens so lange. Gemessen wird zwischen vorhandenen Stempeln; Mediane mehrerer "
    "Schritte ergeben zusammen nicht den Median des ganzen Weges."
)


def steps_table(found: Cards) -> Table | NotAssessable:
    """Cards and median days for each step: issue to first stamp, stamp to stamp in the order of their days, last stamp to return."""
    steps = list(_steps(found))
    told = [(label, group) for label, group in steps if fewest(group) >= FEWEST_NAMED]
    if not told:
        return NotAssessable("nicht auswertbar: Keinen Schritt von einem Stempel zum nächsten machten mindestens 10 Personen.")
    notes = [CLOSED_ONLY, MEDIAN, "Schritte, die weniger als zehn Personen oder Haushalte erreichten, stünden hier nicht."]
    closed = found.closed.reset_index()
    larger = (closed, closed[closed["returned"].notna()], *(group for _, group in steps))
    return _timed("slip_steps", "Wie lange dauert es von Stempel zu Stempel?", ("slip_step", "Schritt"), told, notes, larger=larger)


def flows_table(found: Cards) -> Table | NotAssessable:
    """Directly-follows relation: cards that went from one office straight to another, with median days. What one office does: staff only.

    Source: van der Aalst (2016), Process Mining (directly-follows graph).
    """
    between = _between_stamps(found)
    ways = named(between, "way") if len(between) else []
    if not ways:
        return NotAssessable("nicht auswertbar: Kein Weg von einem Amt zum nächsten kommt bei mindestens 10 Personen vor.")
    between["way"] = between["way"].where(between["way"].isin(ways), REST)
    labels = [*ways, *((REST,) if (between["way"] == REST).any() else ())]
    parts = [(way, between[between["way"] == way]) for way in labels]
    notes = [CLOSED_ONLY, MEDIAN, f"Verbindungen, die weniger als zehn Personen oder Haushalte nahmen, stehen unter „{REST}“."]
    title = "Von welchem Amt gingen die Karten zu welchem?"
    return _timed("slip_flows", title, ("slip_flow", "Von → nach"), parts, notes, staff=True)


def _timed(
    id: str,
    title: str,
    dimension: tuple[str, str],
    parts: list[tuple[str, pd.DataFrame]],
    notes: list[str],
    staff: bool = False,
    larger: Sequence[pd.DataFrame] = (),
) -> Table:
    """A row for each part: its cards and the median of their days.

    larger: cards of numbers printed elsewhere; what a part leaves out of such a number that holds it must not be few either.
    """
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    medians: list[GroupMedian] = []
    name, label = dimension
    for row, (part, group) in enumerate(parts):
        cell = counted(row, "slips", id, key_of({name: part}), group)
        cells.append(beside(cell, *_left_out(group, larger)))
        medians.append(GroupMedian(row, "days", cell.key, cell.persons, cell.households))
        rows.append((part, len(group), float(group["days"].median())))
    columns = (
        Column("step", label, Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("days", "Tage, Median", Unit.NUMBER, 1),
    )
    leaves = tuple(part for part, _ in parts)
    protection = Protection(
        (Dimension(name, label, leaves, rest=REST if REST in leaves else ""),), (Measure(id, label),), tuple(cells), (), tuple(medians)
    )
    return build_table(id, title, columns, rows, NOTEBOOK, notes, (), protection, staff)


def _left_out(group: pd.DataFrame, larger: Sequence[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """What each of the larger groups has besides these cards, where it holds them all."""
    for whole in larger:
        if group["card"].isin(whole["card"]).all():
            yield whole[~whole["card"].isin(group["card"])]


def _steps(found: Cards) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each step with its cards and days."""
    closed, stamps = found.closed, by_visit(found.closed_entries)
    days = stamps.groupby("card")["stamped_on"]
    first = closed.assign(days=(days.first() - closed["issued"]).dt.days)
    yield f"Ausgabe{ARROW}1. Stempel", first.dropna(subset="days").reset_index()
    between = _between_stamps(found)
    for number in range(1, int(between["number"].max() if len(between) else 0) + 1):
        yield f"{number}.{ARROW}{number + 1}. Stempel", between[between["number"] == number]
    last = closed.assign(days=(closed["returned"] - days.last()).dt.days)
    if fewest(closed[closed["returned"].isna()]) >= FEWEST_NAMED:  # else the number of those that came back would tell the few others
        yield f"letzter Stempel{ARROW}Rückgabe", last.dropna(subset="days").reset_index()


def _between_stamps(found: Cards) -> pd.DataFrame:
    """One row for each two stamps that follow each other: client_id, household, number of the first, way from office to office, days."""
    stamps = by_visit(found.closed_entries)
    by_card = stamps.groupby("card")
    before = by_card[["stamped_on", "office"]].shift()
    pairs = stamps.assign(
        number=by_card.cumcount(),
        way=before["office"] + ARROW + stamps["office"],
        days=(stamps["stamped_on"] - before["stamped_on"]).dt.days,
    )
    return pairs[pairs["number"] > 0]
