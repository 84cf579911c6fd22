"""A table of cards by kind: how many there are of each, and their share with its interval."""

from collections.abc import Iterable, Sequence

import pandas as pd

from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.evaluation.slips.people import CLOSED, NOTEBOOK, counted, measure_of, ratio
from wiwak_eval.results import Cell, Column, Dimension, GroupCell, GroupRatio, Protection, Table, Unit, build_table, key_of

TOTAL = "Summe"


def shares_of_cards(
    id: str, title: str, kinds: Dimension, parts: Iterable[tuple[str, pd.DataFrame]], closed: pd.DataFrame, notes: Sequence[str]
) -> Table:
    """One row a kind of closed card, and their sum: columns kind, slips, share, low, high (95 % Wilson over persons).

    parts: leaf of `kinds` and its cards, with columns client_id and household; closed: all of them.
    """
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for row, (label, group) in enumerate(parts):
        key, share = key_of({kinds.name: label}), len(group) / len(closed)
        cells.append(counted(row, "slips", CLOSED, key, group))
        ratios.append(ratio(row, "share", (CLOSED, key), (CLOSED, ()), closed, "low", "high"))
        rows.append((label, len(group), *(round(value, 6) for value in (share, *wilson(share, closed["client_id"].nunique())))))
    cells.append(counted(len(rows), "slips", CLOSED, (), closed))
    rows.append((TOTAL, len(closed), None, None, None))
    columns = (
        Column("kind", kinds.label, Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    protection = Protection((kinds,), (measure_of(CLOSED),), tuple(cells), tuple(ratios))
    return build_table(id, title, columns, rows, NOTEBOOK, notes, (), protection)
