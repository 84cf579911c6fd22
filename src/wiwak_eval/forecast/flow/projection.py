"""The flow carried on: simulated months of contacts and persons after the window.

Active persons of a month are those of all earlier cohorts who are still in counselling; contacts are their further contacts and one first
contact for each new or returning person. Each path takes one bootstrap sample of persistence and contact rate, one draw of the intake's
parameters and one error path of the reference class. Ten months cannot show the seasons of a year: the model knows none.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.model import LONGEST_HORIZON, FlowFit
from wiwak_eval.forecast.flow.months import Walk
from wiwak_eval.forecast.flow.parameters import SOURCES, Source, draw_parameters

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Factors:
    """Dated multipliers of policy levers, one a month ahead; None = 1 throughout.

    inflow: on new persons; persistence: on the persons of earlier cohorts who are still in counselling; contacts: on all contacts, as far
    as first contacts leave room below; more contacts than before are with the same persons, fewer with fewer.
    """

    inflow: Floats | None = None
    persistence: Floats | None = None
    contacts: Floats | None = None


@dataclass(frozen=True)
class FlowPaths:
    """Whole counts.

    months: keys of the months ahead; contacts (with anonymous ones), persons (unduplicated in the month), new_persons, returning: shape
    [draws, months] each; year_persons: unduplicated persons of each whole calendar year ahead, [draws].
    """

    months: tuple[str, ...]
    contacts: Counts
    persons: Counts
    new_persons: Counts
    returning: Counts
    year_persons: Mapping[int, Counts]

    def year_contacts(self, year: int) -> Counts:
        """Contacts in the months of a year, [draws]."""
        return np.asarray(self.contacts[:, [month.startswith(str(year)) for month in self.months]].sum(axis=1))


def project(
    fit: FlowFit, horizon: int, draws: int, seed: int, factors: Factors | None = None, sources: Collection[Source] = SOURCES
) -> FlowPaths:
    """Simulate `draws` paths of `horizon` months. sources: what is left uncertain. Raises ValueError beyond 36 months."""
    if not 1 <= horizon <= LONGEST_HORIZON:
        raise ValueError(f"between 1 and {LONGEST_HORIZON} months can be projected")
    streams = np.random.SeedSequence(seed).spawn(len(SOURCES))
    rngs = {source: np.random.default_rng(stream) for source, stream in zip(SOURCES, streams, strict=True)}
    first = min(0, int(fit.episodes.start_month.min()))
    ages = len(fit.window.months) - first + horizon + 1
    drawn = draw_parameters(fit, horizon, draws, ages, rngs, sources)
    months = tuple(pd.period_range(pd.Period(fit.window.months[-1], freq="M") + 1, periods=horizon).astype(str))
    return _paths(Walk(fit, drawn, rngs["counts"] if "counts" in sources else None, first), factors or Factors(), months)


def plan(fit: FlowFit, horizon: int, factors: Factors | None = None) -> FlowPaths:
    """The plan run: one path with every source at its central value, rounded to whole counts."""
    return project(fit, horizon, 1, 0, factors, ())


def variance_shares(
    fit: FlowFit, horizon: int, draws: int, seed: int, factors: Factors | None = None
) -> Mapping[int, Mapping[Source, float]]:
    """By whole calendar year ahead: variance of the year's contacts where one source alone is uncertain, over that where all are.

    The shares need not add up to one: sources multiply, and persistence and contact rate are estimated from the same contacts.
    """
    every = project(fit, horizon, draws, seed, factors)
    alone = {source: project(fit, horizon, draws, seed, factors, (source,)) for source in SOURCES}
    return {
        year: {source: float(paths.year_contacts(year).var() / every.year_contacts(year).var()) for source, paths in alone.items()}
        for year in every.year_persons
    }


def _paths(walk: Walk, factors: Factors, months: tuple[str, ...]) -> FlowPaths:
    ones = np.ones(len(months))
    inflow, staying, seen = (ones if factor is None else factor for factor in (factors.inflow, factors.persistence, factors.contacts))
    years = {int(month[:4]) for month in months if months.count(f"{month[:4]}-01") and months.count(f"{month[:4]}-12")}
    persons_of: dict[int, Floats] = {}
    rows = []
    for place, month in enumerate(months):
        year = int(month[:4])
        if year in years and month.endswith("-01"):
            persons_of[year] = walk.present(place, staying[place])
        step = walk.step(place, int(month[5:]), inflow[place], staying[place], seen[place])
        if year in years:
            persons_of[year] = persons_of[year] + step.new + step.back_from_before
        rows.append(step)

    def whole(name: str) -> Counts:
        return np.stack([np.rint(getattr(step, name)).astype(np.int64) for step in rows], axis=1)

    by_year = {year: np.rint(persons).astype(np.int64) for year, persons in persons_of.items()}
    return FlowPaths(months, whole("contacts"), whole("persons"), whole("new"), whole("returning"), by_year)
