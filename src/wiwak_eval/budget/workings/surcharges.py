"""What the form of employment adds to pay and contributions."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.pay.rules import PayRules
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.results import Cell, Table, Unit, build_table

LINES: Mapping[str, tuple[str, Callable[[PayRules], Decimal]]] = {
    "accident_own": ("Unfallversicherung, Landkreis", lambda rules: rules.forms[Form.OWN].accident),
    "insolvency_own": ("Insolvenzgeldumlage, Landkreis", lambda rules: rules.forms[Form.OWN].insolvency),
    "accident_other": ("Unfallversicherung, Träger und Dienstleister", lambda rules: rules.forms[Form.FORWARDED].accident),
    "insolvency_other": ("Insolvenzgeldumlage, Träger und Dienstleister", lambda rules: rules.forms[Form.FORWARDED].insolvency),
    "overhead_other": ("Gemeinkosten, Träger und Dienstleister", lambda rules: rules.forms[Form.FORWARDED].overhead),
    "vat": ("Umsatzsteuer, Dienstleister", lambda rules: rules.forms[Form.CONTRACT].vat),
}


def surcharges(plans: Plans, read: Sequence[str]) -> Table:
    """Shares by year: levies on pay, overhead on all that the employer pays, tax on all of it."""
    rows: list[list[Cell]] = [[key, label, *(float(of(plan.pay)) for plan in plans)] for key, (label, of) in LINES.items()]
    title = "Zuschläge nach der Form der Beschäftigung"
    return build_table("surcharges", title, year_columns(plans, Unit.SHARE, 2), rows, NOTEBOOK, assumptions=read)
