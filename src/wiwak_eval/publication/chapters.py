"""The papers' content, put together from released tables, findings and the outline."""

from collections.abc import Iterable, Mapping, Sequence

from wiwak_eval.publication.calculator.building import build_calculator
from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph, Point, RunMark
from wiwak_eval.publication.definitions import DEFINITIONS
from wiwak_eval.publication.disclosure_note import disclosure_note
from wiwak_eval.publication.method_points import METHODS
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.pictures.figure import figure
from wiwak_eval.publication.plain_summary import plain_points
from wiwak_eval.publication.signs import explained
from wiwak_eval.publication.speaking_notes import speaking_answers
from wiwak_eval.publication.texts import findings_in, for_years, spoken_text
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TITLE = "Willkommenscenter: Pilotjahr, Fallzahlen und Haushalt"
CASELOAD, COSTS = "Womit ist zu rechnen?", "Was kostet es, und wer zahlt?"
RISK, DECISION = "Wie sicher ist das?", "Was ist zu entscheiden?"
SUMMARY = (
    ("Was war gefragt?", ("brief_asked",)),
    ("Was zeigt das Pilotjahr?", ("brief_pilot", "brief_stock")),
    (CASELOAD, ("brief_caseload",)),
    (COSTS, ("brief_budget", "brief_financing")),
    (RISK, ("brief_risk",)),
    (DECISION, ("brief_decision",)),
)
"""Question and the texts that answer it."""
KEY_FINDINGS = ("contacts_pilot", "persons_pilot", "caseload_Y1", "posts_Y1", "cost_Y1", "open_Y1")


def build_content(released: Mapping[str, Released], findings: Mapping[str, Finding], mark: RunMark, years: tuple[int, int]) -> Content:
    """The papers' content from released tables and findings alone."""
    chapters = tuple(Chapter(id, title, _blocks(parts, released, findings, years), _annex(parts, released)) for id, title, parts in OUTLINE)
    told = tuple(name for _, names in SUMMARY for name in names)
    return Content(
        TITLE,
        for_years(f"{mark.provenance.authority} · Auswertung und Planung für die Haushaltsjahre Y1 und Y2", years),
        mark,
        _points(SUMMARY, findings, years),
        tuple(for_years(id, years) for id in KEY_FINDINGS),
        chapters,
        findings,
        speaking_answers(findings, released, years, mark.provenance.simulated),
        tuple(dict.fromkeys(id for name in told for id in findings_in(name, years))),
        plain_points(findings, years, mark.provenance.simulated),
        DEFINITIONS,
        METHODS,
        disclosure_note((table for table in released.values() if isinstance(table, ReleasedTable)), mark.level),
        build_calculator(released),
    )


def _points(asked: Sequence[tuple[str, Sequence[str]]], findings: Mapping[str, Finding], years: tuple[int, int]) -> tuple[Point, ...]:
    """The questions that have an answer."""
    answered = ((question, " ".join(filter(None, (spoken_text(name, findings, years) for name in names)))) for question, names in asked)
    return tuple(Point(question, words) for question, words in answered if words)


def _annex(parts: Sequence[str], released: Mapping[str, Released]) -> tuple[ReleasedTable, ...]:
    tables = (released[name] for kind, _, name in (part.partition(":") for part in parts) if kind == "annex")
    return tuple(table for table in tables if isinstance(table, ReleasedTable))


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
    if kind == "annex":
        table = released[name]
        return table if isinstance(table, NotAssessable) else Paragraph("")
    if kind == "picture":
        table = released[name]
        return table if isinstance(table, NotAssessable) else figure(PICTURES[table.id], table, findings, years)
    return Paragraph(part)
