"""Stamps against their due dates."""

from datetime import timedelta

import pandas as pd

from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.people import NOTEBOOK, STATIONS, counted, measure_of, ratio
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY, NO_SERVICE
from wiwak_eval.results import Cell, Column, Dimension, GroupCell, GroupRatio, Protection, Table, Unit, build_table, key_of

CLASSES = ("bis zur Frist", "1 bis 7 Tage danach", "8 bis 28 Tage danach", "mehr als 28 Tage danach", "ohne Stempel")
UPPER_DAYS = (0, 7, 28)
STAMPED, LATE = "gestempelt", "nach der Frist"
TOTAL = "Summe"


def timing_dimension() -> Dimension:
    """The classes, and what several of them make together."""
    return Dimension("slip_timing", "Stempel", CLASSES, ((STAMPED, CLASSES[:4]), (LATE, CLASSES[1:4])))


def lateness_table(found: Cards) -> Table:
    """Stations with a due date on cards whose time has passed, by how long after it they were stamped."""
    asked = found.closed_entries[found.closed_entries["due_on"].notna()]
    lateness = lateness_class(asked)
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for row, label in enumerate((*CLASSES, TOTAL)):
        group, key = (asked, ()) if label == TOTAL else (asked[lateness == label], key_of({"slip_timing": label}))
        cells.append(counted(row, "stations", STATIONS, key, group))
        if label != TOTAL:
            ratios.append(ratio(row, "share", (STATIONS, key), (STATIONS, ()), asked))
        rows.append((label, len(group), None if label == TOTAL else round(len(group) / len(asked), 6)))
    columns = (
        Column("timing", "Stempel", Unit.TEXT),
        Column("stations", "Stationen", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE, 0),
    )
    protection = Protection((timing_dimension(),), (measure_of(STATIONS),), tuple(cells), tuple(ratios))
    notes = (CLOSED_ONLY, NO_SERVICE)
    return build_table("slip_lateness", "Wie pünktlich kamen die Stempel?", columns, rows, NOTEBOOK, notes, (), protection)


def lateness_class(stations: pd.DataFrame) -> "pd.Series[str]":
    """Which of `CLASSES` each station with a due date belongs to; the due day itself is in time."""
    late = stations["stamped_on"] - stations["due_on"]
    named = pd.Series(CLASSES[-1], stations.index)
    named[late.notna()] = CLASSES[len(UPPER_DAYS)]
    for days, label in reversed(list(zip(UPPER_DAYS, CLASSES, strict=False))):
        named[late <= timedelta(days=days)] = label
    return named
