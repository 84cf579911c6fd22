"""Checks that hold whatever a reader enters."""

from wiwak_eval.publication.workbook.model import Sheets


def checks(sheets: Sheets, row: str, y: str) -> str | None:
    """Each is 0 while the sheets agree."""
    total = sheets.at("costs", "total", y)
    rows = sheets.months(sheets.pay, y[1:])
    share, pay = (sheets.span(sheets.pay, column, rows) for column in ("share", "table_pay"))
    return {
        "financing": f"ROUND({sheets.at('financing', 'total', y)}-{total},2)",
        "months": f"ROUND(SUM({sheets.span('plan_months', 'total', sheets.months('plan_months', y[1:]))})-{total},2)",
        "missing": f"SUMPRODUCT(({share}>0)*({pay}=0))",
    }.get(row)
