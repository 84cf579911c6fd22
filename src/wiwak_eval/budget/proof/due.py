"""What a funder owes for what was spent, by the kind of its notice."""

from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.books.planned import SEVERAL, Planned, eligible_kinds, planned_by_kind, planned_to_date
from wiwak_eval.budget.grants.notice import Notice
from wiwak_eval.budget.grants.settlement import settle
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.money import Cents, share_of
from wiwak_eval.results import NotAssessable


def due(funder: str, notice: Notice, year: LedgerYear, planned: Planned | NotAssessable) -> Cents:
    """Cents of the grant that remain, never more than what is booked on the funder: bookings say what a notice is for.

    A flat rate is settled like a fixed sum: its notice names the sum. Without planned amounts, or without a promised one, nothing says
    what is saved: then the share of what was spent is due. A notice without tolerance allows no item to exceed its plan;
    where a planned amount belongs to no single cost type, only the plan's total binds.
    """
    spent = year.spent[year.spent["eligible"] & year.spent["month"].isin(list(notice.months(year.year)))]
    own = cents(spent[spent["funder"] == funder])
    total = cents(spent)
    share_due = total if notice.kind is not GrantKind.SHARE or notice.share is None else share_of(total, notice.share)
    plan = {} if isinstance(planned, NotAssessable) else _plan(planned, year, notice)
    promised = notice.ceiling_in(year.year)
    if promised is None and notice.share is not None:
        promised = share_of(sum(plan.values()), notice.share) if plan else share_due
    if promised is None:
        return min(own, share_due)
    if not plan:
        return max(0, min(own, share_due, promised))
    actual = {str(kind): cents(part) for kind, part in spent.groupby("cost_type")}
    if SEVERAL in plan:
        plan, actual = {SEVERAL: sum(plan.values())}, {SEVERAL: total}
    settled = settle(plan, actual, _terms(notice, frozenset(plan), promised), promised, 0, others=total - own)
    return max(0, min(own, share_due, settled.due))


def _plan(planned: Planned, year: LedgerYear, notice: Notice) -> dict[str, Cents]:
    """Planned amounts of the supported months by cost type, without types of which nothing booked is eligible."""
    months = Fraction(len(notice.months(year.year)))
    amounts = planned_by_kind(planned, year.spent, in_kind=False)
    return {kind: planned_to_date(amounts[kind], months) for kind in sorted(eligible_kinds(amounts, year.spent))}


def _terms(notice: Notice, kinds: frozenset[str], promised: Cents) -> GrantTerms:
    flat = notice.kind is GrantKind.FLAT
    return GrantTerms(
        GrantKind.FIXED if flat else notice.kind,
        kinds,
        rate=notice.share or Decimal(0),
        amount=promised,
        ceiling=promised,
        tolerance=notice.tolerance or Decimal(0),
    )
