"""Everything the monthly controlling shows; each table may be refused on its own."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.books.ledger_year import LedgerYear, ledger_year
from wiwak_eval.budget.books.planned import Planned, planned_year
from wiwak_eval.budget.books.year_notices import year_notices
from wiwak_eval.budget.controlling.bonus import BonusOutlook, bonus_outlook
from wiwak_eval.budget.controlling.deadlines import deadlines
from wiwak_eval.budget.controlling.drawdown import drawdown
from wiwak_eval.budget.controlling.income import income_outlooks
from wiwak_eval.budget.controlling.lines_table import controlling_lines
from wiwak_eval.budget.controlling.months_table import controlling_months
from wiwak_eval.budget.controlling.outlook import outlooks
from wiwak_eval.budget.controlling.plan_beside_books import plan_beside_books
from wiwak_eval.budget.controlling.year_end import year_end
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Controlling:
    """Tables of the last budget year that the delivery covers, in cents; `deadlines` needs neither bookings nor plan."""

    controlling_lines: Table | NotAssessable
    controlling_months: Table | NotAssessable
    year_end: Table | NotAssessable
    plan_beside_books: Table | NotAssessable
    drawdown: Table | NotAssessable
    deadlines: Table | NotAssessable


def controlling(records: Records, assumptions: Assumptions, costs: Table | NotAssessable) -> Controlling:
    """Actual against plan as of the delivery's last day; what lacks its data is refused where it would stand.

    costs: the table of the plan's costs by item and budget year, which is held against the books.
    """
    calendar, year = deadlines(records, assumptions.part()), ledger_year(records)
    if isinstance(year, NotAssessable):
        return Controlling(year, year, year, year, year, calendar)
    planned = planned_year(records, year)
    ends = _year_end(records, year, planned, assumptions.part())
    return Controlling(
        _lines(records, year, planned, assumptions.part()),
        planned if isinstance(planned, NotAssessable) else controlling_months(year, planned),
        ends,
        plan_beside_books(year, ends, costs, assumptions.part()),
        _drawdown(records, year, assumptions.part()),
        calendar,
    )


def _lines(records: Records, year: LedgerYear, planned: Planned | NotAssessable, values: Assumptions) -> Table | NotAssessable:
    if isinstance(planned, NotAssessable):
        return planned
    bonus, notices = _bonus(records, year, values), year_notices(records, values, year.year)
    if isinstance(bonus, NotAssessable):
        return bonus
    income = income_outlooks(year, planned, {} if isinstance(notices, NotAssessable) else notices)
    spent, given = (outlooks(part, year, bonus) for part in (year.spent, year.in_kind))
    return controlling_lines(year, planned, spent, given, income, values.ids_read)


def _year_end(records: Records, year: LedgerYear, planned: Planned | NotAssessable, values: Assumptions) -> Table | NotAssessable:
    bonus = _bonus(records, year, values)
    if isinstance(bonus, NotAssessable):
        return bonus
    return year_end(year, planned, outlooks(year.spent, year, bonus), outlooks(year.in_kind, year, bonus), bonus, values.ids_read)


def _drawdown(records: Records, year: LedgerYear, values: Assumptions) -> Table | NotAssessable:
    notices = year_notices(records, values, year.year)
    return notices if isinstance(notices, NotAssessable) else drawdown(year, notices, values.ids_read)


def _bonus(records: Records, year: LedgerYear, values: Assumptions) -> BonusOutlook | NotAssessable:
    try:
        return bonus_outlook(records, values, year.year)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
