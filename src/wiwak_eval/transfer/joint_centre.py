"""One centre for the county and the town that lies within it, beside two: one coordination, one opening cover, one set of events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.risk.inputs import Drawn, Floats
from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.county_year import counted_costs
from wiwak_eval.transfer.land_model import LandModel
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.per_county import NOTEBOOK, moved_notes, range_columns
from wiwak_eval.transfer.ranges import LandRanges, cents_ends

COUNTY, TOWN = "joint_centre_county", "joint_centre_town"
NOTES = (
    "Ein gemeinsames Zentrum hat die Beratungen beider, aber nur eine Koordination, eine Öffnung und einmal Veranstaltungen.",
    "Es kostet, was das Zentrum des Landkreises kostet, dazu die zusätzlichen Stellen und Beratungen zu den Preisen anderer Kreise.",
    "Nicht gerechnet sind die Wege der Ratsuchenden, ein zweiter Ort für Sprechstunden, eine Zweckvereinbarung und wer welchen Teil zahlt.",
    "Unterschied: gemeinsam weniger getrennt; sein Bereich ist ein eigener.",
)
NO_COUNTY = (
    "Ein gemeinsames Zentrum wird nur für einen Landkreis mit einer kreisfreien Stadt gerechnet; ausgewertet wird „{home}“, selbst eine "
    "kreisfreie Stadt. Dafür bitte die Lieferung des Landkreises auswerten."
)
OTHER_COUNTY = (
    "Das gemeinsame Zentrum ist für „{county}“ und „{town}“ angenommen, ausgewertet wird „{home}“; bitte „joint_centre_county“ auf "
    "„{home}“ und „joint_centre_town“ auf die kreisfreie Stadt setzen, die sich ein Zentrum mit ihm teilen würde."
)
NO_TOWN = (
    "„{town}“ (Annahme „joint_centre_town“) ist keine kreisfreie Stadt der Verteilungsverordnung; bitte den Namen wie in der Datei "
    "county_quotas.csv schreiben."
)
CLOSED = "Ein gemeinsames Zentrum wird nur gerechnet, wenn das Zentrum des Landkreises in beiden Jahren durchgehend öffnet."


@dataclass(frozen=True)
class Side:
    """One row in one year. contacts: None where it is a difference; ends: 80 % range of the cost, to 100 euros."""

    contacts: int | None
    posts: Decimal
    cost: Cents
    ends: tuple[Cents, Cents]


def joint_centre_table(model: LandModel, ranges: LandRanges, drawn: Drawn, read: Sequence[str]) -> Table | NotAssessable:
    """Table `joint_centre`: rows county, town, apart, joint, difference. drawn: what `ranges` were drawn with.

    Refused where the pair is not the home county and a county-free town of the Land, and where the county's own centre is not open all
    year.
    """
    plan = model.plan
    town = _town(plan)
    if isinstance(town, NotAssessable):
        return town
    if any(year.plan.staff.last < 12 for year in plan.years):
        return NotAssessable(f"nicht auswertbar: {CLOSED}")
    sides = [_sides(model, ranges, drawn, place, town) for place in range(len(plan.years))]
    names = (plan.counties[plan.caseload.home].name, plan.counties[town].name)
    labels = {
        "county": f"{names[0]} allein",
        "town": f"{names[1]} allein",
        "apart": "zwei Zentren zusammen",
        "joint": "ein gemeinsames Zentrum",
        "difference": "Unterschied",
    }
    rows: list[list[Cell]] = [[key, label, *(cell for year in sides for cell in _cells(year[key]))] for key, label in labels.items()]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Zentrum", Unit.TEXT),
        *(column for year in plan.caseload.years for column in _columns(year)),
    )
    title = f"{names[0]} und {names[1]}: ein Zentrum oder zwei"
    return build_table("joint_centre", title, columns, rows, NOTEBOOK, (*NOTES, *moved_notes(plan.caseload)), read)


def _town(plan: LandPlan) -> int | NotAssessable:
    """Place of the town; the pair is assumed for one county, and another one has other neighbours."""
    home = plan.counties[plan.caseload.home]
    if home.town:
        return NotAssessable(f"nicht auswertbar: {NO_COUNTY.format(home=home.name)}")
    try:
        county, town = (plan.base.assumptions.text(id, date(plan.caseload.years[0], 1, 1)) for id in (COUNTY, TOWN))
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    if county != home.name:
        return NotAssessable(f"nicht auswertbar: {OTHER_COUNTY.format(county=county, town=town, home=home.name)}")
    found = [place for place, one in enumerate(plan.counties) if one.name == town and one.town]
    return found[0] if found else NotAssessable(f"nicht auswertbar: {NO_TOWN.format(town=town)}")


def _sides(model: LandModel, ranges: LandRanges, drawn: Drawn, place: int, town: int) -> dict[str, Side]:
    year, home = model.plan.years[place], model.plan.caseload.home
    own, other = year.counties[home], year.counties[town]
    apart, joint = ranges.drawn.cents[place, home] + ranges.drawn.cents[place, town], _joint_draws(model, ranges, drawn, place, town)
    contacts = own.contacts + other.contacts
    posts = posts_for(contacts, model.plan.effort, year.plan.rules.work)
    more = counted_costs(year.prices, posts - own.need.planned, other.contacts, centres=0)
    found = {
        "county": Side(own.contacts, own.need.planned, own.total, ranges.cost_ends(place, home)),
        "town": Side(other.contacts, other.need.planned, other.total, ranges.cost_ends(place, town)),
        "apart": Side(contacts, own.need.planned + other.need.planned, own.total + other.total, cents_ends(apart)),
        "joint": Side(contacts, posts, own.total + sum(more.values()), cents_ends(joint)),
    }
    saved = found["joint"].cost - found["apart"].cost
    return found | {"difference": Side(None, posts - found["apart"].posts, saved, cents_ends(joint - apart))}


def _joint_draws(model: LandModel, ranges: LandRanges, drawn: Drawn, place: int, town: int) -> Floats:
    """Cents of the joint centre, draw by draw: the county's, and what more posts and contacts cost at public prices."""
    prices, home = model.prices(drawn, place), model.plan.caseload.home
    own, other = (model.plan.caseload.draws[place, [county]] for county in (home, town))
    alone, joint = prices.posts(own), prices.posts(own + other)
    more: Floats = prices.costs(own + other, joint) - prices.costs(own, alone)
    cents: Floats = ranges.drawn.cents[place, home] + more[0]
    return cents


def _columns(year: int) -> tuple[Column, ...]:
    return (
        Column(f"contacts_{year}", f"Beratungen {year}", Unit.CONTACTS),
        Column(f"posts_{year}", f"Stellen {year}", Unit.POSTS, 2),
        Column(f"cost_{year}", f"Kosten {year}", Unit.CENTS),
        *range_columns(f"cost_{year}", f"{year}", Unit.CENTS),
    )


def _cells(side: Side) -> list[Cell]:
    return [side.contacts, float(side.posts), side.cost, *side.ends]
