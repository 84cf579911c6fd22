"""The gate for PDF papers: sound papers pass, each injected fault is caught by the rule that is there for it."""

import io
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import typst
from paper_sample import content
from pdf_faults import EDITS, damaged, edited, forms, locked

from wiwak_eval.publication import typesetting
from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.pdf_gate import check_files, check_pdf, statement
from wiwak_eval.publication.pdf_gate.fonts import signs_of
from wiwak_eval.publication.pdf_gate.gate import OPENS, RULES, TREE
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.results import GermanError, ReleasedTable


@pytest.fixture(scope="module")
def paper(papers: Content) -> bytes:
    """A real report that is short: a picture, tables, links, headings."""
    chapter = papers.chapters[0]
    picture = next(block for block in chapter.blocks if isinstance(block, Figure))
    table = next(block for block in chapter.blocks if isinstance(block, ReleasedTable))
    one = replace(chapter, blocks=(picture, table), annex=())
    few = dict(list(papers.findings.items())[:3])
    return report_pdf(replace(papers, chapters=(one,), findings=few, key_findings=(), summary_findings=()))


def broken(paper: bytes) -> set[str]:
    """The rules that a paper breaks."""
    return {rule for rule, _ in check_pdf(paper).faults}


def test_sound_papers_pass(report: bytes, factsheet: bytes) -> None:
    for paper in (report, factsheet):
        verdict = check_pdf(paper)
        assert verdict.faults == ()
        assert verdict.pages > 0
        assert verdict.fonts > 0


@pytest.mark.parametrize("name", EDITS)
def test_each_injected_fault_is_caught_by_its_rule(paper: bytes, name: str) -> None:
    rule, edit = EDITS[name]
    assert rule in broken(edited(paper, edit))


def test_saving_alone_breaks_nothing(paper: bytes) -> None:
    assert broken(edited(paper, lambda _: None)) == set()


def test_every_rule_has_a_fault_that_it_must_catch() -> None:
    assert {rule for rule, _ in EDITS.values()} | {"syntax", "encryption"} == {rule.name for rule in RULES} | {TREE}


def test_faults_that_stand_alone_break_one_rule_only(paper: bytes) -> None:
    for name in ("missing alternative text", "missing language", "missing title", "no UA identifier", "a heading jump", "no tab order"):
        rule, edit = EDITS[name]
        assert broken(edited(paper, edit)) == {rule}, name


def test_a_locked_paper_is_caught_with_and_without_password(paper: bytes) -> None:
    assert broken(locked(paper)) == {"encryption"}
    assert broken(locked(paper, "geheim")) == {OPENS}


@pytest.mark.parametrize("words", [b"", b"%PDF-1.7", b"Kein PDF", b"<html></html>"])
def test_what_is_no_pdf_is_a_fault(words: bytes) -> None:
    assert broken(words) == {OPENS}


def test_a_damaged_paper_is_caught(factsheet: bytes) -> None:
    assert "syntax" in broken(damaged(factsheet))
    assert broken(factsheet[: len(factsheet) // 2])


def test_a_photograph_is_no_damage(paper: bytes) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Foto = pdf.make_stream(b"\xff\xd8\xff", Filter=pikepdf.Name.DCTDecode)

    assert broken(edited(paper, hang)) == set()


def test_a_paper_without_anything_gives_faults_and_no_traceback() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    assert {"tagged", "language", "title", "identifiers"} <= broken(out.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "standards", "rule"),
    [
        ('lang: "de", region: "DE", ', "", ["a-2a", "ua-1"], "language"),
        ("line(length: 100%", "line(length: 100%", ["a-2a"], "identifiers"),
        ("line(length: 100%", "line(length: 100%", [], "identifiers"),
    ],
)
def test_a_template_that_forgets_something_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, standards: "Sequence[typst.PDFStandard]", rule: str
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(typesetting.TEMPLATES, templates)
    frame = templates / "paper.typ"
    text = frame.read_text(encoding="utf-8")
    assert old in text
    frame.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", templates)
    monkeypatch.setattr(typesetting, "_STANDARDS", list(standards))
    assert rule in broken(factsheet_pdf(content()))


def test_a_fault_says_where_it_is(paper: bytes) -> None:
    rule, edit = EDITS["wrong header: no scope"]
    fault = next(fault for name, fault in check_pdf(edited(paper, edit)).faults if name == rule)
    assert fault.place.startswith("Seite ")
    assert fault.words == "Tabelle 1, Zeile 1: eine Kopfzelle sagt nicht, ob sie für Zeile oder Spalte gilt (Scope)"


def test_the_statement_names_rules_limits_and_faults_and_claims_no_conformity(factsheet: bytes) -> None:
    _, edit = EDITS["missing alternative text"]
    words = statement({"gut.pdf": check_pdf(factsheet), "schlecht.pdf": check_pdf(edited(factsheet, edit))})
    assert "* gut.pdf: kein Mangel gefunden (1 Seite, 1 Bild, " in words
    assert "* schlecht.pdf: 1 Mangel (" in words
    assert "  * Seite 1: dem Bild 1 fehlt der Alternativtext\n" in words
    assert all(rule.words in words for rule in RULES)
    assert "PDF/UA-1 und PDF/A-2a sind damit nicht bewiesen" in words
    assert "Nicht geprüft:" in words


def test_a_file_that_is_not_there_is_one_german_sentence(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="gibt es nicht, oder sie lässt sich nicht lesen"):
        check_files([tmp_path / "fehlt.pdf"])


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param([b"/F0 Do /F0 Do"], id="a form that draws itself"),
        pytest.param([b"/F1 Do /F1 Do", b"/F0 Do /F0 Do"], id="two that draw each other"),
        pytest.param([f"/F{place + 1} Do /F{place + 1} Do".encode() for place in range(19)] + [b""], id="twice as many at each step"),
    ],
)
def test_forms_within_forms_are_soon_enough(paper: bytes, contents: list[bytes]) -> None:
    """Followed one by one they would be a million."""
    given = edited(paper, lambda pdf: forms(pdf, *contents))
    begun = time.process_time()
    assert "syntax" in broken(given)
    assert time.process_time() - begun < 20


def test_forms_that_are_drawn_several_times_are_no_damage(paper: bytes) -> None:
    assert broken(edited(paper, lambda pdf: forms(pdf, b"/F1 Do /F1 Do", b"/F2 Do /F2 Do", b"0 0 m 9 9 l S"))) == set()


def test_tounicode_tables_are_read_as_the_standard_says() -> None:
    table = b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar 2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <D83DDE00>] endbfrange"
    assert signs_of(table) == {1: "A", 2: "fi", 16: "a", 17: "b", 18: "c", 32: "x", 33: "😀"}


@pytest.mark.parametrize(
    "entry",
    [
        b"beginbfrange <10> <20> <DBFFDFFF> endbfrange",
        b"beginbfrange <10> <20> <006> endbfrange",
        b"beginbfrange <10> <20> [<006>] endbfrange",
        b"beginbfchar <10> <0> endbfchar",
    ],
)
def test_an_entry_of_a_tounicode_table_that_says_nothing_is_left_out_alone(entry: bytes) -> None:
    assert signs_of(entry + b" 1 beginbfchar <01> <0041> endbfchar") == {1: "A"}
