"""The mean time within the window: by hand, against statsmodels, and with whole households drawn."""

import numpy as np
import pandas as pd
import pytest
from chain_samples import competing
from statsmodels.duration.survfunc import CumIncidenceRight

from wiwak_eval.evaluation.chain.restricted import days_without, restricted_mean


def of_stage(done, left, watched, households=None):
    count = len(done)
    names = households or [f"H{n}" for n in range(count)]
    nothing = np.full(count, np.inf)
    return pd.DataFrame(
        {"household": names, "done": done, "left": left, "watched": watched, "dropped": nothing, "not_needed": nothing, "begun": nothing}
    )


def test_by_hand() -> None:
    """Two of four are done on days 60 and 120, two move on day 30: of 180 days (60 + 120 + 180 + 180) / 4 = 135 are without."""
    people = of_stage([60.0, 120.0, np.inf, np.inf], [np.inf, np.inf, 30.0, 30.0], [300.0] * 4)
    assert restricted_mean(people).days == pytest.approx(135)


def test_the_same_as_the_area_over_the_curve_of_statsmodels() -> None:
    ends, causes = competing(np.random.default_rng(3), 200, 0.004, 0.002)
    ends = np.floor(ends)
    done, left = (np.where(causes == cause, ends, np.inf) for cause in (1, 2))
    mean = restricted_mean(of_stage(done, left, np.where(causes == 0, ends, 400.0)))
    fit = CumIncidenceRight(ends, causes)
    before = [float(fit.cinc[0][fit.times <= day][-1]) if (fit.times <= day).any() else 0.0 for day in range(180)]
    assert mean.days == pytest.approx(sum(1 - share for share in before), abs=1e-9)
    assert mean.low < mean.days < mean.high


def test_families_that_wait_together_make_the_interval_wider() -> None:
    done = np.repeat(np.arange(10.0, 170.0, 4), 4)
    alone = of_stage(done, np.full(160, np.inf), np.full(160, 300.0))
    families = of_stage(done, np.full(160, np.inf), np.full(160, 300.0), [f"H{n // 4}" for n in range(160)])
    single, joint = restricted_mean(alone), restricted_mean(families)
    assert single.days == joint.days
    assert joint.high - joint.low == pytest.approx(2 * (single.high - single.low), rel=0.2)


def test_order_and_names_of_households_change_nothing() -> None:
    rng = np.random.default_rng(5)
    done, watched = np.floor(rng.uniform(5, 250, 60)), np.floor(rng.uniform(60, 300, 60))
    people = of_stage(done, np.full(60, np.inf), watched, [f"H{n // 2}" for n in range(60)])
    other = people.assign(household=[f"X{(n * 7) % 30}" for n in people.index // 2]).sample(frac=1, random_state=1)
    assert restricted_mean(other) == restricted_mean(people)


def test_everybody_done_on_the_first_day_is_no_day_without() -> None:
    events = np.zeros((1, 182))
    events[0, 0] = 5
    assert days_without(events, np.zeros((1, 182)), events).tolist() == [0]
