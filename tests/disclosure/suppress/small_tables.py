"""Small tables of counts with all margins, as secrets."""

from itertools import product
from math import log1p

import numpy as np

from wiwak_eval.disclosure.model import Secret
from wiwak_eval.results import Dimension, Measure, key_of

PERSONS = Measure("persons", "Personen")


def dimension(name, *leaves, **more):
    return Dimension(name, name, leaves, **more)


def secret(measure, value, need=0, exact=False, **key):
    return Secret(measure, key_of(key), value, need, exact, log1p(value) or 1.0)


def place(measure, **key):
    return measure, key_of(key)


def with_margins(dimensions, counts, k, measure="persons", margins=None):
    """A number for every group; below k it is to be hidden; the grand total is exact. counts may have a slice more for what is not
    recorded. margins: sets of dimensions to print, else all."""
    found = []
    for chosen in product(*([*range(len(one.leaves)), slice(None)] for one in dimensions)):
        key = {one.name: one.leaves[i] for one, i in zip(dimensions, chosen, strict=True) if i != slice(None)}
        if margins is None or set(key) in margins:
            value = int(counts[chosen].sum())
            found.append(secret(measure, value, k if 0 < value < k and key else 0, not key, **key))
    return found


def sparse_counts(rng, shape, people):
    """Skewed counts: most people in the first categories."""
    chances = [np.arange(1, size + 1) ** -1.3 for size in shape]
    counts = np.zeros(shape, dtype=int)
    for _ in range(people):
        counts[tuple(rng.choice(len(chance), p=chance / chance.sum()) for chance in chances)] += 1
    return counts
