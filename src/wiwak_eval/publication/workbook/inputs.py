"""Which cells a reader may change, and what may be entered there."""

from collections.abc import Mapping

from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.pay.rules import LAST_STEP
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.conduct import Rule
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.results import Cell

LONGEST_LIST = 255

FLAG: Rule = {"validate": "list", "source": ["0", "1"], "error_message": "Bitte 1 für ja oder 0 für nein eintragen."}
SHARE: Rule = {
    "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1,
    "error_message": "Bitte einen Anteil zwischen 0 % und 100 % eintragen.",
}  # fmt: skip
NOT_NEGATIVE: Rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "Bitte eine Zahl ab 0 eintragen."}
POSITIVE: Rule = {"validate": "decimal", "criteria": ">", "value": 0, "error_message": "Bitte eine Zahl größer als 0 eintragen."}
NUMBER: Rule = {
    "validate": "decimal", "criteria": "between", "minimum": -100, "maximum": 100,
    "error_message": "Bitte eine Zahl zwischen -100 und 100 eintragen.",
}  # fmt: skip
COUNT: Rule = {
    "validate": "integer", "criteria": "between", "minimum": 0, "maximum": 1_000_000,
    "error_message": "Bitte eine ganze Zahl ab 0 eintragen.",
}  # fmt: skip
STEP: Rule = {
    "validate": "list", "source": [str(step) for step in (MEAN_STEP, *range(1, LAST_STEP + 1))],
    "error_message": "Bitte eine Stufe von 1 bis 6 wählen; 0 steht für den Durchschnitt aller Stufen.",
}  # fmt: skip
YEARS: Rule = {
    "validate": "integer", "criteria": "between", "minimum": 0, "maximum": 50, "error_message": "Bitte ganze Jahre von 0 bis 50 eintragen."
}  # fmt: skip
MONTH: Rule = {
    "validate": "integer", "criteria": "between", "minimum": 0, "maximum": 13,
    "error_message": "Bitte einen Monat von 1 bis 12 eintragen; 13 heißt: nicht in diesem Jahr.",
}  # fmt: skip
KIND: Rule = {"validate": "list", "source": ["1", "2", "3", "4"], "error_message": "Bitte 1 bis 4 wählen, wie in der Bezeichnung erklärt."}
DAY: Rule = {
    "validate": "date", "criteria": "between", "minimum": "=DATE(1980,1,1)", "maximum": "=DATE(2019,12,31)",
    "error_message": "Bitte einen Tag als TT.MM.JJJJ eintragen.",
}  # fmt: skip

RULES: Mapping[str, Mapping[str, Rule]] = {
    "workload": {
        "contacts": COUNT, "net_minutes": POSITIVE, "step": POSITIVE, "warning": POSITIVE, "distribution": SHARE, "further": NUMBER,
        "further_from": MONTH,
    },
    "grant": {
        "land_decided": FLAG, "land_kind": KIND, "land_share": SHARE, "land_has_ceiling": FLAG, "land_start": MONTH, "land_end": MONTH,
        "land_decision_month": MONTH, "land_early_start": FLAG, "rooms_in_kind": FLAG,
    },
    "grant_rules": {"assumed_on": FLAG, "variant_share": SHARE, "variant_has_ceiling": FLAG, "in_kind_counts": FLAG},
    "rates": {"price_index": POSITIVE},
}  # fmt: skip
"""Rules of single rows; rows not named follow their table."""
OF_TABLE: Mapping[str, Rule] = {
    "workload": NOT_NEGATIVE, "grant": NOT_NEGATIVE, "grant_rules": NOT_NEGATIVE, "rates": SHARE, "surcharges": SHARE,
    "amounts": NOT_NEGATIVE, "month_rules": SHARE, "pay_tables": POSITIVE, "step_rules": YEARS, "negotiation": SHARE,
}  # fmt: skip
COLUMNS = {"month_rules": ("interpreting",), "pay_tables": ("amount",), "negotiation": ("rate",)}
BY_YEAR = ("workload", "grant", "grant_rules", "rates", "surcharges", "amounts")
FIXED: Mapping[str, tuple[str, ...]] = {"grant_rules": ("late_", "used_")}
"""Rows that labels or formulas speak for."""
OF_PROGRAM: Mapping[str, str | tuple[str, ...]] = {
    "surcharges": "", "pay_tables": "", "step_rules": "",
    "rates": ("health", "care", "pension", "unemployment", "zvk", "bonus_low", "bonus_high", "performance"), "amounts": "ceiling_",
}  # fmt: skip
"""Rows, by the beginning of their keys, that public personnel is not computed from: held posts are priced by the program."""


def rule(sheets: Sheets, table: str, row: str, column: str, cell: Cell) -> Rule | None:
    """What may be entered in a cell without formula; None where it is no input."""
    if table in {"posts_plan", "further_months"}:
        return _post(sheets, table, row, column)
    if not isinstance(cell, int | float) or not _open(sheets, table, row, column):
        return None
    if table == "grant_rules" and row.startswith("eligible_"):
        return FLAG
    return RULES.get(table, {}).get(row, OF_TABLE.get(table))


def _open(sheets: Sheets, table: str, row: str, column: str) -> bool:
    if row.startswith(FIXED.get(table, ("\0",))) or (sheets.by_group and row.startswith(OF_PROGRAM.get(table, "\0"))):
        return False
    if table == "step_rules":
        return column.startswith("step_")
    return column in COLUMNS.get(table, ()) or (table in BY_YEAR and column.startswith("y"))


def _post(sheets: Sheets, table: str, row: str, column: str) -> Rule | None:
    """Group, step and day of a post; in public only of further posts."""
    if table == "further_months":
        return STEP if column == "step" and row == sheets.keys(table)[0] else None
    if row == "total" or (sheets.by_group and row != NEW):
        return None
    if column == "group":
        return {"validate": "list", "source": _listed(sheets), "error_message": "Bitte eine Entgeltgruppe der Liste wählen."}
    held = row != NEW
    return {"step": STEP, "since": DAY if held else None, "existing": NOT_NEGATIVE if held else None}.get(column)


def _listed(sheets: Sheets) -> list[str] | str:
    """The groups as a list, or where that is longer than a list may be, the column they stand in."""
    found = groups(sheets)
    return found if len(",".join(found)) <= LONGEST_LIST else f"={sheets.whole('pay_tables', 'group')}"


def groups(sheets: Sheets) -> list[str]:
    """Pay groups that the pay tables hold all the time and that have an annual bonus."""
    table = sheets.tables["pay_tables"]
    first = f"{sheets.years[0]}-01"
    known: dict[str, bool] = {}
    for _, group, _, _, amount, _, until, bonus in table.rows:
        gap = (amount is None and str(until) >= first) or bonus is None
        known[str(group)] = known.get(str(group), True) and not gap
    return [group for group, whole in known.items() if whole]
