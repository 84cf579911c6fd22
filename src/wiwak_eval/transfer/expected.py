"""Recognised refugees to be expected in the Land, month by month, from the public series down.

New ones are positive decisions in Germany, lagged, times the Land's Königstein share, and family reunion to the whole Land, times the
levers of the scenario that act on new persons in all counties alike. The stock are all of them since the series begins (January 2015),
less a monthly share who leave the Land; who was recognised before is not in it. Removals between counties do not change the Land.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.forecast.flow.leading import LAGS, decided, lag_weights, positive_decisions
from wiwak_eval.forecast.flow.reference_class import log_error_paths, log_sd_12m
from wiwak_eval.forecast.levers import lever_factors
from wiwak_eval.results import NotAssessable

FAMILY = "land_family_reunion_month"
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class LandRefugees:
    """Persons in the Land by month, [draws, months]; one row is the central run.

    new: who arrive with a title in the month; stock: who live in the Land at its end.
    """

    months: tuple[str, ...]
    new: Floats
    stock: Floats

    def new_in(self, year: int) -> Floats:
        """New persons of a calendar year, [draws]."""
        return np.asarray(self.new[:, [month.startswith(f"{year}-") for month in self.months]].sum(axis=1))

    def stock_in(self, year: int) -> Floats:
        """Persons at the end of June, [draws]."""
        return np.asarray(self.stock[:, self.months.index(f"{year}-06")])


@dataclass(frozen=True)
class _Unsure:
    """Of each draw: factors on decisions [draws, months], 1 while published, on family reunion and the Land's share [draws]; outflow
    [draws]: the share who leave in a month."""

    decisions: Floats
    family: Floats
    share: Floats
    outflow: Floats


def expected_in_land(
    context: Context, assumptions: Assumptions, last_year: int, draws: int = 0, seed: int = 0
) -> LandRefugees | NotAssessable:
    """From the first published month to the end of `last_year`. draws: 0 for the central run alone.

    context: as known on the as-of date. Months not yet published are expected at the recent level; what is drawn is their log error, which
    grows with the horizon (`forecast.flow.reference_class`), the part of Germany's that really came to the Land, the level of family
    reunion and the share who leave (low and high of the assumptions as 10 % and 90 % points). Refused where nothing is published or a value
    is missing.
    """
    positive = positive_decisions(context)
    if not positive:
        return NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")
    months = months_between(first_day(min(positive)), date(last_year, 12, 31))
    try:
        unsure = _drawn(assumptions, months, max(positive), draws, seed) if draws else _central(assumptions, months, max(positive))
        new = _new(positive, assumptions, months, unsure)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    return LandRefugees(months, new, _stock(new, unsure.outflow))


def _new(positive: dict[str, float], assumptions: Assumptions, months: tuple[str, ...], unsure: _Unsure) -> Floats:
    """Before the series begins, nobody is counted: the stock is of those decided since."""
    share = np.array([assumptions.number("koenigstein_share_thuringia", first_day(month)) for month in months])
    family = np.array([assumptions.number(FAMILY, first_day(month)) for month in months])
    decisions = np.array([decided(positive, month) for month in months]) * unsure.decisions
    weights = lag_weights(assumptions, months[0])
    lagged = sum(weight * _later(decisions, lag) for weight, lag in zip(weights, LAGS, strict=True)) / sum(weights)
    new = share * unsure.share[:, None] * lagged + family * unsure.family[:, None] * unsure.decisions
    return np.asarray(new * lever_factors(assumptions, "inflow", months, common=True))


def _later(decisions: Floats, lag: int) -> Floats:
    return np.pad(decisions, ((0, 0), (lag, 0)))[:, : decisions.shape[1]]


def _stock(new: Floats, outflow: Floats) -> Floats:
    stock, path = np.zeros(len(new)), []
    for month in new.T:
        stock = stock * (1.0 - outflow) + month
        path.append(stock)
    return np.stack(path, axis=1)


def _central(assumptions: Assumptions, months: tuple[str, ...], last: str) -> _Unsure:
    outflow = assumptions.number("land_outflow_month", first_day(last))
    return _Unsure(np.ones((1, len(months))), np.ones(1), np.ones(1), np.array([outflow]))


def _drawn(assumptions: Assumptions, months: tuple[str, ...], last: str, draws: int, seed: int) -> _Unsure:
    rng, day, published = np.random.default_rng(seed), first_day(last), months.index(last) + 1
    outflow = assumptions.number("land_outflow_month", day)
    errors = log_error_paths(log_sd_12m(assumptions, day), draws, len(months) - published, rng)
    family, leaving = (_scattered(assumptions, id, day, draws, rng) for id in (FAMILY, "land_outflow_month"))
    return _Unsure(
        decisions=np.concatenate([np.ones((draws, published)), np.exp(errors)], axis=1),
        family=family,
        share=np.exp(assumptions.number("land_share_log_sd", day) * rng.normal(size=draws)),
        outflow=np.minimum(1.0, outflow * leaving),
    )


def _scattered(assumptions: Assumptions, id: str, day: date, draws: int, rng: np.random.Generator) -> Floats:
    """Factors around 1, [draws]: low and high as 10 % and 90 % points of a log-normal; a bound that is 0 says nothing about a factor."""
    found, value = assumptions.get(id, day), assumptions.number(id, day)
    low, high = (value if not bound else float(bound) for bound in (found.low, found.high))
    log_sd = np.log(high / low) / (2 * norm.ppf(0.9)) if value > 0 else 0.0
    return np.asarray(np.exp(log_sd * rng.normal(size=draws)))
