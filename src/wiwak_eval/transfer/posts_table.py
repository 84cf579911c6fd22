"""Posts in each county, and in the Land."""

from collections.abc import Sequence

from wiwak_eval import german
from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.county_year import CountyYear
from wiwak_eval.transfer.land_plan import LandPlan, LandYear
from wiwak_eval.transfer.per_county import LAND, LAND_LABEL, NOTEBOOK, label_columns, moved_notes, range_columns
from wiwak_eval.transfer.posts import need
from wiwak_eval.transfer.ranges import LandRanges

HOW = (
    "Stellen nach denselben Regeln wie im Plan des Pilotkreises: Minuten je Beratung, feste Koordination je Zentrum, Öffnungszeit und "
    "Mindestbesetzung sind überall gleich angenommen."
)
SUM_OF_ENDS = "Der Bereich für Thüringen ist ein eigener; die Summe der Bereiche der Kreise wäre zu weit."


def posts_table(plan: LandPlan, ranges: LandRanges, read: Sequence[str]) -> Table:
    """Table `land_posts`: posts needed and planned, the 80 % range of the latter, and what decides on them."""
    rows: list[list[Cell]] = [
        [county.name, county.name, *(cell for place in range(len(plan.years)) for cell in _cells(plan, ranges, place, number))]
        for number, county in enumerate(plan.counties)
    ]
    rows.append([LAND, LAND_LABEL, *(cell for place in range(len(plan.years)) for cell in _land(plan.years[place], ranges, place))])
    columns = (*label_columns(), *(column for year in plan.caseload.years for column in _columns(year)))
    notes = (HOW, *moved_notes(plan.caseload), _least(plan), SUM_OF_ENDS)
    return build_table("land_posts", "Stellen in allen Landkreisen und kreisfreien Städten", columns, rows, NOTEBOOK, notes, read)


def _columns(year: int) -> tuple[Column, ...]:
    return (
        Column(f"needed_{year}", f"Bedarf {year}, gerechnet", Unit.POSTS, 2),
        Column(f"posts_{year}", f"Stellen {year}", Unit.POSTS, 2),
        *range_columns(f"posts_{year}", f"{year}", Unit.POSTS, 2),
        Column(f"binding_{year}", f"maßgeblich {year}", Unit.TEXT),
    )


def _cells(plan: LandPlan, ranges: LandRanges, place: int, county: int) -> list[Cell]:
    found = plan.years[place].counties[county]
    return [_needed(found), float(found.need.planned), *ranges.posts_ends(place, county), found.need.binding.value]


def _land(year: LandYear, ranges: LandRanges, place: int) -> list[Cell]:
    return [round(sum(_needed(county) for county in year.counties), 4), float(year.posts), *ranges.land_posts_ends(place), None]


def _needed(county: CountyYear) -> float:
    """As printed: the Land's row is the sum of what is printed above it."""
    return round(float(county.need.needed), 4)


def _least(plan: LandPlan) -> str:
    """The size of a centre that nobody visits: what coordination, opening hours and the least size ask for."""
    least = need(0, plan.effort, plan.years[0].work)
    posts = german.number(least.planned, 2)
    return (
        f"Kein Zentrum außerhalb des Pilotkreises ist kleiner als {posts} Stellen geplant: So viele braucht es nach den Annahmen auch ohne "
        "eine Beratung. Die Bereiche rechnen auch mit anderen Werten dieser Annahmen; deshalb können sie darunter beginnen."
    )
