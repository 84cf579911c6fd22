"""Rules for the file as a whole: tagged, in German, with a title, as what it declares itself, open to everybody."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, PdfError, Stream

from wiwak_eval.publication.pdf_gate.fault import WHOLE, Fault, Rule
from wiwak_eval.publication.pdf_gate.paper import Paper

LANGUAGE = re.compile(r"de(-[A-Za-z0-9]{2,8})*", re.IGNORECASE)
"""German, as BCP 47 writes it."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_UA, _A = "{http://www.aiim.org/pdfua/ns/id/}", "{http://www.aiim.org/pdfa/ns/id/}"
DECLARED = {f"{_UA}part": "1", f"{_A}part": "2", f"{_A}conformance": "A"}
"""PDF/UA-1 and PDF/A-2a."""
_PICTURE_FILTERS = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
"""What only those can unpack who show the picture."""


def _damaged(paper: Paper) -> Iterator[Fault]:
    """Like `qpdf --check`, but without reading the pages once more: they are read anyway, and what is odd there is kept as a warning."""
    lost = sum(1 for one in paper.pdf.objects if isinstance(one, Stream) and not _readable(one))
    broken = sum(1 for page in paper.pages if page.damaged)
    odd = len(paper.pdf.get_warnings())
    if not paper.pages:
        yield Fault(WHOLE, "die Datei hat keine Seite")
    if lost or broken or odd:
        yield Fault(WHOLE, f"die Datei ist beschädigt (Teile ohne lesbaren Inhalt: {lost}, Seiten: {broken}, weitere Hinweise: {odd})")


def _readable(stream: Stream) -> bool:
    filters = stream.get("/Filter")
    of_pictures = any(str(one) in _PICTURE_FILTERS for one in (filters if isinstance(filters, Array) else [filters]))
    try:
        _ = stream.read_raw_bytes() if of_pictures else stream.read_bytes()
    except PdfError:
        return False
    return True


def _locked(paper: Paper) -> Iterator[Fault]:
    if paper.pdf.is_encrypted:
        yield Fault(WHOLE, "die Datei ist verschlüsselt; Vorleseprogramme können ausgesperrt sein")


def _tagged(paper: Paper) -> Iterator[Fault]:
    marked = paper.catalog.get("/MarkInfo", Dictionary())
    if not _yes(marked, "/Marked"):
        yield Fault(WHOLE, "die Datei ist nicht als getaggt gekennzeichnet (MarkInfo)")
    if _yes(marked, "/Suspects"):
        yield Fault(WHOLE, "die Datei nennt ihre eigenen Tags zweifelhaft (Suspects)")
    if not paper.elements:
        yield Fault(WHOLE, "es gibt keinen Strukturbaum")


def _yes(facts: Object, name: str) -> bool:
    stated: object = facts.get(name)
    return stated is True


def _language(paper: Paper) -> Iterator[Fault]:
    stated = paper.catalog.get("/Lang")
    if stated is None or not str(stated).strip():
        yield Fault(WHOLE, "die Sprache fehlt")
    elif not LANGUAGE.fullmatch(str(stated)):
        yield Fault(WHOLE, f"als Sprache ist „{stated}“ angegeben, nicht Deutsch")


def _title(paper: Paper) -> Iterator[Fault]:
    stated = str(paper.pdf.docinfo.get("/Title", "")).strip()
    described = _described(paper)
    if not described:
        yield Fault(WHOLE, "der Titel fehlt in den Metadaten")
    elif stated and stated != described:
        yield Fault(WHOLE, "der Titel lautet an zwei Stellen verschieden")
    if not _yes(paper.catalog.get("/ViewerPreferences", Dictionary()), "/DisplayDocTitle"):
        yield Fault(WHOLE, "im Fenster steht der Dateiname statt des Titels (DisplayDocTitle)")


def _described(paper: Paper) -> str:
    if paper.metadata is None:
        return ""
    return " ".join((found.text or "").strip() for found in paper.metadata.iterfind(f".//{_DC}title//{_RDF}li")).strip()


def _declared(paper: Paper) -> Iterator[Fault]:
    if paper.metadata is None:
        yield Fault(WHOLE, "die Metadaten (XMP) fehlen oder sind nicht lesbar")
        return
    for name, wanted in DECLARED.items():
        stated = {(found.text or "").strip() for found in paper.metadata.iter(name)}
        stated |= {str(found.attrib[name]).strip() for found in paper.metadata.iter(f"{_RDF}Description") if name in found.attrib}
        if stated != {wanted}:
            label = ("pdfuaid:" if name.startswith(_UA) else "pdfaid:") + name.partition("}")[2]
            yield Fault(WHOLE, f"die Kennung {label} ist {' und '.join(sorted(stated)) or 'nicht angegeben'} statt {wanted}")


RULES = (
    Rule("syntax", "Die Datei ist ein unbeschädigtes PDF; alle ihre Teile lassen sich lesen", _damaged),
    Rule("encryption", "Sie ist nicht verschlüsselt", _locked),
    Rule("tagged", "Sie ist getaggt und hat einen Strukturbaum", _tagged),
    Rule("language", "Als Sprache ist Deutsch angegeben", _language),
    Rule("title", "Sie hat einen Titel, und das Fenster zeigt ihn", _title),
    Rule("identifiers", "Ihre Metadaten nennen PDF/UA-1 und PDF/A-2a als Ziel", _declared),
)
