"""How the cells of the cost and financing plan behave."""

from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.conduct import Conduct
from wiwak_eval.publication.workbook.formulas.book import formula
from wiwak_eval.publication.workbook.inputs import rule

PLAN = Conduct(
    formula,
    rule,
    sheets.BY_PROGRAM,
    {"budget_application": sheets.FINANCE_PLAN},
    ("used_kind", "used_first", "used_last", "used_has", "missing"),
    sheets.NOTES_LEFT_OUT,
)
