"""The papers' content, put together from released tables, findings and the outline."""

from collections.abc import Iterable, Mapping

from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph, RunMark
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.speaking_notes import speaking_answers
from wiwak_eval.publication.texts import for_years, spoken_text
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TITLE = "Willkommenscenter: Pilotjahr, Fallzahlen und Haushalt"
SUMMARY = ("brief_pilot", "brief_stock", "brief_caseload", "brief_budget", "brief_financing")
KEY_FINDINGS = ("contacts_pilot", "persons_pilot", "caseload_Y1", "posts_Y1", "cost_Y1", "open_Y1")


def build_content(released: Mapping[str, Released], findings: Mapping[str, Finding], mark: RunMark, years: tuple[int, int]) -> Content:
    """The papers' content from released tables and findings alone."""
    chapters = tuple(Chapter(id, title, _kept(_block(part, released, findings, years) for part in parts)) for id, title, parts in OUTLINE)
    return Content(
        TITLE,
        for_years(f"{mark.provenance.authority} · Auswertung und Planung für die Haushaltsjahre Y1 und Y2", years),
        mark,
        tuple(words for name in SUMMARY if (words := spoken_text(name, findings, years))),
        tuple(for_years(id, years) for id in KEY_FINDINGS),
        chapters,
        findings,
        speaking_answers(findings, released, years, mark.provenance.simulated),
    )


def _kept(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that say something: no empty paragraph, and of refusals for one and the same reason only the first."""
    kept: list[Block] = []
    for block in blocks:
        if block != Paragraph("") and not (isinstance(block, NotAssessable) and block in kept):
            kept.append(block)
    return tuple(kept)


def _block(part: str, released: Mapping[str, Released], findings: Mapping[str, Finding], years: tuple[int, int]) -> Block:
    kind, _, name = part.partition(":")
    if kind == "say":
        return Paragraph(spoken_text(name, findings, years))
    if kind == "table":
        return released[name]
    if kind == "picture":
        table = released[name]
        return table if isinstance(table, NotAssessable) else _figure(table)
    return Paragraph(part)


def _figure(table: ReleasedTable) -> Figure:
    picture = PICTURES[table.id]
    return Figure(table.id, picture.chart, table, picture.title, picture.subtitle, picture.alt, picture.reading)
