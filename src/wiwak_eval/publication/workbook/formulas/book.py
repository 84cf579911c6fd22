"""Which formula a cell has."""

from collections.abc import Callable, Mapping

from wiwak_eval.publication.workbook.formulas import checks, costs, financing, grant, groups, papers, pay, work
from wiwak_eval.publication.workbook.model import Sheets

Formula = Callable[[Sheets, str, str], str | None]
BY_YEAR: Mapping[str, Formula] = {
    "workload": work.workload,
    "rates": costs.rates,
    "costs": costs.costs,
    "grant": grant.grant,
    "grant_rules": grant.grant_rules,
    "financing": financing.financing,
    "checks": checks.checks,
}
"""Tables with a column a year: only there formulas stand."""
BY_CELL: Mapping[str, Formula] = {
    "posts_plan": work.posts_plan,
    "month_rules": work.month_rules,
    "plan_months": costs.plan_months,
    "pay_groups": groups.pay_groups,
    "financing_variants": financing.financing_variants,
    "negotiation": financing.negotiation,
    "budget_application": papers.budget_application,
}
OF_SEVERAL: Mapping[str, Callable[[Sheets, str, str, str], str | None]] = {
    "pay_months": pay.pay,
    "further_months": pay.pay,
    "grant_plan_1": papers.grant_plan,
    "grant_plan_2": papers.grant_plan,
    "grant_funding_1": papers.grant_funding,
    "grant_funding_2": papers.grant_funding,
}
"""Formulas that serve more than one table."""
ANCHORS = {
    "workload", "posts_plan", "rates", "surcharges", "amounts", "month_rules", "grant", "grant_rules", "pay_tables", "step_rules", "costs",
    "plan_months", "financing",
}  # fmt: skip
"""Tables without any of which no formula can be written; so, too, one of the two tables of personnel."""


def computes(released: Mapping[str, object], by_group: bool) -> bool:
    """Whether all tables are there that formulas refer to."""
    return (ANCHORS | ({"pay_groups", "further_months"} if by_group else {"pay_months"})).issubset(released)


def formula(sheets: Sheets, table: str, row: str, column: str) -> str | None:
    """The formula of a cell, without `=`; None where the cell is an input, a text, or a number of the program."""
    if column == "key":
        return None
    if table in OF_SEVERAL:
        return OF_SEVERAL[table](sheets, table, row, column)
    if table in BY_CELL:
        return BY_CELL[table](sheets, row, column)
    return BY_YEAR[table](sheets, row, column) if table in BY_YEAR and column.startswith("y") else None
