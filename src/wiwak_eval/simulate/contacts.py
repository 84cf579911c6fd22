"""Who comes when: each client's contacts over the ten months. What a contact was about is drawn elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from wiwak_eval.simulate.calendar import MONTHS, month_of, open_days
from wiwak_eval.simulate.draws import happens, negative_binomial, pick, stream
from wiwak_eval.simulate.parameters import Counselling, TrueParameters
from wiwak_eval.simulate.population import BEFORE, Household


@dataclass(frozen=True)
class Client:
    """One person with a counselling of their own; ids are handed out in the order of the first contact.

    household: index in the list of households; first: position among the household's clients; days: days of contact, in order;
    stays: whether the counselling goes on after October.
    """

    client_id: str
    household: int
    first: bool
    first_contact: date
    days: tuple[date, ...]
    stays: bool


def draw_clients(seed: int, households: Sequence[Household], truth: TrueParameters) -> tuple[Client, ...]:
    """All clients with their days of contact. A person known before January without a contact since is no client of the year."""
    rng = stream(seed, "contacts")
    found: list[tuple[date, int, bool, tuple[date, ...], bool]] = []
    for index, household in enumerate(households):
        for position in range(household.clients):
            days, stays = _days(rng, household, truth.counselling)
            known_since = _december(rng) if household.finds == BEFORE else None
            if days:
                found.append((known_since or days[0], index, position == 0, days, stays))
    found.sort(key=lambda entry: entry[:2])
    return tuple(
        Client(f"K{number:04d}", index, first, since, days, stays)
        for number, (since, index, first, days, stays) in enumerate(found, start=1)
    )


def draw_anonymous(seed: int, clients: Sequence[Client], truth: TrueParameters) -> tuple[date, ...]:
    """Days of the contacts without a name: a fixed share of each month's contacts, with noise."""
    rng = stream(seed, "anonymous")
    share = truth.counselling.anonymous_share.value
    days = []
    for month in MONTHS:
        named = sum(1 for client in clients for day in client.days if month_of(day) == month)
        count = negative_binomial(rng, named * share / (1 - share), truth.counselling.anonymous_size.value)
        days += [pick(rng, open_days(month, truth.counselling.closed_days.value)) for _ in range(count)]
    return tuple(sorted(days))


def _days(rng: np.random.Generator, household: Household, counselling: Counselling) -> tuple[tuple[date, ...], bool]:
    """Contacts from the month of finding until the client stays away, moves, or the year's records end; whether it is only these."""
    assert household.finds is not None
    days: list[date] = []
    start = max(household.finds, 0)
    known = start - household.finds
    for index in range(start, len(MONTHS)):
        if index == household.moves or (index > start and not happens(rng, counselling.stays_in_touch.value)):
            return tuple(sorted(days)), False
        days += _days_of_month(rng, index, known + index - start, counselling)
    return tuple(sorted(days)), True


def _days_of_month(rng: np.random.Generator, index: int, tenure: int, counselling: Counselling) -> list[date]:
    """The month of finding (tenure 0) has one contact at least, and the others of that month come after it."""
    rate = counselling.contacts_by_month.value[min(tenure, len(counselling.contacts_by_month.value) - 1)]
    days = open_days(MONTHS[index], counselling.closed_days.value)
    mean = (rate - (tenure == 0)) * counselling.season.value[index]
    count = negative_binomial(rng, mean, counselling.contact_size.value)
    if tenure > 0:
        return [pick(rng, days) for _ in range(count)]
    first = pick(rng, days)
    return [first] + [pick(rng, [day for day in days if day >= first]) for _ in range(count)]


def _december(rng: np.random.Generator) -> date:
    return pick(rng, open_days("2016-12", ()))
