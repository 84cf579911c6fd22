import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from wiwak_eval.evaluation.proportion import wilson


@given(st.integers(1, 2000), st.floats(0, 1))
def test_it_is_that_of_statsmodels(count: int, share: float) -> None:
    hits = round(share * count)
    expected = proportion_confint(hits, count, method="wilson")
    assert wilson(hits / count, count) == pytest.approx(expected, abs=1e-9)


def test_published_example() -> None:
    """Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611."""
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_nobody_has_no_share() -> None:
    with pytest.raises(ValueError, match="nobody"):
        wilson(0.5, 0)
