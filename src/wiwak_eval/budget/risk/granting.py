"""The Land's decisions as rules of the risk model."""

from collections.abc import Mapping

import numpy as np

from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.grants.amount import fixed_sum, grant_amount
from wiwak_eval.budget.grants.eligible import eligible, post_months
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.risk.exact import Exact
from wiwak_eval.budget.risk.funding import GrantRule
from wiwak_eval.budget.risk.inputs import Floats
from wiwak_eval.budget.risk.model import Variant
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents, share_of

BASIS = "basis"
"""What is decided on the as-of date; open where nothing is."""


def model_variants(base: Exact) -> tuple[Variant, ...]:
    """What is decided, then the assumed decisions, each as notices made on the plan."""
    decided = Variant(BASIS, "wie am Stichtag entschieden", tuple(grant_rule(plan, plan.terms) for plan in base.plans))
    assumed = (
        Variant(found.key, found.label, tuple(grant_rule(plan, found.terms[plan.year]) for plan in base.plans)) for found in base.decisions
    )
    return (decided, *assumed)


def grant_rule(plan: YearPlan, terms: GrantTerms | None) -> GrantRule | None:
    """Terms applied to the plan: the notice names the most there is. None: nothing is decided."""
    if terms is None:
        return None
    others = sum(min_first(plan.costs, plan.fixed).values())
    asked = grant_amount(terms, eligible(plan.costs, terms), others, post_months(plan.costs, terms))
    most = fixed_sum(terms) if terms.kind is GrantKind.FIXED else asked
    counted = _mask(plan.costs, terms, cash_only=False)
    return GrantRule(
        terms.kind,
        counted,
        _mask(plan.costs, terms, cash_only=True) if terms.in_kind_counts else counted,
        float(most if terms.ceiling is None else min(most, terms.ceiling)),
        _rate(terms, eligible(plan.costs, terms)),
        float(terms.own_cash + others),
        float(terms.amount),
    )


def _rate(terms: GrantTerms, planned: Cents) -> float:
    """The Land's part of planned eligible expenditure: a ceiling makes it smaller, and savings go back in proportion to it, as in
    `grants.settlement`."""
    capped = terms.ceiling is not None and planned and terms.ceiling < share_of(planned, terms.rate)
    return float(terms.ceiling or 0) / planned if capped else float(terms.rate)


def min_first(costs: YearCosts, fixed: Mapping[str, Cents]) -> dict[str, Cents]:
    """What each fixed amount pays, in their order, at most what is left."""
    left, used = costs.cash, {}
    for funder, amount in fixed.items():
        used[funder] = min(left, amount)
        left -= used[funder]
    return used


def _mask(costs: YearCosts, terms: GrantTerms, cash_only: bool) -> Floats:
    counted = np.zeros((12, len(LABELS)))
    for place, item in enumerate(LABELS):
        paid_in_kind = item in costs.in_kind
        if item in terms.eligible and not (paid_in_kind and (cash_only or not terms.in_kind_counts)):
            counted[[month - 1 for month in terms.months], place] = 1
    return counted
