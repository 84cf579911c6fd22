from datetime import date

import numpy as np
import pytest

from wiwak_eval.forecast.flow.ages import by_age, further_contacts
from wiwak_eval.forecast.flow.contact_rate import estimate_contact_rate
from wiwak_eval.forecast.flow.curve import Curve
from wiwak_eval.forecast.flow.episodes import Episodes, Kind, complete_window
from wiwak_eval.forecast.flow.kinds import estimate_weights, expected_further

WINDOW = complete_window(date(2017, 1, 1), date(2017, 10, 31))


def exponential(hazard):
    """P(T >= x months) = exp(-hazard x), all of it tail."""
    return Curve(np.array([1.0]), np.array(hazard), 0)


def test_a_cohort_by_calendar_age_as_integrated_by_hand():
    """Starts even in their month: at the first day of month k, exp(-hx) in the mean over (k-1, k) is present."""
    h = 0.4
    ages = by_age(exponential(h), 5)
    assert ages.present[0] == 1.0
    for k in range(1, 5):
        assert ages.present[k] == pytest.approx((np.exp(-h * (k - 1)) - np.exp(-h * k)) / h, rel=1e-3)
    assert ages.exposed[0] == pytest.approx((h - 1 + np.exp(-h)) / h**2, rel=1e-3)
    assert by_age(exponential(h), 80).exposed.sum() == pytest.approx(1 / h, rel=1e-3)


def test_exposure_of_those_who_stay_is_half_a_month_and_then_whole_ones():
    assert by_age(exponential(0.0), 4).exposed == pytest.approx([0.5, 1, 1, 1])


def many(start_month, further, kind=Kind.NEW):
    """One episode a start month; `further` contacts in each month from the start on, besides the first contact."""
    count = len(start_month)
    start_month = np.array(start_month)
    month = np.arange(10)
    contacts = further * (month >= start_month[:, None]) + (month == start_month[:, None]) * (kind != Kind.CONTINUING)
    kinds = np.full(count, kind)
    return Episodes(WINDOW, np.arange(count), kinds, start_month * 30, np.full(count, 303), start_month, contacts, np.full(count, -1))


def rate_of(episodes, hazard):
    ages = 10 + max(0, -int(episodes.start_month.min())) + 1
    weights = np.random.default_rng(1).exponential(size=(300, episodes.persons))
    point = by_age(exponential(hazard), ages)
    drawn = by_age(Curve(np.ones((300, 1)), np.full(300, hazard), 0), ages)
    return estimate_contact_rate(episodes, point, drawn, weights), point


def test_who_stays_and_comes_twice_a_month_has_a_rate_of_two():
    rate, _ = rate_of(many([0] * 50, 2), 0.0)
    assert rate.first_age == (0, 1, 3, 6)
    assert rate.rate == pytest.approx([4, 2, 2, 2])
    assert rate.exposure == pytest.approx([25, 100, 150, 200])
    assert rate.seen == pytest.approx([0.5] * 4)


def test_first_contacts_do_not_count():
    assert further_contacts(many([0, 3], 0)).sum() == 0
    assert rate_of(many([0] * 50, 0), 0.0)[0].rate == pytest.approx([0, 0, 0, 0])


def test_who_has_left_is_no_exposure():
    """The same contacts, but fewer people left to whom they can belong: more a month of counselling."""
    staying, leaving = (rate_of(many([0] * 200, 1), hazard)[0] for hazard in (0.1, 0.3))
    ratio = by_age(exponential(0.1), 11).exposed[6:10].sum() / by_age(exponential(0.3), 11).exposed[6:10].sum()
    assert leaving.rate[3] / staying.rate[3] == pytest.approx(ratio)
    assert ratio > 3


def test_bands_with_little_exposure_are_pooled():
    assert rate_of(many([0] * 3 + [8] * 60, 1), 0.0)[0].first_age == (0, 1)


def test_those_known_before_count_from_the_windows_start_only():
    rate, _ = rate_of(many([-2] * 50, 1, Kind.CONTINUING), 0.3)
    given_present = by_age(exponential(0.3), 13)
    assert rate.exposure.sum() == pytest.approx(50 * given_present.exposed[2:12].sum() / given_present.present[2])


def test_the_model_reproduces_all_contacts_of_the_window():
    rng = np.random.default_rng(5)
    episodes = many(rng.integers(0, 10, 200), 1)
    rate, point = rate_of(episodes, 0.2)
    assert expected_further(episodes, point, rate).sum() == pytest.approx(further_contacts(episodes).sum())


def test_the_interval_narrows_with_the_root_of_the_persons():
    rng = np.random.default_rng(2)

    def width(persons):
        episodes = many([0] * persons, 1)
        episodes.contacts[:] += rng.poisson(2, episodes.contacts.shape)
        rate, _ = rate_of(episodes, 0.0)
        assert (rate.low < rate.rate).all()
        assert (rate.rate < rate.high).all()
        return rate.high[1] - rate.low[1]

    assert width(100) / width(900) == pytest.approx(3, rel=0.3)


def test_returning_persons_who_come_less_are_weighted_less_and_the_total_stays():
    episodes = many([0] * 100, 2)
    episodes.kind[50:] = Kind.RETURNING
    episodes.contacts[50:] //= 2
    rate, point = rate_of(episodes, 0.0)
    expected = expected_further(episodes, point, rate)
    weights = estimate_weights(episodes, expected, 100, np.random.default_rng(1))
    assert weights.returning < 0.8
    assert weights.others > 1.1
    both = np.where(episodes.kind == Kind.RETURNING, weights.returning, weights.others)
    assert (expected * both[:, None]).sum() == pytest.approx(further_contacts(episodes).sum())
