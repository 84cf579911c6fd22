"""The papers' content, put together from released tables, findings and the outline."""

from collections.abc import Iterable, Mapping, Sequence

from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph, RunMark
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.signs import explained, signed
from wiwak_eval.publication.speaking_notes import speaking_answers
from wiwak_eval.publication.texts import findings_in, for_years, spoken_text
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TITLE = "Willkommenscenter: Pilotjahr, Fallzahlen und Haushalt"
SUMMARY = ("brief_pilot", "brief_stock", "brief_caseload", "brief_budget", "brief_financing")
KEY_FINDINGS = ("contacts_pilot", "persons_pilot", "caseload_Y1", "posts_Y1", "cost_Y1", "open_Y1")


def build_content(released: Mapping[str, Released], findings: Mapping[str, Finding], mark: RunMark, years: tuple[int, int]) -> Content:
    """The papers' content from released tables and findings alone."""
    chapters = tuple(Chapter(id, title, _blocks(parts, released, findings, years)) for id, title, parts in OUTLINE)
    return Content(
        TITLE,
        for_years(f"{mark.provenance.authority} · Auswertung und Planung für die Haushaltsjahre Y1 und Y2", years),
        mark,
        tuple(words for name in SUMMARY if (words := spoken_text(name, findings, years))),
        tuple(for_years(id, years) for id in KEY_FINDINGS),
        chapters,
        findings,
        speaking_answers(findings, released, years, mark.provenance.simulated),
        tuple(dict.fromkeys(id for name in SUMMARY for id in findings_in(name, years))),
    )


def _blocks(
    parts: Sequence[str], released: Mapping[str, Released], findings: Mapping[str, Finding], years: tuple[int, int]
) -> tuple[Block, ...]:
    """The chapter's blocks and, last, what the sign at its numbers and tables means, where it has one."""
    blocks = _kept(_block(part, released, findings, years) for part in parts)
    said = (findings[id] for part in parts if part.startswith("say:") for id in findings_in(part.partition(":")[2], years))
    shown = (block.table if isinstance(block, Figure) else block for block in blocks)
    marked: list[Finding | ReleasedTable] = [*said, *(block for block in shown if isinstance(block, ReleasedTable))]
    words = explained(one for of in marked for one in of.unproven)
    return (*blocks, Paragraph(words)) if words else blocks


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
    return Figure(table.id, picture.chart, table, signed(picture.title, table), picture.subtitle, picture.alt, picture.reading)
