"""Simulated states with a known spread between counties: what some of them would deliver, and the year that follows.

Nothing here comes from the estimators: log rates are normal around a centre, persons come as a Poisson number, each with a geometric number
of contacts; the following year has the same rates, a common growth and counts of its own. The forecast of the home county is made as a
faultless one would be: its ranges hold growth, the noise of its level and that of the year to come, no more and no less. So what is tested
is the transfer alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PERSONS_IN_LAND = 20_000.0
"""Expected persons; ten months of them gave the pilot about 1,700 contacts."""
CENTRE_RATE = 1.8
"""Contacts per expected person and year, as in the shipped pilot year."""
CONTACTS_PER_PERSON = 4.2
GROWTH_LOG_SD = 0.3
MONTHS_HOME, MONTHS_LEAST, MONTHS_MOST = 10, 2, 10
YEARS_TRUE = 20
"""Years drawn anew from one state: they cost little and take chance out of the coverage."""

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class State:
    """Counties in the order of the quotas.

    delivered: places of the counties with data, the home county first; contacts, exposure [delivered]: of their periods, exposure in
    expected persons times years; dispersion: as measured in the home county; home [draws]: its forecast of the next year; actual
    [years, counties].
    """

    spread: float
    delivered: tuple[int, ...]
    contacts: Counts
    exposure: Floats
    dispersion: float
    home: Floats
    actual: Counts


def simulate(quotas: Floats, home: int, sites: int, spread: float, draws: int, rng: np.random.Generator) -> State:
    """sites: counties that deliver, the home county among them; the others by lot, each for a period of its own."""
    expected = quotas * PERSONS_IN_LAND
    rates = np.exp(np.log(CENTRE_RATE) + spread * rng.normal(size=len(quotas)))
    others = rng.permutation([place for place in range(len(quotas)) if place != home])[: sites - 1]
    delivered = (home, *(int(place) for place in others))
    months = np.array([MONTHS_HOME, *rng.integers(MONTHS_LEAST, MONTHS_MOST, endpoint=True, size=sites - 1)])
    exposure = expected[list(delivered)] * months / 12
    contacts = np.array([contacts_of(mean, rng) for mean in rates[list(delivered)] * exposure])
    sizes = rng.geometric(1 / CONTACTS_PER_PERSON, size=max(1, round(contacts[0] / CONTACTS_PER_PERSON)))
    dispersion = float((sizes**2).sum() / sizes.sum())
    growth = np.exp(GROWTH_LOG_SD * rng.normal(size=YEARS_TRUE))
    actual = np.array([[contacts_of(mean, rng) for mean in rates * expected * factor] for factor in growth])
    return State(spread, delivered, contacts, exposure, dispersion, _forecast(contacts[0], exposure[0], expected[home], draws, rng), actual)


def contacts_of(mean: float, rng: np.random.Generator) -> int:
    """Contacts of a Poisson number of persons with a geometric number each: variance over mean is twice the contacts per person less 1."""
    persons = int(rng.poisson(mean / CONTACTS_PER_PERSON))
    return persons + int(rng.negative_binomial(persons, 1 / CONTACTS_PER_PERSON)) if persons else 0


def _forecast(contacts: int, exposure: float, expected: float, draws: int, rng: np.random.Generator) -> Floats:
    dispersion = 2 * CONTACTS_PER_PERSON - 1
    level = rng.gamma(contacts / dispersion, dispersion, size=draws) / exposure
    means = level * expected * np.exp(GROWTH_LOG_SD * rng.normal(size=draws))
    return np.asarray(rng.gamma(means / dispersion) * dispersion)
