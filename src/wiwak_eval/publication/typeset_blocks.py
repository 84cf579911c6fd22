"""Pictures, tables and refusals as data for the templates."""

from wiwak_eval.publication.content import Block, Figure, Paragraph
from wiwak_eval.publication.display import is_number, notes, printed, title, without_label
from wiwak_eval.publication.drawings import figure_svg
from wiwak_eval.publication.sheets import SUMS, UPRIGHT, sheet_data
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import UNPROVEN_SIGN, NotAssessable, ReleasedTable


def block_data(block: Block, number: str = "") -> Data:
    """A block told apart by `kind`. number: what it is called, as „Tabelle 3“."""
    match block:
        case Paragraph(words):
            return {"kind": "sign" if words.startswith(UNPROVEN_SIGN) else "paragraph", "text": words}
        case ReleasedTable():
            return table_data(block, number)
        case Figure():
            return figure_data(block, number)
        case NotAssessable(reason):
            return {"kind": "refusal", "reason": without_label(reason)}


def table_data(table: ReleasedTable, number: str = "", room: float = UPRIGHT, largest: float = 9.0) -> Data:
    """A table as printed on a page that explains the signs itself: heads, sides, text of each cell, notes, where it comes from."""
    columns, rows = printed(table)
    sheet = sheet_data([column.label for column in columns], rows, [is_number(column) for column in columns], room, largest)
    return {
        "kind": "table",
        "id": table.id,
        "number": number,
        "title": title(table),
        "source": f"Tabelle {table.id}" + (f" · Notebook {table.notebook}" if table.notebook else ""),
        "notes": list(notes(table, sign_explained=True)),
        **sheet,
        "sums": [str(row[0]) in SUMS for row in table.rows],
    }


def figure_data(figure: Figure, number: str = "") -> Data:
    """A picture as SVG with all that is said about it. Raises ValueError where the description for the blind is blank."""
    return {
        "kind": "figure",
        "id": figure.id,
        "number": number,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "alt": figure.alt,
        "reading": figure.reading,
        "source": figure.source,
        "svg": figure_svg(figure).decode(),
    }
