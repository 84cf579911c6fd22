"""People of a made-up centre and counts of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.results import Dimension, Key

Truths = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class People:
    """household: of each person; person: of each contact; belongs: dimension to contacts × leaves, true where a contact counts.

    A person counts where one of the person's contacts does.
    """

    household: Places
    person: Places
    belongs: Mapping[str, Truths]

    def only(self, kept: Truths) -> "People":
        """The same people with some contacts only."""
        return People(self.household, self.person[kept], {name: leaves[kept] for name, leaves in self.belongs.items()})

    def without_leaves(self, name: str, count: int) -> "People":
        """The same contacts, told in the first `count` leaves of a dimension."""
        return People(self.household, self.person, {**self.belongs, name: self.belongs[name][:, :count]})


@dataclass(frozen=True)
class Group:
    """Counts of one group; `largest` by measure: the two largest contributions of a household."""

    persons: int
    contacts: int
    households: int
    largest: Mapping[str, tuple[int, int]]


def group_of(people: People, dimensions: Mapping[str, Dimension], key: Key) -> Group:
    """Counts the people of a key."""
    inside = np.ones(len(people.person), dtype=bool)
    for name, category in key:
        places = [dimensions[name].leaves.index(leaf) for leaf in dimensions[name].members(category)]
        inside &= people.belongs[name][:, places].any(axis=1)
    persons = np.unique(people.person[inside])
    by_persons = np.bincount(people.household[persons])
    by_contacts = np.bincount(people.household[people.person[inside]])
    largest = {"persons": _two_largest(by_persons), "contacts": _two_largest(by_contacts)}
    return Group(len(persons), int(inside.sum()), int((by_persons > 0).sum()), largest)


def _two_largest(contributions: Places) -> tuple[int, int]:
    top = np.sort(np.concatenate([contributions, [0, 0]]))[-2:]
    return int(top[1]), int(top[0])
