"""Personnel by pay group, where single posts may not be seen."""

from wiwak_eval.budget.pay.groups import DIFFERENCE, TOTAL
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.helpers import item_of
from wiwak_eval.publication.workbook.model import Sheets


def pay_groups(sheets: Sheets, key: str, column: str) -> str | None:
    """Groups at mean cost; the sum is what held posts cost by the program and further posts by their months; the difference is the rest.

    Where held posts are filled otherwise than planned, they move at the mean cost of their group.
    """
    name, year = key.split("/")
    group, _, item = name.partition("@")
    item = item or "personnel"
    if group == DIFFERENCE:
        own = "".join(f"-{sheets.at('pay_groups', each, 'cost')}" for each in _groups(sheets, item, year))
        return f"{sheets.at('pay_groups', _sum(item, year), 'cost')}{own}" if column == "cost" else None
    if group == TOTAL:
        return _total(sheets, item, year, column)
    return {
        "posts": _posts(sheets, group, item, year),
        "cost": f"ROUND({sheets.at('pay_groups', key, 'posts')}*{sheets.at('pay_groups', key, 'average')},2)",
    }.get(column)


def _total(sheets: Sheets, item: str, year: str, column: str) -> str | None:
    own = _groups(sheets, item, year)
    if column == "posts":
        return "+".join(sheets.at("pay_groups", each, "posts") for each in own)
    months = sheets.months("plan_months", year)
    if column == "cost":
        return f"SUM({sheets.span('plan_months', item, months)})"
    if column != "held":
        return None
    planned = f"SUM({sheets.span('plan_months', f'held_{item}', months)})"
    return planned + "".join(_moved(sheets, each, year) for each in own)


def _moved(sheets: Sheets, key: str, year: str) -> str:
    """Held posts of a group, more or less than the program planned, at the mean cost of the group."""
    name = key.partition("/")[0]
    if name not in sheets.keys("posts_plan"):
        return ""
    now, planned = sheets.at("posts_plan", name, f"y{year}"), sheets.value("posts_plan", name, f"y{year}")
    return f"+ROUND(({now}-{planned})*SUM({_open(sheets, year)})/12*{sheets.at('pay_groups', key, 'average')},2)"


def _posts(sheets: Sheets, group: str, item: str, year: str) -> str | None:
    """Mean of the months; where the centre ends within the year, what is left of contracts is not public and the number stays."""
    if not all(sheets.value("month_rules", month, "open") for month in sheets.months("month_rules", year)):
        return None
    name = group if item == "personnel" else f"{group}@{item}"
    held = sheets.at("posts_plan", name, f"y{year}") if name in sheets.keys("posts_plan") else "0"
    rows = sheets.months("further_months", year)
    if item_of(str(sheets.value("further_months", rows[0], "form"))) != item:
        return f"ROUND({held},4)"
    share = sheets.span("further_months", "share", rows)
    return f'ROUND({held}+IF({sheets.at("posts_plan", NEW, "group")}="{group}",SUM({share})/12,0),4)'


def _open(sheets: Sheets, year: str) -> str:
    return sheets.span("month_rules", "open", sheets.months("month_rules", year))


def _groups(sheets: Sheets, item: str, year: str) -> list[str]:
    """Rows of the groups of one form of employment."""
    suffix = "" if item == "personnel" else f"@{item}"
    rows = [key for key in sheets.keys("pay_groups") if key.endswith(f"{suffix}/{year}") and ("@" in key) == bool(suffix)]
    return [key for key in rows if not key.startswith((DIFFERENCE, TOTAL))]


def _sum(item: str, year: str) -> str:
    return f"{TOTAL}/{year}" if item == "personnel" else f"{TOTAL}@{item}/{year}"
