"""The factsheet: one page for those who read one page."""

from collections.abc import Mapping

from wiwak_eval.publication.chapters import CASELOAD, COSTS, DECISION, RISK
from wiwak_eval.publication.content import Content, Point
from wiwak_eval.publication.imprint import RANGE_WORDS, find_figure, find_table, front_words, key_figures
from wiwak_eval.publication.plain_paper import sentences
from wiwak_eval.publication.typeset_blocks import figure_data, table_data
from wiwak_eval.publication.typesetting import Data, frame_data, one_page_pdf

TEMPLATE = "factsheet.typ"
_SCALES = (1.08, 1.04, 1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68)
_FIGURES = 6
_HALF = 235.0
"""Points that the table may be wide."""


def factsheet_pdf(content: Content) -> bytes:
    """What it costs, key figures, forecast, financing and the decision on exactly one page; the same content gives the same bytes.

    Raises ValueError where even the smallest type needs a second page.
    """
    return one_page_pdf(TEMPLATE, factsheet_data(content), "the factsheet")


def factsheet_data(content: Content) -> Data:
    """What the template reads. Raises ValueError for a picture without alt text, KeyError for a key finding that does not exist."""
    figure, table = find_figure(content, "forecast_fan"), find_table(content, "financing")
    answers = {point.question: point for point in content.summary}
    return {
        **frame_data(content),
        "scales": _SCALES,
        "lead": _answer(answers, COSTS),
        "answers": [answer for answer in (_answer(answers, question) for question in (CASELOAD, RISK)) if answer],
        "decision": _answer(answers, DECISION),
        "key_figures": [vars(key) for key in key_figures(content)[:_FIGURES]],
        "figure": figure_data(figure) if figure else None,
        "no_figure": "Die Prognose liegt in diesem Lauf nicht vor.",
        "table": table_data(table, room=_HALF) if table else None,
        "no_table": "Die Finanzierung liegt in diesem Lauf nicht vor.",
        "foot": [
            *filter(None, (front_words(content), RANGE_WORDS)),
            "Genaue Werte und Fundstellen stehen im Bericht, Verzeichnis der Aussagen. "
            f"Fragen beantwortet: {content.mark.provenance.authority}.",
        ],
    }


def _answer(answers: Mapping[str, Point], question: str) -> Data | None:
    point = answers.get(question)
    return {"question": point.question, "sentences": sentences(point.words)} if point else None
