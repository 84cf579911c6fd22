"""The factsheet: one page for those who read one page."""

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import RANGE_WORDS, find_figure, find_table, front_words, key_figures
from wiwak_eval.publication.typesetting import Data, figure_data, frame_data, page_count, pdf, points_data, table_data

_TEMPLATE = "factsheet.typ"
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
_FIGURES = 6


def factsheet_pdf(content: Content) -> bytes:
    """Title, summary, key findings, forecast and financing on exactly one page; the same content gives the same bytes.

    Raises ValueError where even the smallest type needs a second page.
    """
    data = _data(content)
    for scale in _SCALES:
        scaled = {**data, "scale": scale}
        if page_count(_TEMPLATE, scaled) == 1:
            return pdf(_TEMPLATE, scaled)
    raise ValueError("the factsheet does not fit on one page")


def _data(content: Content) -> Data:
    figure, table = find_figure(content, "forecast_fan"), find_table(content, "financing")
    return {
        **frame_data(content),
        "summary": points_data(content.summary),
        "key_figures": [vars(key) for key in key_figures(content)[:_FIGURES]],
        "figure": figure_data(figure) if figure else None,
        "no_figure": "Die Prognose liegt in diesem Lauf nicht vor.",
        "table": table_data(table, sign_explained=True) if table else None,
        "no_table": "Die Finanzierung liegt in diesem Lauf nicht vor.",
        "range_words": " ".join(filter(None, (RANGE_WORDS, front_words(content)))),
    }
