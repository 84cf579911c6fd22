"""The home county among all others: preconditions and ranks, from what was worked out for each county."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.transfer.counties import home_of
from wiwak_eval.transfer.limits_table import limits_table
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.posts import Binding
from wiwak_eval.transfer.preconditions import Place, places, thresholds
from wiwak_eval.transfer.preconditions_tables import preconditions_table, transfer_table
from wiwak_eval.transfer.ranks import Measure, ranks_table
from wiwak_eval.transfer.readiness import Readiness

_PER_100_KM2 = 100


@dataclass(frozen=True)
class Compared:
    """The tables that hold all counties against each other, by their ids."""

    land_limits: Table | NotAssessable
    land_preconditions: Table | NotAssessable
    land_ranks: Table | NotAssessable
    transfer: Table | NotAssessable


def compare_counties(
    counties: Sequence[County],
    refugees: Table | NotAssessable,
    rates: Table | NotAssessable,
    posts: Table | NotAssessable,
    assumptions: Assumptions,
    day: date,
    year: int,
) -> Compared:
    """refugees, rates, posts: tables `land_refugees`, `land_rates`, `land_posts`; day: that thresholds hold for; year: the first budget
    year.

    Refused where the home county is not among the counties, nobody knows how many refugees to expect, or a threshold is missing; posts
    that are not known are left out.
    """
    if isinstance(refugees, NotAssessable):
        return _refused(refugees)
    home = home_of(counties, assumptions, day)
    if isinstance(home, NotAssessable):
        return _refused(home)
    try:
        limits = thresholds(assumptions, day)
    except Gap as gap:
        return _refused(NotAssessable(f"nicht auswertbar: {gap}"))
    known = places(counties, [_whole(refugees, county, f"stock_{year}") for county in counties])
    read = {*assumptions.ids_read, *refugees.assumptions}
    readiness = Readiness(known, home, limits, f"Mitte {year}", sorted(read))
    beside = replace(
        readiness,
        by_cases=_by_cases(counties, posts, year),
        delivered=_delivered(counties[home], rates),
        read=sorted(read | _behind(posts)),
    )
    ranks = ranks_table(counties, home, _measures(known, year), readiness.read)
    return Compared(limits_table(readiness), preconditions_table(readiness), ranks, transfer_table(beside))


def _refused(reason: NotAssessable) -> Compared:
    return Compared(reason, reason, reason, reason)


def _behind(table: Table | NotAssessable) -> set[str]:
    """Ids of the assumptions behind a table."""
    return set() if isinstance(table, NotAssessable) else set(table.assumptions)


def _delivered(home: County, rates: Table | NotAssessable) -> frozenset[str]:
    """Without a table of rates the home county is the only one."""
    return frozenset({home.name}) if isinstance(rates, NotAssessable) else frozenset(str(row[0]) for row in rates.rows)


def _by_cases(counties: Sequence[County], posts: Table | NotAssessable, year: int) -> list[bool] | None:
    if isinstance(posts, NotAssessable):
        return None
    return [posts.cell(county.name, f"binding_{year}") == Binding.CASES.value for county in counties]


def _measures(known: Sequence[Place], year: int) -> tuple[Measure, ...]:
    """What counties are compared by. Not by money: the home county has its own plan, all others a price list."""
    counties = [place.county for place in known]
    dense = [None if county.density is None else float(county.density) for county in counties]
    spread = [
        None if county.area is None else _PER_100_KM2 * place.persons / float(county.area)
        for place, county in zip(known, counties, strict=True)
    ]
    return (
        Measure("quota", "Anteil an der Verteilung im Land", "%", [float(county.quota) * 100 for county in counties]),
        Measure("inhabitants", "Einwohner", "Personen", [county.persons for county in counties]),
        Measure("area", "Fläche", "km²", [None if county.area is None else float(county.area) for county in counties]),
        Measure("density", "Einwohner je Fläche", "Personen je km²", dense),
        Measure("distance", "mittlere Entfernung zu einem Zentrum in der Mitte", "km", [place.distance for place in known]),
        Measure("persons", f"erwartete Anerkannte, Mitte {year}", "Personen", [place.persons for place in known]),
        Measure("per_1000", "erwartete Anerkannte je 1.000 Einwohner", "Personen", [place.share for place in known]),
        Measure("per_100_km2", "erwartete Anerkannte je 100 km²", "Personen", spread),
    )


def _whole(table: Table, county: County, column: str) -> int:
    """A count. Raises TypeError where the table holds none."""
    cell = table.cell(county.name, column)
    if not isinstance(cell, int):
        raise TypeError(f"{table.id}, {county.name}, {column}: {cell!r} is no count")
    return cell
