"""How far cards kept to what they asked for: every stamp there, and in the card's own order."""

import pandas as pd

from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.people import CLOSED, NOTEBOOK, counted, measure_of, ratio
from wiwak_eval.evaluation.slips.words import COMPLETE_COUNT, CONFORMANCE, NO_SERVICE
from wiwak_eval.results import Cell, Column, Dimension, GroupCell, GroupRatio, Protection, Table, Unit, build_table, key_of

CLASSES = (
    "alle Stempel, Reihenfolge eingehalten",
    "alle Stempel, Reihenfolge nicht eingehalten",
    "Stempel fehlen, Erfüllungsgrad ab 80 %",
    "Stempel fehlen, Erfüllungsgrad unter 80 %",
)
"""Finer ones would hold too few persons to be told."""
COMPLETE = "alle Stempel"
TOTAL = "Summe"


def conformance(cards: pd.DataFrame) -> "pd.Series[float]":
    """1 − (missing + broken) / (mandatory + pairs), from 0 to 1, for each card with at least one mandatory station.

    Pairs join stamped stations that follow each other on the card; a pair is broken where the later one was stamped on an earlier day.
    Losing the stamp of a mandatory station always lowers it. Own definition: conformance to declared precedence rules in the sense of
    van der Aalst (2016), Process Mining.
    """
    return 1 - (cards["missing"] + cards["broken"]) / (cards["mandatory"] + cards["pairs"])


def conformance_dimension() -> Dimension:
    """The classes, and the two of complete cards together."""
    return Dimension("slip_conformance", "Karte", CLASSES, ((COMPLETE, CLASSES[:2]),))


def conformance_table(found: Cards) -> Table:
    """Cards whose time has passed, by what is there and in order, with 95 % Wilson intervals."""
    closed = found.closed
    complete, orderly, good = closed["missing"] == 0, closed["broken"] == 0, conformance(closed) >= 0.8 - 1e-9
    masks = (complete & orderly, complete & ~orderly, ~complete & good, ~complete & ~good)
    parts = zip((*CLASSES, TOTAL), (*(closed[mask] for mask in masks), closed), strict=True)
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for row, (label, group) in enumerate(parts):
        key = () if label == TOTAL else key_of({"slip_conformance": label})
        cells.append(counted(row, "slips", CLOSED, key, group))
        if label == TOTAL:
            rows.append((label, len(group), None, None, None))
            continue
        share = len(group) / len(closed)
        ratios.append(ratio(row, "share", (CLOSED, key), (CLOSED, ()), closed, "low", "high"))
        rows.append((label, len(group), *(round(value, 6) for value in (share, *wilson(share, closed["client_id"].nunique())))))
    columns = (
        Column("class", "Karte", Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    protection = Protection((conformance_dimension(),), (measure_of(CLOSED),), tuple(cells), tuple(ratios))
    title = "Wie vollständig und geordnet sind die Laufkarten?"
    return build_table("slip_conformance", title, columns, rows, NOTEBOOK, (CONFORMANCE, NO_SERVICE, COMPLETE_COUNT), (), protection)
