"""Pictures that show what the papers look like, for the pages of a code host: pages of PDFs and slides, small."""

import io
from collections.abc import Mapping

from PIL import Image

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.drawings import figures
from wiwak_eval.publication.factsheet import factsheet_data
from wiwak_eval.publication.report import report_data
from wiwak_eval.publication.slide_sheet import slide_svg
from wiwak_eval.publication.slides import slide_png
from wiwak_eval.publication.typesetting import pngs

_PER_INCH = 96
"""Pixels of a page of paper."""
_COLOURS = 128
_SLIDE = 1280
"""Pixels of the width of a slide."""
_SUMMARY_PAGE = 1
"""The page of the report that is shown, counted from one."""
_SLIDES = {"folie_fallzahl": "forecast_fan", "folie_kosten": "costs_by_item"}
"""File to the chart that is shown."""
PICTURES: Mapping[str, str] = {
    "seite_bericht.png": "Erste Seite des Berichts: Fragen der Politik und ihre Antworten in Sätzen, dazu die wichtigsten Zahlen",
    "seite_faktenblatt.png": "Faktenblatt: eine Seite mit Kennzahlen, dem Bild der Prognose und der Finanzierung",
    "folie_fallzahl.png": "Folie: Beratungen je Monat, beobachtet und bis Ende des zweiten Haushaltsjahres vorausgeschätzt, mit Bereichen",
    "folie_kosten.png": "Folie: Kosten nach Posten in beiden Haushaltsjahren als Balken",
}
"""File to description for those who do not see it; all words are without numbers, which change."""


def page_pictures(content: Content) -> Mapping[str, bytes]:
    """A page of the report and the factsheet as PNG."""
    report = pngs("report.typ", report_data(content), _PER_INCH)[_SUMMARY_PAGE - 1]
    (factsheet,) = pngs("factsheet.typ", factsheet_data(content), _PER_INCH)
    return {"seite_bericht.png": _few_colours(report), "seite_faktenblatt.png": _few_colours(factsheet)}


def slide_pictures(content: Content) -> Mapping[str, bytes]:
    """Some of the slides as SVG and as PNG. Raises StopIteration where the content has no such chart."""
    chosen = [next(figure for figure in figures(content) if figure.chart == chart) for chart in _SLIDES.values()]
    sheets = {name: slide_svg(figure, content.mark) for name, figure in zip(_SLIDES, chosen, strict=True)}
    painted = {f"{name}.png": _few_colours(slide_png(sheet, _SLIDE)) for name, sheet in sheets.items()}
    return {**{f"{name}.svg": sheet for name, sheet in sheets.items()}, **painted}


def _few_colours(picture: bytes) -> bytes:
    """The same PNG with a palette, which takes a third of the room."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
