"""Grant notices that the county delivered: what they say goes before any assumption."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.financing.split import FIXED, fixed_amounts
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.grants.decided import decided_terms, land_ceiling, land_rules
from wiwak_eval.budget.grants.notice import Notice, read_notice
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.money import Cents, round_half_up, to_cents
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def terms_in_force(records: Records, assumptions: Assumptions, year: int) -> GrantTerms | None:
    """The Land's terms for a year: of the delivered notice, else as the assumptions know them, else None. Raises Gap."""
    persons, notice = recognised_refugees(records), notice_for(records, assumptions, "land", year)
    return decided_terms(assumptions, year, persons) if notice is None else noticed_terms(notice, assumptions, year, persons)


def fixed_in_force(records: Records, assumptions: Assumptions, year: int) -> dict[str, Cents]:
    """What Bund, ESF and third parties give in a year: what a delivered notice promises at most, else the assumption. Raises Gap."""
    amounts = fixed_amounts(assumptions, year)
    for funder in FIXED:
        notice = notice_for(records, assumptions, funder, year)
        if notice is not None:
            amounts[funder] = notice.promised(year)
    return amounts


def notice_for(records: Records, assumptions: Assumptions, funder: str, year: int) -> Notice | None:
    """The funder's last notice that supports a month of the year and was known on the as-of date; one that ends before gives nothing."""
    rows = records.table("grants")
    if isinstance(rows, NotAssessable):
        return None
    delivered_on = records.facts.delivered_on
    notices = [read_notice(row, delivered_on) for row in rows[rows["funder"] == funder].to_dict("records")]
    known = [notice for notice in notices if notice.decided <= assumptions.as_of and len(notice.months(year))]
    return max(known, key=lambda notice: (notice.decided, notice.first, notice.last, str(notice)), default=None)


def noticed_terms(notice: Notice, assumptions: Assumptions, year: int, persons: int | None) -> GrantTerms:
    """A notice as terms of one year; what it does not say (eligible items, own cash) comes from the assumptions. Raises Gap."""
    rules, months = land_rules(assumptions, year), notice.months(year)
    return replace(
        rules,
        kind=notice.kind,
        rate=_rate(notice, year),
        amount=_amount(notice, assumptions, year),
        own_cash=to_cents(assumptions.decimal("land_own_cash_year", date(year, 1, 1))) if notice.kind is GrantKind.DEFICIT else 0,
        ceiling=land_ceiling(assumptions, year, persons) if notice.ceiling is None else notice.ceiling_in(year),
        start=months.start,
        end=months.stop - 1,
        tolerance=rules.tolerance if notice.tolerance is None else notice.tolerance,
        decided=notice.decided_month(year),
        early_start=notice.early_start,
    )


def _rate(notice: Notice, year: int) -> Decimal:
    if notice.kind is not GrantKind.SHARE:
        return Decimal(0)
    if notice.share is None:
        raise Gap(f"Der Bescheid des Landes für {year} nennt keinen Anteil. Bitte in der Tabelle „Bescheide“ die Spalte „Anteil“ ergänzen.")
    return notice.share


def _amount(notice: Notice, assumptions: Assumptions, year: int) -> Cents:
    """Of a fixed sum, what twelve months would get, since terms count by twelfths; of a flat rate, the assumed cents per post-month."""
    match notice.kind:
        case GrantKind.FIXED:
            return round_half_up(Fraction(notice.promised(year) * 12, len(notice.months(year))))
        case GrantKind.FLAT:
            return to_cents(assumptions.decimal("land_amount_post_month", date(year, 1, 1)))
        case _:
            return 0
