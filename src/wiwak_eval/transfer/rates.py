"""The rates of all counties that are known, pooled or not, and what they say of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.counties import counties_of, home_of
from wiwak_eval.transfer.elsewhere import other_sites
from wiwak_eval.transfer.expected import LandRefugees, expected_in_land
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.pooling import Pooled, pooled, unpooled
from wiwak_eval.transfer.sites import Site, home_site

STREAM = 9
"""Number of this result's own stream of random numbers, after the seed: it shares none with the forecast's."""


@dataclass(frozen=True)
class CountyRates:
    """counties: all of the Land; land: persons expected, central run; sites: counties that delivered, the home county first.

    left_out: why what others delivered is not used, None where it is; pooling: whether rates support each other; scale: of the prior of the
    spread between counties.
    """

    counties: tuple[County, ...]
    land: LandRefugees
    sites: tuple[Site, ...]
    left_out: NotAssessable | None
    pooling: bool
    scale: float

    @property
    def home(self) -> int:
        """Place of the home county."""
        return self.sites[0].county

    @property
    def shrinks(self) -> bool:
        """Whether any rate is moved: with one site there is nothing to move it to."""
        return self.pooling and len(self.sites) > 1

    def fit(self, draws: int, rng: np.random.Generator) -> Pooled:
        """The rates of the sites and of the population of counties."""
        log_rates, variances = (np.array([getattr(site, name) for site in self.sites]) for name in ("log_rate", "variance"))
        return (pooled if self.pooling else unpooled)(log_rates, variances, self.scale, draws, rng)


def county_rates(records: Records, context: Context, assumptions: Assumptions, last_year: int) -> CountyRates | NotAssessable:
    """context: as known on the as-of date. Refused where the home county, the public series or a value is missing."""
    counties, day = counties_of(context), records.provenance.period_to
    home = home_of(counties, assumptions, day)
    if isinstance(home, NotAssessable):
        return home
    land = expected_in_land(context, assumptions, last_year)
    if isinstance(land, NotAssessable):
        return land
    try:
        site = home_site(records, home, counties, land, assumptions)
        if isinstance(site, NotAssessable):
            return site
        others = other_sites(records, site, counties, land, assumptions.as_of)
        pooling, scale = bool(assumptions.decimal("transfer_pooling", day)), assumptions.number("transfer_log_sd", day)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    if scale <= 0:
        return NotAssessable("nicht auswertbar: Die Annahme „transfer_log_sd“ muss größer als 0 sein; bitte den Wert ändern.")
    return _rates(counties, land, site, others, pooling, scale)


def _rates(
    counties: tuple[County, ...], land: LandRefugees, home: Site, others: Sequence[Site] | NotAssessable, pooling: bool, scale: float
) -> CountyRates:
    left_out, known = (others, ()) if isinstance(others, NotAssessable) else (None, others)
    return CountyRates(counties, land, (home, *known), left_out, pooling, scale)
