"""The sheet that lists every fault of a delivery for the clerk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wiwak_eval import german
from wiwak_eval.records.advice import outcome
from wiwak_eval.records.model import Fault
from wiwak_eval.records.rules import Action, Rule
from wiwak_eval.records.sheet_style import Formats, on_paper, put_text

SHEET = "Mängel"
HEADS = {"Tabelle": 20, "Blatt": 24, "Zeile": 9, "Spalte": 20, "Mangel": 28, "Folge": 22, "Rat": 100}
MOST_LISTED = 50_000
ROW, LONGEST_LINE = 16, 115
MOST_LINKS = 5_000
COLOURS = (
    ("rejected", "So gefärbt: Wegen dieser Angabe wird die ganze Zeile nicht verwendet."),
    ("cleared", "So gefärbt: Diese Angabe bleibt leer, die Zeile wird verwendet."),
)
RULES: Mapping[str, str] = {
    Rule.MISSING_VALUE: "Pflichtangabe fehlt",
    Rule.BAD_DATE: "kein Datum",
    Rule.OUTSIDE_PERIOD: "außerhalb des Zeitraums",
    Rule.BAD_NUMBER: "keine Zahl",
    Rule.OUT_OF_RANGE: "außerhalb der Grenzen",
    Rule.UNKNOWN_CODE: "unbekannte Angabe",
    Rule.UNKNOWN_REFERENCE: "Verweis ins Leere",
    Rule.DUPLICATE_ROW: "Zeile wiederholt",
    Rule.DUPLICATE_KEY: "Schlüssel doppelt vergeben",
    Rule.WRONG_ORDER: "Reihenfolge verkehrt",
    Rule.MALFORMED_ROW: "falsche Zahl von Feldern",
}
OUTCOMES: Mapping[str, str] = {Action.REJECTED: "Zeile nicht verwendet", Action.CLEARED: "Angabe bleibt leer"}


@dataclass(frozen=True)
class Listed:
    """A fault with the sheet it is shown on and its cell there, empty where that is not shown."""

    fault: Fault
    sheet: str
    cell: str


def write_faults(book: xlsxwriter.Workbook, formats: Formats, title: str, sentences: Sequence[str], listed: Sequence[Listed]) -> None:
    """Add the sheet: what it is, the colours, the sentences, then a line for each fault."""
    sheet = book.add_worksheet(SHEET)
    sheet.set_tab_color("#9c0006")
    put_text(sheet, 0, 0, title, formats["title"])
    sheet.set_row(0, 28)
    row = 1
    for sentence in _opening(sentences, len(listed)):
        put_text(sheet, row, 0, sentence, formats["warning" if row == 1 else "base"])
        row += 1
    for shape, meaning in COLOURS:
        sheet.write_blank(row, 0, None, formats[shape])
        sheet.write_string(row, 1, meaning, formats["base"])
        row += 1
    _lines(sheet, formats, row + 1, listed[:MOST_LISTED])
    on_paper(sheet, SHEET)


def _opening(sentences: Sequence[str], faults: int) -> list[str]:
    count = "Kein Mangel gefunden." if not faults else f"{german.number(faults)} {'Mangel' if faults == 1 else 'Mängel'} gefunden."
    opening = ["Intern: zeigt einzelne Zeilen der Lieferung. Nicht weitergeben.", count, *sentences]
    if faults > MOST_LISTED:
        opening.append(f"Hier stehen die ersten {german.number(MOST_LISTED)} Mängel; alle stehen in faults.csv.")
    return opening


def _lines(sheet: Worksheet, formats: Formats, top: int, listed: Sequence[Listed]) -> None:
    for place, (head, width) in enumerate(HEADS.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(top, place, head, formats["head"])
    for row, one in enumerate(listed, start=top + 1):
        fault = one.fault
        texts = (fault.table, one.sheet, "", fault.column, RULES[fault.rule], OUTCOMES[fault.action], _advice(fault))
        sheet.set_row(row, ROW * (1 + len(texts[-1]) // LONGEST_LINE))
        for place, text in enumerate(texts):
            if text:
                put_text(sheet, row, place, text, formats["plain"])
        if fault.line is not None and one.cell and row - top <= MOST_LINKS:
            sheet.write_url(row, 2, f"internal:'{one.sheet}'!{one.cell}", formats["link"], str(fault.line))
        elif fault.line is not None:
            sheet.write_number(row, 2, fault.line, formats["plain"])
    if listed:
        sheet.autofilter(top, 0, top + len(listed), len(HEADS) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def _advice(fault: Fault) -> str:
    """What is wrong and what to do; what happens meanwhile stands in a column of its own."""
    return fault.advice.removesuffix(outcome(Action(fault.action))).strip()
