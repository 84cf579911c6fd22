"""Word files that a county might put in place of our layout of the council paper: plain, odd, damaged and hostile ones."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import OxmlElement

from wiwak_eval.publication.council_paper import CouncilPaper, council_paper, own_template
from wiwak_eval.publication.office.package import open_package, packed

ENCLOSURES = ("bericht.pdf: Bericht", "daten: Tabellen")


def template(*lines: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def changed(change: Callable[[Document], None], content: bytes | None = None) -> bytes:
    """A Word file, ours if no other is given, after a change."""
    document = docx.Document(io.BytesIO(content or own_template()))
    change(document)
    return saved(document)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same file with one part added or put in place of another."""
    return packed(open_package(content).with_parts({name: part}))


def bomb() -> bytes:
    """A small file that unpacks to more than any Word file needs."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(8):
            archive.writestr(f"word/{number}.xml", b"0" * 10_000_000)
    return buffer.getvalue()


def made(template: bytes | None = None, simulated: bool = True) -> CouncilPaper:
    from budget_paper_samples import source

    known = source(simulated=simulated)
    return council_paper(known.released, known.findings, known.mark, known.years, ENCLOSURES, template)


def document(paper: CouncilPaper) -> Document:
    return docx.Document(io.BytesIO(paper.content))


def all_text(opened: Document) -> str:
    """Every word of the document, heads and feet too, one line a paragraph."""
    lines = [paragraph.text for paragraph in opened.paragraphs]
    lines += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    for section in opened.sections:
        lines += [paragraph.text for part in (section.header, section.footer) for paragraph in part.paragraphs]
    return "\n".join(lines)


def stray_run(document: Document) -> None:
    """A placeholder of the engine's own kind that would leave text outside runs."""
    document.add_paragraph("{{r betreff }}")


def in_text_box(document: Document) -> None:
    """A table's placeholder in a place where no table can stand."""
    box = OxmlElement("w:txbxContent")
    inside = OxmlElement("w:p")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "{{ tabelle_kosten }}"
    run.append(text)
    inside.append(run)
    box.append(inside)
    holder = document.add_paragraph().add_run()
    holder._r.append(box)
