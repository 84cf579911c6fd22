import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.forecast.simple import NAIVE, SIMPLE

HISTORY = [10, 12, 14, 16, 18, 26]


@pytest.mark.parametrize(
    ("method", "one_ahead", "five_ahead"),
    [("naive", 26, 26), ("mean", 16, 16), ("mean_of_three", 20, 20), ("drift", 26 + 16 / 5, 26 + 16)],
)
def test_by_hand(method, one_ahead, five_ahead):
    assert SIMPLE[method].point(HISTORY, 1) == pytest.approx(one_ahead)
    assert SIMPLE[method].point(HISTORY, 5) == pytest.approx(five_ahead)


def test_the_last_value_is_among_them_and_each_has_its_german_name():
    assert NAIVE in SIMPLE
    assert len({method.label for method in SIMPLE.values()}) == len(SIMPLE)


@given(history=st.lists(st.integers(0, 10_000), min_size=6, max_size=12), ahead=st.integers(1, 36))
def test_none_ever_predicts_less_than_nothing(history, ahead):
    assert all(method.point(history, ahead) >= 0 for method in SIMPLE.values())


@given(history=st.lists(st.integers(0, 10_000), min_size=6, max_size=12), ahead=st.integers(1, 36), factor=st.integers(2, 50))
def test_each_scales(history, ahead, factor):
    for method in SIMPLE.values():
        assert method.point([factor * count for count in history], ahead) == pytest.approx(factor * method.point(history, ahead))


def test_all_agree_on_a_constant_series():
    assert {method.point([7] * 8, ahead) for method in SIMPLE.values() for ahead in (1, 24)} == {7.0}
