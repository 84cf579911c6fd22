"""Table `trend_rates`: contacts by month, by opening day and by full-time post."""

from fractions import Fraction

from wiwak_eval.evaluation.counts import MonthlyCounts, monthly_counts
from wiwak_eval.evaluation.people import CONTACTS, PERSONS, TIME, months_of
from wiwak_eval.evaluation.trend.exposure import FEWEST_POSTS, full_time_posts, opening_days
from wiwak_eval.evaluation.trend.series import plain_counts
from wiwak_eval.evaluation.trend.significance import ALL_POSTS
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, GroupCell, Measure, NotAssessable, Protection, Table, Unit, build_table, key_of

NOTEBOOK = "02_pilotjahr"
RATES = ("days", "contacts_per_day", "persons_per_day", "posts", "contacts_per_post", "persons_per_post")
COLUMNS = (
    Column("month", "Monat", Unit.MONTH),
    Column("contacts", "Beratungen", Unit.CONTACTS),
    Column("days", "Öffnungstage", Unit.COUNT),
    Column("contacts_per_day", "Beratungen je Öffnungstag", Unit.NUMBER, 1),
    Column("persons_per_day", "Personen je Öffnungstag", Unit.NUMBER, 1),
    Column("posts", "Vollzeitstellen", Unit.POSTS, 2),
    Column("contacts_per_post", "Beratungen je Stelle", Unit.NUMBER, 1),
    Column("persons_per_post", "Personen je Stelle", Unit.NUMBER, 1),
)
NOTES = (
    "Nur vollständige Monate. Personen je Öffnungstag: verschiedene Personen des Monats, geteilt durch seine Öffnungstage.",
    f"{ALL_POSTS} Je Stelle wird nur gerechnet, wo mindestens {FEWEST_POSTS} Stellen besetzt sind.",
)


def trend_rates(records: Records) -> Table | NotAssessable:
    """One row a complete month; columns whose days or posts were not delivered are empty. Refused as the trend is."""
    counts = plain_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    if not counts.months:
        return NotAssessable("nicht auswertbar: Kein Monat liegt vollständig vor.")
    days, posts = opening_days(records, counts.months), full_time_posts(records, counts.months)
    persons: tuple[int | None, ...] = counts.persons or (None,) * len(counts.months)
    rows: list[tuple[Cell, ...]] = []
    for month, contacts, seen, opened, staffed in zip(counts.months, counts.contacts, persons, days, posts, strict=True):
        by_day, by_post = (tuple(_by(count, units) for count in (contacts, seen)) for units in (opened, staffed))
        rows.append((month, contacts, opened, *by_day, None if staffed is None else round(float(staffed), 6), *by_post))
    title = "Beratungen je Öffnungstag und je Stelle"
    return build_table("trend_rates", title, COLUMNS, rows, NOTEBOOK, NOTES, (), _county_totals(counts, records))


def _county_totals(counts: MonthlyCounts, records: Records) -> Protection:
    """Contacts by month are a total of the county; days and posts tell nothing of clients."""
    every = monthly_counts(records)
    months = counts.months if isinstance(every, NotAssessable) else every.months
    cells = tuple(GroupCell(row, "contacts", CONTACTS, key_of({TIME: month}), 0, 0, (0, 0)) for row, month in enumerate(counts.months))
    measures = (Measure(CONTACTS, "Beratungen", at_least=PERSONS), Measure(PERSONS, "Personen", overlapping=(TIME,)))
    return Protection((months_of(months),), measures, cells, everybody=RATES)


def _by(count: int | None, units: int | Fraction | None) -> float | None:
    return None if count is None or not units else round(float(Fraction(count) / units), 6)
