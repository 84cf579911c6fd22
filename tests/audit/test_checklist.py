"""The checklist of the audit office: what it asks, what can be filled in, and the same bytes each time."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.publication.paper_sample import content
from wiwak_eval.audit.cells import Place, letters
from wiwak_eval.audit.checklist import Counts, checklist, counts_of, listed_releases
from wiwak_eval.audit.checklist.book import ITEMS
from wiwak_eval.audit.overrides import NONE, Override
from wiwak_eval.audit.reconciliation_line import Line
from wiwak_eval.audit.work_sheets import TICK, TO_SIGN
from wiwak_eval.results import SIMULATED_MARK, Column, Level, ReleasedTable, Unit
from wiwak_eval.study.study import Study

PART = Place("daten/costs.csv", "C", 2)
LINES = (
    Line("Geld", "Kosten: Summe", 30_000, Place("daten/costs.csv", "C", 4), "Posten zusammen", 29_999, (PART, PART), "Euro"),
    Line("Zeilen der Lieferung", "a.csv: gelesen", 5, Place("daten/intake.csv", "C", 2), "verwendet", 5, (PART,), "Zeilen"),
)
TALLY = Line("Beratungen und Personen", "Monatsstatistik", 8, PART, "verwendet", 7, (PART,), "Beratungen", if_differing="Zeilen fehlen.")
LED_OVER = Line(
    "Beratungen und Personen", "verwendet", 9, PART, "gezählt", 7, (PART,), "Zeilen", if_differing="Niemand erschien.", leads_over=True
)
LINES = (*LINES, TALLY, LED_OVER)
BENT = (Override("Werte des Landkreises", "", NONE), Override("Verluste beim Einlesen", "--accept-losses", "=1+1", ""))


def made() -> bytes:
    return checklist(content().mark, LINES, BENT, Counts(7, 150, 26, 1), [("diese", "0a1b", "öffentlich", "01.01.2017 bis 31.10.2017")])


def rows(book: bytes, sheet: str) -> list[list[object]]:
    grid = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [list(row) for row in grid]


def test_same_bytes_twice() -> None:
    assert made() == made()


def test_each_sheet_carries_run_and_mark_and_the_cover_can_be_signed() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made()))
    assert book.sheet_names == ["Deckblatt", "Prüfliste", "Abstimmung", "Eingriffe", "Freigaben", "Belege"]
    assert [rows(made(), name)[1][0] for name in book.sheet_names if SIMULATED_MARK not in str(rows(made(), name)[1][0])] == []
    cover = {str(row[0]) for row in rows(made(), "Deckblatt")}
    assert {*TO_SIGN, "Lauf", "Stichtag", "Zweck", "Tag der Lieferung"} <= cover


def test_it_says_how_the_run_stands_in_each_area() -> None:
    """A difference of consultations is none of money, and what leads over from one number to another is no difference at all."""
    stand = {str(row[1]): str(row[4]) for row in rows(made(), "Prüfliste")[5:]}
    assert stand["Stimmen die Summen auf den Cent?"] == "Abstimmungen: 1, mit Unterschied: 1"
    assert stand["Gehen Beratungen und Personen auf?"] == "Abstimmungen: 1, mit Unterschied: 1"
    assert stand["Ist jede gelieferte Zeile verwendet oder mit Grund ausgeschlossen?"] == "Abstimmungen: 1, mit Unterschied: 0"
    assert stand["Sind die Annahmen belegt?"] == "nicht geprüft: 7 von 150 verwendeten Annahmen"
    assert stand["Wurde von Hand eingegriffen?"] == "Eingriffe und Ausnahmen: 1"
    words = " ".join(str(cell) for row in rows(made(), "Prüfliste") for cell in row)
    assert words.count(TICK) == 2 * len(ITEMS)


def test_an_assumption_with_several_values_counts_once() -> None:
    keys = ("a@2017-01-01", "a@2018-01-01", "b@2017-01-01", "c@2017-01-01")
    status = ("Annahme, nicht geprüft", "Annahme, nicht geprüft", "Annahme, abgeleitet", "Rechtsnorm, gelesen")
    columns = (Column("key", "Kennung", Unit.TEXT), Column("status", "Stand", Unit.TEXT))
    log = ReleasedTable(
        "assumptions_log",
        "Annahmen",
        columns,
        tuple(zip(keys, status, strict=True)),
        "10",
        (),
        (),
        level=content().mark.level,
        provenance=content().mark.provenance,
    )
    assert counts_of(log, 3, 1) == Counts(1, 3, 3, 1)


def test_it_names_what_no_programme_can_tell_and_how_to_check_without_it() -> None:
    words = " ".join(f"{each.what} {each.how} {each.using}" for each in ITEMS)
    for named in ("--out PRÜFORDNER", "certutil -hashfile", "Get-FileHash", "Siegel", "HKR", "Belege", "Programmfreigabe", "Schlüssel der"):
        assert named in words
    assert "stimmt nur" not in words
    assert any("mit sich selbst übereinstimmt" in str(row[1]) for row in rows(made(), "Deckblatt"))
    assert "freigabebuch.jsonl" not in words, "nobody reads that line"
    vouchers = [row for row in rows(made(), "Belege")[5:] if row[0]]
    assert len(vouchers) == 15


def test_releases_stand_there_to_be_signed_and_those_for_others_by_their_id_alone(worlds: dict[str, Study]) -> None:
    own = worlds["basis"].defence.disclosed
    internal = replace(own, level=Level.INTERN)
    this, former, hidden = listed_releases([replace(own, version="frueher"), internal], own)
    assert this[2:] == ("öffentlich", "01.01.2017 bis 31.10.2017")
    assert former[0] == "frühere"
    assert former[2] == "öffentlich"
    assert hidden[2:] == ("für einen anderen Leserkreis", "")


def test_differences_are_formulas_and_words_are_not() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as book:
        sheets = {name: book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")}
    formulas = {name: re.findall("<f>(.*?)</f>", text) for name, text in sheets.items()}
    assert formulas["xl/worksheets/sheet3.xml"] == ["D6-F6", "D7-F7", "D8-F8", "D9-F9"]
    assert [name for name, found in formulas.items() if found and not name.endswith("sheet3.xml")] == []
    listed = rows(made(), "Abstimmung")[5:]
    assert [row[6] for row in listed] == [0.01, 0, 1, 2]
    assert [row[8] for row in listed] == ["Unterschied", "stimmt", "Unterschied", "Überleitung"]
    assert [row[9] for row in listed] == ["", "", "Zeilen fehlen.", "Niemand erschien."]


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


def test_sheets_are_printed_on_a4_in_a_size_that_can_be_read() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    for sheet in sheets:
        assert 'paperSize="9"' in sheet
        widths = [
            (int(last) - int(first) + 1) * float(width)
            for first, last, width in re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
        ]
        assert sum(widths) < 175, "characters side by side on a page that lies"
