"""A filled workbook holds our numbers as numbers, and of the form nothing else has changed."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from form_samples import DAY, PLAN, excel_form, mapping, run_folder
from lxml import etree
from python_calamine import CalamineWorkbook

from wiwak_eval.publication.forms import fill_form
from wiwak_eval.results import SIMULATED_MARK, GermanError

HEAD = f"form: formular.xlsx\nmark:\n  - {{sheet: {PLAN}, cell: H1}}\nentries:\n"


def fill(folder: Path, entries: str, head: str = HEAD, simulated: bool = True, **form: str) -> dict[str, bytes]:
    """The parts of the filled workbook."""
    excel_form(folder / "formular.xlsx", **form)
    filling = fill_form(run_folder(folder / "lauf", simulated), mapping(folder, head + entries), folder / "aus")
    return parts(filling.file.read_bytes())


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cell(sheet: bytes, reference: str) -> str:
    found = re.search(rf'<c r="{reference}"[^>]*?(?:/>|>.*?</c>)', sheet.decode())
    assert found, reference
    return found.group()


def entry(reference: str, source: str, more: str = "") -> str:
    return f"  - {{sheet: {PLAN}, cell: {reference}, {source}{more}}}\n"


def refusal(folder: Path, entries: str, head: str = HEAD) -> str:
    with pytest.raises(GermanError) as error:
        fill(folder, entries, head)
    assert not (folder / "aus").exists()
    return str(error.value)


def test_cents_become_euros_and_stay_numbers_in_the_form_s_own_format(tmp_path: Path) -> None:
    form = parts(excel_form(tmp_path / "vorher.xlsx").read_bytes())["xl/worksheets/sheet1.xml"]
    sheet = fill(tmp_path, entry("B3", "from: grant_funding_1/land/amount") + entry("B4", "finding: county_cash_2018"))[
        "xl/worksheets/sheet1.xml"
    ]
    style = re.search(r's="\d+"', cell(form, "B3"))
    assert style
    assert cell(sheet, "B3") == f'<c r="B3" {style.group()}><v>200587.65</v></c>'
    assert cell(sheet, "B4") == f'<c r="B4" {style.group()}><v>55624.56</v></c>'


def test_everything_else_is_as_it_was(tmp_path: Path) -> None:
    before = parts(excel_form(tmp_path / "vorher.xlsx").read_bytes())
    after = fill(tmp_path, entry("B3", "finding: cost_2018"))
    same = {name for name in before if before[name] == after[name]}
    assert set(before) == set(after)
    assert set(before) - same == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "docProps/core.xml"}
    assert b"Nur in Druckbuchstaben" in after["xl/drawings/drawing1.xml"]
    sheets = [
        re.sub(rb"<v>999.99</v>|<v>0</v>", b"", one["xl/worksheets/sheet2.xml"].partition(b"<sheetData>")[2]) for one in (before, after)
    ]
    assert sheets[0] == sheets[1]


def test_a_formula_stays_and_forgets_its_old_result(tmp_path: Path) -> None:
    after = fill(tmp_path, entry("B3", "finding: cost_2018"))
    assert "<f>SUM(B3:B4)</f>" in cell(after["xl/worksheets/sheet1.xml"], "B5")
    assert b"999.99" not in after["xl/worksheets/sheet1.xml"] + after["xl/worksheets/sheet2.xml"]
    book = etree.fromstring(after["xl/workbook.xml"])
    assert book.find("{*}calcPr").get("fullCalcOnLoad") == "1"


def test_the_result_can_be_read_and_new_cells_take_the_format_of_their_column(tmp_path: Path) -> None:
    content = fill(tmp_path, entry("F2", "finding: posts_2018") + entry("F40", "finding: cost_2018") + entry("E2", "run: authority"))
    sheet = content["xl/worksheets/sheet1.xml"]
    assert re.search(r's="\d+"', cell(sheet, "F40"))
    rows = CalamineWorkbook.from_path(str(tmp_path / "aus" / "formular.xlsx")).get_sheet_by_name(PLAN).to_python()
    assert (rows[1][5], rows[1][4], rows[39][5]) == (3.75, "Landratsamt Wartburgkreis", 269079.56)


def test_words_stay_words_whatever_they_look_like(tmp_path: Path) -> None:
    sheet = fill(tmp_path, entry("F2", "from: odd/formula/cell") + entry("F3", "from: odd/a/b/cell", ", format: text"))[
        "xl/worksheets/sheet1.xml"
    ]
    assert 't="inlineStr"' in cell(sheet, "F2")
    assert ">=1+1</t>" in cell(sheet, "F2")
    assert "<f>" not in cell(sheet, "F2")
    assert ">-20</t>" in cell(sheet, "F3")


def test_a_word_among_amounts_leaves_the_others_amounts(tmp_path: Path) -> None:
    """An upper bound in words, given for privacy, turns the column into text; its numbers are euros all the same."""
    sheet = fill(tmp_path, entry("F20", "from: bounds/a/amount") + entry("F21", "from: bounds/b/amount"))["xl/worksheets/sheet1.xml"]
    assert "<v>1234.50</v>" in cell(sheet, "F20")
    assert ">unter 40.000 €</t>" in cell(sheet, "F21")


@pytest.mark.parametrize(("day_format", "expected"), [("dd.mm.yyyy", "<v>43054</v>"), ("yyyy-mm", "<v>43054</v>"), ("0.00", "15.11.2017")])
def test_a_day_is_a_number_where_the_form_shows_days_and_text_elsewhere(day_format: str, expected: str, tmp_path: Path) -> None:
    sheet = fill(tmp_path, entry("B9", "run: as_of", ", format: date"), day_format=day_format)["xl/worksheets/sheet1.xml"]
    assert expected in cell(sheet, "B9")
    assert (DAY - DAY.replace(year=1900, month=1, day=1)).days + 2 == 43054


def test_the_list_marks_what_rests_on_unproven_assumptions(tmp_path: Path) -> None:
    """The form has no place for the sign, so that the list beside it carries it."""
    run = run_folder(tmp_path / "probe")
    unproven, proven = (
        next(id for id, row in rows_of(run).items() if bool(row["unproven"]) is wanted and row["value"]) for wanted in (True, False)
    )
    fill(tmp_path, entry("F2", f"finding: {unproven}") + entry("F3", f"finding: {proven}"))
    lines = (tmp_path / "aus" / "formular_bericht.txt").read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith(SIMULATED_MARK)
    assert [line.endswith("°") for line in lines if line.startswith("Zeile ")] == [True, False]
    assert lines[-1].startswith("° Die Zahl beruht auf Annahmen")


def rows_of(run: Path) -> dict[str, dict[str, str]]:
    with (run / "daten" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}


def test_dots_to_write_on_are_not_taken_for_an_answer(tmp_path: Path) -> None:
    sheet = fill(tmp_path, entry("B7", "finding: cost_2018"))["xl/worksheets/sheet1.xml"]
    assert "<v>269079.56</v>" in cell(sheet, "B7")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (entry("B5", "finding: cost_2018"), "Zeile 5: In der Zelle B5 steht eine Formel"),
        (entry("D4", "finding: cost_2018", ", overwrite: true"), "In der Zelle D4 steht eine Formel"),
        (entry("B8", "finding: cost_2018"), "In der Zelle B8 steht schon „schon ausgefüllt“"),
        (entry("B1", "finding: cost_2018"), "Bitte „A1“ angeben"),
        (entry("XFE1", "finding: cost_2018"), "„XFE1“ ist keine Zelle"),
        (entry("b4", "finding: cost_2018"), "„b4“ ist keine Zelle"),
        (entry("B3", "finding: cost_2081"), "Die Kennzahl „cost_2081“ gibt es nicht"),
        (entry("B3", "from: grant_funding_1/land/betrag"), "hat keine Spalte „betrag“. Sie hat: key, label, amount, share"),
        (entry("B3", "from: grant_funding_1"), "keine Angabe der Form Tabelle/Zeile/Spalte"),
        (entry("B3", "from: odd/formula/cell", ", format: euro"), "„=1+1“ ist keine Zahl"),
        (entry("B3", "finding: cost_2018", ", format: date"), "ist kein Tag"),
        (entry("B3", "finding: cost_2018") + entry("B3", "finding: cost_2019"), "Zeile 6: Die Zelle B3 ist schon vergeben"),
        (
            "  - {sheet: Plan, cell: B3, finding: cost_2018}\n",
            "Blatt „Plan“ gibt es nicht. Das Formular hat: Finanzplan, Deck",
        ),
        ("  - {placeholder: «x», finding: cost_2018}\n", "Bitte „sheet“ und „cell“ angeben"),
        ("  - {sheet: Deckblatt & mehr, cell: A3, finding: cost_2018}\n", "Blatts „Deckblatt & mehr“ für den Vermerk nennen"),
        ("  - {sheet: Finanzplan, finding: cost_2018}\n", "Bitte genau eine Stelle nennen"),
        (entry("B3", "finding: cost_2018, run: as_of"), "Bitte genau eine Quelle nennen"),
        (entry("B3", "finding: cost_2018", ", fomat: euro"), "Diese Angabe ist nicht vorgesehen"),
        (entry("B3", "finding: cost_2018", ", format: dollar"), "„dollar“ ist nicht vorgesehen"),
    ],
)
def test_each_mistake_is_one_sentence_with_its_line_and_nothing_is_written(line: str, words: str, tmp_path: Path) -> None:
    told = refusal(tmp_path, line)
    assert words in told
    assert re.search(r"zuordnung\.yaml, Zeile [56]: ", told)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = refusal(tmp_path, entry("B5", "finding: cost_2018") + entry("B8", "finding: cost_2018"))
    assert [re.search(r"Zeile \d+", line).group() for line in told.splitlines()] == ["Zeile 5", "Zeile 6"]  # type: ignore[union-attr]


def test_overwriting_is_possible_where_it_is_asked_for(tmp_path: Path) -> None:
    lines = entry("B8", "finding: cost_2018", ", overwrite: true") + entry("B5", "finding: cost_2018", ", overwrite: true")
    sheet = fill(tmp_path, lines)["xl/worksheets/sheet1.xml"]
    assert "<v>269079.56</v>" in cell(sheet, "B8")
    assert "<f>" not in cell(sheet, "B5")


def test_what_could_not_be_filled_is_listed(tmp_path: Path) -> None:
    excel_form(tmp_path / "formular.xlsx")
    lines = (
        entry("B3", "from: odd/hidden/cell") + entry("B4", "from: refused/total/y1") + entry("F2", "from: odd/nirgends/cell")
        + entry("F3", "from: odd/day/number") + entry("F4", "finding: cost_2018")
    )  # fmt: skip
    filling = fill_form(run_folder(tmp_path / "lauf"), mapping(tmp_path, HEAD + lines), tmp_path / "aus")
    assert len(filling.filled) == 1
    reasons = ("nicht ausgewiesen", "steht nicht in diesem Lauf", "keine Zeile „nirgends“", "keine Angabe")
    assert all(reason in line for reason, line in zip(reasons, filling.unfilled, strict=True))
    report = filling.report.read_text(encoding="utf-8")
    assert all(line in report for line in (*filling.filled, *filling.unfilled))
    assert SIMULATED_MARK in report


def test_the_mark_stands_in_the_cell_and_in_the_properties(tmp_path: Path) -> None:
    content = fill(tmp_path, entry("B3", "finding: cost_2018"))
    assert SIMULATED_MARK in cell(content["xl/worksheets/sheet1.xml"], "H1")
    assert SIMULATED_MARK.encode() in content["docProps/core.xml"]


def test_without_a_place_for_the_mark_simulated_numbers_are_not_filled_in(tmp_path: Path) -> None:
    assert "müssen gekennzeichnet sein" in refusal(tmp_path, entry("B3", "finding: cost_2018"), "form: formular.xlsx\nentries:\n")


def test_real_numbers_need_no_mark(tmp_path: Path) -> None:
    content = fill(tmp_path, entry("B3", "finding: cost_2018"), "form: formular.xlsx\nentries:\n", simulated=False)
    assert "<v>269079.56</v>" in cell(content["xl/worksheets/sheet1.xml"], "B3")
    assert b"Simuliert" not in content["docProps/core.xml"]


def test_the_form_and_files_that_exist_are_never_overwritten(tmp_path: Path) -> None:
    form = excel_form(tmp_path / "formular.xlsx")
    before, run = form.read_bytes(), run_folder(tmp_path / "lauf")
    assigned = mapping(tmp_path, HEAD + entry("B3", "finding: cost_2018"))
    with pytest.raises(GermanError, match="gibt es schon"):
        fill_form(run, assigned, tmp_path)
    filled = fill_form(run, assigned, tmp_path / "aus").file.read_bytes()
    with pytest.raises(GermanError, match="gibt es schon"):
        fill_form(run, assigned, tmp_path / "aus")
    assert form.read_bytes() == before
    (tmp_path / "liste").mkdir()
    own = tmp_path / "liste" / "formular_bericht.txt"
    own.write_text("vom Landkreis")
    with pytest.raises(GermanError, match=r"formular_bericht\.txt gibt es schon"):
        fill_form(run, assigned, tmp_path / "liste")
    assert own.read_text() == "vom Landkreis"
    assert fill_form(run, assigned, tmp_path / "noch").file.read_bytes() == filled


def test_numbers_changed_after_the_run_are_not_taken(tmp_path: Path) -> None:
    excel_form(tmp_path / "formular.xlsx")
    run = run_folder(tmp_path / "lauf")
    file = run / "daten" / "grant_funding_1.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("200587.65", "300587.65"), encoding="utf-8")
    with pytest.raises(GermanError, match="seit dem Lauf verändert"):
        fill_form(run, mapping(tmp_path, HEAD + entry("B3", "from: grant_funding_1/land/amount")), tmp_path / "aus")


def damage(file: Path) -> None:
    """Bytes turned over within the packed first part, its head left whole."""
    with zipfile.ZipFile(file) as archive:
        first = archive.infolist()[0]
    content, start = bytearray(file.read_bytes()), first.header_offset + 30 + len(first.filename)
    content[start : start + 20] = bytes(byte ^ 0xFF for byte in content[start : start + 20])
    file.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "formular.xlsx").write_bytes(b"x"), "keine Office-Datei"),
        (lambda folder: damage(folder / "formular.xlsx"), "keine Office-Datei"),
        (lambda folder: (folder / "formular.xlsx").unlink(), "Das Formular „formular.xlsx“ gibt es nicht"),
        (lambda folder: (folder / "zuordnung.yaml").unlink(), "gibt es nicht. Bitte den Pfad der YAML-Datei"),
        (lambda folder: (folder / "zuordnung.yaml").write_text("form: a.ods\nentries: [{"), "kein gültiges YAML"),
        (lambda folder: (folder / "zuordnung.yaml").write_bytes(b"form: \xff"), "UTF-8"),
        (
            lambda folder: (folder / "zuordnung.yaml").write_text("form: zuordnung.yaml\nentries:\n  - {sheet: A, cell: A1, run: as_of}"),
            ".xlsx oder",
        ),
        (lambda folder: (folder / "lauf" / "daten" / "datapackage.json").unlink(), "ist kein Lauf"),
    ],
)
def test_files_that_are_missing_or_damaged(change: object, words: str, tmp_path: Path) -> None:
    excel_form(tmp_path / "formular.xlsx")
    run, assigned = run_folder(tmp_path / "lauf"), mapping(tmp_path, HEAD + entry("B3", "finding: cost_2018"))
    change(tmp_path)  # type: ignore[operator]
    with pytest.raises(GermanError) as error:
        fill_form(run, assigned, tmp_path / "aus")
    assert words in str(error.value)
    assert not (tmp_path / "aus").exists()
