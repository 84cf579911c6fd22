"""The budget as spreadsheet formulas: the same steps and roundings as in Python, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from wiwak_eval.publication.personnel_formulas import Address, GroupFormulas, MonthFormulas
from wiwak_eval.results import ReleasedTable

PER_POST = {"materials": "materials", "training": "training", "travel": "travel", "rooms": "room_post_year"}


@dataclass(frozen=True)
class Formulas:
    """Builds the formula of a computed cell; `at` finds the cells it refers to, `tables` holds the released budget tables."""

    at: Address
    tables: Mapping[str, ReleasedTable]

    def of(self, table: str, row: str, column: str) -> str | None:
        """The formula of a cell, without `=`; None where the cell is an input."""
        if table in {"pay_months", "pay_groups"}:
            return self._personnel.of(row, column)
        if not column.startswith("y"):
            return None
        make = {"workload": self._workload, "posts_plan": self._posts, "costs": self._costs, "financing": self._financing}.get(table)
        return make(row, column) if make else None

    @property
    def _personnel(self) -> MonthFormulas | GroupFormulas:
        """From the months of each post where they are let out, else from pay groups."""
        return MonthFormulas(self.at, self.tables) if "pay_months" in self.tables else GroupFormulas(self.at, self.tables)

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
        filled = self._filled(lines[:-1], y)
        before = "".join(f"-{filled[key]}" for key in lines[: lines.index(row)])
        left = f"{self.at('workload', 'planned', y)}{before}"
        return f"MAX(0,MIN({filled[row]},{left}))" if row in filled else f"MAX(0,{left})"

    def _filled(self, lines: list[str], y: str) -> dict[str, str]:
        """What each existing line takes at most. Where lines are pay groups and the plan leaves posts empty that stand between others of
        their group, filling group by group would not give the plan: then the plan's own numbers are the most."""
        table, left = self.tables["posts_plan"], float(str(self.tables["posts_plan"].cell("total", y)))
        for key in lines:
            planned, existing = (float(str(table.cell(key, column))) for column in (y, "existing"))
            if not isclose(planned, max(0.0, min(existing, left)), abs_tol=1e-9):
                return {key: str(table.cell(key, y)) for key in lines}
            left -= existing
        return {key: self.at("posts_plan", key, "existing") for key in lines}

    def _costs(self, row: str, y: str) -> str | None:
        index = self.at("rates", "price_index", y)
        planned = self.at("workload", "planned", y)
        if row == "personnel":
            return self._personnel.total(y)
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
        items = (self.at("costs", key, y) for key in self._keys("costs") if key not in {"personnel", "rooms", "total"})
        rent = f"({self.at('costs', 'rooms', y)}-{self.at('financing', 'county_in_kind', y)})"
        others = "".join(f"+ROUND({item}*(13-{start})/12,2)" for item in (*items, rent))
        return f"{self._personnel.due(y)}{others}"


def live_finding(table: str, row: str, column: str, id: str) -> tuple[str, str, str]:
    """Where the live cell of a finding stands: planned values come from the calculation, not from the table of ranges."""
    year = id.rsplit("_", 1)[-1]
    live: dict[str, tuple[str, str, str]] = {
        "posts_range": ("posts_plan", "total", f"y{year}"),
        "cost_range": ("costs", "total", f"y{year}"),
        "forecast_yearly": ("workload", "contacts", f"y{year}"),
    }
    return live.get(table, (table, row, column))
