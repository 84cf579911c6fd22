"""Proof of use: what of a grant is due once the money is spent, and what goes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.money import Cents, round_half_up, share_of


@dataclass(frozen=True)
class Settlement:
    """All in cents.

    due: the grant that remains; repayment: paid and not due; outstanding: due and not yet paid; county: what is left for the county;
    recognised, not_recognised: of the actual expenditure, by item; over_plan: recognised by item, but above the plan's total.
    """

    due: Cents
    repayment: Cents
    outstanding: Cents
    county: Cents
    recognised: Mapping[str, Cents]
    not_recognised: Mapping[str, Cents]
    over_plan: Cents


def settle(
    planned: Mapping[str, Cents],
    actual: Mapping[str, Cents],
    terms: GrantTerms,
    granted: Cents,
    paid: Cents,
    others: Cents = 0,
    post_months: Decimal = Decimal(0),
) -> Settlement:
    """Settle one year's grant.

    planned, actual: expenditure of the supported months by item (in kind only where it counts); granted: cents of the notice; paid: cents
    received; others: cents of other funders; post_months: months of full posts that were filled (FLAT). An item may exceed its plan by the
    tolerance, as far as others save it: the plan binds in its total. What lies above falls on the county.
    Source of the rule: ANBest-P as found (no Land named); how savings go back by kind is general knowledge, not read.
    """
    limits = {item: share_of(planned.get(item, 0), 1 + terms.tolerance) if item in terms.eligible else 0 for item in actual}
    recognised = {item: min(amount, limits[item]) for item, amount in actual.items()}
    plan = sum(amount for item, amount in planned.items() if item in terms.eligible)
    counted = min(sum(recognised.values()), plan)
    due = min(granted, counted, _due(terms, granted, counted, plan, others, post_months))
    return Settlement(
        due,
        max(0, paid - due),
        max(0, due - paid),
        sum(actual.values()) - due - others,
        recognised,
        {item: amount - recognised[item] for item, amount in actual.items()},
        sum(recognised.values()) - counted,
    )


def _due(terms: GrantTerms, granted: Cents, counted: Cents, plan: Cents, others: Cents, post_months: Decimal) -> Cents:
    """SHARE: savings go back in proportion to the plan, also where a ceiling made the funder's part smaller than its rate. DEFICIT: all
    savings go to the funder. FIXED: the sum stays while it is spent. FLAT: counted by posts that were filled."""
    match terms.kind:
        case GrantKind.SHARE:
            return round_half_up(Fraction(granted * counted, plan)) if plan else 0
        case GrantKind.DEFICIT:
            return max(0, counted - terms.own_cash - others)
        case GrantKind.FIXED:
            return granted
        case GrantKind.FLAT:
            return round_half_up(terms.amount * post_months)
