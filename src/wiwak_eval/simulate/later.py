"""The months after the pilot year: who still comes, who finds the centre, who moves away; drawn month by month from the same truth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from pydantic import TypeAdapter

from wiwak_eval.simulate.calendar import MONTHS
from wiwak_eval.simulate.contacts import draw_clients
from wiwak_eval.simulate.draws import happens, negative_binomial, one_of, stream
from wiwak_eval.simulate.parameters import Counselling, Parameter, TrueParameters
from wiwak_eval.simulate.population import draw_households, mean_size, recognised_in

MOST_LATER_MONTHS = 12


@dataclass(frozen=True)
class LaterParameters:
    """What is known or assumed of the months from November 2017 on; the pilot year's other values go on to hold."""

    positive_decisions: Parameter[Mapping[str, int]]
    season: Parameter[tuple[float, float]]
    finding_hazard: Parameter[float]


@dataclass(frozen=True)
class MonthlyCount:
    """One month of a tally. contacts: those to which someone came; persons, new_persons: different ones, and those not seen before."""

    month: str
    contacts: int
    persons: int
    new_persons: int


@dataclass(frozen=True)
class _Person:
    """Someone with a counselling that goes on. found: month index of the first contact; seen: whether any record shows the person."""

    found: int
    seen: bool


@dataclass(frozen=True)
class _Home:
    """A household that lives in the county. waiting: how many will come once it finds the centre; people: who comes now."""

    waiting: int
    people: tuple[_Person, ...]


def later_parameters() -> LaterParameters:
    """The values for the months after the shipped pilot year."""
    text = (Path(__file__).parent / "later.yaml").read_text(encoding="utf-8")
    return TypeAdapter(LaterParameters).validate_python(yaml.safe_load(text))


def later_months(count: int) -> tuple[str, ...]:
    """The first months after the pilot year. Raises ValueError for fewer than one and more than twelve."""
    if not 1 <= count <= MOST_LATER_MONTHS:
        raise ValueError(f"there are 1 to {MOST_LATER_MONTHS} later months, not {count}")
    first = int(MONTHS[-1][:4]) * 12 + int(MONTHS[-1][5:])
    return tuple(f"{month // 12}-{month % 12 + 1:02d}" for month in range(first, first + count))


def draw_later(
    seed: int, truth: TrueParameters, seen: frozenset[str], count: int, more: LaterParameters | None = None
) -> tuple[MonthlyCount, ...]:
    """The tally of `count` months after October 2017. More months begin with the same numbers as fewer.

    seen: ids of the clients that the pilot year's used records show at a contact. Clients known before January 2017 who had no contact
    in the ten months do not come back.
    """
    more = more or later_parameters()
    months = later_months(count)
    decisions = {**truth.population.positive_decisions.value, **more.positive_decisions.value}
    population, contacts = stream(seed, "later_population"), stream(seed, "later_contacts")
    homes = _homes_in_october(seed, truth, seen)
    counts = []
    for index, (month, recognised) in enumerate(zip(months, recognised_in(months, decisions, truth.population), strict=True), len(MONTHS)):
        homes = _next_population(population, homes, recognised, index, truth, more)
        season = _season(month, truth.counselling, more)
        homes, drawn = _next_contacts(contacts, homes, index, season, truth.counselling)
        counts.append(replace(drawn, month=month))
    return tuple(counts)


def _homes_in_october(seed: int, truth: TrueParameters, seen: frozenset[str]) -> list[_Home]:
    """Households still in the county at the end of the pilot year that come or may yet come."""
    households = draw_households(seed, truth)
    people: dict[int, list[_Person]] = {}
    for client in draw_clients(seed, households, truth):
        found = households[client.household].finds
        if client.stays and found is not None:
            people.setdefault(client.household, []).append(_Person(found, client.client_id in seen))
    here = [(index, household) for index, household in enumerate(households) if household.moves is None]
    homes = [_Home(household.would_come if household.finds is None else 0, tuple(people.get(index, ()))) for index, household in here]
    return _that_matter(homes)


def _next_population(
    rng: np.random.Generator, homes: Sequence[_Home], recognised: float, index: int, truth: TrueParameters, more: LaterParameters
) -> list[_Home]:
    """Households a month later: some have moved, some have arrived, some have found the centre."""
    population = truth.population
    stay = [home for home in homes if not happens(rng, population.moving_hazard.value)]
    for expected in (recognised, population.family_reunion_monthly.value):
        arriving = negative_binomial(rng, expected / mean_size(population), population.arrival_size.value)
        stay += [_arrival(rng, truth) for _ in range(arriving)]
    return _that_matter(_found(home, index) if home.waiting and happens(rng, more.finding_hazard.value) else home for home in stay)


def _arrival(rng: np.random.Generator, truth: TrueParameters) -> _Home:
    size = one_of(rng, truth.population.household_sizes.value)
    comes = happens(rng, truth.counselling.client_share.value)
    second = size > 1 and happens(rng, truth.counselling.second_client_share.value)
    return _Home(1 + int(second) if comes else 0, ())


def _found(home: _Home, index: int) -> _Home:
    return _Home(0, (_Person(index, False),) * home.waiting)


def _that_matter(homes: Iterable[_Home]) -> list[_Home]:
    return [home for home in homes if home.waiting or home.people]


def _season(month: str, counselling: Counselling, more: LaterParameters) -> float:
    """The factor of a calendar month: November and December have their own, the others that of the pilot year."""
    return (*counselling.season.value, *more.season.value)[int(month[5:]) - 1]


def _next_contacts(
    rng: np.random.Generator, homes: Sequence[_Home], index: int, season: float, counselling: Counselling
) -> tuple[list[_Home], MonthlyCount]:
    """Contacts of a month, and who goes on coming."""
    going_on: list[_Home] = []
    named = contacts = persons = new = 0
    for home in homes:
        kept: list[_Person] = []
        for person in home.people:
            if person.found < index and not happens(rng, counselling.stays_in_touch.value):
                continue
            made, attended = _contacts_of(rng, index - person.found, season, counselling)
            named, contacts, persons = named + made, contacts + attended, persons + (attended > 0)
            new += attended > 0 and not person.seen
            kept.append(_Person(person.found, person.seen or attended > 0))
        going_on.append(replace(home, people=tuple(kept)))
    contacts += _anonymous(rng, named, counselling)
    return _that_matter(going_on), MonthlyCount("", contacts, persons, new)


def _contacts_of(rng: np.random.Generator, tenure: int, season: float, counselling: Counselling) -> tuple[int, int]:
    """Contacts made and attended by one client in a month; the first contact ever is there and attended."""
    rates = counselling.contacts_by_month.value
    first = int(tenure == 0)
    further = negative_binomial(rng, (rates[min(tenure, len(rates) - 1)] - first) * season, counselling.contact_size.value)
    return first + further, first + sum(happens(rng, counselling.attended_share.value) for _ in range(further))


def _anonymous(rng: np.random.Generator, named: int, counselling: Counselling) -> int:
    """Attended contacts without a name: a fixed share of the month's contacts, with noise."""
    share = counselling.anonymous_share.value
    made = negative_binomial(rng, named * share / (1 - share), counselling.anonymous_size.value)
    return sum(happens(rng, counselling.attended_share.value) for _ in range(made))
