"""80 % ranges of posts and costs in each county, and of their sums: the home county's are those of its own budget."""

from dataclasses import dataclass

import numpy as np

from wiwak_eval.budget.financing.split import FIXED
from wiwak_eval.budget.risk.inputs import CASELOAD, Drawn, Floats, Inputs
from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.transfer.drawn_prices import PriceModel, YearPrices, of_year, price_models
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.result import HomeRanges

STREAM = 11
"""Number of this result's own stream of random numbers, after the seed: it shares none with the forecast's."""
ENDS = (0.1, 0.9)


@dataclass(frozen=True)
class Outcome:
    """Posts, cents, and the cash in them that nobody but the county pays or that is open: [years, counties, draws] each."""

    posts: Floats
    cents: Floats
    cash: Floats


@dataclass(frozen=True)
class LandModel:
    """Posts and costs of all counties for anything drawn.

    scale [years]: the home county's plan over what the same centre costs at public prices, since its own posts are paid otherwise.
    """

    plan: LandPlan
    years: tuple[PriceModel, ...]
    inputs: Inputs
    scale: tuple[float, ...]

    def outcome(self, contacts: Floats, drawn: Drawn) -> Outcome:
        """contacts [years, counties, draws]; drawn: values by id, [years, draws]."""
        found = [self._year(place, contacts[place], self.prices(drawn, place)) for place in range(len(self.years))]
        return Outcome(*(np.stack(parts) for parts in zip(*found, strict=True)))

    def prices(self, drawn: Drawn, place: int) -> YearPrices:
        """Of budget year number `place`."""
        return self.years[place].drawn(of_year(drawn, place))

    def _year(self, place: int, contacts: Floats, prices: YearPrices) -> tuple[Floats, Floats, Floats]:
        posts = prices.posts(contacts)
        cents = prices.costs(contacts, posts)
        cash = cents - prices.in_kind(contacts, posts)
        home, plan = self.plan.caseload.home, self.plan.years[place].plan
        cents[home] *= self.scale[place]
        cash[home] = np.maximum(cash[home] * self.scale[place] - _granted(plan), 0)
        posts[home] = np.maximum(posts[home] + float(plan.rules.work.further), 0) if plan.staff.last else 0
        return posts, cents, cash

    def drawn(self, count: int, seed: int) -> Drawn:
        """Everything but the caseload, [years, count] by id; both years at the same uniform numbers."""
        rng = np.random.default_rng([seed, STREAM])
        return {id: values for id, values in self.inputs.at(rng.random((len(self.inputs.uncertain), count))).items() if id != CASELOAD}


def land_model(plan: LandPlan) -> LandModel:
    """Raises Gap."""
    years, inputs = price_models(plan.base)
    return LandModel(plan, years, inputs, tuple(_scale(plan, place) for place in range(len(plan.years))))


def _scale(plan: LandPlan, place: int) -> float:
    year, home = plan.years[place], plan.caseload.home
    public = year.elsewhere(year.counties[home].contacts, plan.effort).total
    return year.counties[home].total / public if public else 1.0


def _granted(plan: YearPlan) -> Cents:
    """What others pay in the plan: a notice is made on it, and overspending is not its affair."""
    return sum(plan.financing.parts[funder] for funder in ("land", *FIXED))


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
