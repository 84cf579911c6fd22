"""The council paper: its numbers are those of the released tables, what a human must fill in is marked, and no template stops it."""

import io
import re
from dataclasses import replace
from itertools import chain

import docx
import pytest
from budget_paper_samples import REASON, YEARS, released, source
from council_paper_samples import ENCLOSURES, all_text, bomb, changed, document, in_text_box, made, stray_run, template, with_part
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from paper_sample import HOSTILE

from wiwak_eval.budget.papers.registration import NOT_PROMISED
from wiwak_eval.publication.council_paper import PLACEHOLDERS, council_paper, own_template
from wiwak_eval.publication.council_paper.fields import TABLES, council_fields
from wiwak_eval.publication.council_paper.words import ASKED, FIXED, ORDER, OWN, TO_FILL
from wiwak_eval.publication.display import printed
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.office.package import xml_text
from wiwak_eval.publication.phrases import templates_in
from wiwak_eval.results import SIMULATED_MARK, NotAssessable, ReleasedTable

HEADINGS = (
    "Betreff", "Beschlussvorschlag", "Sachverhalt", "Freiwillige Aufgabe oder Pflichtaufgabe", "Finanzielle Auswirkungen", "Deckung",
    "Auswirkungen auf den Stellenplan", "Alternativen", "Folgekosten", "Folgen einer Ablehnung", "Haushaltsvorbehalt", "Unterschrift",
    "Anlagen", "Was noch auszufüllen ist", "Hinweise",
)  # fmt: skip


def test_it_has_the_sections_that_a_council_paper_has() -> None:
    found = [
        paragraph.text for paragraph in document(made()).paragraphs if (paragraph.style.name if paragraph.style else "") == "Heading 1"
    ]
    assert tuple(found) == HEADINGS


def test_every_cell_of_every_table_is_there_and_its_head_is_marked() -> None:
    tables, opened = released(), document(made())
    assert len(opened.tables) == len(TABLES)
    for shown, id in zip(opened.tables, TABLES.values(), strict=True):
        table = tables[id]
        assert isinstance(table, ReleasedTable)
        columns, rows = printed(table)
        kept = [place for place, column in enumerate(columns) if column.name != "before"]
        expected = [[columns[place].label for place in kept], *([row[place] for place in kept] for row in rows)]
        assert [[cell.text for cell in row.cells] for row in shown.rows] == [[xml_text(cell) for cell in row] for row in expected], id
        head = shown.rows[0]._tr.trPr
        assert head is not None
        assert head.find(qn("w:tblHeader")) is not None


def test_numbers_in_sentences_are_findings() -> None:
    words = all_text(document(made()))
    assert "Gesamtkosten von 269.079,56\u202f€" in words
    assert "3,75\u00a0Stellen im Jahr 2018 und 4,00\u00a0Stellen im Jahr 2019" in words
    assert "Am Stichtag offen sind 195.110,00\u202f€" in words


def test_no_number_is_typed_into_a_sentence() -> None:
    said = (template for part in chain.from_iterable(OWN.values()) for template in templates_in(part))
    for words in (*said, *chain.from_iterable((*FIXED.values(), *TO_FILL.values()))):
        bare = re.sub(r"\{[^}]*\}|\bY[12]\b|§ \d+", "", words)
        assert not re.search(r"\d", bare), words


def test_nothing_open_is_not_called_open() -> None:
    known = source()
    decided = {id: replace(one, value=0) if id.startswith("open_") else one for id, one in known.findings.items()}
    paper = council_paper(known.released, decided, known.mark, known.years, ENCLOSURES)
    assert "Am Stichtag offen" not in all_text(document(paper))


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("2018, 2019, 2020", "(2018) und 180.000,00\u202f€ (2019) des Landes liegt kein Bescheid vor"),
        ("2018, 2020", "€ des Landes für 2018 liegt kein Bescheid vor"),
        ("2019, 2020, 2021", "Über die 180.000,00\u202f€ des Landes für 2019 liegt kein Bescheid vor"),
        ("2020, 2021", None),
        (None, None),
    ],
)
def test_money_of_the_land_without_a_notice_is_said_to_be_promised_by_nobody(named: str | None, said: str | None) -> None:
    known = source()
    findings = {id: replace(one, value=18000000) if id == "land_2019" else one for id, one in known.findings.items()}
    table = known.released["budget_application"]
    assert isinstance(table, ReleasedTable)
    notes = table.notes if named is None else (*table.notes, NOT_PROMISED.format(years=named))
    fields = council_fields({**known.released, table.id: replace(table, notes=notes)}, findings, known.mark, YEARS, ())
    told = [words for words in fields.texts["deckung"] if "liegt kein Bescheid vor" in words]
    assert len(told) == (said is not None)
    assert all(said is not None and said in words and words.endswith("zugesagt hat sie noch niemand.") for words in told)


def test_what_a_human_must_fill_in_is_highlighted_and_listed() -> None:
    opened = document(made())
    runs = [run for paragraph in opened.paragraphs for run in paragraph.runs if ASKED in run.text]
    assert len(runs) == sum(len(asked) for asked in TO_FILL.values())
    assert all(run.font.highlight_color == WD_COLOR_INDEX.YELLOW for run in runs)
    listed = [paragraph.text for paragraph in opened.paragraphs if (paragraph.style.name if paragraph.style else "") == "List Bullet"]
    wanted = [asked for name in ORDER for asked in TO_FILL.get(name, ())]
    assert [line for line in listed if line in wanted] == wanted


def test_no_placeholder_is_left_and_hostile_text_stays_text() -> None:
    words = all_text(document(made()))
    assert not re.search(r"\{\{|\{%|%\}|\}\}|Y[12]\b|[\ue000-\uf8ff]", words)
    assert HOSTILE[1] in words
    assert HOSTILE[4] in words


def test_text_that_looks_like_a_template_is_printed_as_it_is() -> None:
    known = source()
    table = known.released["alternatives"]
    assert isinstance(table, ReleasedTable)
    hostile = replace(table, rows=(*table.rows, ("x", f"{HOSTILE[9]} {{{{ betreff }}}}", 1, 2, "a\u0007b\ue000tabelle_kosten\ue001")))
    paper = council_paper({**known.released, "alternatives": hostile}, known.findings, known.mark, known.years)
    assert paper.notice == ""
    assert f"{HOSTILE[9]} {{{{ betreff }}}}" in all_text(document(paper))


def test_every_page_is_marked_and_the_file_says_so_too() -> None:
    for content in (None, changed(_first_and_even_pages_apart)):
        paper = made(content)
        assert paper.notice == ""
        opened = document(paper)
        section = opened.sections[0]
        heads = [section.header, *([section.first_page_header, section.even_page_header] if content else [])]
        assert all(SIMULATED_MARK in head.paragraphs[0].text for head in heads)
        assert SIMULATED_MARK in (opened.core_properties.comments or "")
    assert SIMULATED_MARK not in all_text(document(made(simulated=False)))


def _first_and_even_pages_apart(opened: "docx.document.Document") -> None:
    opened.sections[0].different_first_page_header_footer = True
    opened.settings.odd_and_even_pages_header_footer = True


def test_language_and_title_are_set() -> None:
    opened = document(made())
    assert opened.core_properties.language == "de-DE"
    assert opened.core_properties.title.startswith("Willkommenscenter des Landkreises")
    assert {one.get(qn("w:val")) for one in opened.styles.element.iter(qn("w:lang"))} == {"de-DE"}


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made() == made()
    own = template("{{ betreff }}", "{{ tabelle_kosten }}")
    assert made(own) == made(own)


def test_a_refused_table_leaves_its_reason() -> None:
    known = source(dict.fromkeys(released(), NotAssessable(REASON)))
    paper = council_paper(known.released, known.findings, known.mark, YEARS)
    words = all_text(document(paper))
    assert words.count("Nicht auswertbar: Tabelle „Beratungen“ fehlt.") == len(TABLES)
    assert "keine Angabe" not in words


@pytest.mark.parametrize("id", sorted(TABLES.values()))
def test_a_table_that_nobody_made_is_a_mistake_of_ours(id: str) -> None:
    known = source()
    with pytest.raises(KeyError):
        council_paper({name: one for name, one in known.released.items() if name != id}, known.findings, known.mark, YEARS)


def test_every_placeholder_that_is_announced_has_a_value() -> None:
    known = source()
    fields = council_fields(known.released, collect_findings(known.released, YEARS), known.mark, YEARS, ENCLOSURES)
    assert set(fields.template_values()) == set(PLACEHOLDERS)
    used = set(re.findall(r"\{\{ (\w+) \}\}", all_text(docx.Document(io.BytesIO(own_template())))))
    assert used == set(PLACEHOLDERS)


def test_the_countys_template_is_filled() -> None:
    paper = made(
        template("Kreistag: {{ betreff }}", "{% if unterschrift %}Ja{% endif %}", "Davor {{ tabelle_kosten }} danach", "{{ deckung }}")
    )
    assert paper.notice == ""
    opened = document(paper)
    words = all_text(opened)
    assert "Kreistag: Willkommenscenter" in words
    assert "Davor  danach" in words
    assert [row.cells[0].text for row in opened.tables[0].rows] == ["Bezeichnung", "Personal", "Summe"]
    assert "Beschlussvorschlag" not in words


def test_a_placeholder_in_pieces_is_still_one() -> None:
    opened = docx.Document()
    paragraph = opened.add_paragraph("Betrifft: {{ be")
    paragraph.add_run("tre").bold = True
    paragraph.add_run("ff }}.")
    buffer = io.BytesIO()
    opened.save(buffer)
    assert "Betrifft: Willkommenscenter" in all_text(document(made(buffer.getvalue())))


REFUSED = {
    "unknown": (template("{{ betref }}"), "den Platzhalter „betref“ gibt es nicht"),
    "call": (template("{{ betreff.__class__.__mro__ }}"), "mehr als Platzhalter"),
    "globals": (template("{{ betreff.__init__.__globals__ }}"), "mehr als Platzhalter"),
    "item": (template("{{ betreff['__class__'] }}"), "mehr als Platzhalter"),
    "filter": (template("{{ betreff|attr('__class__') }}"), "mehr als Platzhalter"),
    "format": (template('{{ "{0.__class__}".format(betreff) }}'), "mehr als Platzhalter"),
    "loop": (template("{% for x in betreff %}{{ betreff }}{% endfor %}"), "mehr als Platzhalter"),
    "product": (template("{{ betreff * 999999999 }}"), "mehr als Platzhalter"),
    "set": (template("{% set x = betreff %}"), "mehr als Platzhalter"),
    "include": (template('{% include "/etc/passwd" %}'), "mehr als Platzhalter"),
    "import": (template('{% import "os" as betreff %}'), "mehr als Platzhalter"),
    "macro": (template("{% macro m() %}{% endmacro %}"), "mehr als Platzhalter"),
    "function": (template("{{ range(9) }}"), "mehr als Platzhalter"),
    "cycler": (template("{{ cycler }}"), "„cycler“ gibt es nicht"),
    "broken": (template("{{ betreff "), "nicht richtig geschrieben"),
    "broken_if": (template("{% if betreff %}"), "nicht richtig geschrieben"),
    "stray": (changed(stray_run), "ohne „r“"),
    "text_box": (changed(in_text_box), "an einer Stelle, an der keine Tabelle stehen kann"),
    "no_zip": (b"Kein Word", "keine Office-Datei"),
    "empty": (b"", "keine Office-Datei"),
    "bomb": (bomb(), "zu groß"),
    "macros": (
        with_part(own_template(), "[Content_Types].xml", b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"),
        "Makros",
    ),
    "no_document": (with_part(own_template(), "word/document.xml", b"<x"), "keine Word-Datei"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_template_that_is_refused_gives_our_layout_and_one_sentence(case: str) -> None:
    content, words = REFUSED[case]
    paper = made(content)
    assert words in paper.notice
    assert paper.notice.startswith("Die Vorlage „vorlage_beschluss.docx“ wurde nicht verwendet: ")
    text = all_text(document(paper))
    assert paper.notice in text
    assert "Beschlussvorschlag" in text
    assert "root:" not in text


def test_entities_are_not_read() -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Relationships xmlns="x">&e;</Relationships>'
    paper = made(with_part(own_template(), "word/_rels/document.xml.rels", xml))
    assert "XML-Deklarationen" in paper.notice


def relations(kind: str) -> bytes:
    place = "http://schemas.openxmlformats.org"
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{place}/package/2006/relationships"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{place}/officeDocument/2006/relationships/{kind}" Target="file:///Normal.dotm"/></Relationships>'
    ).encode()


def test_the_reference_to_the_template_it_was_made_from_is_cut_and_loading_pictures_is_refused() -> None:
    attached = with_part(own_template(), "word/_rels/settings.xml.rels", relations("attachedTemplate"))
    paper = made(attached)
    assert paper.notice == ""
    assert b"Normal.dotm" not in paper.content
    assert "fremden Stelle" in made(with_part(own_template(), "word/_rels/settings.xml.rels", relations("image"))).notice


def test_a_placeholder_in_properties_is_looked_at_too() -> None:
    def hostile(opened: "docx.document.Document") -> None:
        opened.core_properties.subject = "{{ betreff.__class__ }}"

    assert "mehr als Platzhalter" in made(changed(hostile)).notice
