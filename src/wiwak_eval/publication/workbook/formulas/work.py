"""From contacts to posts, and how the posts fill the lines of the plan."""

from math import isclose

from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.model import Sheets

DIGITS = 9
"""Rounded to so many places before a number of steps is rounded up, so that the last digit of a float does not make a post."""


def workload(sheets: Sheets, row: str, y: str) -> str | None:
    """Need, cover, planned posts and utilisation of a year."""
    cell = {key: sheets.at("workload", key, y) for key in sheets.keys("workload")}
    months = sheets.months("month_rules", y[1:])
    is_open, posts = (sheets.span("month_rules", column, months) for column in ("open", "posts"))
    tasks = f"({cell['contacts']}*({cell['minutes']}+{cell['follow_up']})+{cell['coordination']})"
    need = f"{tasks}/({cell['net_minutes']}*(1-{cell['distribution']}))"
    cover = f"{cell['opening_minutes']}*{cell['present']}/{cell['net_minutes']}"
    step = cell["step"]
    stepped = f"MAX({cell['minimum']},{_up(f'MAX({need},{cover})/{step}')}*{step})"
    return {
        "needed": f"ROUND({need},4)",
        "cover": f"ROUND({cover},4)",
        "planned": f"IF(SUM({is_open})=0,0,MAX(0,{stepped}+{cell['further']}))",
        "post_years": f"ROUND(SUM({posts})/12,4)",
        "utilisation": f"IF({cell['planned']}=0,0,ROUND({need}/{cell['planned']},4))",
        "calm": f"{_up(need + '/' + cell['warning'] + '/' + step)}*{step}",
    }.get(row)


def _up(steps: str) -> str:
    return f"ROUNDUP(ROUND({steps},{DIGITS}),0)"


def posts_plan(sheets: Sheets, row: str, column: str) -> str | None:
    """Existing lines are filled in their order, the rest becomes further posts."""
    lines = [key for key in sheets.keys("posts_plan") if key != "total"]
    if row == "total" and (column == "existing" or column in _years(sheets)):
        return f"SUM({sheets.span('posts_plan', column, lines)})"
    if column not in _years(sheets):
        return None
    held = [key for key in lines if key != NEW]
    most = _most(sheets, held, column)
    before = "".join(f"-{most[key]}" for key in held[: lines.index(row)])
    left = f"{sheets.at('workload', 'planned', column)}{before}"
    return f"MAX(0,MIN({most[row]},{left}))" if row in most else f"MAX(0,{left})"


def _years(sheets: Sheets) -> list[str]:
    return [f"y{year}" for year in sheets.years]


def _most(sheets: Sheets, held: list[str], y: str) -> dict[str, str]:
    """What each existing line takes at most. Where lines are pay groups and the plan leaves posts empty that stand between others of
    their group, filling group by group would not give the plan: then the plan's own numbers are the most."""
    left = float(str(sheets.value("posts_plan", "total", y)))
    for key in held:
        planned, existing = (float(str(sheets.value("posts_plan", key, column))) for column in (y, "existing"))
        if not isclose(planned, max(0.0, min(existing, left)), abs_tol=1e-9):
            return {each: str(sheets.value("posts_plan", each, y)) for each in held}
        left -= existing
    return {key: sheets.at("posts_plan", key, "existing") for key in held}


def month_rules(sheets: Sheets, row: str, column: str) -> str | None:
    """Filled posts of a month. After the last month of the centre they are those whose contracts run on, which no input changes."""
    if column != "posts" or not sheets.value("month_rules", row, "open"):
        return None
    year = row[:4]
    if not sheets.by_group:
        rows = sheets.months("pay_months", year)
        share, month = (sheets.span("pay_months", name, rows) for name in ("share", "month"))
        return f"SUMIFS({share},{month},{sheets.at('month_rules', row, 'month')})"
    planned, further = sheets.at("posts_plan", "total", f"y{year}"), sheets.at("posts_plan", NEW, f"y{year}")
    return f"{planned}-{further}+{sheets.at('further_months', f'{NEW}/{row}', 'share')}"
