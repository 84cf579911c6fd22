"""The parts of a difference add up exactly, whatever the numbers are and whatever could not be computed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.audit.attribution.factors import Factor, rest_label
from wiwak_eval.audit.attribution.shares import NOTHING, only, split, unsplit

CENTS = st.integers(-(10**14), 10**14).map(lambda cents: Decimal(cents).scaleb(-2))
SWAPPED = st.dictionaries(st.sampled_from(list(Factor)), st.none() | CENTS)


@given(CENTS, CENTS, st.none() | CENTS, st.none() | CENTS, SWAPPED)
def test_parts_always_add_up_to_the_difference(before, after, base, whole, swapped) -> None:
    found = split("x", (before, after), {"x": base}, {factor: {"x": value} for factor, value in swapped.items()}, {"x": whole})
    assert sum(found.parts) == found.difference == after - before
    assert set(found.alone) == set(swapped)


@given(CENTS, CENTS, SWAPPED)
def test_without_swaps_that_meet_there_is_nothing_they_change_together(base, whole, swapped) -> None:
    """An additive model: each factor adds its own amount to the base."""
    effects = {factor: value or NOTHING for factor, value in swapped.items()}
    end = base + sum(effects.values(), NOTHING)
    found = split("x", (base, end), {"x": base}, {factor: {"x": base + effect} for factor, effect in effects.items()}, {"x": end})
    assert found.alone == effects
    assert found.together == found.rest == 0
    assert found.reproduced


def test_a_product_changes_together_what_neither_changes_alone() -> None:
    """100 contacts at 2 €, then 110 at 3 €: 20 € by the data, 100 € by the price, 10 € by both."""
    swapped = {Factor.DATA: {"x": Decimal(220)}, Factor.ASSUMPTIONS: {"x": Decimal(300)}}
    found = split("x", (Decimal(200), Decimal(330)), {"x": Decimal(200)}, swapped, {"x": Decimal(330)})
    assert (found.alone[Factor.DATA], found.alone[Factor.ASSUMPTIONS], found.together, found.rest) == (20, 100, 10, 0)


def test_what_a_run_states_and_cannot_be_computed_again_is_rest() -> None:
    """Run B states 5 € more than its own parts give here."""
    found = split("x", (Decimal(200), Decimal(225)), {"x": Decimal(200)}, {Factor.DATA: {"x": Decimal(220)}}, {"x": Decimal(220)})
    assert (found.alone[Factor.DATA], found.together, found.rest) == (20, 0, 5)
    assert not found.reproduced


def test_a_swap_that_fails_leaves_its_effect_to_the_sum() -> None:
    swapped = {Factor.DATA: {"x": None}, Factor.CODE: {"x": Decimal(203)}}
    found = split("x", (Decimal(200), Decimal(230)), {"x": Decimal(200)}, swapped, {"x": Decimal(230)})
    assert (found.alone[Factor.DATA], found.alone[Factor.CODE], found.together) == (None, 3, 27)


@pytest.mark.parametrize("one", list(Factor))
@given(before=CENTS, after=CENTS)
def test_the_one_factor_that_differs_has_it_all(one, before, after) -> None:
    assert only("x", (before, after), one).parts == (after - before, 0, 0)
    assert unsplit("x", (before, after)).rest == after - before


def test_the_rest_says_what_was_not_separated() -> None:
    assert rest_label(frozenset()) == "Rest: nicht zuordenbar"
    assert rest_label(frozenset({Factor.ENVIRONMENT})) == "Rest: Umgebung oder nicht zuordenbar"
    assert rest_label(frozenset({Factor.ENVIRONMENT, Factor.CODE})) == "Rest: Programm, Umgebung oder nicht zuordenbar"
