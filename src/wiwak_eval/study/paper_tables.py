"""What a notebook shows of the papers: their folder, their list, the findings they use."""

from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import FINDING_HEADS, finding_rows
from wiwak_eval.results import Column, ReleasedTable, Unit


@dataclass(frozen=True)
class PaperFolder:
    """A folder with all papers; `overview` lists them for the notebook; notice: a German sentence to say aloud, or empty."""

    folder: Path
    overview: ReleasedTable
    notice: str = ""


def findings_table(content: Content) -> ReleasedTable:
    """The index of findings as German text."""
    columns = tuple(Column(f"c{place}", head, Unit.TEXT) for place, head in enumerate(FINDING_HEADS))
    return _as_table("findings", "Die Aussagen der Unterlagen", columns, finding_rows(content), content)


def overview_table(content: Content, years: tuple[int, int]) -> ReleasedTable:
    """The list of papers as German text."""
    from wiwak_eval.study.paper_list import readers

    columns = (Column("file", "Datei", Unit.TEXT), Column("what", "Inhalt", Unit.TEXT))
    return _as_table("papers", "Die Unterlagen", columns, tuple(readers(years).items()), content)


def _as_table(id: str, title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], content: Content) -> ReleasedTable:
    """A table of words about released tables; it holds nothing that did not pass the gate."""
    mark = content.mark
    return ReleasedTable(id, title, columns, rows, "10_haushaltsunterlagen", mark.notices, (), mark.level, mark.provenance)
