"""The checklist of the audit office: what it asks, what can be filled in, and the same bytes each time."""

import io
import re
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.publication.paper_sample import content
from wiwak_eval.audit.cells import Place, letters
from wiwak_eval.audit.checklist import checklist
from wiwak_eval.audit.overrides import NONE, Override
from wiwak_eval.audit.reconciliation_line import Line
from wiwak_eval.audit.work_sheets import TICK, TO_SIGN
from wiwak_eval.results import SIMULATED_MARK

PART = Place("daten/costs.csv", "C", 2)
LINES = (
    Line("Geld", "Kosten: Summe", 30_000, Place("daten/costs.csv", "C", 4), "Posten zusammen", 29_999, (PART, PART), "Euro"),
    Line("Zeilen der Lieferung", "a.csv: gelesen", 5, Place("daten/intake.csv", "C", 2), "verwendet", 5, (PART,), "Zeilen"),
)
BENT = (Override("Werte des Landkreises", "", NONE), Override("Verluste beim Einlesen", "--accept-losses", "=1+1", ""))


def made() -> bytes:
    return checklist(content().mark, LINES, BENT, unproven=7, sampled=26)


def rows(book: bytes, sheet: str) -> list[list[object]]:
    grid = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [list(row) for row in grid]


def test_same_bytes_twice() -> None:
    assert made() == made()


def test_each_sheet_carries_run_and_mark_and_the_cover_can_be_signed() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made()))
    assert book.sheet_names == ["Deckblatt", "Prüfliste", "Abstimmung", "Eingriffe"]
    assert [rows(made(), name)[1][0] for name in book.sheet_names if SIMULATED_MARK not in str(rows(made(), name)[1][0])] == []
    cover = {str(row[0]) for row in rows(made(), "Deckblatt")}
    assert {*TO_SIGN, "Lauf", "Stichtag", "Zweck"} <= cover


def test_it_says_how_the_run_stands() -> None:
    words = " ".join(str(cell) for row in rows(made(), "Prüfliste") for cell in row)
    assert "Abstimmungen: 2, mit Unterschied: 1" in words
    assert "nicht geprüfte Annahmen: 7" in words
    assert "Eingriffe und Ausnahmen: 1" in words
    assert words.count(TICK) == 2 * 14


def test_differences_are_formulas_and_words_are_not() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as book:
        sheets = {name: book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")}
    formulas = {name: re.findall("<f>(.*?)</f>", text) for name, text in sheets.items()}
    assert formulas["xl/worksheets/sheet3.xml"] == ["D6-F6", "D7-F7"]
    assert [name for name, found in formulas.items() if found and not name.endswith("sheet3.xml")] == []
    listed = rows(made(), "Abstimmung")[5:]
    assert [row[6] for row in listed] == [0.01, 0]
    assert [row[8] for row in listed] == ["Unterschied", "stimmt"]


def test_columns_are_named_as_a_spreadsheet_names_them() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_every_question_names_its_file(runs: dict[str, Path]) -> None:
    run = runs["pilot"]
    book = CalamineWorkbook.from_path(str(run / "pruefpaket" / "pruefliste.xlsx"))
    grid = book.get_sheet_by_name("Prüfliste").to_python(skip_empty_area=False)
    named = {name for row in grid[5:] for name in re.findall(r"[\w/]+\.(?:xlsx|csv|json|jsonl|zip|pdf)\b", str(row[3]))}
    there = {path.relative_to(run).as_posix() for path in run.rglob("*")} | {path.name for path in (run / "pruefpaket").iterdir()}
    assert named
    assert named - there == set()
