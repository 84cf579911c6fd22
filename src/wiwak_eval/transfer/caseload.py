"""Contacts of the budget years in every county: the home county's forecast, carried over by expected persons and rates."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.model import CountyCaseload
from wiwak_eval.transfer.pooling import Pooled
from wiwak_eval.transfer.rates import STREAM, CountyRates, county_rates

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Size:
    """One county beside the home county. ratio: expected persons over those of the home county; site: place among the sites, None without
    data; dispersion: variance over mean of a year's contacts."""

    ratio: float
    site: int | None
    dispersion: float


def county_caseload(
    caseload: Caseload | NotAssessable, records: Records, context: Context, assumptions: Assumptions
) -> CountyCaseload | NotAssessable:
    """contacts of county i = contacts of the home county x quota_i / quota_home x rate_i / observed rate of the home county.

    Levers that only shift people between counties act on the home county's own row: the others follow its forecast without them.

    Each draw takes the forecast's path of the same number and one draw of all rates; other counties' counts scatter around that as counts
    do. The home county's own row is its forecast, unless several counties' rates are pooled: then it is moved as its rate is.
    context: as known on the as-of date. Refused as the forecast and the rates are.
    """
    if isinstance(caseload, NotAssessable):
        return caseload
    rates = county_rates(records, context, assumptions, max(caseload.years))
    if isinstance(rates, NotAssessable):
        return rates
    return carried_over(caseload, rates, int(assumptions.number("forecast_seed", records.provenance.period_to)))


def carried_over(caseload: Caseload, rates: CountyRates, seed: int) -> CountyCaseload:
    """See `county_caseload`."""
    rng = np.random.default_rng([seed, STREAM])
    home = np.array(caseload.draws, dtype=float)
    fit, sizes = rates.fit(home.shape[1], rng), sizes_of(rates)
    factors = np.array(central_factors(sizes, fit))
    there = caseload.elsewhere or caseload
    at_home = np.arange(len(sizes)) == rates.home
    planned = [_rounded(np.where(at_home, own, other) * factors) for own, other in zip(caseload.contacts, there.contacts, strict=True)]
    return CountyCaseload(
        years=caseload.years,
        counties=rates.counties,
        home=rates.home,
        planned=tuple(tuple(int(value) for value in year) for year in planned),
        draws=county_draws(home, np.array(there.draws, dtype=float), sizes, fit, rng),
        pooled=rates.shrinks,
        shifted=caseload.elsewhere is not None,
        own=caseload.contacts,
    )


def sizes_of(rates: CountyRates) -> tuple[Size, ...]:
    """All counties, in their order."""
    home = rates.sites[0]
    places = {site.county: place for place, site in enumerate(rates.sites)}
    return tuple(
        Size(
            float(county.quota / rates.counties[rates.home].quota),
            places.get(place),
            rates.sites[places[place]].dispersion if place in places else home.dispersion,
        )
        for place, county in enumerate(rates.counties)
    )


def central_factors(sizes: tuple[Size, ...], fit: Pooled) -> list[float]:
    """Central contacts of each county over those of the home county, whose site is the first one."""
    return [
        size.ratio * float(np.exp((fit.centre_mean if size.site is None else fit.means[size.site]) - fit.observed[0])) for size in sizes
    ]


def county_draws(home: Floats, there: Floats, sizes: tuple[Size, ...], fit: Pooled, rng: np.random.Generator) -> Floats:
    """Contacts [years, counties, draws], whole. home [years, draws]: paths of the home county, whose site is the first one; there: the same
    paths as the other counties follow them.

    These paths hold what is unsure about the home county's level already, so that its own row only takes the mean shift of its rate.
    """
    columns = []
    for size in sizes:
        if size.site == 0:
            columns.append(_rounded(home * np.exp(fit.shrunk[0] - fit.observed[0])))
            continue
        log_rate = fit.another(rng) if size.site is None else fit.sites[size.site]
        mean = there * size.ratio * np.exp(log_rate - fit.observed[0])
        columns.append(_rounded(rng.gamma(np.maximum(mean, 1e-9) / size.dispersion) * size.dispersion))
    return np.stack(columns, axis=1)


def _rounded(values: Floats) -> Floats:
    return np.asarray(np.floor(values + 0.5))
