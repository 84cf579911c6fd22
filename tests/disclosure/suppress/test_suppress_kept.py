"""What is printed keeps every number as open as was asked, computed the long way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.suppress.crossed_tables import CrossedTables
from tests.disclosure.suppress.small_tables import dimension, sparse_counts, with_margins
from wiwak_eval.disclosure.suppress import suppress
from wiwak_eval.results import Measure

A, B, C = dimension("a", "a1", "a2", "a3"), dimension("b", "b1", "b2", "b3", "b4"), dimension("c", "c1", "c2")


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    dimensions=st.sampled_from([(A,), (A, B), (B, C), (A, B, C)]),
    gap=st.sampled_from(["", "a", "b"]),
    people=st.integers(1, 120),
    k=st.sampled_from([5, 10]),
    seed=st.integers(0, 999),
)
def test_every_number_with_a_need_stays_open_or_is_named(dimensions, gap, people, k, seed):
    shape = tuple(len(one.leaves) + (one.name == gap) for one in dimensions)
    measure = Measure("persons", "Personen", incomplete=(gap,) if gap else ())
    secrets = with_margins(dimensions, sparse_counts(np.random.default_rng(seed), shape, people), k)
    found = suppress(dimensions, (measure,), secrets)
    values = {(one.measure, one.key): one.value for one in secrets}
    primary = {(one.measure, one.key) for one in secrets if one.need}
    exact = {(one.measure, one.key) for one in secrets if one.exact}
    assert primary <= found.hidden <= values.keys() - exact
    assert found.secondary == found.hidden - primary
    tables = CrossedTables(dimensions, (measure,), values)
    printed = {place: value for place, value in values.items() if place not in found.hidden}
    for place in sorted(primary)[:10]:
        if place in found.unprotected:
            assert tables.width(place, {one: values[one] for one in exact}) < k - 1e-6
        else:
            assert tables.width(place, printed) >= k - 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_no_secondary_number_could_be_printed(seed):
    secrets = with_margins((A, B), sparse_counts(np.random.default_rng(seed), (3, 4), 70), 5)
    found = suppress((A, B), (Measure("persons", ""),), secrets)
    values = {(one.measure, one.key): one.value for one in secrets}
    tables = CrossedTables((A, B), (Measure("persons", ""),), values)
    primary = [(one.measure, one.key) for one in secrets if one.need]
    assert found.secondary
    for shown in found.secondary:
        printed = {place: value for place, value in values.items() if place not in found.hidden or place == shown}
        assert any(tables.width(place, printed) < 5 - 1e-6 for place in primary)
