"""Which cards came back to the centre, by the quarter of issue."""

from collections.abc import Iterator

import pandas as pd

from wiwak_eval.evaluation.people import quarter_of
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.people import (
    CLOSED,
    FEWEST_NAMED,
    NOTEBOOK,
    RETURNED,
    counted,
    fewest,
    measure_of,
    ratio,
    return_dimension,
)
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY, COMPLETE_COUNT
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    NotAssessable,
    Protection,
    Provenance,
    Table,
    Unit,
    build_table,
    key_of,
)

Cohort = tuple[str, pd.DataFrame]
"""Quarters of issue in words, and their cards."""


def returned_table(found: Cards, origin: Provenance) -> Table | NotAssessable:
    """Cards whose time has passed by the quarter in which they were issued, and how many of them came back; 95 % Wilson intervals."""
    if found.cards["issued"].isna().all():
        return NotAssessable("nicht auswertbar: Auf den Laufkarten steht kein Tag der Ausgabe.")
    if found.cards["returned"].isna().all():
        return NotAssessable("nicht auswertbar: Auf keiner Laufkarte steht ein Tag der Rückgabe.")
    closed = found.closed
    issued = closed[closed["issued"].between(pd.Timestamp(origin.period_from), pd.Timestamp(origin.period_to))]
    parts = tuple(cohorts(issued))
    if not parts:
        return NotAssessable("nicht auswertbar: Weniger als 10 Personen brachten ihre Laufkarte zurück oder brachten sie nicht zurück.")
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for row, (name, cards) in enumerate(parts):
        key, came_back = key_of({"slip_quarter": name}), key_of({"slip_quarter": name, "slip_return": RETURNED})
        back = cards[cards["returned"].notna()]
        cells += [counted(row, "slips", CLOSED, key, cards), counted(row, "returned", CLOSED, came_back, back)]
        ratios.append(ratio(row, "share", (CLOSED, came_back), (CLOSED, key), cards, "low", "high"))
        share = len(back) / len(cards)
        rows.append((name, len(cards), len(back), *(round(end, 6) for end in (share, *wilson(share, cards["client_id"].nunique())))))
    columns = (
        Column("quarter", "ausgegeben im", Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("returned", "davon zurück", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    dimension = Dimension("slip_quarter", "Quartal der Ausgabe", tuple(name for name, _ in parts), time=True)
    measure = measure_of(CLOSED, incomplete=("slip_quarter",) if len(issued) < len(closed) else ())
    notes = (
        CLOSED_ONLY,
        "Quartale, in denen weniger als zehn Personen ihre Karte zurückbrachten oder nicht, stehen mit einem benachbarten zusammen. "
        "Karten, die vor dem Zeitraum oder ohne Datum ausgegeben wurden, zählen hier nicht.",
        "Eine Karte, die nicht zurückkam, kann beim Klienten liegen; über die Hilfe sagt das nichts.",
        COMPLETE_COUNT,
    )
    protection = Protection((dimension, return_dimension()), (measure,), tuple(cells), tuple(ratios))
    return build_table("slip_returned", "Welche Laufkarten kamen zurück?", columns, rows, NOTEBOOK, notes, (), protection)


def cohorts(issued: pd.DataFrame) -> Iterator[Cohort]:
    """The cards by quarter of issue, oldest first; a quarter in which few came back or few did not goes with the next ones, the last ones
    with the one before. Nothing where all of them together are so few."""
    quarter = issued["issued"].dt.strftime("%Y-%m").map(quarter_of)
    names = sorted(quarter.unique())
    starts = [0]
    for end in range(1, len(names)):
        if _enough(issued[quarter.isin(names[starts[-1] : end])]) and _enough(issued[quarter.isin(names[end:])]):
            starts.append(end)
    if _enough(issued):
        for start, end in zip(starts, [*starts[1:], len(names)], strict=True):
            yield _words(names[start:end]), issued[quarter.isin(names[start:end])]


def _enough(cards: pd.DataFrame) -> bool:
    back = cards["returned"].notna()
    return min(fewest(cards[back]), fewest(cards[~back])) >= FEWEST_NAMED


def _words(quarters: list[str]) -> str:
    """`2. Quartal 2017`, `2. bis 3. Quartal 2017`, or `4. Quartal 2016 bis 1. Quartal 2017`."""
    first, last = quarters[0], quarters[-1]
    if first[:4] == last[:4]:
        return f"{first[-1]}. {f'bis {last[-1]}. ' if first != last else ''}Quartal {last[:4]}"
    return f"{first[-1]}. Quartal {first[:4]} bis {last[-1]}. Quartal {last[:4]}"
