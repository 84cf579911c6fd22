"""The tables of the pilot year, computed."""

from collections.abc import Sequence

from wiwak_eval.evaluation.counts import MonthlyCounts, complete_months, monthly_counts
from wiwak_eval.evaluation.duration import durations_table
from wiwak_eval.evaluation.groups import origins_table, titles_table, topics_by_quarter_table, topics_table
from wiwak_eval.evaluation.people import CONTACTS, PERSONS, TIME, months_of
from wiwak_eval.evaluation.pilot_year import PilotYear
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, GroupCell, Measure, NotAssessable, Protection, Table, Unit, build_table, key_of

NOTEBOOK = "02_pilotjahr"
FIRST_TIME = "Als neu gilt, wer in dieser Lieferung zum ersten Mal erscheint."


def compute(records: Records) -> PilotYear:
    """See `evaluation.pilot_year.pilot_year`."""
    counts = monthly_counts(records)
    groups = (topics_table(records), topics_by_quarter_table(records), titles_table(records), origins_table(records))
    durations = durations_table(records)
    if isinstance(counts, NotAssessable):
        return PilotYear(counts, counts, *groups, durations)
    origin = records.provenance
    complete = complete_months(counts, origin.period_from, origin.period_to)
    return PilotYear(_monthly(counts, complete), _year(counts), *groups, durations)


def _monthly(counts: MonthlyCounts, complete: MonthlyCounts) -> Table:
    empty: tuple[None, ...] = (None,) * len(counts.months)
    persons = counts.persons or empty
    new = counts.new_persons or empty
    returning = [None if p is None or n is None else p - n for p, n in zip(persons, new, strict=True)]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("persons", "Personen", Unit.PERSONS),
        Column("new_persons", "davon neu", Unit.PERSONS),
        Column("returning_persons", "davon wiedergekommen", Unit.PERSONS),
        Column("anonymous_contacts", "Beratungen ohne Personenbezug", Unit.CONTACTS),
    )
    notes = [_counted(counts), FIRST_TIME]
    if complete.months != counts.months:
        notes.append("Unvollständige Monate am Rand des Zeitraums stehen in der Tabelle, aber nicht im Trend und nicht in der Prognose.")
    rows = zip(counts.months, counts.contacts, persons, new, returning, counts.anonymous or empty, strict=True)
    columns_of = {CONTACTS: counts.contacts, PERSONS: persons}
    cells = [
        GroupCell(row, measure, measure, key_of({TIME: month}), 0, 0, (0, 0))
        for measure, values in columns_of.items()
        for row, month in enumerate(counts.months)
        if values[row] is not None
    ]
    protection = _county_totals(counts.months, cells, ("new_persons", "returning_persons", "anonymous_contacts"))
    return build_table("monthly", "Beratungen und Personen je Monat", columns, rows, NOTEBOOK, notes, (), protection)


def _county_totals(months: Sequence[str], cells: Sequence[GroupCell], everybody: tuple[str, ...]) -> Protection:
    """Totals of the county are printed exactly; they are spoken of because an outsider will hold other tables against them."""
    contacts = Measure(CONTACTS, "Beratungen", at_least=PERSONS)
    return Protection(
        (months_of(months),), (contacts, Measure(PERSONS, "Personen", overlapping=(TIME,))), tuple(cells), everybody=everybody
    )


def _counted(counts: MonthlyCounts) -> str:
    if counts.from_tally:
        return "Quelle ist die Monatsstatistik; einzelne Beratungen liegen nicht vor."
    return "Gezählt ist jede Beratung, zu der jemand erschienen ist; Personen zählen je Monat nur einmal."


def _year(counts: MonthlyCounts) -> Table:
    contacts, persons = sum(counts.contacts), counts.year_persons
    known = None if counts.anonymous is None else contacts - sum(counts.anonymous)
    per_person = None if not persons or known is None else known / persons
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Zeitraum", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("persons", "Personen", Unit.PERSONS),
        Column("contacts_per_person", "Beratungen je Person", Unit.NUMBER, 1),
        Column("contacts_per_month", "Beratungen je Monat", Unit.NUMBER, 1),
        Column("first_half", "Beratungen je Monat, erste Hälfte", Unit.NUMBER, 1),
        Column("second_half", "Beratungen je Monat, zweite Hälfte", Unit.NUMBER, 1),
    )
    middle = len(counts.months) // 2
    first, second = counts.contacts[:middle], counts.contacts[len(counts.months) - middle :]
    row: list[Cell] = ["pilot", _period(counts.months), contacts, persons, per_person, contacts / len(counts.months)]
    row += [sum(half) / len(half) if half else None for half in (first, second)]
    notes = (_counted(counts), "Beratungen je Person: nur Beratungen mit Personenbezug.")
    measured = {CONTACTS: contacts, PERSONS: persons}
    cells = [GroupCell(0, name, name, (), 0, 0, (0, 0)) for name, value in measured.items() if value is not None]
    protection = _county_totals(counts.months, cells, ("contacts_per_person", "contacts_per_month", "first_half", "second_half"))
    return build_table("year", "Das Pilotjahr in Summe", columns, [row], NOTEBOOK, notes, (), protection)


def _period(months: tuple[str, ...]) -> str:
    return f"{months[0][5:7]}/{months[0][:4]} bis {months[-1][5:7]}/{months[-1][:4]}"
