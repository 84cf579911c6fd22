"""The parts of the web page as plain data for its template: chapters, pictures, tables, the index of findings, each with its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph
from wiwak_eval.publication.display import csv_text, notes, title, without_label
from wiwak_eval.publication.drawings import figure_svg, figures
from wiwak_eval.publication.html_tables import html_grid
from wiwak_eval.publication.imprint import FINDING_HEADS, finding_rows
from wiwak_eval.publication.inline import SharedStyles, inline_svg
from wiwak_eval.results import NotAssessable, ReleasedTable

View = Mapping[str, object]
"""What a template reads."""

FINDING_PAGE_HEADS = (f"{FINDING_HEADS[1]} und {FINDING_HEADS[0]}", *FINDING_HEADS[2:])


@dataclass(frozen=True)
class PageParts:
    """Turns blocks into views. styles: what the pictures look like; csv: text of each file that a reader can save, by name."""

    styles: SharedStyles = field(default_factory=SharedStyles)
    csv: dict[str, str] = field(default_factory=dict)

    def chapter(self, chapter: Chapter) -> View:
        """A chapter, its blocks each told apart by `kind`, its annex."""
        return {
            "id": f"kapitel-{chapter.id}",
            "title": chapter.title,
            "blocks": [self._block(block) for block in chapter.blocks],
            "annex": [self.table(table, f"tabelle-{table.id}") for table in chapter.annex],
        }

    def table(self, table: ReleasedTable, id: str, of: str = "") -> View:
        """A table under an address of its own; of: the title of the picture that it stands behind."""
        name = f"{id}-titel"
        return {
            "kind": "table",
            "id": id,
            "named_by": name,
            "title": "Daten zum Bild" if of else title(table),
            "of": of,
            "grid": Markup(html_grid(table, name)),
            "notes": notes(table, sign_explained=True),
            "origin": f"Tabelle {table.id}" + (f" · Notebook {table.notebook}" if table.notebook else ""),
            "csv": self._csv(table),
        }

    def _csv(self, table: ReleasedTable) -> str:
        """The name under which the table is saved; it says that the data are simulated, as the bytes of the file do not."""
        name = f"{table.id}_simulierte_daten.csv" if table.provenance.simulated else f"{table.id}.csv"
        self.csv[name] = csv_text(table)
        return name

    def _block(self, block: Block) -> View:
        match block:
            case Paragraph(words):
                return {"kind": "paragraph", "text": words}
            case NotAssessable(reason):
                return {"kind": "refusal", "text": without_label(reason)}
            case ReleasedTable():
                return self.table(block, f"tabelle-{block.id}")
            case Figure():
                return self._figure(block)

    def _figure(self, figure: Figure) -> View:
        id = f"bild-{figure.id}"
        description = " ".join(filter(None, (figure.alt, figure.table.provenance.mark)))
        return {
            "kind": "figure",
            "id": id,
            "title": figure.title,
            "subtitle": figure.subtitle,
            "source": figure.source,
            "reading": figure.reading,
            "svg": Markup(inline_svg(figure_svg(figure), id, f"{id}-titel", description, self.styles)),
            "table": self.table(figure.table, f"daten-{figure.id}", figure.title),
        }


def finding_views(content: Content) -> Sequence[View]:
    """The rows of the index; `target` is the address of the table that a finding is a cell of, empty where the page does not show it."""
    places = {figure.table.id: f"bild-{figure.id}" for figure in figures(content)}
    blocks = [block for chapter in content.chapters for block in (*chapter.blocks, *chapter.annex)]
    places |= {table.id: f"tabelle-{table.id}" for table in blocks if isinstance(table, ReleasedTable)}
    rows = zip(content.findings.values(), finding_rows(content), strict=True)
    return [
        {"id": id, "label": label, "cells": cells, "place": place, "target": places.get(finding.table, "")}
        for finding, (id, label, *cells, place) in rows
    ]
