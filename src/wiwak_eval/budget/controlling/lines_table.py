"""Actual against plan by budget line."""

from collections.abc import Iterable, Mapping

import pandas as pd

from wiwak_eval.budget.books.ledger_year import INCOME, LedgerYear
from wiwak_eval.budget.books.planned import EXPENDITURE, Planned
from wiwak_eval.budget.books.words import line_label
from wiwak_eval.budget.controlling.line import Line, line_of, sum_of
from wiwak_eval.budget.controlling.outlook import Outlook, Outlooks, together
from wiwak_eval.budget.controlling.words import IN_KIND_NOTE, INCOME_NOTE, NOTEBOOK, PROJECTION, TWELFTHS, missing, until
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

SPENT, GIVEN, RECEIVED = "Summe Auszahlungen", "Summe Sachleistungen", "Summe Einnahmen"


def controlling_lines(
    year: LedgerYear, planned: Planned, spent: Outlooks, given: Outlooks, income: Mapping[str, Outlook], read: Iterable[str]
) -> Table:
    """Table `controlling_lines`: budget lines by code, cash, in kind and income apart, each with its sum.

    spent, given: outlooks by code and cost type; income: outlooks by code.
    """
    rows: list[list[Cell]] = []
    for lines, total in (
        (_expenditure(year.spent, spent, planned, year, False), SPENT),
        (_expenditure(year.in_kind, given, planned, year, True), GIVEN),
        (_income(income, planned, year), RECEIVED),
    ):
        if lines:
            rows += [line.cells for line in [*lines, sum_of(lines, total)]]
    columns = (
        Column("line", "Haushaltsstelle", Unit.TEXT),
        Column("planned", f"Ansatz {year.year}", Unit.CENTS),
        Column("to_date", "Ansatz bis jetzt", Unit.CENTS),
        Column("actual", "gebucht", Unit.CENTS),
        Column("difference", "Abweichung", Unit.CENTS),
        Column("drawn", "ausgeschöpft", Unit.SHARE, 0),
        Column("expected", "am Jahresende", Unit.CENTS),
        Column("warning", "Hinweis", Unit.TEXT),
    )
    notes = (TWELFTHS, IN_KIND_NOTE, *missing(year), *(() if year.over else (PROJECTION, INCOME_NOTE)))
    title = f"Haushaltsüberwachung {year.year}: Ansatz und Ist je Haushaltsstelle, {until(year)}"
    return build_table("controlling_lines", title, columns, rows, NOTEBOOK, notes, read)


def _expenditure(bookings: pd.DataFrame, found: Outlooks, planned: Planned, year: LedgerYear, in_kind: bool) -> list[Line]:
    own = {code for (direction, code) in planned.amounts if direction == EXPENDITURE and ((direction, code) in planned.in_kind) == in_kind}
    lines = []
    for code in sorted({*own, *bookings["budget_code"]}):
        parts = {kind: part for (place, kind), part in found.items() if place == code}
        amount = planned.amounts[EXPENDITURE, code] if code in own else None
        lines.append(line_of(line_label(code, parts, "(Sachleistung)" if in_kind else ""), amount, together(parts.values()), year))
    return lines


def _income(found: Mapping[str, Outlook], planned: Planned, year: LedgerYear) -> list[Line]:
    own = {code for direction, code in planned.amounts if direction == INCOME}
    kinds = year.income.groupby("budget_code")["cost_type"].unique()
    lines = []
    for code in sorted({*own, *found}):
        label = line_label(code, kinds.get(code, ()), "(Einnahme)")
        lines.append(line_of(label, planned.amounts.get((INCOME, code)), found.get(code, Outlook()), year, income=True))
    return lines
