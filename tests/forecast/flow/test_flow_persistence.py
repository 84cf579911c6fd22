from datetime import date

import numpy as np
import pytest

from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, Episodes, Kind, complete_window
from wiwak_eval.forecast.flow.persistence import FEWEST_AT_RISK, estimate_persistence, follow_up

WINDOW = complete_window(date(2017, 1, 1), date(2017, 10, 31))
OBSERVABLE = 212


def built(start, last, kind=None):
    start, last = np.array(start), np.array(last)
    count = len(start)
    kind = np.zeros(count, dtype=int) if kind is None else np.array(kind)
    zeros = np.zeros((count, 10), dtype=int)
    return Episodes(WINDOW, np.arange(count), kind, start, last, start // 31, zeros, np.full(count, -1))


def estimated(episodes, tail_log_sd=0.25):
    weights = np.random.default_rng(1).exponential(size=(200, episodes.persons))
    return estimate_persistence(episodes, weights, tail_log_sd, np.random.default_rng(2))


@pytest.fixture(scope="module")
def crowd():
    rng = np.random.default_rng(3)
    start = rng.integers(0, 304, 400)
    known = rng.random(400) < 0.15
    start = np.where(known, -rng.integers(1, 60, 400), start)
    last = np.minimum(start + np.floor(rng.exponential(80, 400) * (rng.random(400) > 0.2)).astype(int), 303)
    kept = np.flatnonzero(~known | (last >= 0))
    return built(start[kept], last[kept], np.where(known, Kind.CONTINUING, Kind.NEW)[kept])


def test_an_open_episode_is_followed_to_the_last_day_on_which_its_end_could_be_seen():
    followed = follow_up(built([0, 0, 0, 213], [212, 213, 303, 250]))
    assert followed.exit.tolist() == [212, 212, 212]
    assert followed.ended.tolist() == [True, False, False]


def test_one_known_before_enters_late():
    followed = follow_up(built([-40], [100], [Kind.CONTINUING]))
    assert (followed.entry.tolist(), followed.exit.tolist()) == ([40], [140])


def test_by_hand():
    """Twenty episodes, five end at once, five after 40 days, the others go on."""
    found = estimated(built([0] * 20, [0] * 5 + [40] * 5 + [300] * 10))
    assert (found.episodes, found.ended, found.curve.reach) == (20, 10, OBSERVABLE + 1)
    assert [found.at(month) for month in (0, 1, 1.31, 1.32)] == [1.0, 0.75, 0.75, 0.5]
    width = 1.959964 * np.sqrt(5 / (20 * 15)) / abs(np.log(0.75))
    assert found.interval(1) == pytest.approx((0.75 ** np.exp(width), 0.75 ** np.exp(-width)))


def test_equals_the_product_limit_of_statsmodels(crowd):
    from statsmodels.duration.survfunc import SurvfuncRight

    found, followed = estimated(crowd), follow_up(crowd)
    late = followed.entry > 0
    own = estimated(built(crowd.start[crowd.kind == Kind.NEW], crowd.last[crowd.kind == Kind.NEW]))
    theirs = SurvfuncRight(followed.exit[~late] + 1.0, followed.ended[~late].astype(int))
    for time, probability, error in zip(theirs.surv_times, theirs.surv_prob, theirs.surv_prob_se, strict=True):
        if time < own.curve.reach:
            day = int(time)
            assert own.curve.survival[day] == pytest.approx(probability, abs=1e-12)
            assert np.sqrt(own.greenwood[day]) * probability == pytest.approx(error, abs=1e-12)
    delayed = SurvfuncRight(followed.exit + 1.0, followed.ended.astype(int), entry=followed.entry.astype(float))
    for time, probability in zip(delayed.surv_times, delayed.surv_prob, strict=True):
        if time < found.curve.reach:
            assert found.curve.survival[int(time)] == pytest.approx(probability, abs=1e-12)


def test_the_bootstrap_agrees_with_greenwood(crowd):
    found = estimated(crowd)
    for months in (1, 3, 5):
        drawn = found.draws.at(np.array([months * DAYS_PER_MONTH]))[:, 0]
        low, high = found.interval(months)
        assert drawn.mean() == pytest.approx(found.at(months), abs=0.02)
        assert drawn.std() == pytest.approx((high - low) / 3.92, rel=0.25)


def test_the_tail_falls_without_end_and_is_less_certain_the_further_it_goes(crowd):
    found = estimated(crowd)
    months = np.arange(0, 36)
    values = found.curve.at(months * DAYS_PER_MONTH)
    assert (np.diff(values) <= 0).all()
    assert values[-1] > 0
    spread = [high / low for low, high in (found.interval(month) for month in (6, 12, 24))]
    assert spread == sorted(spread)
    assert found.at_risk[found.curve.reach :].max(initial=0) < FEWEST_AT_RISK or found.curve.reach == len(found.at_risk)


def test_the_tail_has_about_the_hazard_of_an_exponential_stay(crowd):
    assert estimated(crowd).curve.tail_hazard == pytest.approx(DAYS_PER_MONTH / 80, rel=0.3)


@pytest.mark.parametrize("last", [[0] * 40, [303] * 40])
def test_where_all_end_at_once_or_none_does_the_interval_is_that_of_a_share(last):
    low, high = estimated(built([0] * 40, last)).interval(0.5)
    assert (low == 0.0, high == 1.0) == (last[0] == 0, last[0] == 303)
    assert high - low == pytest.approx(1 - 0.025 ** (1 / 40), abs=0.01) or last[0] == 0
