"""Which tables stand in the workbook, on which sheet, and what of them is left out."""

from collections.abc import Mapping
from dataclasses import replace

from wiwak_eval.budget.pay.groups import DUE
from wiwak_eval.publication.design import BLUE, BLUE_TINTS, LINE, NIGHT
from wiwak_eval.results import NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

LIVE = {
    "workload": "Mengen",
    "posts_plan": "Stellenplan",
    "costs": "Kosten",
    "financing": "Finanzierung",
    "financing_variants": "Varianten",
    "negotiation": "Verhandlung",
    "budget_application": "Haushaltsanmeldung",
    "grant_plan_1": "Kostenplan, erstes Jahr",
    "grant_funding_1": "Finanzierungsplan, erstes Jahr",
    "grant_plan_2": "Kostenplan, zweites Jahr",
    "grant_funding_2": "Finanzierungsplan, zweites Jahr",
    "plan_months": "Kosten je Monat",
    "grant": "Bedingungen",
    "grant_rules": "Regeln des Landes",
    "rates": "Sätze",
    "surcharges": "Zuschläge",
    "amounts": "Preise",
    "month_rules": "Monate",
    "pay_months": "Personal",
    "pay_groups": "Personal",
    "further_months": "Zusätzliche Stellen",
    "pay_tables": "Entgelttabellen",
    "step_rules": "Stufen",
    "checks": "Proben",
}
"""Sheets whose formulas compute. Of the two tables of personnel costs one has the sheet: the months of each post, else the pay groups, and
then the months of further posts."""

BY_PROGRAM = {
    "late_decision": "Später Bescheid",
    "alternatives": "Handlungsmöglichkeiten",
    "employment_forms": "Beschäftigungsformen",
    "follow_up_costs": "Folgekosten",
    "cost_range": "Kostenbereich",
    "posts_range": "Stellenbereich",
    "risk_funders": "Bereich Landkreis bar",
    "switching": "Schwellen",
    "forecast_yearly": "Prognose Jahre",
    "forecast_monthly": "Prognose Monate",
    "forecast_persons": "Prognose Personen",
    "scenario_years": "Szenarien Jahre",
    "scenario_lines": "Szenarien Monate",
    "levers": "Stellschrauben",
    "assumptions_log": "Annahmen",
}
"""Sheets with what the program computed; they do not follow changed inputs."""

SHEETS = LIVE | BY_PROGRAM
NAMED_BY_TITLE = frozenset({"grant_plan_1", "grant_funding_1", "grant_plan_2", "grant_funding_2"})
"""Their titles name the year."""
COVER, CONTENTS, HINTS, INPUTS, RESULTS, FINDINGS = "Deckblatt", "Inhalt", "Hinweise", "Eingaben", "Ergebnisse", "Kennzahlen"
ROLE_FRONT, ROLE_INPUTS, ROLE_COMPUTES = "vorn", "Eingaben und Formeln", "Formeln, folgt den Eingaben"
ROLE_PROGRAM, ROLE_FIXED, ROLE_REFUSED = "vom Programm, folgt Eingaben nicht", "feste Zahlen", "nicht auswertbar"
TABS: Mapping[str, str] = {
    ROLE_FRONT: NIGHT, ROLE_INPUTS: BLUE_TINTS[2], ROLE_COMPUTES: BLUE, ROLE_PROGRAM: LINE, ROLE_FIXED: LINE, ROLE_REFUSED: LINE,
}  # fmt: skip
"""What a sheet is for, and the colour of its tab."""

COLUMNS_LEFT_OUT: Mapping[str, frozenset[str]] = {
    "pay_months": frozenset({"table", "valid_from", "index"}),
    "further_months": frozenset({"table", "valid_from", "index"}),
    "pay_groups": frozenset({"due"}),
    "grant_plan_1": frozenset({"computation"}),
    "grant_plan_2": frozenset({"computation"}),
}
"""What would be wrong once an input is changed, and is printed elsewhere."""

NOTES_LEFT_OUT = frozenset({DUE})
"""Notes on columns that are left out."""

ROWS_LEFT_OUT = {"grant": ("eligible_", "land_in_kind", "land_tolerance")}
"""Rows, by the beginning of their keys, that stand on the sheet of rules, or that planning does not use."""

AS_PLANNED = "wie geplant"
"""Of the negotiation sheet the rows with the planned posts are kept: others follow from a changed number of further posts."""


FINANCE_PLAN = ("y3", "y4")
"""Columns of the budget application that the program computed."""


def names(tables: Mapping[str, ReleasedTable]) -> dict[str, str]:
    """Name of each sheet."""
    return {id: tables[id].title if id in tables and id in NAMED_BY_TITLE else name for id, name in SHEETS.items()}


def by_group(released: Mapping[str, Released]) -> bool:
    """Whether single posts may not be seen."""
    return "pay_months" not in released


def kept(released: Mapping[str, Released]) -> dict[str, Released]:
    """The tables of the workbook in the order of its sheets, without what is left out."""
    unused = {"pay_months"} if by_group(released) else {"pay_groups", "further_months"}
    found = {id: released[id] for id in SHEETS if id in released and id not in unused}
    return {id: _trimmed(table) if isinstance(table, ReleasedTable) else table for id, table in found.items()}


def _trimmed(table: ReleasedTable) -> ReleasedTable:
    gone = COLUMNS_LEFT_OUT.get(table.id, frozenset())
    places = [place for place, column in enumerate(table.columns) if column.name not in gone]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows if _keeps(table.id, row))
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=rows)


def _keeps(id: str, row: tuple[object, ...]) -> bool:
    if id == "negotiation":
        return AS_PLANNED in row
    return not str(row[0]).startswith(ROWS_LEFT_OUT.get(id, ("\0",)))
