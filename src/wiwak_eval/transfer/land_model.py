"""Posts, costs and who pays in all counties for anything drawn; what of it is a range says `ranges`."""

from dataclasses import dataclass

import numpy as np

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import FIXED
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.risk.inputs import CASELOAD, Drawn, Floats, Inputs
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.transfer.drawn_prices import PriceModel, YearPrices, of_year, price_models
from wiwak_eval.transfer.land_plan import LandPlan, first_variant

STREAM = 11
"""Number of this result's own stream of random numbers, after the seed: it shares none with the forecast's."""


@dataclass(frozen=True)
class Outcome:
    """[years, counties, draws] each: posts, cents, and the cash in them that nobody but the county pays or that is open; of the cash that
    no notice pays, what the Land and what the county would in the variant, where the Land's share goes with what is spent."""

    posts: Floats
    cents: Floats
    cash: Floats
    variant_land: Floats
    variant_county: Floats


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

    def _year(self, place: int, contacts: Floats, prices: YearPrices) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        terms = first_variant(self.plan.base).terms[self.plan.years[place].year]
        posts, counted = prices.posts(contacts), _counted(terms, prices.in_kind)
        cents, in_kind, shared, payable = (
            prices.costs(contacts, posts, items) for items in (tuple(LABELS), prices.in_kind, counted, counted - prices.in_kind)
        )
        cash = cents - in_kind
        home, plan = self.plan.caseload.home, self.plan.years[place].plan
        for amount in (cents, cash, shared, payable):
            amount[home] *= self.scale[place]
        left = cash.copy()
        left[home] = np.maximum(left[home] - _fixed(plan), 0)
        land = np.minimum.reduce([float(terms.rate) * shared, payable, left])
        if terms.ceiling is not None:
            land[home] = np.minimum(land[home], terms.ceiling)
        cash[home] = np.maximum(left[home] - plan.financing.parts["land"], 0)
        posts[home] = np.maximum(posts[home] + float(plan.rules.work.further), 0) if plan.staff.last else 0
        return posts, cents, cash, land, left - land

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


def _counted(terms: GrantTerms, in_kind: frozenset[str]) -> frozenset[str]:
    """Items that the Land's share is taken of."""
    return frozenset(item for item in terms.eligible if terms.in_kind_counts or item not in in_kind)


def _fixed(plan: YearPlan) -> Cents:
    """What Bund, ESF and others pay in the plan: a notice is made on it, and overspending is not its affair. So is the Land's, if any."""
    return sum(plan.financing.parts[funder] for funder in FIXED)
