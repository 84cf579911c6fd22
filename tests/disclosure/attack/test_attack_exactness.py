"""Bounds against a count of every table of whole numbers that agrees with what was printed."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.disclosure.attack.attack_samples import PERSONS, release
from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.disclosed import PublishedCell, PublishedRatio
from wiwak_eval.disclosure.model import Target
from wiwak_eval.results import Dimension, Measure, key_of

WIDE = 10**6
"""More than any number is open by: every hidden number then comes back with its bounds."""

A, B, C = (Dimension(name, name, ("0", "1")) for name in "abc")
THREE = Dimension("t", "t", ("0", "1", "2"), (("low", ("0", "1")), ("high", ("1", "2"))))
CONTACTS = Measure("contacts", "Beratungen", at_least="persons")


def tables(cells, total):
    """All ways to put `total` people into cells."""
    if cells == 1:
        return np.array([[total]])
    return np.vstack([np.insert(tables(cells - 1, total - first), 0, first, axis=1) for first in range(total + 1)])


def sums(worlds, dimensions, key):
    """The number of a group in each world; the columns of worlds run through the leaves of all dimensions."""
    named = dict(key)
    inside = [dimension.members(named[dimension.name]) if dimension.name in named else dimension.leaves for dimension in dimensions]
    every = list(product(*(dimension.leaves for dimension in dimensions)))
    return worlds[:, [all(leaf in held for leaf, held in zip(spot, inside, strict=True)) for spot in every]].sum(axis=1)


def keys(dimensions, told):
    """All groups that some sets of dimensions name, unions too."""
    for names in told:
        chosen = [dimension for dimension in dimensions if dimension.name in names]
        for categories in product(*((*d.leaves, *(name for name, _ in d.unions)) for d in chosen)):
            yield key_of(dict(zip([d.name for d in chosen], categories, strict=True)))


def printed(draw, measure, key, value):
    """A number as it is, within rounding, or hidden; everybody is always told."""
    kind = draw(st.sampled_from(("exact", "rounded", "hidden"))) if key else "exact"
    low, high = {"exact": (value, value), "rounded": (max(0, value - 2), value + 2), "hidden": (None, None)}[kind]
    return PublishedCell("t", measure, key, low, high)


def agree(worlds, cells, value_of):
    """Which worlds a release leaves possible."""
    fits = np.full(len(worlds), True)
    for one in cells:
        if not one.hidden:
            fits &= (value_of(one) >= one.low) & (value_of(one) <= one.high)
    return fits


def bounds(told):
    """Bounds of all hidden numbers as the attacker finds them."""
    hidden = dict.fromkeys((cell.measure, cell.key) for cell in told.cells if cell.hidden)
    report = attack([told], [Target(*place, WIDE) for place in hidden], [], 0, 0)
    assert report.contradiction == ()
    return {(breach.measure, breach.key): (breach.low, breach.high) for breach in report.breaches}


SHAPES = (
    ((A, B), ({"a"}, {"b"}, {"a", "b"}), 6),
    ((A, THREE), ({"t"}, {"a", "t"}), 5),
    ((A, B, C), ({"a", "b"}, {"b", "c"}), 4),
    ((A, B, C), ({"a", "b"}, {"b", "c"}, {"a", "c"}), 4),
)


@pytest.mark.parametrize(("dimensions", "told", "total"), SHAPES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_bounds_are_those_of_all_tables_that_agree(dimensions, told, total, data):
    worlds = tables(int(np.prod([len(dimension.leaves) for dimension in dimensions])), total)
    truth = worlds[[data.draw(st.integers(0, len(worlds) - 1))]]
    every = dict.fromkeys([(), *keys(dimensions, told)])
    cells = [printed(data.draw, "persons", key, int(sums(truth, dimensions, key)[0])) for key in every]
    possible = worlds[agree(worlds, cells, lambda one: sums(worlds, dimensions, one.key))]
    expected = {(one.measure, one.key): sums(possible, dimensions, one.key) for one in cells if one.hidden}
    found = bounds(release(*cells, dimensions=dimensions, measures=(PERSONS,)))
    assert found == {place: (values.min(), values.max()) for place, values in expected.items()}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_contacts_and_a_printed_mean_bound_persons_exactly(data):
    persons, contacts = tables(4, 4), tables(4, 6)
    one, other = (np.repeat(persons, len(contacts), axis=0), np.tile(contacts, (len(persons), 1)))
    larger = (other >= one).all(axis=1)
    worlds = {"persons": one[larger], "contacts": other[larger]}
    at = data.draw(st.integers(0, int(larger.sum()) - 1))
    every = [(), *keys((A, B), ({"a"}, {"a", "b"}))]
    values = {(name, key): sums(worlds[name], (A, B), key) for name in worlds for key in every}
    cells = [printed(data.draw, *place, int(value[at])) for place, value in values.items()]
    fits = agree(worlds["persons"], cells, lambda cell: values[cell.measure, cell.key])
    ratios = []
    for key in every:
        over, under = values["contacts", key], values["persons", key]
        if under[at] and data.draw(st.booleans()):
            low, high = over[at] / under[at] - 0.05, over[at] / under[at] + 0.05
            ratios.append(PublishedRatio("t", ("contacts", key), ("persons", key), float(low), float(high)))
            fits &= (under > 0) & (over >= low * under) & (over <= high * under)
    found = bounds(release(*cells, dimensions=(A, B), measures=(PERSONS, CONTACTS), ratios=tuple(ratios)))
    hidden = {(cell.measure, cell.key) for cell in cells if cell.hidden}
    assert found == {place: (values[place][fits].min(), values[place][fits].max()) for place in hidden}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_topic_that_may_be_one_of_several_bounds_exactly(data):
    """People by a and by the set of topics t they came with: one, the other, both."""
    worlds = tables(6, 5)
    persons = Measure("persons", "Personen", overlapping=("t",))
    topics = Dimension("t", "t", ("0", "1"))
    columns = {None: (0, 1, 2), "0": (0, 2), "1": (1, 2)}
    values = {}
    for sex, topic in product((None, "0", "1"), columns):
        picked = [3 * side + column for side in ((0, 1) if sex is None else (int(sex),)) for column in columns[topic]]
        key = key_of({name: category for name, category in (("a", sex), ("t", topic)) if category is not None})
        values[key] = worlds[:, picked].sum(axis=1)
    at = data.draw(st.integers(0, len(worlds) - 1))
    cells = [printed(data.draw, "persons", key, int(value[at])) for key, value in values.items()]
    fits = agree(worlds, cells, lambda cell: values[cell.key])
    found = bounds(release(*cells, dimensions=(A, topics), measures=(persons,)))
    expected = {cell.key: values[cell.key][fits] for cell in cells if cell.hidden}
    assert found == {("persons", key): (value.min(), value.max()) for key, value in expected.items()}
