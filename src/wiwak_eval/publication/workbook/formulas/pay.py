"""A post month by month: from its group and step to the pay table, to contributions, one-off payments, levies, overhead and tax."""

from collections.abc import Callable, Mapping

from wiwak_eval.budget.pay.groups import FORM_LABELS
from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.pay.post_pay import EMPLOYED, PARTS
from wiwak_eval.budget.pay.rules import LAST_STEP
from wiwak_eval.budget.posts.line import NEW, Form
from wiwak_eval.publication.workbook.formulas.one_off import one_off
from wiwak_eval.publication.workbook.formulas.pay_row import PayRow
from wiwak_eval.publication.workbook.model import Sheets

CEILING = {"health": "ceiling_health", "care": "ceiling_health", "pension": "ceiling_pension", "unemployment": "ceiling_pension"}


def pay(sheets: Sheets, table: str, key: str, column: str) -> str | None:
    """The formula of a cell of `pay_months` or `further_months`; None where it is an input, or no input changes it."""
    row = PayRow(sheets, table, key)
    if column in CEILING:
        return f"ROUND(MIN({row.here('gross')},{row.ceiling(CEILING[column])})*{row.rate(column)},2)"
    make = MAKE.get(column)
    return make(row) if make else one_off(row, column) or _added(row, column)


def _step(row: PayRow) -> str | None:
    """Time counts from the day since which the step is held. In public, only the step of new posts is known, an input in its first row."""
    first = row.sheets.keys(row.table)[0]
    if row.sheets.by_group:
        return None if row.key == first else row.sheets.at(row.table, first, "step")
    step, since = (row.sheets.at("posts_plan", row.post, name) for name in ("step", "since"))
    if row.post == NEW:
        return step
    month = row.here("month")
    passed = f"(12*YEAR({month})+MONTH({month})-12*YEAR({since})-MONTH({since}))"

    def reached(kind: str) -> str:
        ends = row.sheets.across("step_rules", kind, "months_1", f"months_{LAST_STEP - 1}")
        begun = f"INDEX({row.sheets.across('step_rules', kind, 'months_0', f'months_{LAST_STEP - 1}')},1,{step})"
        return f'COUNTIF({ends},"<="&({passed}+{begun}))'

    advanced = f'IF(LEFT({row.here("group")},1)="S",{reached("sue")},{reached("e")})'
    return f"IF(AND(ISNUMBER({since}),{step}>{MEAN_STEP}),MIN({LAST_STEP},MAX({step},1+{advanced})),{step})"


def _share(row: PayRow) -> str | None:
    """As planned while the centre is open, further posts from their month on; later a contract that runs on, which no input changes."""
    if not row.sheets.value("month_rules", row.month, "open"):
        return None
    planned = row.sheets.at("posts_plan", row.post, row.y)
    return f"IF({row.number}>={row.sheets.at('workload', 'further_from', row.y)},{planned},0)" if row.post == NEW else planned


def _table_pay(row: PayRow) -> str:
    """The row of the pay tables for group, step and month."""
    group, step, since, until, amount = (
        row.sheets.whole("pay_tables", name) for name in ("group", "step", "valid_from", "until", "amount")
    )
    month = row.here("month")
    return f'SUMIFS({amount},{group},{row.here("group")},{step},{row.here("step")},{since},"<="&{month},{until},">="&{month})'


def _added(row: PayRow, column: str) -> str | None:
    """Levies on pay, then the carrier's overhead on all that it pays, then tax on all of it."""
    form = str(row.sheets.value(row.table, row.key, "form"))
    whose = "own" if form == FORM_LABELS[Form.OWN] else "other"
    employed = "+".join(row.here(part) for part in EMPLOYED)
    if column == "accident":
        paid = "+".join(row.here(part) for part in ("gross", "bonus", "performance"))
        return f"ROUND(({paid})*{row.surcharge(f'accident_{whose}')},2)"
    if column == "insolvency":
        liable = f"MIN({row.here('gross')},{row.ceiling('ceiling_pension')})+{row.here('bonus_pension')}+{row.here('performance_pension')}"
        return f"ROUND(({liable})*{row.surcharge(f'insolvency_{whose}')},2)"
    if column == "carrier_overhead" and whose == "other":
        return f"ROUND(({employed})*{row.surcharge('overhead_other')},2)"
    if column == "vat" and form == FORM_LABELS[Form.CONTRACT]:
        return f"ROUND(({employed}+{row.here('carrier_overhead')})*{row.surcharge('vat')},2)"
    return None


MAKE: Mapping[str, Callable[[PayRow], str | None]] = {
    "group": lambda row: row.sheets.at("posts_plan", row.post, "group"),
    "step": _step,
    "share": _share,
    "table_pay": _table_pay,
    "gross": lambda row: f"ROUND({row.here('table_pay')}*{row.here('share')},2)",
    "zvk": lambda row: f"ROUND({row.here('gross')}*{row.rate('zvk')},2)",
    "total": lambda row: "+".join(row.here(part) for part in PARTS),
}
"""Columns with a formula of their own."""
