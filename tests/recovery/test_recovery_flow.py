"""A known truth found again: simulated centres whose later inflow misses what one would expect as published forecasts did.

The generator below knows days, persons and stays, nothing of episodes, curves or cohorts; its truth is counted from a future of years.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pytest

from wiwak_eval.assumptions import Assumptions, Context, load_catalogue, load_scenario
from wiwak_eval.assumptions.context import AsylumMonth
from wiwak_eval.forecast.flow import fit_contacts, project
from wiwak_eval.forecast.flow.episodes import complete_window, find_episodes
from wiwak_eval.forecast.flow.persistence import follow_up
from wiwak_eval.shipped import shipped

PILOTS, BEFORE, WINDOW, AHEAD, LATER = 200, 2, 10, 26, 8
FIRST_DAY, LAST_DAY = date(2017, 1, 1), date(2017, 10, 31)
MONTH_STARTS = np.array([np.datetime64("2016-11") + n for n in range(BEFORE + WINDOW + AHEAD + LATER + 1)]).astype("datetime64[D]")
EDGES = (MONTH_STARTS - np.datetime64(FIRST_DAY)).astype(int)
"""Days from the window's first at which the months begin, two before the window first."""
MONTH = 30.4375
QUOTA = 0.0269 * 0.058
ERROR_SD = 0.76
"""Of the log ratio of the later inflow to what one would expect, after twelve months: the reference class."""


@dataclass(frozen=True)
class Pilot:
    """person, day: all contacts with a name, by person and day; anonymous: their days; known: day of each person's first contact ever."""

    person: np.ndarray
    day: np.ndarray
    anonymous: np.ndarray
    decisions: dict[str, int]


def simulate(rng: np.random.Generator) -> Pilot:
    national = rng.lognormal(np.log(20_000), 0.2) * rng.lognormal(0, 0.15, 24)
    months = [str(np.datetime64("2015-10") + n) for n in range(24)]
    intake = rng.poisson(newcomers(rng, national))
    start = np.concatenate([rng.integers(EDGES[n], EDGES[n + 1], count) for n, count in enumerate(intake)])
    person, day = stays(rng, start)
    horizon = day < EDGES[-1]
    person, day = person[horizon], day[horizon]
    anonymous = rng.choice(day, rng.binomial(len(day), 0.04), replace=False)
    return Pilot(person, day, anonymous, dict(zip(months, national.round().astype(int).tolist(), strict=True)))


def newcomers(rng, national):
    """Expected new persons by month: a backlog that a centre finds as it becomes known, and a future that misses what one expects."""
    reach, unreached = rng.uniform(0.35, 0.75), rng.uniform(100, 300)
    finding, at_first = rng.uniform(0.15, 0.30), rng.uniform(0.3, 0.6)
    arriving = np.concatenate([national[-BEFORE - WINDOW :], np.full(AHEAD + LATER, national[-3:].mean())])
    found = []
    for month, persons in enumerate(arriving * QUOTA + 6):
        unreached += reach * persons
        found.append(finding * min(1.0, at_first + (1 - at_first) * max(0, month - BEFORE) / 11) * unreached)
        unreached = (unreached - found[-1]) * 0.985
    error = rng.normal(0, ERROR_SD / np.sqrt(12), AHEAD + LATER).cumsum()
    return np.array(found) * np.exp(np.concatenate([np.zeros(BEFORE + WINDOW), error]))


def stays(rng, start):
    """Contacts of persons who begin on these days: one on the day itself, more while they stay; some come back much later."""
    persons, days = [], []
    who, begin = np.arange(len(start)), start.astype(float)
    liveliness = rng.gamma(4, 1 / 4, len(start))
    for _ in range(2):
        length = rng.exponential(1 / rng.gamma(4, 0.12 / 4, len(who)))
        number = rng.poisson(liveliness[who] * intensity(length))
        again = np.repeat(np.arange(len(who)), number)
        grid = np.linspace(0, 60, 1201)
        age = np.interp(rng.random(len(again)) * intensity(length)[again], intensity(grid), grid)
        persons += [who, who[again]]
        days += [begin, begin[again] + age * MONTH]
        back = rng.random(len(who)) < 0.15
        begin = (begin + (length + 3 + rng.exponential(5, len(who))) * MONTH)[back]
        who = who[back]
    person, day = np.concatenate(persons), np.floor(np.concatenate(days)).astype(int)
    order = np.lexsort((day, person))
    return person[order], day[order]


def intensity(months):
    """Contacts expected after the first in the first months of a stay."""
    return 0.75 * months + 0.9 * 1.5 * (1 - np.exp(-months / 1.5))


def true_episodes(pilot):
    """Person by person: first and last day of each stretch without a gap of more than 90 days, and the contacts' stretches."""
    new = (np.diff(pilot.person, prepend=-1) != 0) | (np.diff(pilot.day, prepend=0) > 90)
    first = np.flatnonzero(new)
    return pilot.day[first], pilot.day[np.append(first[1:], len(pilot.day)) - 1], np.cumsum(new) - 1


def truth(pilots):
    """Of stretches that begin in the window: persistence at 1, 3, 6 months, and further contacts per month of stretch by calendar age."""
    lasting, contacts, exposure = [], np.zeros(10), np.zeros(10)
    for pilot in pilots:
        start, last, stretch = true_episodes(pilot)
        inside = (start >= 0) & (start < EDGES[BEFORE + WINDOW])
        lasting.append((last - start)[inside] / MONTH)
        begun = np.searchsorted(EDGES, start, side="right") - 1
        age = np.searchsorted(EDGES, pilot.day, side="right") - 1 - begun[stretch]
        further = np.diff(stretch, prepend=-1) == 0
        counted = inside[stretch] & further & (age < 10)
        contacts += np.bincount(age[counted], minlength=10)
        for k in range(10):
            low, high = EDGES[begun[inside] + k], EDGES[begun[inside] + k + 1]
            exposure[k] += np.clip(np.minimum(high, last[inside]) - np.maximum(low, start[inside]), 0, None).sum() / MONTH
    kept = np.concatenate(lasting)
    persistence = {months: float((kept >= months).mean()) for months in (1, 3, 6)}
    bands = {0: slice(0, 1), 1: slice(1, 3), 3: slice(3, 6), 6: slice(6, 10)}
    return persistence, {first: contacts[ages].sum() / exposure[ages].sum() for first, ages in bands.items()}


def context_of(pilot):
    months = [AsylumMonth(month, 2 * count, 0, count, 0, 0, count) for month, count in sorted(pilot.decisions.items())]
    return Context(tuple(months), (), {}, ())


def delivered(pilot):
    """What the centre hands over: contacts of the window, and for their persons the day of the first contact ever."""
    window = (pilot.day >= 0) & (pilot.day < EDGES[BEFORE + WINDOW])
    nameless = pilot.anonymous[(pilot.anonymous >= 0) & (pilot.anonymous < EDGES[BEFORE + WINDOW])]
    ids = [f"K{number:05d}" for number in pilot.person[window]] + [None] * len(nameless)
    days = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(np.concatenate([pilot.day[window], nameless]), unit="D")
    frame = pd.DataFrame({"client_id": pd.array(ids, dtype="str"), "date": days})
    begun = pd.Series(pilot.day).groupby(pilot.person).min()
    known = begun[np.unique(pilot.person[window])]
    first = pd.Series(pd.Timestamp(FIRST_DAY) + pd.to_timedelta(known.to_numpy(), unit="D"), index=[f"K{n:05d}" for n in known.index])
    return frame, first


def total(pilot, first, last):
    """Contacts in months `first` to `last` after the window."""
    low, high = EDGES[BEFORE + WINDOW + first - 1], EDGES[BEFORE + WINDOW + last]
    return sum(int(((days >= low) & (days < high)).sum()) for days in (pilot.day, pilot.anonymous))


@pytest.fixture(scope="module")
def assumptions():
    data = shipped("data")
    return Assumptions(load_catalogue(data / "assumptions"), load_scenario(data / "scenarios", "basis"), date(2017, 11, 15))


@pytest.fixture(scope="module")
def recovered(assumptions):
    """By pilot: whether each true value lay in its interval."""
    rng = np.random.default_rng(20171115)
    pilots = [simulate(rng) for _ in range(PILOTS)]
    persistence, rates = truth(pilots)
    inside = {}

    def note(key, low, true, high):
        inside.setdefault(key, []).append((low <= true <= high, (low, true, high)))

    for number, pilot in enumerate(pilots):
        frame, first = delivered(pilot)
        fit = fit_contacts(frame, first, FIRST_DAY, LAST_DAY, context_of(pilot), assumptions, samples=200)
        assert fit.inflow_log_sd == ERROR_SD
        for months, true in persistence.items():
            low, high = fit.persistence.interval(months)
            note(("persistence", months), low, true, high)
        for place, age in enumerate(fit.contact_rate.first_age):
            note(("rate", age), fit.contact_rate.low[place], rates[age], fit.contact_rate.high[place])
        paths = project(fit, AHEAD, 300, number).contacts
        for year, (begin, end) in enumerate(((3, 14), (15, 26)), start=1):
            low, high = np.quantile(paths[:, begin - 1 : end].sum(axis=1), [0.1, 0.9])
            note(("total", year), low, total(pilot, begin, end), high)
    return {key: ([hit for hit, _ in found], [values for _, values in found]) for key, found in inside.items()}


def share(recovered, *key):
    hits, _ = recovered[key]
    return np.mean(hits)


@pytest.mark.parametrize("year", [1, 2])
def test_the_80_percent_range_of_a_years_contacts_holds_about_80_percent(recovered, year):
    """Months 3 to 14 and 15 to 26 ahead."""
    assert 0.72 <= share(recovered, "total", year) <= 0.88


@pytest.mark.parametrize("months", [1, 3, 6])
def test_the_95_percent_interval_of_persistence_holds_about_95_percent(recovered, months):
    assert 0.90 <= share(recovered, "persistence", months) <= 0.98


@pytest.mark.parametrize("age", [0, 1, 3, 6])
def test_the_95_percent_interval_of_the_contact_rate_holds_about_95_percent(recovered, age):
    hits, _ = recovered["rate", age]
    assert len(hits) >= 0.9 * PILOTS
    assert 0.90 <= np.mean(hits) <= 0.98


def test_misses_lie_on_both_sides(recovered):
    for year in (1, 2):
        _, values = recovered["total", year]
        below = np.mean([true < low for low, true, _ in values])
        above = np.mean([true > high for _, true, high in values])
        assert min(below, above) > 0.03


def test_the_middle_of_the_range_is_neither_too_high_nor_too_low(recovered):
    for year in (1, 2):
        _, values = recovered["total", year]
        assert np.median([true / np.sqrt(low * high) for low, true, high in values]) == pytest.approx(1.0, abs=0.15)


def test_censoring_on_the_last_contact_would_overstate_persistence():
    """Why an open episode is followed to the last day on which its end could be seen, and no further."""
    rng = np.random.default_rng(1)
    pilots = [simulate(rng) for _ in range(20)]
    true, _ = truth(pilots)
    naive, ours = [], []
    for pilot in pilots:
        frame, first = delivered(pilot)
        episodes = find_episodes(frame, first, complete_window(FIRST_DAY, LAST_DAY))
        followed = follow_up(episodes)
        ours.append(kaplan_meier(followed.entry, followed.exit, followed.ended, 3))
        entry = np.where(episodes.start < 0, -episodes.start, 0)
        naive.append(kaplan_meier(entry, episodes.last - episodes.start, episodes.last <= episodes.window.last_observable_end, 3))
    assert np.mean(ours) == pytest.approx(true[3], abs=0.03)
    assert np.mean(naive) > true[3] + 0.08


def kaplan_meier(entry, exit, ended, months):
    kept = 1.0
    for day in np.unique(exit[ended & (exit < months * MONTH)]):
        kept *= 1 - (ended & (exit == day)).sum() / ((entry <= day) & (day <= exit)).sum()
    return kept
