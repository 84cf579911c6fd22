"""The sign of numbers that rest on unverified assumptions: where it stands, and that it is explained once."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from paper_sample import content as sample
from paper_sample import monthly
from pypdf import PdfReader

from wiwak_eval.publication.chapters import build_content
from wiwak_eval.publication.content import Chapter, Content, Paragraph, Point
from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.publication.display import notes, text_table
from wiwak_eval.publication.html_tables import html_table
from wiwak_eval.publication.imprint import finding_rows, front_words, key_figures, standing
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.phrases import render
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.publication.signs import WORD_JOINER, bound, counted, explained
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable, Unit, Unproven

RENT, TRAVEL = Unproven("room_rent", "Miete mit Nebenkosten (Kreis)"), Unproven("travel", "Dienstreisen")
WORDS = "° beruht auf Annahmen, die nicht geprüft sind: Miete mit Nebenkosten; Dienstreisen."


def _finding(value: float | None, unit: Unit = Unit.CENTS, unproven: tuple[Unproven, ...] = (RENT,), **more: object) -> Finding:
    return Finding("x", "Aussage", value, None, None, unit, 0, "2018", "t", "r", "c", "06", ("room_rent",), unproven=unproven, **more)


@pytest.mark.parametrize(
    ("value", "unit", "spec", "expected"),
    [
        (43_700_000, Unit.CENTS, "euro_rund", "437.000\u00a0Euro°"),
        (43_700_012, Unit.CENTS, "euro", "437.000,12\u202f€°"),
        (0.8, Unit.SHARE, "prozent", "80\u202f%°"),
        (2.75, Unit.POSTS, "stellen", "2,75°"),
        (1, Unit.POSTS, "anzahl|keine Stelle|eine Stelle|# Stellen", "eine Stelle°"),
        (2.75, Unit.POSTS, "anzahl|keine Stelle|eine Stelle|# Stellen", "2,75°\u00a0Stellen"),
        (None, Unit.POSTS, "stellen", "(keine Angabe)"),
    ],
)
def test_a_number_in_a_sentence_has_the_sign_behind_it(value: float | None, unit: Unit, spec: str, expected: str) -> None:
    assert render(_finding(value, unit), spec) == expected
    assert render(_finding(value, unit, ()), spec) == expected.replace("°", "")


def test_a_range_has_the_sign_once() -> None:
    finding = replace(_finding(300_00), low=100_00, high=500_00)
    assert render(finding, "bereich").count("°") == 1
    assert render(finding, "bereich").endswith("°")


def test_the_line_names_four_and_counts_the_rest() -> None:
    assert explained(()) == ""
    assert explained([RENT, TRAVEL, RENT]) == WORDS
    many = [Unproven(f"i{n}", f"Annahme {n}") for n in range(7)]
    assert "Annahme 3; und 3 weitere, siehe das Verzeichnis der Annahmen." in explained(many)
    assert "Annahme 4" not in explained(many)
    assert counted(many) == "° beruht auf 7 Annahmen, die nicht geprüft sind; sie stehen im Verzeichnis der Annahmen."
    assert counted([RENT, TRAVEL, RENT]) == WORDS


def test_a_table_has_the_sign_at_its_title_and_one_line_below() -> None:
    plain = monthly()
    marked = replace(plain, unproven=(RENT, TRAVEL))
    assert text_table(marked).splitlines()[0] == f"{plain.title}°"
    assert notes(marked)[-1] == WORDS
    assert f"<caption>{plain.title}°</caption>" in html_table(marked)
    assert html_table(marked).count("beruht auf Annahmen") == 1
    assert "beruht auf Annahmen" not in html_table(marked, sign_explained=True)
    assert "°" not in text_table(plain) + html_table(plain)


def test_a_finding_says_what_it_rests_on() -> None:
    assert standing(_finding(1)) == "nicht geprüft°"
    assert standing(_finding(1, unproven=())) == "geprüft"
    assert standing(replace(_finding(1, unproven=()), assumptions=())) == "aus Daten"
    assert standing(_finding(None, unproven=())) == "–"
    assert standing(_finding(None, unproven=(), hidden=True)) == "geprüft"


def _marked_sample() -> Content:
    content = sample()
    id = content.key_findings[0]
    findings = {**content.findings, id: replace(content.findings[id], unproven=(RENT,))}
    return replace(content, findings=findings)


def test_key_figures_and_index_have_the_sign_and_the_front_explains_it() -> None:
    content = _marked_sample()
    marked = next(figure for figure in key_figures(content) if figure.id == content.key_findings[0])
    assert marked.value.endswith("°")
    assert front_words(content) == "° beruht auf Annahmen, die nicht geprüft sind: Miete mit Nebenkosten."
    assert front_words(content) in page_html(content)
    rows = {row[0]: row for row in finding_rows(content)}
    assert [row[5] for row in rows.values()].count("nicht geprüft°") == 1
    assert front_words(sample()) == ""


def test_findings_csv_and_data_description_name_them(tmp_path: Path) -> None:
    content = _marked_sample()
    write_data(tmp_path, [replace(monthly(), unproven=(TRAVEL, RENT))], content.findings, content.mark)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO((tmp_path / "findings.csv").read_text(encoding="utf-8")))}
    assert {id: row["unproven"] for id, row in rows.items() if row["unproven"]} == {content.key_findings[0]: "room_rent"}
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["name"]: resource["unproven"] for resource in package["resources"]}
    assert described["monthly"] == ["room_rent", "travel"]


def test_a_chapter_explains_the_sign_once_at_its_end() -> None:
    content = sample()
    nothing = NotAssessable("nicht auswertbar: Probe.")
    released = _Released(nothing, monthly=replace(monthly(), unproven=(RENT,)))
    built = build_content(released, _Findings(content.findings), content.mark, (2018, 2019))
    explaining = [chapter for chapter in built.chapters if any(_explains(block) for block in chapter.blocks)]
    assert explaining
    for chapter in explaining:
        assert [_explains(block) for block in chapter.blocks] == [False] * (len(chapter.blocks) - 1) + [True]
        assert any(isinstance(block, ReleasedTable) or getattr(block, "table", None) for block in chapter.blocks)


def _explains(block: object) -> bool:
    return isinstance(block, Paragraph) and block.text.startswith("° beruht auf Annahmen")


@pytest.mark.parametrize("number", ["12,3\u202f%", "400\u202f€", "Und dann?"])
def test_no_line_of_a_paper_begins_with_the_sign(number: str) -> None:
    """Paragraphs whose number ends, one after the other, a little further to the right, up to and beyond the edge."""
    paragraphs = tuple(Paragraph(f"{'Wort ' * 14}{'i' * more} {number}°. Und weiter.") for more in range(70))
    lines = _lines(replace(sample(), chapters=(Chapter("probe", "Probe", paragraphs),)))
    ends = [line.endswith(f"{number[-1]}°.") for line in lines if f"{number[-1]}°." in line]
    assert len(ends) == len(paragraphs)
    assert any(ends)
    assert not all(ends)
    assert [line for line in lines if line.startswith(("°.", ".", number[-1])) or WORD_JOINER in line] == []


def test_a_large_signed_amount_stands_in_one_line_of_the_index() -> None:
    content = _marked_sample()
    id = content.key_findings[0]
    large = replace(content.findings[id], value=25_336_122_07, unit=Unit.CENTS)
    lines = _lines(replace(content, findings={**content.findings, id: large}))
    assert [line for line in lines if "25.336.122,07" in line and "25.336.122,07\u202f€°" not in line] == []
    assert any("25.336.122,07\u202f€°" in line for line in lines)


def _lines(content: Content) -> list[str]:
    """Lines of print of the report."""
    pages = PdfReader(io.BytesIO(report_pdf(content))).pages
    return [line.strip() for page in pages for line in page.extract_text().splitlines()]


def test_on_the_page_the_sign_is_bound_where_a_browser_would_part_it() -> None:
    content = replace(
        sample(), summary=(Point("Was kostet es?", "Mit 5 € (rund)°, 80\u202f%°, 400\u202f€°, 480°, 437.000 Euro°, Zeichen °."),)
    )
    for said in (f"(rund){WORD_JOINER}°", f"80\u202f%{WORD_JOINER}°", f"400\u202f€{WORD_JOINER}°", " 480°", "000 Euro°", "Zeichen °."):
        assert said in page_html(content)
    assert bound(bound("80 %°")) == bound("80 %°")
    assert bound(f"<p>{WORDS}</p>") == f"<p>{WORDS}</p>"


class _Released(dict[str, object]):
    """Every table refused but the named ones."""

    def __init__(self, otherwise: NotAssessable, **tables: ReleasedTable) -> None:
        super().__init__(tables)
        self._otherwise = otherwise

    def __missing__(self, _: str) -> NotAssessable:
        return self._otherwise

    def get(self, name: str, default: object = None) -> object:
        return self[name]


class _Findings(dict[str, Finding]):
    """Every finding without a value but the known ones."""

    def __missing__(self, id: str) -> Finding:
        return Finding(id, id, None, None, None, Unit.COUNT, 0, "", "t", "r", "c", "", ())
