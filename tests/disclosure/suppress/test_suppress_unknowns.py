"""The unknowns are few, but allow just what the whole crossing of all categories allows."""

import numpy as np
import pytest
from scipy.optimize import linprog

from tests.disclosure.suppress.crossed_tables import CrossedTables
from tests.disclosure.suppress.small_tables import dimension, sparse_counts, with_margins
from wiwak_eval.disclosure.suppress.cliques import cliques
from wiwak_eval.disclosure.suppress.unknowns import unknowns
from wiwak_eval.results import Measure, key_of

TOPIC = dimension("topic", "a", "b", "c", unions=(("ab", ("a", "b")),))
MONTH = dimension("month", "1", "2", "3", unions=(("early", ("1", "2")),), time=True)
STATUS, GENDER, AGE = dimension("status", "s", "t"), dimension("gender", "m", "w"), dimension("age", "young", "middle", "old")
MARGINS = [{"topic", "status"}, {"status", "gender"}, {"gender", "age"}, {"age", "topic"}, {"status"}, {"age"}, set()]


def widths(dimensions, measures, printed, targets):
    """Greatest minus least value of each target by the few unknowns."""
    found = {}
    for part in unknowns(dimensions, measures, {*printed, *targets}):
        row = {place: i for i, place in enumerate(part.places)}
        told = [row[place] for place in printed if place in row]
        for target in targets:
            if target in row:
                goal = part.sums[[row[target]]].toarray()[0]
                ends = []
                for sign in (1, -1):
                    equal = np.vstack([part.sums[told].toarray(), part.links[part.equal].toarray()])
                    values = [*(printed[part.places[i]] for i in told), *np.zeros(part.equal.sum())]
                    less = part.links[~part.equal].toarray()
                    result = linprog(sign * goal, A_ub=less, b_ub=np.zeros(len(less)), A_eq=equal, b_eq=values)
                    ends.append(np.inf if result.status == 3 else abs(result.fun))
                found[target] = ends[1] - ends[0]
    return found


def compared(rng, dimensions, measures, values, share):
    """Widths of all numbers that a random share of the numbers leaves open, by the few unknowns and by all of them."""
    places = sorted(values)
    hidden = [place for place in places if rng.random() < share][:12]
    printed = {place: values[place] for place in places if place not in hidden}
    crossed = CrossedTables(dimensions, measures, values)
    few = widths(dimensions, measures, printed, hidden)
    return [few[place] for place in hidden], [crossed.width(place, printed) for place in hidden]


@pytest.mark.parametrize("seed", range(6))
def test_tables_that_share_dimensions_need_not_be_crossed(seed):
    rng = np.random.default_rng(seed)
    dimensions = (TOPIC, STATUS, GENDER, AGE)
    secrets = with_margins(dimensions, sparse_counts(rng, (3, 2, 2, 3), 90), 5, margins=MARGINS[: 4 + seed % 4])
    few, all_ = compared(rng, dimensions, (Measure("persons", ""),), {(one.measure, one.key): one.value for one in secrets}, 0.6)
    np.testing.assert_allclose(few, all_, atol=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_people_who_come_again_with_contacts_that_bound_them(seed):
    """Persons in several months; contacts in one month each, half of the time of several topics; status is not always recorded."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(40), rng.integers(1, 4, 40))
    status, month = rng.integers(0, 3, 40)[person], rng.integers(0, 3, len(person))
    topics = np.eye(3, dtype=bool)[rng.integers(0, 3, len(person))] | (rng.random((len(person), 3)) < 0.2 * (seed % 2))
    several = ("topic",) if seed % 2 else ()
    persons = Measure("persons", "", ("month", "topic"), ("status",))
    measures = (Measure("contacts", "", several, ("status",), at_least="persons"), persons)
    values = {}
    for topic in ("a", "b", "c", "ab", "*", ""):
        for time in ("1", "2", "3", "early", ""):
            for state in ("s", "t", "*", ""):
                inside = np.ones(len(person), dtype=bool)
                inside &= topics[:, [TOPIC.leaves.index(leaf) for leaf in TOPIC.members(topic)]].any(axis=1) if topic else True
                inside &= np.isin(month, [MONTH.leaves.index(leaf) for leaf in MONTH.members(time)]) if time else True
                inside &= np.isin(status, ["st".index(leaf) for leaf in STATUS.members(state)]) if state else True
                key = key_of({name: c for name, c in (("topic", topic), ("month", time), ("status", state)) if c})
                if len(key) < 3:
                    values |= {("contacts", key): int(inside.sum()), ("persons", key): len(np.unique(person[inside]))}
    few, all_ = compared(rng, (TOPIC, MONTH, STATUS), measures, values, 0.3)
    np.testing.assert_allclose(few, all_, atol=1e-6)


def test_people_of_many_attributes_are_told_by_few_unknowns():
    attributes = [dimension(f"attribute {i}", *(f"{i}.{j}" for j in range(9))) for i in range(8)]
    month = dimension("month", *(f"{i}" for i in range(12)), time=True)
    places = [("persons", key_of({one.name: leaf, "month": when})) for one in attributes for leaf in one.leaves for when in month.leaves]
    parts = unknowns((*attributes, month), (Measure("persons", ""),), places)
    assert len(parts) == 12
    assert {part.sums.shape for part in parts} == {(8 * 9, 8 * 9)}


def test_a_ring_of_crossed_dimensions_is_closed_by_a_chord():
    found = cliques({"a": 2, "b": 3, "c": 4, "d": 5}, [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    assert [set(one.names) for one in found] == [{"a", "b", "c"}, {"a", "c", "d"}]
    assert [(one.shared, one.parent) for one in found] == [((), -1), (("a", "c"), 0)]
