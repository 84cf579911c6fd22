"""How the cells of land.xlsx behave."""

from wiwak_eval.publication.land_papers.workbook import sheets as contents
from wiwak_eval.publication.land_papers.workbook.formulas import formula
from wiwak_eval.publication.land_papers.workbook.items import LAND, home_of
from wiwak_eval.publication.workbook import inputs
from wiwak_eval.publication.workbook.conduct import Conduct, Rule
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.results import Cell

DRAWN = ("_p10", "_p90", "_mean")
"""Ends of the names of columns that come from draws, which no formula repeats."""


def conduct(sheets: Sheets) -> Conduct:
    """Ranges and means of draws stay as the program computed them, and the heads say so."""
    ends = {id: tuple(column.name for column in sheets.columns(id) if column.name.endswith(DRAWN)) for id in sheets.tables}
    return Conduct(formula, rule, contents.BY_PROGRAM, ends)


def rule(sheets: Sheets, table: str, row: str, column: str, cell: Cell) -> Rule | None:
    """What may be entered in a cell without formula; None where it is no input."""
    if not isinstance(cell, int | float):
        return None
    if table == "workload":
        return inputs.rule(sheets, table, row, column, cell)
    if table == "land_prices" and not row.startswith("sum_"):
        return inputs.NOT_NEGATIVE if column.startswith("y") else inputs.SHARE if column.startswith("land_") else None
    if table == "land_caseload" and row not in {LAND, home_of(sheets.tables["land_costs"])}:
        return inputs.COUNT if column.startswith("contacts_") and not column.endswith(DRAWN) else None
    return None
