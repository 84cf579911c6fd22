"""What will still come in by the end of the year: at most what the notices promise."""

from collections.abc import Mapping

from wiwak_eval.budget.books.ledger_year import INCOME, LedgerYear, cents
from wiwak_eval.budget.books.planned import Planned
from wiwak_eval.budget.controlling.outlook import Outlook
from wiwak_eval.budget.grants.notice import Notice


def income_outlooks(year: LedgerYear, planned: Planned, notices: Mapping[str, Notice]) -> dict[str, Outlook]:
    """Outlook of income by budget code. Income is not carried on by the month: it comes when it is called, and no more than was promised.

    What a funder still owes stands on the code on which most of its money came, before any came on the first planned code of income.
    """
    received = year.income
    found = {str(code): Outlook(cents(part)) for code, part in received.groupby("budget_code")}
    if year.over:
        return found
    for funder, notice in notices.items():
        own = received[received["funder"] == funder]
        promised = notice.ceiling_in(year.year)
        open_amount = 0 if promised is None else max(0, promised - cents(own))
        if open_amount:
            sums = {str(code): cents(part) for code, part in own.groupby("budget_code")}
            code = min(sums, key=lambda code: (-sums[code], code)) if sums else _first_planned(planned)
            found[code] = found.get(code, Outlook()) + Outlook(remaining=open_amount)
    return found


def _first_planned(planned: Planned) -> str:
    return next((code for direction, code in planned.amounts if direction == INCOME), "")
