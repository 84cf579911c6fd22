"""Whatever people there are, what the attacker proves about them is true."""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.disclosure.attack.attack_samples import cell, release
from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.attack.cliques import bonds, cliques
from wiwak_eval.disclosure.disclosed import PublishedRatio
from wiwak_eval.disclosure.model import Insider, Target
from wiwak_eval.results import ALL, Dimension, Measure

WIDE = 10**6
MONTH = Dimension("month", "Monat", ("1", "2", "3"), (("H", ("1", "2")),), time=True)
TOPIC = Dimension("topic", "Anliegen", ("x", "y", "z"), (("xy", ("x", "y")),))
ORIGIN = Dimension("origin", "Herkunft", ("p", "q", "rest"), sensitive=True, rest="rest")
SEX = Dimension("sex", "Geschlecht", ("f", "m"))
DIMENSIONS = (MONTH, TOPIC, ORIGIN, SEX)
PERSONS = Measure("persons", "Personen", overlapping=("month", "topic"), incomplete=("origin", "topic"))
CONTACTS = Measure("contacts", "Beratungen", overlapping=("topic",), incomplete=("origin", "topic"), at_least="persons")
TOLD = (("month", "sex"), ("month", "topic"), ("origin", "topic"))


def people(draw, number):
    """One entry for each contact: person, month, set of topics, origin or none, sex."""
    found = []
    for person in range(number):
        origin, sex = draw.choice(["p", "q", "rest", ""]), draw.choice(["f", "m"])
        for _ in range(draw.integers(1, 4)):
            topics = {topic for topic in TOPIC.leaves if draw.random() < 0.4}
            found.append((person, {draw.choice(MONTH.leaves)}, topics, {origin} - {""}, {sex}))
    return found


def count(contacts, measure, named, dimensions):
    """Contacts of a group, or different persons in it."""
    index = {"month": 1, "topic": 2, "origin": 3, "sex": 4}
    held = {dimension.name: set(dimension.members(named[dimension.name])) for dimension in dimensions if dimension.name in named}
    inside = [contact for contact in contacts if all(contact[index[name]] & leaves for name, leaves in held.items())]
    return len(inside) if measure == "contacts" else len({contact[0] for contact in inside})


def groups(dimensions):
    """Categories of all groups that are told."""
    chosen = dict.fromkeys(part for told in TOLD for size in range(3) for part in combinations(told, size))
    for names in chosen:
        told = [dimension for dimension in dimensions if dimension.name in names]
        for categories in product(*((*d.leaves, *(name for name, _ in d.unions), ALL) for d in told)):
            yield dict(zip([d.name for d in told], categories, strict=True))


def telling(draw, contacts, dimensions, **more):
    """A release about these contacts, and the true value of each of its numbers."""
    cells, ratios = [], []
    for measure, named in product(("persons", "contacts"), groups(dimensions)):
        value = count(contacts, measure, named, dimensions)
        kind = draw.choice(3, p=[0.4, 0.2, 0.4]) if named else 0
        low, high = [(value, value), (max(0, value - 2), value + 2), (None, None)][kind]
        cells.append((cell(low, high, measure=measure, **named), value))
    truth = {(one.measure, one.key): value for one, value in cells}
    for (measure, key), value in truth.items():
        if measure == "contacts" and value and draw.random() < 0.2:
            mean = value / truth["persons", key]
            ratios.append(PublishedRatio("r", (measure, key), ("persons", key), mean - 0.05, mean + 0.05))
    told = release(*(one for one, _ in cells), dimensions=dimensions, measures=(PERSONS, CONTACTS), ratios=tuple(ratios), **more)
    return told, truth


@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 10_000))
def test_the_truth_lies_within_all_that_is_proved(seed):
    """Persons and contacts, overlapping and incomplete attributes, a former release of the same people and one of a shorter period."""
    draw = np.random.default_rng(seed)
    contacts = people(draw, 12)
    months = replace(MONTH, leaves=("1", "2"), unions=())
    shorter, before = telling(
        draw, [one for one in contacts if "3" not in one[1]], (months, *DIMENSIONS[1:]), version="0", until=date(2017, 9, 30)
    )
    coarse = [(*one[:3], {"rest"} if one[3] == {"q"} else one[3], one[4]) for one in contacts]
    same, _ = telling(draw, coarse, (MONTH, TOPIC, replace(ORIGIN, leaves=("p", "rest")), SEX))
    current, truth = telling(draw, contacts, DIMENSIONS)
    targets = [Target(one.measure, one.key, WIDE) for one in current.cells if one.hidden][::12]
    insiders = [Insider(one.measure, one.key, truth[one.measure, one.key], alone=True) for one in targets[:2]]
    report = attack([shorter, same, current], targets, insiders, 5, 10)
    assert report.contradiction == ()
    bounds = {(one.measure, one.key): (one.low, one.high) for one in report.breaches if one.kind == "bounds"}
    assert all(low <= truth[place] <= high for place, (low, high) in bounds.items())
    assert any(low == high for low, high in bounds.values())
    told = [one for one in report.breaches if one.kind == "small" and (one.measure, one.key) in truth]
    assert all(any(one.low <= values.get((one.measure, one.key), -1) <= one.high for values in (truth, before)) for one in told)
    between = [one for one in report.breaches if one.kind == "difference"]
    assert between
    assert all(one.low <= truth[one.measure, one.key] - before[one.measure, one.key] <= one.high for one in between)


def test_a_ring_of_tables_is_crossed_until_it_is_chordal():
    ring = [frozenset(pair) for pair in ("ab", "bc", "cd", "ad")]
    sizes = dict.fromkeys("abcd", 3)
    crossed = cliques(ring, sizes)
    assert crossed == (("a", "b", "d"), ("b", "c", "d"))
    assert bonds(crossed) == ((0, 1),)
    large = cliques(ring, dict.fromkeys("abcd", 60))
    assert large == (("a", "b"), ("a", "d"), ("b", "c"), ("c", "d")), "too large to be crossed, so told tables stay as they are"
    assert len(bonds(large)) == 4
