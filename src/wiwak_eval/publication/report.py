"""The report as a tagged PDF (PDF/A-2a, PDF/UA-1)."""

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import FINDING_HEADS, RANGE_WORDS, finding_rows, front_words, key_figures, picture_tables
from wiwak_eval.publication.typesetting import chapter_data, frame_data, pdf, sheet_data, table_data


def report_pdf(content: Content) -> bytes:
    """The whole content as one PDF; the same content gives the same bytes.

    Raises ValueError for a picture without alt text, KeyError for a key finding that does not exist.
    """
    rows = [(f"{label}\n{id}", *rest) for id, label, *rest in finding_rows(content)]
    heads = (f"{FINDING_HEADS[1]} und {FINDING_HEADS[0]}", *FINDING_HEADS[2:])
    return pdf(
        "report.typ",
        {
            **frame_data(content),
            "key_figures": [vars(figure) for figure in key_figures(content)],
            "chapters": [chapter_data(chapter) for chapter in content.chapters],
            "picture_tables": [table_data(table) for table in picture_tables(content)],
            "front_words": front_words(content),
            "findings": sheet_data(heads, rows, [False, True, True, False, False, False]),
            "range_words": RANGE_WORDS,
        },
    )
