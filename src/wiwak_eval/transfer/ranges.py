"""80 % ranges of posts and costs in each county, and of their sums: the home county's are those of its own budget."""

from dataclasses import dataclass

import numpy as np

from wiwak_eval.budget.risk.inputs import Drawn, Floats
from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.money import Cents
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.transfer.home_variant import Ends, home_variant_ends
from wiwak_eval.transfer.land_model import LandModel, Outcome
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.result import HomeRanges

ENDS = (0.1, 0.9)


@dataclass(frozen=True)
class LandRanges:
    """drawn: draw by draw; home: what the home county's own results say, None where its row was moved towards other counties' and these
    say something else."""

    plan: LandPlan
    drawn: Outcome
    home: HomeRanges | None

    def posts_ends(self, place: int, county: int) -> tuple[float, float]:
        """Of one county: numbers of posts that were drawn, never one between two steps."""
        told = self._told("posts_range", place, county)
        return told or _posts_ends(self.drawn.posts[place, county])

    def cost_ends(self, place: int, county: int) -> tuple[Cents, Cents]:
        """Of one county, to 100 euros."""
        told = self._told("cost_range", place, county)
        return (int(told[0]), int(told[1])) if told else cents_ends(self.drawn.cents[place, county])

    def cash_ends(self, place: int, county: int) -> tuple[Cents, Cents]:
        """Of one county's cash that is open or its own, to 100 euros."""
        told = self._told("cost_range", place, county, "cash_")
        return (int(told[0]), int(told[1])) if told else cents_ends(self.drawn.cash[place, county])

    def land_posts_ends(self, place: int) -> tuple[float, float]:
        """Of the sum over all counties, draw by draw."""
        return _posts_ends(self.drawn.posts[place].sum(axis=0))

    def land_cost_ends(self, place: int) -> tuple[Cents, Cents]:
        """Of the sum over all counties, draw by draw."""
        return cents_ends(self.drawn.cents[place].sum(axis=0))

    def land_contacts(self, place: int) -> Floats:
        """The sum over all counties in each draw."""
        contacts: Floats = self.plan.caseload.draws[place].sum(axis=0)
        return contacts

    def land_cost_mean(self, place: int) -> Cents:
        """Of the sum over all counties, to 100 euros: draws scatter further upwards than downwards, so that it is no middle."""
        return printed(float(self.drawn.cents[place].sum(axis=0).mean()))

    def land_cash_ends(self, place: int) -> tuple[Cents, Cents]:
        """Of the sum over all counties, draw by draw."""
        return cents_ends(self.drawn.cash[place].sum(axis=0))

    def variant_ends(self, place: int, county: int) -> tuple[Ends, Ends]:
        """What the Land and what one county would pay in the variant, to 100 euros."""
        if self._told("cost_range", place, county, "cash_"):
            return home_variant_ends(self.plan, place, self.cash_ends(place, county))
        return cents_ends(self.drawn.variant_land[place, county]), cents_ends(self.drawn.variant_county[place, county])

    def land_variant_ends(self, place: int) -> tuple[Ends, Ends]:
        """The same for all counties together, draw by draw."""
        land, county = (drawn[place].sum(axis=0) for drawn in (self.drawn.variant_land, self.drawn.variant_county))
        return cents_ends(land), cents_ends(county)

    def _told(self, name: str, place: int, county: int, prefix: str = "") -> tuple[float, float] | None:
        table: Table | NotAssessable | None = getattr(self.home, name, None)
        if county != self.plan.caseload.home or not isinstance(table, Table):
            return None
        low, high = (table.cell(str(self.plan.years[place].year), f"{prefix}{end}") for end in ("p10", "p90"))
        return float(str(low)), float(str(high))


def land_ranges(model: LandModel, drawn: Drawn, home: HomeRanges) -> LandRanges:
    """drawn: as `LandModel.drawn` gives it; home: of the county that delivered, repeated to the digit unless its row was moved."""
    caseload = model.plan.caseload
    return LandRanges(model.plan, model.outcome(caseload.draws, drawn), None if caseload.pooled else home)


def cents_ends(draws: Floats) -> tuple[Cents, Cents]:
    """80 % range to 100 euros."""
    low, high = np.quantile(draws, ENDS)
    return printed(float(low)), printed(float(high))


def _posts_ends(draws: Floats) -> tuple[float, float]:
    low, high = np.quantile(draws, ENDS, method="inverted_cdf")
    return float(low), float(high)
