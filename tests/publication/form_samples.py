"""Forms as a county or the Land might hand them out, and a small run to fill them from."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import xlsxwriter
from budget_paper_samples import mark, source

from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.publication.display import csv_text
from wiwak_eval.results import HIDDEN, Column, ReleasedTable, Unit, Unproven

DAY = date(2017, 11, 15)
PLAN = "Finanzplan"


def run_folder(folder: Path, simulated: bool = True) -> Path:
    """A run folder with nothing but its data: tables of the papers, one with a hidden cell, hostile words and a day."""
    known = source(simulated=simulated)
    tables = [table for table in known.released.values() if isinstance(table, ReleasedTable)]
    odd = replace(
        tables[0],
        id="odd",
        title="Sonderfälle",
        columns=tuple(Column(name, name, unit) for name, unit in (("key", Unit.TEXT), ("cell", Unit.TEXT), ("number", Unit.COUNT))),
        rows=(
            ("formula", "=1+1", 3),
            ("hidden", HIDDEN, HIDDEN),
            ("day", "2017-11-15", None),
            ("a/b", "-20", 1234),
            ("month", "2018-04", 5),
        ),
        notes=(),
    )
    bounds = replace(
        odd,
        id="bounds",
        columns=(Column("key", "key", Unit.TEXT), Column("amount", "amount", Unit.CENTS)),
        rows=(("a", 1_234_50), ("b", "unter 40.000 €")),
    )
    words = mark(simulated) if simulated else replace(mark(False), notices=())
    guessed = replace(known.findings["posts_2018"], unproven=(Unproven("post_step", "Schritt der Stellen"),))
    write_data(folder / "daten", [*tables, odd, bounds], {**known.findings, guessed.id: guessed}, words)
    assert "'=1+1" in csv_text(odd)
    return folder


def excel_form(file: Path, day_format: str = "dd.mm.yyyy") -> Path:
    """A workbook with formats, a sum, a merged head, a text box, dots to write on and a second sheet that refers to the first."""
    book = xlsxwriter.Workbook(str(file))
    plan, cover = book.add_worksheet(PLAN), book.add_worksheet("Deckblatt & mehr")
    money = book.add_format({"num_format": '#,##0.00 "EUR"', "bg_color": "#ffffcc", "border": 1})
    day = book.add_format({"num_format": day_format})
    plan.merge_range("A1:C1", "Finanzierungsplan")
    plan.write("A3", "Zuwendung des Landes")
    plan.write_blank("B3", None, money)
    plan.write("A4", "Eigenmittel")
    plan.write_blank("B4", None, money)
    plan.write("A5", "Summe")
    plan.write_formula("B5", "=SUM(B3:B4)", money, 999.99)
    plan.write("B7", "..........")
    plan.write("B8", "schon ausgefüllt")
    plan.write_blank("B9", None, day)
    plan.write_array_formula("D3:D4", "{=B3:B4*2}", money, 0)
    plan.set_column("F:F", 12, money)
    plan.data_validation("B10", {"validate": "list", "source": ["ja", "nein"]})
    plan.insert_textbox("H2", "Nur in Druckbuchstaben")
    cover.write_formula("A1", f"='{PLAN}'!B5", None, 999.99)
    book.close()
    return file


def word_form(file: Path) -> Path:
    """A document with a placeholder in pieces, a table with dots, and a foot."""
    form = docx.Document()
    paragraph = form.add_paragraph("Beantragt werden «Zu")
    run = paragraph.add_run("wend")
    run.bold = True
    paragraph.add_run("ung» für «Jahr».")
    table = form.add_table(3, 2)
    for row, (left, right) in enumerate((("Angabe", "Wert"), ("Kosten", "…………"), ("Stellen", "4,0 fest"))):
        table.cell(row, 0).text, table.cell(row, 1).text = left, right
    table.cell(1, 1).paragraphs[0].runs[0].italic = True
    form.sections[0].footer.paragraphs[0].text = "Lauf «Lauf»"
    buffer = io.BytesIO()
    form.save(buffer)
    file.write_bytes(buffer.getvalue())
    return file


def mapping(folder: Path, text: str, name: str = "zuordnung.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file
