"""Made-up people drawn: households, skewed and sparse attributes, contacts by month and topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.disclosure.people import People, Places, Truths
from wiwak_eval.results import Dimension

SIZES = np.array([0.55, 0.15, 0.10, 0.08, 0.06, 0.06])
"""Shares of households of one to six people."""


@dataclass(frozen=True)
class Trait:
    """How an attribute falls. skew: exponent of the leaves' falling shares; shared: chance to have the category of the household;
    missing: chance that it is not recorded; of_contact: told at each contact anew, sometimes twice, rather than once of a person.
    """

    dimension: Dimension
    skew: float
    shared: float
    missing: float
    of_contact: bool = False

    def shares(self) -> NDArray[np.float64]:
        """Chance of each leaf."""
        weights: NDArray[np.float64] = np.arange(1, len(self.dimension.leaves) + 1, dtype=float) ** -self.skew
        total: float = weights.sum()
        return weights / total


def draw_people(rng: np.random.Generator, traits: Sequence[Trait], month: Dimension, count: int, once: bool) -> People:
    """At least `count` persons, whole households, and their contacts; `once`: all contacts of a person lie in one month.

    Sometimes a large family is alone in the rarest category, or everyone in one category shares that of another attribute: these
    cases are rare in life and easy to get wrong.
    """
    household = _households(rng, count)
    own = [trait for trait in traits if not trait.of_contact]
    codes = {trait.dimension.name: _codes(rng, trait, household) for trait in own}
    if own and rng.random() < 0.5:
        _plant_family(rng, codes, own, household)
    if len(own) > 1 and rng.random() < 0.5:
        _plant_full_cell(rng, codes, own)
    person, months = _contacts(rng, len(household), len(month.leaves), once)
    belongs = {trait.dimension.name: _leaves(codes[trait.dimension.name][person], len(trait.dimension.leaves)) for trait in own}
    told = {trait.dimension.name: _told(rng, trait, len(person)) for trait in traits if trait.of_contact}
    return People(household, person, {**belongs, **told, month.name: _leaves(months, len(month.leaves))})


def _households(rng: np.random.Generator, count: int) -> Places:
    sizes = rng.choice(len(SIZES), size=count, p=SIZES) + 1
    enough = int(np.searchsorted(np.cumsum(sizes), count)) + 1
    return np.repeat(np.arange(enough), sizes[:enough])


def _codes(rng: np.random.Generator, trait: Trait, household: Places) -> Places:
    """Place of each person's leaf, -1 where it is not recorded."""
    shares = trait.shares()
    heads = rng.choice(len(shares), size=household.max() + 1, p=shares)
    own = rng.choice(len(shares), size=len(household), p=shares)
    codes = np.where(rng.random(len(household)) < trait.shared, heads[household], own)
    return np.where(rng.random(len(household)) < trait.missing, -1, codes)


def _plant_family(rng: np.random.Generator, codes: Mapping[str, Places], traits: Sequence[Trait], household: Places) -> None:
    trait = traits[int(rng.integers(len(traits)))]
    code, rarest = codes[trait.dimension.name], len(trait.dimension.leaves) - 1
    code[code == rarest] = 0
    code[household == np.bincount(household).argmax()] = rarest


def _plant_full_cell(rng: np.random.Generator, codes: Mapping[str, Places], traits: Sequence[Trait]) -> None:
    first, second = (traits[i].dimension for i in rng.permutation(len(traits))[:2])
    codes[second.name][codes[first.name] == rng.integers(len(first.leaves))] = rng.integers(len(second.leaves))


def _contacts(rng: np.random.Generator, persons: int, months: int, once: bool) -> tuple[Places, Places]:
    """Person and month of each contact: most come once or twice, one comes very often."""
    number = 1 + rng.negative_binomial(0.8, 0.45, size=persons)
    number[rng.integers(persons)] += 25
    person = np.repeat(np.arange(persons), number)
    first = rng.integers(months, size=persons)[person]
    later = np.zeros(len(person), dtype=np.int64) if once else rng.geometric(0.5, size=len(person)) - 1
    return person, np.minimum(first + later, months - 1)


def _told(rng: np.random.Generator, trait: Trait, contacts: int) -> Truths:
    """One leaf for each contact, for a third of them perhaps a second one, for some none."""
    shares = trait.shares()
    leaves = _leaves(rng.choice(len(shares), size=contacts, p=shares), len(shares))
    second = _leaves(rng.choice(len(shares), size=contacts, p=shares), len(shares))
    leaves |= second & (rng.random(contacts) < 1 / 3)[:, None]
    return leaves & (rng.random(contacts) >= trait.missing)[:, None]


def _leaves(codes: Places, count: int) -> Truths:
    return np.equal(codes[:, None], np.arange(count))
