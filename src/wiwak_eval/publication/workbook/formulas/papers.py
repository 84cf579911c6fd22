"""The papers that county and Land decide on, where their cells follow from other sheets."""

from wiwak_eval.budget.costs.model import PERSONNEL_ITEMS
from wiwak_eval.publication.workbook.formulas.grant import left, used
from wiwak_eval.publication.workbook.helpers import item_of, label_of
from wiwak_eval.publication.workbook.model import Sheets

APPLICATION = "budget_application"
PARTS = {"pay": ("gross", "bonus", "performance"), "pension": ("zvk", "bonus_zvk", "performance_zvk")}
PAID_BY = {"land": "land", "federal": "federal", "esf": "esf", "third": "third", "open": "open", "in_kind": "county_in_kind"}
"""Lines that are a funder's part."""
FORECAST = ("y1", "y2")
"""Columns of the two budget years; the finance plan after them is the program's."""


def grant_plan(sheets: Sheets, table: str, row: str, column: str) -> str | None:
    """What an item costs, and what of it the Land recognises."""
    y = f"y{sheets.years[int(table[-1]) - 1]}"
    if row == "total":
        return f"SUM({sheets.span(table, column, sheets.keys(table)[:-1])})" if column != "label" else None
    applied, counted = (sheets.at(table, row, name) for name in ("applied", "eligible"))
    if column == "applied":
        return sheets.at("costs", row, y)
    if column == "not_eligible":
        return f"{applied}-{counted}"
    if column != "eligible":
        return None
    months = sheets.months("plan_months", y[1:])
    month, amounts = (sheets.span("plan_months", name, months) for name in ("month", row))
    first, last, flag = (sheets.at("grant_rules", name, y) for name in ("used_first", "used_last", f"eligible_{row}"))
    in_kind = f"{sheets.at('grant', 'rooms_in_kind', y)}*(1-{sheets.at('grant_rules', 'in_kind_counts', y)})"
    kept = f"*(1-{in_kind})" if row == "rooms" else ""
    return f"SUMPRODUCT((MONTH({month})>={first})*(MONTH({month})<={last})*{amounts})*{flag}{kept}"


def grant_funding(sheets: Sheets, table: str, row: str, column: str) -> str | None:
    """Who is to pay under the terms in force, or the assumed ones while nothing is decided."""
    y = f"y{sheets.years[int(table[-1]) - 1]}"
    sources = sheets.keys(table)[: sheets.keys(table).index("total")]
    if column != "amount":
        return _share(sheets, table, row, y) if column == "share" else None
    has, ceiling = (sheets.at("grant_rules", f"used_{name}", y) for name in ("has_ceiling", "ceiling"))
    return {
        "land": used(sheets, y).land,
        "county_cash": f"{left(sheets, y)}-{sheets.at(table, 'land', 'amount')}",
        "total": f"SUM({sheets.span(table, 'amount', sources)})",
        "ceiling": f'IF({has}=1,{ceiling},"–")',
        "rate": None,
    }.get(row, sheets.at("financing", row, y) if row in {"county_in_kind", "third", "federal", "esf"} else None)


def _share(sheets: Sheets, table: str, row: str, y: str) -> str | None:
    """Of the whole; in its own row the rate of a share, which other kinds of grants do not have."""
    own, total = (sheets.at(table, key, "amount") for key in (row, "total"))
    kind, share = (sheets.at("grant_rules", f"used_{name}", y) for name in ("kind", "share"))
    return {"rate": f'IF({kind}=1,{share},"–")', "ceiling": None}.get(row, f"IF({total}=0,0,{own}/{total})")


def budget_application(sheets: Sheets, row: str, column: str) -> str | None:
    """Income and expenditure of the two years from the other sheets; sums in every column."""
    if not isinstance(sheets.value(APPLICATION, row, column), int):
        return None
    if row in {"income", "expenditure"}:
        return f"SUM({sheets.span(APPLICATION, column, _lines(sheets, 'E' if row == 'income' else 'A'))})"
    if row == "need":
        return f"{sheets.at(APPLICATION, 'expenditure', column)}-{_income(sheets, column)}"
    return _line(sheets, row, column, f"y{sheets.years[FORECAST.index(column)]}") if column in FORECAST else None


def _line(sheets: Sheets, row: str, column: str, y: str) -> str | None:
    """A budget line of one of the two budget years."""
    if row in PAID_BY:
        return sheets.at("financing", PAID_BY[row], y)
    if row in PARTS:
        return _part(sheets, row, column, y)
    if row == "social":
        return f"{_cost(sheets, 'personnel', y)}-{sheets.at(APPLICATION, 'pay', column)}-{sheets.at(APPLICATION, 'pension', column)}"
    if row == "travel":
        return f"{_cost(sheets, 'travel', y)}+{_cost(sheets, 'outreach', y)}"
    return _cost(sheets, row, y) if row in sheets.keys("costs") else None


def _part(sheets: Sheets, row: str, column: str, y: str) -> str:
    """Pay, or supplementary pension, of the county's own posts; in public of held posts by the program, moved with their cost."""
    months = sheets.months(sheets.pay, y[1:])
    form, parts = sheets.span(sheets.pay, "form", months), [sheets.span(sheets.pay, part, months) for part in PARTS[row]]
    summed = "+".join(f'SUMIFS({part},{form},"{label_of(PERSONNEL_ITEMS[0])}")' for part in parts)
    if not sheets.by_group:
        return summed
    new = item_of(str(sheets.value("further_months", months[0], "form"))) == PERSONNEL_ITEMS[0]
    further = sum(int(str(sheets.value("further_months", key, part))) for key in months for part in PARTS[row]) if new else 0
    planned = int(str(sheets.value(APPLICATION, row, column))) - further
    held = sheets.at("pay_groups", f"total/{y[1:]}", "held")
    whole = f"SUM({sheets.span('plan_months', 'held_personnel', sheets.months('plan_months', y[1:]))})"
    return f"IF({whole}=0,0,ROUND({planned / 100:.2f}*{held}/{whole},2))+{summed}"


def _cost(sheets: Sheets, item: str, y: str) -> str:
    return sheets.at("costs", item, y)


def _income(sheets: Sheets, column: str) -> str:
    """Nothing where no income is stated."""
    return sheets.at(APPLICATION, "income", column) if isinstance(sheets.value(APPLICATION, "income", column), int) else "0"


def _lines(sheets: Sheets, direction: str) -> list[str]:
    return [key for key in sheets.keys(APPLICATION) if sheets.value(APPLICATION, key, "direction") == direction]
