"""finanzierungsplan.xlsx: inputs, live formulas, results; one table a sheet."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from itertools import chain

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.budget.pay import BRANCHES
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import MISSING, notes
from wiwak_eval.publication.formulas import Formulas, live_finding
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.records.sheet_style import put_text
from wiwak_eval.results import Cell, Column, Finding, NotAssessable, ReleasedTable, Unit

Released = ReleasedTable | NotAssessable

SHEETS = {
    "workload": "Mengen",
    "rates": "Sätze",
    "amounts": "Preise",
    "grant": "Bedingungen",
    "posts_plan": "Stellenplan",
    "pay_months": "Personal",
    "pay_groups": "Personal",
    "costs": "Kosten",
    "financing": "Finanzierung",
    "financing_variants": "Varianten",
    "cost_range": "Kostenbereich",
    "posts_range": "Stellenbereich",
    "forecast_yearly": "Prognose Jahre",
    "forecast_monthly": "Prognose Monate",
    "forecast_persons": "Prognose Personen",
    "scenario_years": "Szenarien Jahre",
    "scenario_lines": "Szenarien Monate",
    "levers": "Stellschrauben",
    "assumptions_log": "Annahmen",
}
"""Sheet by table. Of the two tables of personnel costs one has the sheet: the months of each post, else the pay groups."""

COVER, RESULTS = "Deckblatt", "Ergebnisse"
FIRST_ROW = 4
NUMBER_FORMATS = {Unit.CENTS: '#,##0.00 "€"', Unit.SHARE: "0.000%", Unit.POSTS: "0.00", Unit.CONTACTS: "#,##0", Unit.PERSONS: "#,##0"}
HOW_TO = (
    "Blau hinterlegte Zellen sind Eingaben und dürfen geändert werden; alle anderen Zahlen rechnen die Formeln.",
    "Mengen und Sätze führen zu Stellen, Stellen zu Personal und Kosten, Kosten zur Finanzierung.",
    "Bereiche und Varianten hat das Programm gerechnet; sie folgen geänderten Eingaben nicht.",
)
BY_GROUP = (
    "Personal rechnet in dieser Fassung mit Durchschnittskosten je Entgeltgruppe; Beitragssätze, Jahressonderzahlung und Grenzen sind "
    "darin schon enthalten und keine Eingaben."
)
IN_AVERAGES = {*BRANCHES, "zvk", "bonus_low", "bonus_high", "ceiling_health", "ceiling_pension", "bonus_month"}
"""Rows that only the months of single posts are computed from."""


def workbook_xlsx(released: Mapping[str, Released], findings: Mapping[str, Finding], mark: RunMark) -> bytes:
    """The workbook as bytes; the same bytes for the same content. A refused table leaves its reason on its sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Kosten- und Finanzierungsplan", "created": _created(mark.as_of), "comments": mark.provenance.mark or ""})
    book.set_calc_mode("auto")
    _Writer(book, released, mark).write(findings)
    book.close()
    return buffer.getvalue()


def _created(day: date) -> datetime:
    """The day the run looks from, since a time of writing would make each file another one."""
    return datetime(day.year, day.month, day.day)


class _Writer:
    """Writes the sheets; knows where each cell of each table stands."""

    def __init__(self, book: xlsxwriter.Workbook, released: Mapping[str, Released], mark: RunMark) -> None:
        self._book, self._mark = book, mark
        self._by_group = "pay_months" not in released
        left_out = "pay_months" if self._by_group else "pay_groups"
        self._released = {name: released[name] for name in SHEETS if name != left_out}
        self._tables = {name: table for name, table in self._released.items() if isinstance(table, ReleasedTable)}
        self._formulas = Formulas(self._at, self._tables)
        self._formats: dict[tuple[str, bool], Format] = {}

    def write(self, findings: Mapping[str, Finding]) -> None:
        """All sheets, cover and results first."""
        self._cover()
        self._results(findings)
        for name, table in self._released.items():
            sheet = self._sheet(SHEETS[name], _first_shown(table))
            if isinstance(table, NotAssessable):
                put_text(sheet, FIRST_ROW, 0, table.reason)
            else:
                self._table(sheet, table)

    def _at(self, table: str, row: str, column: str) -> str:
        content = self._tables[table]
        position = [str(cells[0]) for cells in content.rows].index(row)
        place = [col.name for col in content.columns].index(column)
        return f"'{SHEETS[table]}'!{xl_rowcol_to_cell(FIRST_ROW + 1 + position, place, row_abs=True, col_abs=True)}"

    def _sheet(self, name: str, first: int = 0) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        mark = self._mark.provenance.mark or ""
        sheet.set_header(f"&L{name}&R{mark}")
        sheet.set_footer(f"&LLauf {self._mark.digest} · wiwak-eval {self._mark.version}&RSeite &P von &N")
        put_text(sheet, 0, first, name, self._format("heading"))
        put_text(sheet, 1, first, " · ".join(filter(None, [mark, *self._mark.notices])), self._format("mark"))
        return sheet

    def _cover(self) -> None:
        sheet = self._sheet(COVER)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        hints = (*HOW_TO, BY_GROUP) if self._by_group else HOW_TO
        lines = [*imprint(self._mark), *(("Hinweis", text) for text in hints)]
        lines += [("Blatt", f"{SHEETS[name]}: {table.title}") for name, table in self._tables.items()]
        for row, (term, text) in enumerate(lines, start=FIRST_ROW - 1):
            put_text(sheet, row, 0, term, self._format("label"))
            put_text(sheet, row, 1, text)

    def _results(self, findings: Mapping[str, Finding]) -> None:
        sheet = self._sheet(RESULTS)
        heads = ("Kennung", "Aussage", "Wert", "Bereich von", "Bereich bis", "Zeitraum")
        self._heads(sheet, heads, (26, 46, 18, 18, 18, 14))
        for row, finding in enumerate(findings.values(), start=FIRST_ROW + 1):
            column = Column(finding.column, finding.label, finding.unit, finding.decimals)
            put_text(sheet, row, 0, finding.id)
            put_text(sheet, row, 1, finding.label)
            self._value(sheet, (row, 2), finding.value, column, self._live(finding))
            self._value(sheet, (row, 3), finding.low, column, None)
            self._value(sheet, (row, 4), finding.high, column, None)
            put_text(sheet, row, 5, finding.period)

    def _live(self, finding: Finding) -> str | None:
        table, row, column = live_finding(finding.table, finding.row, finding.column, finding.id)
        known = table in self._tables and any(str(cells[0]) == row for cells in self._tables[table].rows)
        return self._at(table, row, column) if known else None

    def _table(self, sheet: Worksheet, table: ReleasedTable) -> None:
        widths = [_width(table, place) for place in range(len(table.columns))]
        self._heads(sheet, [column.label for column in table.columns], widths)
        if _first_shown(table):
            sheet.set_column(0, 0, widths[0], None, {"hidden": True})
        for row, cells in enumerate(table.rows, start=FIRST_ROW + 1):
            for place, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
                formula = self._formulas.of(table.id, str(cells[0]), column.name)
                is_input = formula is None and self._is_input(table, str(cells[0]), column)
                self._value(sheet, (row, place), cell, column, formula, is_input)
        for row, note in enumerate(notes(table), start=FIRST_ROW + 2 + len(table.rows)):
            put_text(sheet, row, _first_shown(table), note, self._format("note"))

    def _is_input(self, table: ReleasedTable, row: str, column: Column) -> bool:
        """Cells the formulas start from."""
        if table.id in {"pay_months", "pay_groups"}:
            return column.name in {"table_pay", "average"}
        starts = {"workload", "rates", "amounts", "grant", "posts_plan"}
        start = table.id in starts and (column.name.startswith("y") or column.name == "existing")
        return start and not (self._by_group and row in IN_AVERAGES)

    def _heads(self, sheet: Worksheet, heads: "tuple[str, ...] | list[str]", widths: "tuple[int, ...] | list[int]") -> None:
        for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(place, place, width)
            put_text(sheet, FIRST_ROW, place, head, self._format("head"))
        sheet.freeze_panes(FIRST_ROW + 1, 2)
        sheet.repeat_rows(FIRST_ROW)

    def _value(
        self, sheet: Worksheet, place: tuple[int, int], cell: Cell, column: Column, formula: str | None, is_input: bool = False
    ) -> None:
        whole = column.unit is Unit.NUMBER and isinstance(cell, int)
        shown = self._format("#,##0", is_input) if whole else self._number_format(column, is_input)
        if column.unit is Unit.MONTH and isinstance(cell, str) and len(cell) == 7:
            sheet.write_datetime(*place, datetime(int(cell[:4]), int(cell[5:7]), 1), self._format("month"))
        elif isinstance(cell, str) or cell is None:
            put_text(sheet, *place, MISSING if cell is None else cell)
        elif formula is not None:
            sheet.write_formula(*place, f"={formula}", shown, _scaled(cell, column))
        else:
            sheet.write_number(*place, _scaled(cell, column), shown)

    def _number_format(self, column: Column, is_input: bool) -> Format:
        plain = "#,##0." + "0" * column.decimals if column.decimals else "#,##0"
        return self._format(NUMBER_FORMATS.get(column.unit, plain), is_input)

    def _format(self, name: str, is_input: bool = False) -> Format:
        styles: dict[str, dict[str, object]] = {
            "heading": {"bold": True, "font_size": 14},
            "mark": {"font_color": "#8a3b00", "bold": True},
            "label": {"bold": True},
            "head": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "bg_color": "#eef1f4"},
            "note": {"italic": True},
            "month": {"num_format": "mmm yyyy", "align": "left"},
        }
        if (name, is_input) not in self._formats:
            style = styles.get(name, {"num_format": name}) | ({"bg_color": "#dcebf7"} if is_input else {})
            self._formats[name, is_input] = self._book.add_format({"font_name": "Calibri", "font_size": 10} | style)
        return self._formats[name, is_input]


def _scaled(cell: int | float, column: Column) -> float:
    """Euros in a sheet are euros, not cents."""
    return cell / 100 if column.unit is Unit.CENTS else cell


def _first_shown(table: Released) -> int:
    """1 where the first column is a machine's key beside a label: it is kept for the formulas but hidden from people."""
    return int(isinstance(table, ReleasedTable) and [column.name for column in table.columns[:2]] == ["key", "label"])


def _width(table: ReleasedTable, place: int) -> int:
    texts = chain((len(column) for column in table.columns[place].label.split()), (len(str(row[place])) for row in table.rows))
    return max(10, min(80, max(texts, default=10) + 3))
