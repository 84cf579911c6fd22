"""What the Land and the home county would pay in the variant at the ends of the county's own range of cash."""

from dataclasses import replace

from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.money import Cents
from wiwak_eval.transfer.land_plan import LandPlan, first_variant

Ends = tuple[Cents, Cents]


def home_variant_ends(plan: LandPlan, place: int, cash: Ends) -> tuple[Ends, Ends]:
    """Ends of the Land's and of the county's payment in budget year number `place`, to 100 euros.

    cash: of what is open, or the county's as decided on the as-of date. What the Land has granted on the plan is added, since the variant
    takes its place; of that sum the Land pays the part it pays of the plan, but no more than its ceiling.
    """
    year = plan.years[place]
    terms, own = first_variant(plan.base).terms[year.year], year.counties[plan.caseload.home]
    planned = own.variant["land"] + own.variant["county_cash"]
    free = funder_parts(year.plan.costs, year.plan.fixed, replace(terms, ceiling=None))["land"]
    share = free / planned if planned else 0.0
    left = [end + own.parts["land"] for end in cash]
    land = [min(share * end, end if terms.ceiling is None else terms.ceiling) for end in left]
    low, high = (printed(cents) for cents in land)
    least, most = (printed(end - cents) for end, cents in zip(left, land, strict=True))
    return (low, high), (least, most)
