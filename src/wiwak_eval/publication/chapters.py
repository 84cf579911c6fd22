"""The papers' content, put together from released tables, findings and the outline."""

from collections.abc import Iterable, Mapping, Sequence

from wiwak_eval import german
from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph, Point, RunMark
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.phrases import all_known, sentence, spoken
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.signs import explained, signed
from wiwak_eval.publication.speaking_notes import speaking_answers
from wiwak_eval.publication.texts import findings_in, for_years, spoken_text
from wiwak_eval.results import UNPROVEN_SIGN, Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TITLE = "Willkommenscenter: Pilotjahr, Fallzahlen und Haushalt"
SUMMARY = (
    ("Was war gefragt?", ("brief_asked",)),
    ("Was zeigt das Pilotjahr?", ("brief_pilot", "brief_stock")),
    ("Womit ist zu rechnen?", ("brief_caseload",)),
    ("Was kostet es, und wer zahlt?", ("brief_budget", "brief_financing")),
    ("Wie sicher ist das?", ("brief_risk",)),
    ("Was ist zu entscheiden?", ("brief_decision",)),
)
"""Question and the texts that answer it."""
PLAIN = (
    ("Was ist das Willkommens-Center?", ("plain_asked",)),
    ("Was war im ersten Jahr?", ("plain_pilot",)),
    ("Wie geht es weiter?", ("plain_caseload",)),
    ("Was kostet das? Und wer bezahlt?", ("plain_costs",)),
    ("Wie sicher ist das?", ("plain_risk",)),
    ("Wer entscheidet jetzt was?", ("plain_decision",)),
)
"""The same in plain German."""
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
        _points(PLAIN, findings, years),
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
        return table if isinstance(table, NotAssessable) else _figure(table, findings, years)
    return Paragraph(part)


def _figure(table: ReleasedTable, findings: Mapping[str, Finding], years: tuple[int, int]) -> Figure:
    picture = PICTURES[table.id]
    headlines = (for_years(template, years) for template in picture.headlines)
    title = next((sentence(template, findings) for template in headlines if all_known(template, findings)), picture.title)
    alt = " ".join(filter(None, (picture.alt, spoken([for_years(template, years) for template in picture.numbers], findings))))
    return Figure(
        table.id,
        picture.chart,
        table,
        picture.title,
        title if UNPROVEN_SIGN in title else signed(title, table),
        for_years(picture.subtitle, years),
        alt,
        picture.reading,
        _source(table),
    )


def _source(table: ReleasedTable) -> str:
    origin = table.provenance
    period = f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}"
    basis = f"Lieferung {origin.authority}, {period}" + (", und Annahmen" if table.assumptions else "")
    return f"Quelle: {basis}; eigene Berechnung, Tabelle {table.id}"
