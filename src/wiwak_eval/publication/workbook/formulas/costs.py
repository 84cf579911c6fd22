"""Cost items of the year, and how they fall on its months."""

from wiwak_eval.budget.costs.model import LABELS, PERSONNEL_ITEMS
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.helpers import item_of, label_of
from wiwak_eval.publication.workbook.model import Sheets

PER_POST = {"materials": "materials", "training": "training", "travel": "travel", "rooms": "room_post_year"}


def costs(sheets: Sheets, row: str, y: str) -> str | None:
    """Each item is rounded once; posts are the sum of their months."""
    months = sheets.months("month_rules", y[1:])
    posts, is_open, paid = (sheets.span("month_rules", column, months) for column in ("posts", "open", "interpreting"))
    index, contacts = sheets.at("rates", "price_index", y), sheets.at("workload", "contacts", y)

    def price(name: str) -> str:
        return sheets.at("amounts", name, y)

    if row in PERSONNEL_ITEMS:
        return f"SUM({sheets.span('plan_months', row, sheets.months('plan_months', y[1:]))})"
    if row in PER_POST:
        return f"ROUND(SUM({posts})/12*{price(PER_POST[row])}*{index},2)"
    if row == "total":
        return f"SUM({sheets.span('costs', y, sheets.keys('costs')[:-1])})"
    share, minutes = sheets.at("rates", "interpreter_share", y), sheets.at("workload", "minutes", y)
    return {
        "interpreting": f"ROUND({contacts}*{share}*{minutes}/60*{price('interpreter_hour')}*{index}*SUMPRODUCT({paid}*{is_open})/12,2)",
        "outreach": f"ROUND({contacts}*{sheets.at('rates', 'outreach_share', y)}*{price('outreach_trip')}*{index}*SUM({is_open})/12,2)",
        "events": f"ROUND({price('events')}*{index}*SUM({is_open})/12,2)",
    }.get(row)


def rates(sheets: Sheets, row: str, y: str) -> str | None:
    """The one rate that follows from others."""
    months = sheets.months("month_rules", y[1:])
    return f"SUM({sheets.span('month_rules', 'interpreting', months)})/12" if row == "interpreting_share_paid" else None


def plan_months(sheets: Sheets, month: str, column: str) -> str | None:
    """What of an item has come by the end of a month is rounded, so that the months add up to the year."""
    items = [each for each in LABELS if each in {name.name for name in sheets.columns("plan_months")}]
    if column in PERSONNEL_ITEMS:
        return _held_and_further(sheets, month, column) if sheets.by_group else _posts(sheets, month, column)
    if column in items:
        return _spread(sheets, month, column)
    if column == "total":
        return f"SUM({sheets.at('plan_months', month, items[0])}:{sheets.at('plan_months', month, items[-1]).split('!')[1]})"
    if column in {"eligible", "eligible_cash"}:
        return _recognised(sheets, month, items, in_money=column == "eligible_cash")
    return None


def _posts(sheets: Sheets, month: str, item: str) -> str:
    rows = sheets.months("pay_months", month[:4])
    total, form, months = (sheets.span("pay_months", column, rows) for column in ("total", "form", "month"))
    return f'SUMIFS({total},{form},"{label_of(item)}",{months},{sheets.at("plan_months", month, "month")})'


def _held_and_further(sheets: Sheets, month: str, item: str) -> str:
    """In public: what posts that are held cost by the program, moved with their number, and further posts by their own months."""
    months = sheets.months("plan_months", month[:4])
    planned = sheets.span("plan_months", f"held_{item}", months)
    suffix = "" if item == "personnel" else f"@{item}"
    held = sheets.at("pay_groups", f"total{suffix}/{month[:4]}", "held")
    come = [
        f"ROUND({held}*SUM({sheets.span('plan_months', f'held_{item}', months[:count])})/SUM({planned}),2)" if count else "0"
        for count in (months.index(month) + 1, months.index(month))
    ]
    key = f"{NEW}/{month}"
    new = item_of(str(sheets.value("further_months", key, "form"))) == item
    further = f"+{sheets.at('further_months', key, 'total')}" if new else ""
    return f"IF(SUM({planned})=0,0,{come[0]}-{come[1]}){further}"


def _spread(sheets: Sheets, month: str, item: str) -> str:
    months = sheets.months("month_rules", month[:4])
    amount, count = sheets.at("costs", item, f"y{month[:4]}"), months.index(month) + 1
    whole = _weight(sheets, item, months)
    come = [f"ROUND({amount}*{_weight(sheets, item, months[:number])}/{whole},2)" if number else "0" for number in (count, count - 1)]
    return f"IF({whole}=0,0,{come[0]}-{come[1]})"


def _weight(sheets: Sheets, item: str, months: list[str]) -> str:
    posts, is_open, paid = (sheets.span("month_rules", column, months) for column in ("posts", "open", "interpreting"))
    return f"SUM({posts})" if item in PER_POST else f"SUMPRODUCT({paid}*{is_open})" if item == "interpreting" else f"SUM({is_open})"


def _recognised(sheets: Sheets, month: str, items: list[str], in_money: bool) -> str:
    y = f"y{month[:4]}"
    in_kind = sheets.at("grant", "rooms_in_kind", y)
    kept = f"(1-{in_kind})" if in_money else f"(1-{in_kind}*(1-{sheets.at('grant_rules', 'in_kind_counts', y)}))"
    parts = (
        f"{sheets.at('plan_months', month, item)}*{sheets.at('grant_rules', f'eligible_{item}', y)}"
        + (f"*{kept}" if item == "rooms" else "")
        for item in items
    )
    return "+".join(parts)
