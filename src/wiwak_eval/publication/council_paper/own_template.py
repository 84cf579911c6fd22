"""Our own layout of the council paper, as a template with placeholders: what a county may take over and change."""

import io
from functools import cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from wiwak_eval.publication.office.package import normalised
from wiwak_eval.publication.office.word import LANGUAGE

FONT, INK, BLUE = "Arial", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x1F, 0x4E, 0x79)
_TYPE = {"Normal": (10.5, 5), "Title": (20, 2), "Subtitle": (11.5, 10), "Heading 1": (13, 4), "List Bullet": (10.5, 2)}
"""Size of type and space below, in points, by style."""
_HEAD = (("Vorlage Nr.", "vorlage_nummer"), ("Federführung", "federfuehrung"), ("Beratungsfolge", "beratungsfolge"))
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Beschlussvorschlag", ("beschlussvorschlag",)),
    ("Sachverhalt", ("sachverhalt",)),
    ("Freiwillige Aufgabe oder Pflichtaufgabe", ("aufgabenart",)),
    ("Finanzielle Auswirkungen", ("finanzielle_auswirkungen", "tabelle_kosten", "tabelle_finanzierung")),
    ("Deckung", ("deckung", "tabelle_haushalt")),
    ("Auswirkungen auf den Stellenplan", ("stellenplan", "tabelle_stellen")),
    ("Alternativen", ("alternativen", "tabelle_alternativen")),
    ("Folgekosten", ("folgekosten", "tabelle_folgekosten")),
    ("Folgen einer Ablehnung", ("ablehnung",)),
    ("Haushaltsvorbehalt", ("haushaltsvorbehalt",)),
    ("Unterschrift", ("unterschrift",)),
)
_LISTS = (
    ("Anlagen", "anlagen"),
    ("Was noch auszufüllen ist", "auszufuellen"),
    ("Hinweise", "hinweise"),
)


@cache
def own_template() -> bytes:
    """The template as a Word file; the same bytes each time."""
    document = docx.Document()
    _styles(document)
    _page(document)
    document.add_paragraph("Beschlussvorlage", style="Title")
    document.add_paragraph("{{ behoerde }}", style="Subtitle")
    document.add_heading("Betreff", level=1)
    document.add_paragraph().add_run("{{ betreff }}").bold = True
    for label, name in _HEAD:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(f"{{{{ {name} }}}}")
    for heading, names in _SECTIONS:
        document.add_heading(heading, level=1)
        for name in names:
            document.add_paragraph(f"{{{{ {name} }}}}")
    for heading, name in _LISTS:
        document.add_paragraph(f"{{%p if {name} %}}")
        document.add_heading(heading, level=1)
        document.add_paragraph(f"{{{{ {name} }}}}", style="List Bullet")
        document.add_paragraph("{%p endif %}")
    buffer = io.BytesIO()
    document.save(buffer)
    return normalised(buffer.getvalue())


def _styles(document: Document) -> None:
    """Plain German office type; headings are styles, so that a reader can jump between them."""
    for name, size, space in (
        ("Normal", 10.5, 5),
        ("Title", 20, 2),
        ("Subtitle", 11.5, 10),
        ("Heading 1", 13, 4),
        ("List Bullet", 10.5, 2),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        _typeface(style)
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(space)
        style.font.italic = False
        style.font.color.rgb = BLUE if name == "Heading 1" else INK
    for part in (document.styles.element, document.settings.element):
        for language in (*part.iter(qn("w:lang")), *part.iter(qn("w:themeFontLang"))):
            language.set(qn("w:val"), LANGUAGE)
    heading = document.styles["Heading 1"]
    assert isinstance(heading, ParagraphStyle)
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(12), True


def _typeface(style: ParagraphStyle) -> None:
    """One typeface for all signs, whatever the theme names."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _page(document: Document) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(18)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    foot = section.footer.paragraphs[0]
    run = foot.add_run("Beschlussvorlage (Entwurf) · Lauf {{ lauf }} · Stichtag {{ stichtag }} · Szenario {{ szenario }} · {{ fassung }}")
    run.font.size = Pt(8)
    document.core_properties.title, document.core_properties.author = "Beschlussvorlage", ""
    document.core_properties.comments = ""
