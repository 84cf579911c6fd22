"""The pictures for slides: each figure with its title, its source and the mark of the run on a sheet of 16:9, as SVG and PNG."""

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.publication.drawings import figures
from wiwak_eval.publication.imprint import run_line
from wiwak_eval.publication.slide_sheet import HEIGHT, WIDTH, slide_svg
from wiwak_eval.publication.typesetting import pngs

FOLDER, READER = "bilder", "jedes Bild einzeln für Folien, als SVG und PNG im Format 16:9"
LIST = "LIESMICH.txt"
PIXELS = 1920
"""Width of a PNG."""
_POINTS = 72
"""Points to the inch: at so many pixels an inch a point is a pixel."""
_LONGEST = 60
"""Letters of a file name."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_HEAD = """Bilder für Folien
=================

Jedes Bild liegt zweimal hier: als SVG (bleibt beim Vergrößern scharf, Text bleibt Text) und als PNG (für Programme, die kein SVG
annehmen; dort stimmt die Schrift in jedem Fall). Beide zeigen dasselbe. Unter jedem Namen steht, was das Bild sagt, und eine
Beschreibung, die als Alternativtext in die Folie gehört. Die Zahlen dahinter liegen im Ordner „daten“ unter dem Namen der Tabelle.
"""


def slide_files(content: Content) -> Mapping[str, bytes]:
    """File name to content: each figure as SVG and as PNG of 1920 × 1080 pixels, and a list of them with their words.

    The same content gives the same bytes. Raises ValueError for a picture without alt text.
    """
    shown, names = figures(content), slide_names(content)
    files: dict[str, bytes] = {}
    for name, figure in zip(names, shown, strict=True):
        files[f"{name}.svg"] = slide_svg(figure, content.mark)
        files[f"{name}.png"] = slide_png(files[f"{name}.svg"])
    return {**files, LIST: _list(content, names, shown).encode()}


def slide_names(content: Content) -> tuple[str, ...]:
    """The name of each figure's files without their ending, in the order of the figures."""
    return tuple(f"{number:02d}_{file_name(figure.name)}" for number, figure in enumerate(figures(content), start=1))


def slide_png(sheet: bytes, pixels: int = PIXELS) -> bytes:
    """A sheet as PNG of this width; the letters are those of the house typeface, whatever is installed."""
    (picture,) = pngs("slide.typ", {"sheet": sheet.decode(), "width": WIDTH, "height": HEIGHT}, pixels / WIDTH * _POINTS)
    return picture


def file_name(words: str) -> str:
    """`Beratungen je Monat: für Amt` as `beratungen_je_monat_fuer_amt`."""
    plain = normalize("NFKD", words.lower().translate(_GERMAN)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("_")[0] or name[:_LONGEST]


def _list(content: Content, names: Sequence[str], shown: Sequence[Figure]) -> str:
    mark = content.mark
    said = "\n".join(filter(None, (mark.provenance.mark, run_line(mark), *mark.notices)))
    return "\n".join([_HEAD, said, "", *(_entry(name, figure) for name, figure in zip(names, shown, strict=True))])


def _entry(name: str, figure: Figure) -> str:
    lines = (
        f"{name}.svg, {name}.png",
        f"  Titel: {figure.title}",
        f"  Darunter: {figure.subtitle}",
        f"  Alternativtext: {figure.alt}",
        f"  So lesen Sie das Bild: {figure.reading}",
        f"  {figure.source}",
    )
    return "\n".join(" ".join(line.split("\n")) for line in lines) + "\n"
