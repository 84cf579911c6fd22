from dataclasses import replace

import numpy as np
import pytest
from risk_samples import additive

from wiwak_eval.budget.risk.inputs import CASELOAD
from wiwak_eval.budget.risk.orders import NEAR, NEGLIGIBLE, SAME, SHAPE, STEPS, TOGETHER, order_summary, ranked
from wiwak_eval.budget.risk.sobol import Part, parts, together, total_cost
from wiwak_eval.budget.risk.tornado import Swing, tornado

DEVIATIONS = (3e6, 1e6, 4e6, 2e6)
SHARES = {f"input_{place}": deviation**2 / 55e12 for place, deviation in enumerate(DEVIATIONS)} | {CASELOAD: 25 / 55}
"""Squares of 3, 1, 4, 2 and 5 add up to 55."""


@pytest.fixture(scope="module")
def found():
    model, inputs = additive(DEVIATIONS, caseload=5e6)
    return tornado(model, inputs), parts(total_cost(model, inputs), inputs.uncertain, 1)


def test_sobol_finds_the_known_shares(found):
    for id, share in SHARES.items():
        assert found[1][id].first == pytest.approx(share, abs=0.01)
        assert found[1][id].total == pytest.approx(share, abs=0.01)


def test_in_an_additive_model_both_orders_agree(found):
    expected = [CASELOAD, "input_2", "input_0", "input_3", "input_1"]
    assert [swing.id for swing in found[0]] == expected
    order = ranked(*found)
    assert [one.id for one in order] == expected
    assert {one.reading for one in order} == {SAME}
    assert "derselben Reihenfolge" in order_summary(order, {})


def test_swings_of_an_additive_model_are_known(found):
    """From P10 to P90 a symmetric triangle of standard deviation 1 goes 2 x √6 x (1 - √0.2)."""
    width = 2 * np.sqrt(6) * (1 - np.sqrt(0.2))
    sizes = {swing.id: swing.size for swing in found[0]}
    assert [sizes[f"input_{place}"] for place in range(4)] == pytest.approx([width * deviation for deviation in DEVIATIONS], rel=1e-6)
    assert not any(swing.posts for swing in found[0])


def test_a_group_has_the_share_of_its_parts():
    model, inputs = additive(DEVIATIONS, caseload=5e6)
    part = together(total_cost(model, inputs), [id in {"input_0", "input_2"} for id in inputs.uncertain], 1)
    assert part.first == pytest.approx(25 / 55, abs=0.015)
    assert part.total == pytest.approx(25 / 55, abs=0.015)
    assert together(total_cost(model, inputs), [True] * 5, 1) == Part(1, 1)
    assert together(total_cost(model, inputs), [False] * 5, 1) == Part(0, 0)


def test_a_product_shows_as_interaction():
    """x·y of two centred inputs has no main effect at all: all variance is in what they do together."""
    part = parts(lambda uniforms: (uniforms[0] - 0.5) * (uniforms[1] - 0.5), ("x", "y"), 1)
    assert part["x"].first == pytest.approx(0, abs=0.01)
    assert part["x"].total == pytest.approx(1, abs=0.02)


def test_a_single_input_has_all_of_it():
    assert parts(lambda uniforms: uniforms[0], ("x",), 1) == {"x": Part(1, 1)}


def test_steps_of_posts_are_seen():
    model, inputs = additive((1e6,), posts=6_000_000)
    assert {swing.id: swing.posts for swing in tornado(model, inputs)} == {CASELOAD: True, "input_0": False}


def swings(*order, posts=()):
    return [Swing(id, 0, 100.0 - place, 0, 0, id in posts) for place, id in enumerate(order)]


@pytest.mark.parametrize(
    ("part", "posts", "reading"),
    [
        (Part(0.004, 0.005), (), NEGLIGIBLE),
        (Part(0.10, 0.20), (), TOGETHER),
        (Part(0.295, 0.295), (), NEAR),
        (Part(0.20, 0.20), ("a",), STEPS),
        (Part(0.20, 0.20), (), SHAPE),
    ],
)
def test_a_difference_of_places_is_explained_by_the_numbers(part, posts, reading):
    order = ranked(swings("a", "b", posts=posts), {"a": part, "b": Part(0.30, 0.30)})
    assert [(one.id, one.swing_place, one.sobol_place) for one in order] == [("b", 2, 1), ("a", 1, 2)]
    assert order[1].reading == reading
    summary = order_summary([replace(order[1])], {"a": "Anfahrt"})
    assert (reading in summary) is (reading != NEGLIGIBLE)
    assert ("Anfahrt" in summary) is (reading != NEGLIGIBLE)
