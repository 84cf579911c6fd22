"""The counties and county-free towns of the Land, and which of them is evaluated."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.model import County

TOWN = "Stadt "
"""What the ordinance puts before the name of a county-free town."""
INHABITANTS, AREA = "inhabitants", "area_km2"


def counties_of(context: Context) -> tuple[County, ...]:
    """In the order of the ordinance: towns first, then counties. Inhabitants and area as last published."""
    people, areas = (_latest(context, measure) for measure in (INHABITANTS, AREA))
    return tuple(
        County(name, name.startswith(TOWN), quota, None if name not in people else int(people[name]), areas.get(name))
        for name, quota in context.quotas.items()
    )


def home_of(counties: Sequence[County], assumptions: Assumptions, day: date) -> int | NotAssessable:
    """The place of the county that delivered. Refused where it is not among them, or where its quota is not that of the ordinance."""
    try:
        name, quota = assumptions.text("home_county", day), assumptions.decimal("county_quota", day)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    places = [place for place, county in enumerate(counties) if county.name == name]
    if not places:
        return NotAssessable(
            f"nicht auswertbar: „{name}“ (Annahme „home_county“) steht nicht unter den Landkreisen und kreisfreien Städten der "
            "Verteilungsverordnung; bitte den Namen wie in der Datei county_quotas.csv schreiben."
        )
    if counties[places[0]].quota != quota:
        return NotAssessable(
            f"nicht auswertbar: Die Quote in den Annahmen (county_quota, {_percent(quota)}) ist nicht die der Verteilungsverordnung für "
            f"„{name}“ ({_percent(counties[places[0]].quota)}); bitte „home_county“ und „county_quota“ zusammen prüfen."
        )
    return places[0]


def _latest(context: Context, measure: str) -> dict[str, Decimal]:
    """The last published number of each county."""
    facts = sorted((fact for fact in context.county_facts if fact.measure == measure), key=lambda fact: fact.day)
    return {fact.county: fact.value for fact in facts}


def _percent(share: Decimal) -> str:
    return german.percent(share)
