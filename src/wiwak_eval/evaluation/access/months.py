"""Reach month by month, as persons seen for each hundred recognised refugees."""

from wiwak_eval.evaluation.access.counting import NO_NEED, NOTEBOOK
from wiwak_eval.evaluation.access.eligible import Eligible, residents_by_month, sources_note
from wiwak_eval.evaluation.access.figures import NO_RESIDENTS
from wiwak_eval.evaluation.access.reference import Reference
from wiwak_eval.evaluation.counts import monthly_counts
from wiwak_eval.evaluation.people import PERSONS, TIME, months_of
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, GroupCell, Measure, NotAssessable, Protection, Table, Unit, build_table, key_of

NO_PERSONS = NotAssessable("nicht auswertbar: Die Monatsstatistik nennt keine Personen je Monat.")
NOBODY_NAMED = NotAssessable("nicht auswertbar: Keine Beratung nennt eine Person; wie viele verschiedene kamen, ist nicht bekannt.")
ANY_TITLE = (
    "Personen aller Aufenthaltstitel: Titel und Monat zusammen wären zu dünn besetzt, um sie auszuweisen. Die Zahl sagt, wie viele "
    "Personen auf hundert Anerkannte kamen, und ist kein Anteil."
)


def months_table(records: Records, reference: Reference, eligible: Eligible) -> Table | NotAssessable:
    """For each month recognised refugees, persons seen of whatever title, and persons per 100 recognised refugees.

    Only county totals: the few persons without recognition in a month would stand open beside the month's total.
    """
    counts, by_month = monthly_counts(records), residents_by_month(reference, eligible)
    if isinstance(counts, NotAssessable):
        return counts
    if not by_month or not sum(by_month.values()):
        return NO_RESIDENTS
    if counts.persons is None:
        return NO_PERSONS
    if any(counts.contacts) and not any(counts.persons):
        return NOBODY_NAMED
    rows: list[tuple[Cell, ...]] = []
    for month, persons in zip(counts.months, counts.persons, strict=True):
        residents = by_month.get(month)
        rows.append((month, residents, persons, round(100 * persons / residents, 6) if residents else None))
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("residents", "anerkannt im Landkreis", Unit.PERSONS),
        Column("persons", "beratene Personen", Unit.PERSONS),
        Column("per_hundred", "Personen je 100 Anerkannte", Unit.NUMBER, 1),
    )
    cells = tuple(GroupCell(row, PERSONS, PERSONS, key_of({TIME: month}), 0, 0, (0, 0)) for row, month in enumerate(counts.months))
    measure = Measure(PERSONS, "Personen", overlapping=(TIME,))
    protection = Protection((months_of(counts.months),), (measure,), cells, everybody=("residents", "per_hundred"))
    notes = (ANY_TITLE, NO_NEED, sources_note(reference))
    title = "Beratene Personen und anerkannte Flüchtlinge je Monat"
    return build_table("access_months", title, columns, rows, NOTEBOOK, notes, eligible.assumptions, protection)
