"""Which tables stand in land.xlsx, on which sheet, and what of them is kept."""

from collections.abc import Mapping
from dataclasses import replace

from wiwak_eval.publication.land_papers.workbook.simulated import told
from wiwak_eval.publication.workbook.sheets import Released
from wiwak_eval.results import ReleasedTable

LIVE = {
    "land_total": "Ganzes Land",
    "land_costs": "Kosten",
    "land_financing": "Finanzierung",
    "land_items": "Kostenarten",
    "land_posts": "Stellen",
    "land_caseload": "Beratungen",
    "land_prices": "Preise",
    "workload": "Regeln",
    "checks": "Proben",
}
"""Sheets whose formulas compute, or whose cells they read. `land_items` and `checks` stand beside the released tables."""
BY_PROGRAM = {
    "land_refugees": "Anerkannte",
    "land_counties": "Kreise und Städte",
    "land_rates": "Raten",
    "land_fixed": "Feste Stellen",
    "land_limits": "Grenzen",
    "land_preconditions": "Voraussetzungen",
    "transfer": "Wie viele sie erfüllen",
    "land_ranks": "Rang des Pilotkreises",
    "joint_centre": "Gemeinsames Zentrum",
    "land_sources": "Woher die Spanne kommt",
    "assumptions_log": "Annahmen",
}
"""Sheets with what the program computed; they do not follow changed inputs."""
SHEETS = LIVE | BY_PROGRAM
RULES = ("minutes", "follow_up", "coordination", "net_minutes", "distribution", "opening_minutes", "present", "step", "minimum")
"""Rows of `workload` that hold in every county; the others are the pilot county's own."""
ANCHORS = ("land_total", "land_costs", "land_financing", "land_posts", "land_caseload", "land_prices", "land_refugees", "workload")
"""Tables without any of which no formula can be written."""


def kept(released: Mapping[str, Released]) -> dict[str, Released]:
    """The released tables that have a sheet, in the order of the sheets, each cut to what concerns all counties."""
    return {id: _cut(released[id], released) for id in SHEETS if id in released}


def computes(tables: Mapping[str, ReleasedTable]) -> bool:
    """Whether all tables are there that formulas refer to."""
    return set(ANCHORS).issubset(tables)


def _cut(table: Released, released: Mapping[str, Released]) -> Released:
    if not isinstance(table, ReleasedTable):
        return table
    if table.id == "workload":
        rows = tuple(row for row in table.rows if row[0] in RULES)
        return told(replace(table, title="Regeln, nach denen Beratungen zu Stellen werden", rows=rows, notes=()))
    if table.id == "land_costs":
        return told(table)
    if table.id == "assumptions_log":
        used = _behind(released)
        return replace(table, rows=tuple(row for row in table.rows if str(row[0]).partition("@")[0] in used))
    return table


def _behind(released: Mapping[str, Released]) -> set[str]:
    """Ids of the assumptions behind the tables of all counties."""
    found = (one for id, one in released.items() if id in SHEETS and id != "assumptions_log" and isinstance(one, ReleasedTable))
    return {id for one in found for id in one.assumptions}
