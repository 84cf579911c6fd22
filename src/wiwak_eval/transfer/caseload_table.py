"""Contacts of the budget years in every county as a table."""

from collections.abc import Sequence

import numpy as np

from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.model import CountyCaseload
from wiwak_eval.transfer.per_county import NOTEBOOK, label_columns, moved_notes, range_columns, row_labels

TITLE = "Beratungen in allen Landkreisen und kreisfreien Städten"
HOW = (
    "Beratungen eines Kreises = Beratungen des Pilotkreises × Quote des Kreises ÷ Quote des Pilotkreises × Verhältnis der Raten.",
    "Ein Standort ist ein Standort: Wie weit andere Kreise von ihm abweichen, ist eine Annahme (transfer_log_sd) und steckt im Bereich.",
    "Gerechnet ist, als arbeitete jedes Zentrum schon so lange wie das des Pilotkreises: Ein neues hätte andere erste Monate.",
    "Der Pfad ist der der Prognose: Sie folgt den neuen Ratsuchenden und der Dauer ihrer Beratung, nicht dem Bestand der Anerkannten. "
    "Deshalb können Beratungen fallen, während der Bestand wächst.",
    "Die Rate rechnet mit der Quote. Leben im Pilotkreis weniger Anerkannte, als seine Quote besagt, so sind die Zahlen der anderen im "
    "selben Verhältnis zu niedrig, bei einem Viertel weniger um ein Viertel. Der Bereich (transfer_log_sd) reicht nach beiden Seiten "
    "gleich weit und gleicht das nicht aus.",
    "Thüringen: Summe der Planwerte; der Bereich ist der Bereich der Summe, nicht die Summe der Bereiche.",
)

SHIFTED = (
    "Stellschrauben des Szenarios, die Menschen nur von einem Kreis in einen anderen verschieben, stehen nur in der Zeile "
    "des Pilotkreises; die anderen folgen seiner Prognose ohne sie. Was dadurch anderswo fehlt oder bleibt, ist nicht gerechnet."
)


def caseload_table(
    contacts: CountyCaseload | NotAssessable, home_years: Table | NotAssessable, left_out: NotAssessable | None, read: Sequence[str]
) -> Table | NotAssessable:
    """Table `land_caseload`. home_years: table `forecast_yearly`, whose range the home county repeats where its rate is not moved;
    left_out: why what other counties delivered is not used."""
    if isinstance(contacts, NotAssessable):
        return contacts
    columns = [*label_columns()]
    rows: list[list[Cell]] = [[name, label] for name, label in row_labels(contacts.counties)]
    for place, year in enumerate(contacts.years):
        name = f"contacts_{year}"
        columns += [
            Column(name, f"{year}", Unit.CONTACTS),
            *range_columns(name, f"{year}", Unit.CONTACTS),
        ]
        planned, drawn = contacts.planned[place], contacts.draws[place]
        ends = np.quantile(np.vstack([drawn, drawn.sum(axis=0)]), (0.1, 0.9), axis=1).T
        for row, point, (low, high) in zip(rows, [*planned, sum(planned)], ends, strict=True):
            row += [point, round(float(low)), round(float(high))]
        if not contacts.pooled and isinstance(home_years, Table):
            rows[contacts.home][-2:] = [home_years.cell(str(year), end) for end in ("p10", "p90")]
    notes = (
        *HOW,
        *moved_notes(contacts),
        *((SHIFTED,) if contacts.shifted else ()),
        *(() if left_out is None else (f"Zahlen anderer Kreise sind nicht verwendet: {left_out.reason}",)),
    )
    return build_table("land_caseload", TITLE, columns, rows, NOTEBOOK, notes, read)
