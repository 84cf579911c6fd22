"""Personnel costs as spreadsheet formulas: month by month for each post, or by pay group where single posts may not be seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wiwak_eval.budget.groups import DIFFERENCE, TOTAL
from wiwak_eval.budget.pay import BONUS_MONTHS, BRANCHES, bonus_class
from wiwak_eval.results import ReleasedTable

Address = Callable[[str, str, str], str]
"""(table, row, column) to an absolute cell reference."""

CEILING = {"health": "ceiling_health", "care": "ceiling_health", "pension": "ceiling_pension", "unemployment": "ceiling_pension"}
PAID = ("gross", *BRANCHES, "zvk", "bonus", "bonus_social", "bonus_zvk")


@dataclass(frozen=True)
class MonthFormulas:
    """From the table pay of each post and month; every step and rounding as in Python."""

    at: Address
    tables: Mapping[str, ReleasedTable]

    def total(self, y: str) -> str:
        """Personnel costs of a year."""
        return f"SUM({self._range(y, 'total')})"

    def due(self, y: str) -> str:
        """What of them falls due from the first supported month on."""
        start = self.at("grant", "land_start", y)
        return f"SUMPRODUCT((MONTH({self._range(y, 'month')})>={start})*{self._range(y, 'total')})"

    def of(self, row: str, column: str) -> str | None:
        """The formula of a cell of `pay_months`; None where it is an input."""
        post, month = row.split("/")
        y, number = f"y{month[:4]}", int(month[5:7])

        def here(name: str) -> str:
            return self.at("pay_months", row, name)

        if column == "share":
            return self.at("posts_plan", post, y)
        if column == "gross":
            return f"ROUND({here('table_pay')}*{here('share')},2)"
        if column in BRANCHES:
            return f"ROUND(MIN({here('gross')},{self.at('amounts', CEILING[column], y)})*{self.at('rates', column, y)},2)"
        if column == "zvk":
            return f"ROUND({here('gross')}*{self.at('rates', 'zvk', y)},2)"
        if column == "total":
            return "+".join(here(name) for name in PAID)
        return self._bonus(post, month[:4], number, column, here) if column.startswith("bonus") else None

    def _bonus(self, post: str, year: str, month: int, column: str, here: Callable[[str], str]) -> str | None:
        y = f"y{year}"
        due = f"{self.at('workload', 'bonus_month', y)}={month}"
        gross = [self.at("pay_months", f"{post}/{year}-{m:02d}", "gross") for m in range(1, 13)]
        if column == "bonus":
            rate = self.at("rates", bonus_class(str(self.tables["posts_plan"].cell(post, "group"))), y)
            base = "+".join(gross[m - 1] for m in BONUS_MONTHS)
            return f"IF({due},ROUND(({base})*{rate}/{len(BONUS_MONTHS)},2),0)"
        if column == "bonus_zvk":
            return f"ROUND({here('bonus')}*{self.at('rates', 'zvk', y)},2)"
        ceiling = {branch: self.at("amounts", CEILING[branch], y) for branch in BRANCHES}
        used = {branch: "+".join(f"MIN({pay},{ceiling[branch]})" for pay in gross[:month]) for branch in BRANCHES}
        room = {branch: f"({month}*{ceiling[branch]}-({used[branch]}))" for branch in BRANCHES}
        parts = (f"ROUND(MIN({here('bonus')},{room[branch]})*{self.at('rates', branch, y)},2)" for branch in BRANCHES)
        return "+".join(parts)

    def _range(self, y: str, column: str) -> str:
        rows = [key for key in _keys(self.tables["pay_months"]) if key.split("/")[1].startswith(y[1:])]
        return f"{self.at('pay_months', rows[0], column)}:{self.at('pay_months', rows[-1], column)}"


@dataclass(frozen=True)
class GroupFormulas:
    """Posts at the mean cost of their pay group, and the difference that leads to the plan."""

    at: Address
    tables: Mapping[str, ReleasedTable]

    def total(self, y: str) -> str:
        """Personnel costs of a year."""
        return self.at("pay_groups", f"{TOTAL}/{y[1:]}", "cost")

    def due(self, y: str) -> str:
        """What of them falls due from the first supported month on."""
        return self.at("pay_groups", f"{TOTAL}/{y[1:]}", "due")

    def of(self, here: str, column: str) -> str | None:
        """The formula of a cell of `pay_groups`; None where it is an input, or a number of the program as the difference is."""
        group, year = here.split("/")
        y = f"y{year}"
        if group == DIFFERENCE:
            return None
        if group == TOTAL:
            start, cost = self.at("grant", "land_start", y), self.at("pay_groups", here, "cost")
            off_time_share = self.at("pay_groups", f"{DIFFERENCE}/{year}", "due")
            lines = [key for key in _keys(self.tables["pay_groups"]) if key.endswith(f"/{year}") and key != here]
            return {
                "posts": self.at("posts_plan", "total", y),
                "cost": "+".join(self.at("pay_groups", key, "cost") for key in lines),
                "due": f"ROUND({cost}*(13-{start})/12,2)+IF(AND({start}>1,{start}<13),{off_time_share},0)",
            }.get(column)
        lines = [key for key in _keys(self.tables["posts_plan"]) if self.tables["posts_plan"].cell(key, "group") == group]
        return {
            "posts": "+".join(self.at("posts_plan", key, y) for key in lines),
            "cost": f"ROUND({self.at('pay_groups', here, 'posts')}*{self.at('pay_groups', here, 'average')},2)",
        }.get(column)


def _keys(table: ReleasedTable) -> list[str]:
    return [str(cells[0]) for cells in table.rows]
