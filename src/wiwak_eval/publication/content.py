"""What a paper says, before it has a form: the same content becomes PDF and web page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.publication.calculator.model import Calculator
from wiwak_eval.results import Finding, Level, NotAssessable, Provenance, ReleasedTable


@dataclass(frozen=True)
class RunMark:
    """What stands on every page: which package, which run, for whom, as of when.

    digest: 12 hexadecimal digits of the run; scenario: German label; notices: German sentences every paper must carry
    (internal version only, share of rejected rows); licence: what the authority allows with its public tables, as it names it.
    """

    version: str
    digest: str
    scenario: str
    as_of: date
    level: Level
    provenance: Provenance
    notices: tuple[str, ...] = ()
    licence: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """German prose whose numbers were put in by `phrases.sentence`."""

    text: str


@dataclass(frozen=True)
class Figure:
    """A picture of one released table.

    chart: name in `charts.CHARTS`; name: what it is a picture of, without numbers, for lists; title: what it shows, the finding in a
    sentence where its numbers are known; subtitle: unit and period; alt: description for those who do not see it; reading: how to read
    the picture; source: where its numbers come from.
    """

    id: str
    chart: str
    table: ReleasedTable
    name: str
    title: str
    subtitle: str
    alt: str
    reading: str
    source: str


Block = Paragraph | ReleasedTable | Figure | NotAssessable


@dataclass(frozen=True)
class Chapter:
    """A chapter of the report and of the page. annex: tables that only those read who check; the report prints them at its end."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    annex: tuple[ReleasedTable, ...] = ()


@dataclass(frozen=True)
class Point:
    """A question that stands on the first page, and its answer in sentences."""

    question: str
    words: str


ANSWERED, PARTLY, UNANSWERED = "beantwortet", "teilweise beantwortet", "nicht beantwortbar"


@dataclass(frozen=True)
class Answer:
    """A question of the council with its answer, the same for each side.

    id: stable name; sides: German, who would ask; answer: what can be said; open: what cannot, and what would be needed; standing: German,
    answered, in part, or not; evidence: ids of the findings, tables and claims that the words rest on.
    """

    id: str
    sides: tuple[str, ...]
    question: str
    answer: str
    open: str
    standing: str
    evidence: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words in the order of speaking: what is open comes last, but first where the question as such is not answered."""
        said = (self.open, self.answer) if self.standing == UNANSWERED else (self.answer, self.open)
        return tuple(words for words in said if words)


@dataclass(frozen=True)
class Content:
    """A whole set of papers.

    summary: what a layman reads first, question by question; key_findings: ids shown large on factsheet and page; answers: for the sheet
    of questions; summary_findings: ids behind the summary; plain: the same in plain German (Einfache Sprache); definitions: term and
    meaning; methods: each in short; privacy: paragraphs on what is hidden.
    """

    title: str
    subtitle: str
    mark: RunMark
    summary: tuple[Point, ...]
    key_findings: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    findings: Mapping[str, Finding]
    answers: tuple[Answer, ...] = ()
    summary_findings: tuple[str, ...] = ()
    plain: tuple[Point, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    methods: tuple[Point, ...] = ()
    privacy: tuple[str, ...] = ()
    calculator: Calculator | None = None
