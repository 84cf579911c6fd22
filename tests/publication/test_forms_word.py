"""A filled Word form holds our values in German, in the look of the form, and carries the mark on every page."""

import re
from pathlib import Path

import docx
import pytest
from council_paper_samples import all_text
from form_samples import excel_form, mapping, run_folder, word_form

from wiwak_eval.publication.forms import fill_form
from wiwak_eval.results import SIMULATED_MARK, GermanError

HEAD = "form: vermerk.docx\nentries:\n"
AMOUNT = '  - {placeholder: "«Zuwendung»", from: grant_funding_1/land/amount}\n'


def filled(folder: Path, entries: str, simulated: bool = True) -> "docx.document.Document":
    word_form(folder / "vermerk.docx")
    filling = fill_form(run_folder(folder / "lauf", simulated), mapping(folder, HEAD + entries), folder / "aus")
    return docx.Document(str(filling.file))


def test_a_placeholder_in_pieces_is_replaced_and_the_rest_of_the_look_stays(tmp_path: Path) -> None:
    opened = filled(tmp_path, AMOUNT + '  - {placeholder: "«Lauf»", run: digest}\n')
    assert opened.paragraphs[0].text == "Beantragt werden 200.587,65\u202f€ für «Jahr»."
    assert opened.sections[0].footer.paragraphs[0].text == "Lauf 0f3a9c12b7de"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("finding: cost_2018", "269.079,56\u202f€"),
        ("finding: cost_2018, part: low", "240.000,00\u202f€"),
        ("finding: posts_2018", "3,75"),
        ("finding: caseload_2018", "3.612"),
        ("from: grant_funding_1/land/share", "74,5\u202f%"),
        ("from: grant_funding_1/land/share, format: number", "0,745"),
        ("from: odd/month/cell", "April 2018"),
        ("from: odd/day/cell, format: date", "15.11.2017"),
        ("from: odd/formula/cell", "=1+1"),
        ("run: as_of, format: date", "15.11.2017"),
        ("run: scenario", "Basis"),
        ("run: period", "01.01.2017 bis 31.10.2017"),
    ],
)
def test_values_are_german(source: str, text: str, tmp_path: Path) -> None:
    opened = filled(tmp_path, f"  - {{table: 1, row: 2, column: 2, {source}}}\n")
    cell = opened.tables[0].cell(1, 1)
    assert cell.text == text
    assert cell.paragraphs[0].runs[0].italic


def test_what_a_value_says_is_no_placeholder(tmp_path: Path) -> None:
    form = docx.Document()
    form.add_paragraph("eins Landrat")
    form.save(str(tmp_path / "vermerk.docx"))
    told = mapping(tmp_path, HEAD + '  - {placeholder: "eins", run: authority}\n  - {placeholder: "Landrat", run: scenario}\n')
    filling = fill_form(run_folder(tmp_path / "lauf"), told, tmp_path / "aus")
    assert docx.Document(str(filling.file)).paragraphs[0].text == "Landratsamt Wartburgkreis Basis"


def test_every_page_is_marked(tmp_path: Path) -> None:
    opened = filled(tmp_path, AMOUNT)
    assert SIMULATED_MARK in opened.sections[0].header.paragraphs[0].text
    assert SIMULATED_MARK in (opened.core_properties.comments or "")


def test_real_numbers_carry_no_mark(tmp_path: Path) -> None:
    assert "Simuliert" not in all_text(filled(tmp_path, AMOUNT, simulated=False))


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ('  - {placeholder: "«Summe»", finding: cost_2018}\n', "Der Platzhalter „«Summe»“ steht nicht im Formular"),
        (AMOUNT + AMOUNT, "Zeile 4: Der Platzhalter „«Zuwendung»“ ist schon vergeben"),
        ("  - {table: 2, row: 1, column: 1, finding: cost_2018}\n", "Die Tabelle 2 gibt es nicht. Das Formular hat 1."),
        ("  - {table: 1, row: 9, column: 1, finding: cost_2018}\n", "keine Zelle in Zeile 9, Spalte 1"),
        ("  - {table: 1, row: 3, column: 2, finding: cost_2018}\n", "steht schon „4,0 fest“"),
        ("  - {sheet: A, cell: A1, finding: cost_2018}\n", "hat keine Blätter"),
    ],
)
def test_each_mistake_is_one_sentence_with_its_line(entries: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(GermanError) as error:
        filled(tmp_path, entries)
    assert words in str(error.value)
    assert re.search(r"zuordnung\.yaml, Zeile \d: ", str(error.value))
    assert not (tmp_path / "aus").exists()


def test_a_cell_for_the_mark_makes_no_sense_in_word(tmp_path: Path) -> None:
    word_form(tmp_path / "vermerk.docx")
    told = mapping(tmp_path, f"form: vermerk.docx\nmark: [{{sheet: A, cell: A1}}]\nentries:\n{AMOUNT}")
    with pytest.raises(GermanError, match="von selbst in der Kopfzeile"):
        fill_form(run_folder(tmp_path / "lauf"), told, tmp_path / "aus")


def test_a_workbook_under_a_word_name_is_refused(tmp_path: Path) -> None:
    excel_form(tmp_path / "vermerk.docx")
    with pytest.raises(GermanError, match="kein Word-Dokument"):
        fill_form(run_folder(tmp_path / "lauf"), mapping(tmp_path, HEAD + AMOUNT), tmp_path / "aus")


def test_the_same_form_and_run_give_the_same_bytes(tmp_path: Path) -> None:
    word_form(tmp_path / "vermerk.docx")
    run, told = run_folder(tmp_path / "lauf"), mapping(tmp_path, HEAD + AMOUNT)
    assert fill_form(run, told, tmp_path / "a").file.read_bytes() == fill_form(run, told, tmp_path / "b").file.read_bytes()
