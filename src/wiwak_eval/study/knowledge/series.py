"""Months and years of public series that were published between two days."""

from collections.abc import Iterator
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Context, known_context
from wiwak_eval.assumptions.context import published
from wiwak_eval.study.knowledge.values import NewValue

UNKNOWN = "nicht bekannt"
MEASURES = {"inhabitants": ("Einwohner", ""), "area_km2": ("Fläche", " km²")}
COUNTIES = "Einwohner und Fläche der Landkreise und kreisfreien Städte"
DECISIONS, POPULATION, RATIOS = "Asylentscheidungen mit Schutz, Deutschland", "Einwohner des Landkreises", "Fallzahlen je Stelle anderswo"


def new_series(context: Context, earlier: Assumptions, later: Assumptions) -> tuple[NewValue, ...]:
    """What the later view sees of the series and the earlier one does not, oldest first. Raises Gap for an unknown publication lag."""
    before, after = known_context(context, earlier), known_context(context, later)
    day = later.as_of
    decisions = int(later.decimal("bamf_publication_lag_months", day))
    people = int(later.decimal("population_publication_lag_months", day))
    return (*_months(before, after, decisions), *_days(before, after, people), *_counties(before, after, people), *_ratios(before, after))


def _months(before: Context, after: Context, lag: int) -> Iterator[NewValue]:
    seen = {item.month for item in before.asylum_monthly}
    for item in after.asylum_monthly:
        if item.month not in seen:
            first = date.fromisoformat(f"{item.month}-01")
            label = f"{DECISIONS}, {german.month(item.month)}"
            known = published(item.month, lag)
            yield _new("asylum_monthly", label, german.number(item.positive), first, known, DECISIONS)


def _days(before: Context, after: Context, lag: int) -> Iterator[NewValue]:
    seen = {item.day for item in before.population}
    for item in after.population:
        if item.day not in seen:
            label = f"{POPULATION} am {german.day(item.day)}"
            known = published(f"{item.day:%Y-%m}", lag)
            yield _new("county_population", label, german.number(item.persons), item.day, known, POPULATION)


def _counties(before: Context, after: Context, lag: int) -> Iterator[NewValue]:
    """One line a day and measure, not one a county: what is new is the issue."""
    seen = {(item.measure, item.day) for item in before.county_facts}
    for measure, day in sorted({(item.measure, item.day) for item in after.county_facts} - seen, key=lambda issue: (issue[1], issue[0])):
        what, unit = MEASURES[measure]
        total = sum(item.value for item in after.county_facts if (item.measure, item.day) == (measure, day))
        label = f"{what} der Landkreise und kreisfreien Städte am {german.day(day)}, Summe"
        known = published(f"{day:%Y-%m}", lag)
        yield _new(f"county_facts_{measure}", label, f"{german.number(total)}{unit}", day, known, COUNTIES)


def _ratios(before: Context, after: Context) -> Iterator[NewValue]:
    seen = set(before.ratios)
    for number, item in enumerate(after.ratios):
        if item not in seen:
            span = german.number(item.low) if item.low == item.high else f"{german.number(item.low)} bis {german.number(item.high)}"
            label = f"{item.programme}, {item.place}, {item.year}: {item.metric}"
            yield _new(f"caseload_ratios_{number}", label, f"{span} {item.unit}", item.known_since, item.known_since, RATIOS)


def _new(id: str, label: str, after: str, first: date, known_since: date, item: str) -> NewValue:
    return NewValue(f"{id}@{first}", id, label, UNKNOWN, after, first, known_since, item, series=True)
