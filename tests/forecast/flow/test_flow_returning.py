from datetime import date

import numpy as np
import pytest

from wiwak_eval.forecast.flow.episodes import Episodes, Kind, complete_window
from wiwak_eval.forecast.flow.priors import Prior
from wiwak_eval.forecast.flow.returning import estimate_returns

WINDOW = complete_window(date(2017, 1, 1), date(2017, 10, 31))
LATE = Prior(0.005, 0.5)


def former(last, next_start):
    count = len(last)
    zeros = np.zeros(count, dtype=int)
    contacts = np.zeros((count, 10), dtype=int)
    return Episodes(WINDOW, np.arange(count), np.full(count, Kind.NEW), zeros, np.array(last), zeros, contacts, np.array(next_start))


def estimated(last, next_start):
    return estimate_returns(former(last, next_start), LATE, 400, np.random.default_rng(1))


def test_time_as_a_former_client_counts_from_the_91st_day():
    """Three clients who left on day 0: one never came back (days 91 to 303), one on day 121, one is still in the gap."""
    found = estimated([0, 0, 250], [-1, 121, -1])
    assert found.returns == 1
    assert found.months == pytest.approx((213 + 30) / 30.4375)


def test_early_returns_are_found_and_fall_away():
    """A fifth of the former clients returns within six weeks, nobody after that."""
    found = estimated([0] * 200, [100] * 20 + [130] * 20 + [-1] * 160)
    shares = found.shares(24, unsure=False)[0]
    assert shares[:3].sum() == pytest.approx(0.2, abs=0.06)
    assert shares[1:4].mean() > 4 * shares[12:].mean()
    assert shares[-1] == pytest.approx(LATE.median, rel=0.6)


def test_a_pool_from_which_nobody_returned_has_few_returns_ahead():
    none, many = (estimated([0] * 200, [day] * 60 + [-1] * 140).shares(6, unsure=True).sum(axis=1).mean() for day in (-1, 100))
    assert none < 0.06
    assert many > 0.2


def test_draws_surround_the_point():
    found = estimated([0] * 100, [110] * 20 + [-1] * 80)
    middle = found.shares(6, unsure=False)[0].sum()
    low, high = np.quantile(found.shares(6, unsure=True).sum(axis=1), [0.05, 0.95])
    assert low < middle < high
