"""The tables of the monthly controlling, computed."""

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.books.ledger_year import LedgerYear, ledger_year
from wiwak_eval.budget.books.planned import Planned, planned_year
from wiwak_eval.budget.books.year_notices import year_notices
from wiwak_eval.budget.controlling.bonus import BonusOutlook, bonus_outlook
from wiwak_eval.budget.controlling.controlling import Controlling
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


def compute(records: Records, assumptions: Assumptions, costs: Table | NotAssessable) -> Controlling:
    """See `budget.controlling.controlling.controlling`."""
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
