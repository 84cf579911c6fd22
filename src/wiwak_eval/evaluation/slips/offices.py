"""What each office stamped, and when: what one office does concerns those who work there, so this stays within the house."""

import pandas as pd

from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.people import NOTEBOOK, REST, counted, named, ratio
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY, NO_SERVICE
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupMedian,
    GroupRatio,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

ASKED, STAMPED = "office_stations", "office_stamps"


def offices_table(found: Cards) -> Table | NotAssessable:
    """Stations with a due date by office: how many are stamped, how late in the median. Staff only; by alphabet, no ranking."""
    asked = found.closed_entries[found.closed_entries["due_on"].notna()]
    offices = named(asked, "office")
    if not offices:
        return NotAssessable("nicht auswertbar: Kein Amt steht auf den Laufkarten von mindestens 10 Personen.")
    asked = asked.assign(office=asked["office"].where(asked["office"].isin(offices), REST))
    labels = tuple(dict.fromkeys((*offices, *((REST,) if (asked["office"] == REST).any() else ()))))
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    medians: list[GroupMedian] = []
    for row, label in enumerate(labels):
        group, key = asked[asked["office"] == label], key_of({"slip_office": label})
        stamped = group[group["stamped_on"].notna()]
        cells += [counted(row, "stations", ASKED, key, group), counted(row, "stamped", STAMPED, key, stamped)]
        ratios.append(ratio(row, "share", (STAMPED, key), (ASKED, key), group))
        medians.append(GroupMedian(row, "days", key, cells[-1].persons, cells[-1].households))
        rows.append((label, len(group), len(stamped), round(len(stamped) / len(group), 6), _median_lateness(stamped)))
    columns = (
        Column("office", "Amt", Unit.TEXT),
        Column("stations", "Stationen mit Frist", Unit.COUNT),
        Column("stamped", "davon gestempelt", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("days", "Tage nach der Frist, Median", Unit.NUMBER, 1),
    )
    notes = (
        "Minus heißt vor der Frist. Ein spätes Datum sagt nicht, wer gewartet hat: das Amt, der Klient oder die Karte.",
        NO_SERVICE,
        CLOSED_ONLY,
    )
    dimension = Dimension("slip_office", "Amt", labels, rest=REST if REST in labels else "")
    measures = (Measure(ASKED, "Stationen mit Frist", at_least=STAMPED), Measure(STAMPED, "davon gestempelt"))
    protection = Protection((dimension,), measures, tuple(cells), tuple(ratios), tuple(medians))
    title = "Stempel und Fristen nach Ämtern"
    return build_table("slip_offices", title, columns, rows, NOTEBOOK, notes, (), protection, staff=True)


def _median_lateness(stamped: pd.DataFrame) -> float | None:
    return float((stamped["stamped_on"] - stamped["due_on"]).dt.days.median()) if len(stamped) else None
