"""Unit prices, and what decides on posts, as they are drawn: by what the budget of the home county does not know for sure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from wiwak_eval.assumptions import Assumptions, Patch
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.risk.building import inputs_of
from wiwak_eval.budget.risk.exact import Exact, exact, rules_under
from wiwak_eval.budget.risk.inputs import CASELOAD, Drawn, Floats, Inputs
from wiwak_eval.budget.risk.model import PAY, steps_needed
from wiwak_eval.budget.risk.pricing import pay_views
from wiwak_eval.budget.risk.reference import Reference, reference, standing
from wiwak_eval.transfer.land_plan import staff_elsewhere
from wiwak_eval.transfer.unit_prices import BASIS_OF, Basis, unit_prices


@dataclass(frozen=True)
class YearPrices:
    """One year elsewhere. values: by id, [draws]; weeks: open; step, minimum: of posts; cents: a year, [draws] by item of LABELS, for one
    of its basis; in_kind: items that come as such."""

    values: Mapping[str, Floats]
    weeks: float
    step: float
    minimum: float
    cents: Mapping[str, Floats]
    in_kind: frozenset[str]

    def posts(self, contacts: Floats) -> Floats:
        """Planned posts for contacts [counties, draws]."""
        steps = steps_needed({**self.values, CASELOAD: contacts}, self.weeks, self.step)
        planned: Floats = np.maximum(steps * self.step, self.minimum)
        return planned

    def costs(self, contacts: Floats, posts: Floats, items: Collection[str] = tuple(LABELS)) -> Floats:
        """Cents a year for these items, [counties, draws]."""
        one = {basis: np.zeros_like(self.values[PAY]) for basis in Basis}
        for item in LABELS:
            if item in items:
                one[BASIS_OF[item]] += self.cents[item]
        amount: Floats = posts * one[Basis.POST] + contacts * one[Basis.CONTACTS] + one[Basis.CENTRE]
        return amount


@dataclass(frozen=True)
class PriceModel:
    """One year elsewhere, before anything is drawn.

    prices [3, items]: cents by item of LABELS at low, central and high `pay`, for one of its basis; slopes: by input id, the relative
    change of each item for a change of one; at: by id, the values at which prices and slopes hold.
    """

    prices: Floats
    pay: tuple[float, float, float]
    slopes: Mapping[str, Floats]
    at: Mapping[str, float]
    weeks: float
    step: float
    minimum: float
    in_kind: frozenset[str]

    def drawn(self, values: Mapping[str, Floats]) -> YearPrices:
        """values: of this year, [draws] by id."""
        cents = {
            item: np.interp(values[PAY], self.pay, self.prices[:, number]) * self._ratio(number, values)
            for number, item in enumerate(LABELS)
        }
        return YearPrices(values, self.weeks, self.step, self.minimum, cents, self.in_kind)

    def _ratio(self, item: int, values: Mapping[str, Floats]) -> Floats:
        """How much dearer an item is than at the reference, [draws]."""
        ratio = np.ones_like(values[PAY])
        for id, slopes in self.slopes.items():
            if slopes[item]:
                ratio *= 1 + slopes[item] * (values[id] - self.at[id])
        return ratio


def price_models(base: Exact) -> tuple[tuple[PriceModel, ...], Inputs]:
    """One model a year, and what is drawn, the caseload apart. base: the run of the home county. Raises Gap."""
    typical = _whole_years(base)
    inputs = inputs_of(typical)
    ground = reference(typical, inputs.values)
    return tuple(_model(ground, place, inputs) for place in range(len(typical.plans))), inputs


def of_year(drawn: Drawn, place: int) -> dict[str, Floats]:
    """Values of budget year number `place`."""
    return {id: values[place] for id, values in drawn.items()}


def _whole_years(base: Exact) -> Exact:
    """The home county's centre as others would have it: open all year, with all posts from January on, none beyond the need."""
    years = [plan.year for plan in base.run.years]
    changes: dict[str, Decimal | str] = {
        "centre_until": f"{years[-1]}-12",
        "further_posts_from": f"{years[0]}-01",
        "further_posts": Decimal(0),
    }
    patches = [Patch(id=id, set=value, reason="ganzes Jahr") for id, value in changes.items()]
    return exact(base.records, base.caseload, base.assumptions.with_patches(patches))


def _model(ground: Reference, place: int, inputs: Inputs) -> PriceModel:
    work = ground.base.plans[place].rules.work
    pay = next(value for value in inputs.values if value.id == PAY)
    moving = [value for value in inputs.values if not value.certain and value.id != PAY]
    return PriceModel(
        prices=np.stack([_prices(ground, place, view) for view in pay_views(ground, pay)]),
        pay=(pay.low[place], pay.central[place], pay.high[place]),
        slopes={value.id: ground.slopes(place, value) for value in moving},
        at={value.id: standing(value, place) for value in inputs.values},
        weeks=float(work.opening_weeks),
        step=float(work.step),
        minimum=float(work.minimum),
        in_kind=ground.base.plans[place].costs.in_kind,
    )


def _prices(ground: Reference, place: int, view: Assumptions) -> Floats:
    """Cents of each item of LABELS for one of its basis."""
    plan = ground.base.plans[place]
    rules = rules_under(ground.base, plan, view)
    found = unit_prices(view, rules.pay, rules.price, staff_elsewhere(plan, ground.base.run.measured), ground.work)
    cents = {price.item: price.cents / price.basis.per for price in found}
    return np.array([cents.get(item, 0.0) for item in LABELS])
