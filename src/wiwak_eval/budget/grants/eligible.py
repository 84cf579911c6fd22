"""Eligible expenditure: what of a year's costs a funder recognises."""

from decimal import Decimal

from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.money import Cents

ItemMonth = tuple[str, int]
"""Key of LABELS, month 1-12."""


def eligible_cells(costs: YearCosts, terms: GrantTerms) -> dict[ItemMonth, Cents]:
    """Cents by item and month that count towards the grant: eligible items in supported months, in kind only where the terms say so."""
    return {
        (item, month): costs.months[item][month - 1]
        for item in LABELS
        if item in terms.eligible and (terms.in_kind_counts or item not in costs.in_kind)
        for month in terms.months
    }


def eligible_cash_cells(costs: YearCosts, terms: GrantTerms) -> dict[ItemMonth, Cents]:
    """Those of them that are paid in money: only there can a grant's money go."""
    return {cell: amount for cell, amount in eligible_cells(costs, terms).items() if cell[0] not in costs.in_kind}


def eligible(costs: YearCosts, terms: GrantTerms) -> Cents:
    """Eligible expenditure of the year."""
    return sum(eligible_cells(costs, terms).values())


def post_months(costs: YearCosts, terms: GrantTerms) -> Decimal:
    """Months of full posts within the supported months: two half posts over six months are six."""
    months = terms.months
    return sum((pay.share for paid in costs.personnel.values() for pay in paid if pay.month in months), Decimal(0))
