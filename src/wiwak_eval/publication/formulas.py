"""The budget as spreadsheet formulas: the same steps and roundings as in Python, cell by cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wiwak_eval.budget.pay import BONUS_MONTHS, BRANCHES, bonus_class
from wiwak_eval.results import ReleasedTable

Address = Callable[[str, str, str], str]
"""(table, row, column) to an absolute cell reference."""

CEILING = {"health": "ceiling_health", "care": "ceiling_health", "pension": "ceiling_pension", "unemployment": "ceiling_pension"}
PAID = ("gross", *BRANCHES, "zvk", "bonus", "bonus_social", "bonus_zvk")
PER_POST = {"materials": "materials", "training": "training", "travel": "travel", "rooms": "room_post_year"}


@dataclass(frozen=True)
class Formulas:
    """Builds the formula of a computed cell; `at` finds the cells it refers to, `tables` holds the released budget tables."""

    at: Address
    tables: Mapping[str, ReleasedTable]

    def of(self, table: str, row: str, column: str) -> str | None:
        """The formula of a cell, without `=`; None where the cell is an input."""
        if table == "pay_months":
            return self._pay(row, column)
        if not column.startswith("y"):
            return None
        make = {"workload": self._workload, "posts_plan": self._posts, "costs": self._costs, "financing": self._financing}.get(table)
        return make(row, column) if make else None

    def _keys(self, table: str) -> list[str]:
        return [str(cells[0]) for cells in self.tables[table].rows]

    def _workload(self, row: str, y: str) -> str | None:
        cell = {key: self.at("workload", key, y) for key in self._keys("workload")}
        need = f"({cell['contacts']}*({cell['minutes']}+{cell['follow_up']})+{cell['coordination']})/{cell['net_minutes']}"
        steps = f"MAX({cell['minimum']},ROUNDUP({need}/{cell['step']},0)*{cell['step']})"
        return {"needed": f"ROUND({need},4)", "planned": steps}.get(row)

    def _posts(self, row: str, y: str) -> str | None:
        lines = [key for key in self._keys("posts_plan") if key != "total"]
        if row == "total":
            return "+".join(self.at("posts_plan", key, y) for key in lines)
        before = "".join(f"-{self.at('posts_plan', key, 'existing')}" for key in lines[: lines.index(row)])
        left = f"{self.at('workload', 'planned', y)}{before}"
        last = row == lines[-1]
        return f"MAX(0,{left})" if last else f"MAX(0,MIN({self.at('posts_plan', row, 'existing')},{left}))"

    def _pay(self, row: str, column: str) -> str | None:
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

    def _costs(self, row: str, y: str) -> str | None:
        index = self.at("rates", "price_index", y)
        planned = self.at("workload", "planned", y)
        if row == "personnel":
            first, last = self._pay_range(y, "total")
            return f"SUM({first}:{last})"
        if row == "interpreting":
            share, hour = self.at("rates", "interpreter_share", y), self.at("amounts", "interpreter_hour", y)
            contacts, minutes = self.at("workload", "contacts", y), self.at("workload", "minutes", y)
            return f"ROUND({contacts}*{share}*{minutes}/60*{hour}*{index},2)"
        if row == "events":
            return f"ROUND({self.at('amounts', 'events', y)}*{index},2)"
        if row == "total":
            return "+".join(self.at("costs", key, y) for key in self._keys("costs") if key != "total")
        return f"ROUND({planned}*{self.at('amounts', PER_POST[row], y)}*{index},2)"

    def _financing(self, row: str, y: str) -> str | None:
        part = {key: self.at("financing", key, y) for key in self._keys("financing")}
        decided = f"{self.at('grant', 'land_decided', y)}=1"
        need = f"{self.at('costs', 'total', y)}-{part['county_in_kind']}"
        rest = f"{need}-{part['federal']}-{part['esf']}-{part['third']}"
        fixed = {key: self.at("amounts", key, y) for key in ("federal", "esf", "third")}
        return {
            "county_in_kind": f"{self.at('costs', 'rooms', y)}*{self.at('grant', 'rooms_in_kind', y)}",
            "federal": f"MIN({need},{fixed['federal']})",
            "esf": f"MIN({need}-{part['federal']},{fixed['esf']})",
            "third": f"MIN({need}-{part['federal']}-{part['esf']},{fixed['third']})",
            "land": f"IF({decided},MIN({rest},ROUND(({self._eligible(y)})*{self.at('grant', 'land_share', y)},2)),0)",
            "county_cash": f"IF({decided},{rest}-{part['land']},0)",
            "open": f"IF({decided},0,{rest})",
            "total": "+".join(part[key] for key in part if key != "total"),
        }.get(row)

    def _eligible(self, y: str) -> str:
        """Cash expenditure from the first supported month on."""
        start = self.at("grant", "land_start", y)
        months, totals = (":".join(self._pay_range(y, name)) for name in ("month", "total"))
        items = (self.at("costs", key, y) for key in self._keys("costs") if key not in {"personnel", "rooms", "total"})
        rent = f"({self.at('costs', 'rooms', y)}-{self.at('financing', 'county_in_kind', y)})"
        others = "".join(f"+ROUND({item}*(13-{start})/12,2)" for item in (*items, rent))
        return f"SUMPRODUCT((MONTH({months})>={start})*{totals}){others}"

    def _pay_range(self, y: str, column: str) -> tuple[str, str]:
        rows = [key for key in self._keys("pay_months") if key.split("/")[1].startswith(y[1:])]
        return self.at("pay_months", rows[0], column), self.at("pay_months", rows[-1], column)


def live_finding(table: str, row: str, column: str, id: str) -> tuple[str, str, str]:
    """Where the live cell of a finding stands: planned values come from the calculation, not from the table of ranges."""
    year = id.rsplit("_", 1)[-1]
    live: dict[str, tuple[str, str, str]] = {
        "posts_range": ("posts_plan", "total", f"y{year}"),
        "cost_range": ("costs", "total", f"y{year}"),
        "forecast_yearly": ("workload", "contacts", f"y{year}"),
    }
    return live.get(table, (table, row, column))
