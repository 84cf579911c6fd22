"""The grant by its kind. Source of the four kinds: VV 2 to section 44 of a Land's budget code (general knowledge, not read)."""

from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.money import Cents, round_half_up, share_of


def grant_amount(terms: GrantTerms, eligible: Cents, others: Cents = 0, post_months: Decimal = Decimal(0)) -> Cents:
    """The grant of a year in cents, rounded once.

    eligible: recognised expenditure; others: what other funders give; post_months: months of full posts (FLAT only).
    Nothing above the ceiling, and none above eligible expenditure: a grant pays for costs, it makes no profit.
    """
    grant = min(_by_kind(terms, eligible, others, post_months), eligible)
    return grant if terms.ceiling is None else min(grant, terms.ceiling)


def _by_kind(terms: GrantTerms, eligible: Cents, others: Cents, post_months: Decimal) -> Cents:
    match terms.kind:
        case GrantKind.SHARE:
            return share_of(eligible, terms.rate)
        case GrantKind.DEFICIT:
            return max(0, eligible - terms.own_cash - others)
        case GrantKind.FIXED:
            return fixed_sum(terms)
        case GrantKind.FLAT:
            return round_half_up(terms.amount * post_months)


def fixed_sum(terms: GrantTerms) -> Cents:
    """A fixed sum is promised for a period; of twelve months those count that the notice covers and that may be spent on.

    Otherwise a notice for half a year would pay for a whole one, and a late notice would lose nothing.
    """
    return round_half_up(Fraction(terms.amount * len(terms.months), 12))
