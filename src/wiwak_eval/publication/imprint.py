"""What stands on every paper about the run behind it, and its key figures: German words, no layout."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval import german
from wiwak_eval.publication.content import Content, Figure, RunMark
from wiwak_eval.publication.display import MISSING
from wiwak_eval.publication.phrases import exact_span, has_range, render
from wiwak_eval.publication.signs import counted
from wiwak_eval.results import HIDDEN, UNPROVEN_SIGN, Finding, Level, ReleasedTable, Unit

LEVELS = {
    Level.INTERN: "intern – nicht weitergeben",
    Level.GREMIUM: "nicht öffentlich – nur für das Gremium",
    Level.OEFFENTLICH: "öffentlich",
}
RANGE_WORDS = (
    "Wo bei Beratungen, Personen, Stellen oder Kosten künftiger Jahre eine Spanne steht, liegt der Wert in acht von zehn gerechneten "
    "Verläufen darin."
)
FINDING_HEADS = ("Kennung", "Aussage", "Wert", "Spanne", "Zeitraum", "Stand", "Fundstelle")
FROM_DATA, VERIFIED, NOT_VERIFIED = "aus Daten", "geprüft", f"nicht geprüft{UNPROVEN_SIGN}"
"""What a number rests on: on no assumption, on verified ones only, or on others too."""


@dataclass(frozen=True)
class KeyFigure:
    """A finding shown large. value: rounded where it is an estimate or money; exact: the unrounded value, empty where it is
    shown; period: empty where the label names it."""

    id: str
    label: str
    value: str
    exact: str
    span: str
    period: str


def imprint(mark: RunMark) -> tuple[tuple[str, str], ...]:
    """Term and value of all that identifies the run."""
    origin = mark.provenance
    return (
        ("Behörde", origin.authority),
        ("Datenzeitraum", f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}"),
        ("Stichtag", german.day(mark.as_of)),
        ("Szenario", mark.scenario),
        ("Fassung", LEVELS[mark.level]),
        ("Lauf", mark.digest),
        ("Programm", f"wiwak-eval {mark.version}"),
        *([("Lizenz der Tabellen", mark.licence)] if mark.licence else []),
    )


def run_line(mark: RunMark) -> str:
    """One line for the foot of a page. It names the scenario: a page of a stress test must not be taken for the plan."""
    about = (f"Lauf {mark.digest}", f"wiwak-eval {mark.version}", f"Stichtag {german.day(mark.as_of)}", f"Szenario {mark.scenario}")
    return " · ".join((*about, LEVELS[mark.level]))


def key_figures(content: Content) -> tuple[KeyFigure, ...]:
    """The key findings in the content's order. Raises KeyError for an id that no finding has."""
    return tuple(_key_figure(content.findings[id]) for id in content.key_findings)


def finding_rows(content: Content) -> tuple[tuple[str, ...], ...]:
    """The index of findings, one row of text each, under `FINDING_HEADS`."""
    return tuple(
        (f.id, f.label, render(f), _span(f), f.period, standing(f), f"{f.table} · {f.row} · {f.column}") for f in content.findings.values()
    )


def _span(finding: Finding) -> str:
    if has_range(finding):
        return exact_span(finding)
    return HIDDEN if finding.hidden_low or finding.hidden_high else MISSING


def standing(finding: Finding) -> str:
    """What the number rests on; no word on a number that is not there."""
    if finding.value is None and not finding.hidden:
        return MISSING
    return NOT_VERIFIED if finding.unproven else VERIFIED if finding.assumptions else FROM_DATA


def front_words(content: Content) -> str:
    """What the sign means on the page with the summary and the key figures; empty where none of their numbers has it."""
    used = [content.findings[id] for id in (*content.summary_findings, *content.key_findings)]
    return counted([one for finding in used for one in finding.unproven])


def find_figure(content: Content, chart: str) -> Figure | None:
    """The first picture of this chart, if a chapter has one."""
    return next((block for block in _blocks(content) if isinstance(block, Figure) and block.chart == chart), None)


def find_table(content: Content, id: str) -> ReleasedTable | None:
    """The table with this id, standing alone, behind a picture or in an annex."""
    tables = [block.table if isinstance(block, Figure) else block for block in _blocks(content)]
    return next((table for table in tables if isinstance(table, ReleasedTable) and table.id == id), None)


def picture_tables(content: Content) -> tuple[ReleasedTable, ...]:
    """The tables behind pictures that no chapter prints, each once."""
    blocks = _blocks(content)
    printed = {block.id for block in blocks if isinstance(block, ReleasedTable)}
    behind = {block.table.id: block.table for block in blocks if isinstance(block, Figure)}
    return tuple(table for id, table in behind.items() if id not in printed)


def _blocks(content: Content) -> Sequence[object]:
    return [block for chapter in content.chapters for block in (*chapter.blocks, *chapter.annex)]


def _key_figure(finding: Finding) -> KeyFigure:
    span = render(finding, "spanne") if has_range(finding) else ""
    period = "" if finding.period in finding.label else finding.period
    exact = render(finding)
    if finding.value is None:
        return KeyFigure(finding.id, finding.label, HIDDEN if finding.hidden else MISSING, exact, span, period)
    estimate = bool(span) and finding.unit is not Unit.POSTS
    value = render(finding, "rund") if estimate or finding.unit is Unit.CENTS else exact
    return KeyFigure(finding.id, finding.label, value, "" if value == exact else exact, span, period)
