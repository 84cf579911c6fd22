"""The gate: what it looks at, what it does not, and what it finds in a paper."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from wiwak_eval.publication.pdf_gate import actions, fonts, reading, tables, whole_file
from wiwak_eval.publication.pdf_gate.fault import WHOLE, Fault, Rule
from wiwak_eval.publication.pdf_gate.misbuilt import MISBUILT
from wiwak_eval.publication.pdf_gate.paper import Paper, Unreadable
from wiwak_eval.publication.pdf_gate.structure import EndlessTree

RULES: tuple[Rule, ...] = (*whole_file.RULES, *actions.RULES, *reading.RULES, *tables.RULES, *fonts.RULES)
OPENS = "opens"
"""The rule that a file can be opened at all."""
TREE = "tree"
"""The rule that the structure tree is a tree."""
NOT_CHECKED = (
    "ob Alternativtexte, Überschriften und Kopfzellen sagen, was zu sehen ist, und ob die Lesereihenfolge sinnvoll ist",
    "ob Farben genug Kontrast haben und ob in Bildern Text steht, der nicht auch als Text da ist",
    "Farbprofile, Maße der Zeichen in den Schriften und alle weiteren Forderungen der beiden Normen",
    "wie die Datei mit bestimmten Vorleseprogrammen klingt",
)


@dataclass(frozen=True)
class Verdict:
    """What the gate says of one file. faults: with the rule that each breaks; pages and counts: how much was looked at."""

    faults: tuple[tuple[str, Fault], ...]
    pages: int = 0
    fonts: int = 0
    counts: Mapping[str, int] | None = None


def checked_with() -> str:
    """The libraries that read the files, in German."""
    return f"pikepdf {pikepdf.__version__} mit qpdf {pikepdf.__libqpdf_version__}"


def check_pdf(content: bytes) -> Verdict:
    """Look at a PDF. A file that cannot be read is a fault, too."""
    try:
        paper = Paper(content)
        pages, fonts_used = len(paper.pages), len(paper.fonts)
    except Unreadable as error:
        return Verdict(((OPENS, Fault(WHOLE, str(error))),))
    except MISBUILT:
        return Verdict(((OPENS, Fault(WHOLE, "die Seiten lassen sich nicht lesen")),))
    try:
        counts = Counter(paper.counts)
    except EndlessTree:
        return Verdict(((TREE, Fault(WHOLE, "der Strukturbaum führt im Kreis")),))
    except MISBUILT:
        return Verdict(((TREE, Fault(WHOLE, "der Strukturbaum ist nicht so gebaut, wie es die Norm verlangt")),))
    found = tuple((rule.name, fault) for rule in RULES for fault in _broken(rule, paper))
    return Verdict(found, pages, fonts_used, counts)


def _broken(rule: Rule, paper: Paper) -> Iterator[Fault]:
    """Where a paper breaks a rule; one that cannot be tried, because the file is not built as the standard says, is broken, too."""
    try:
        yield from rule.faults(paper)
    except MISBUILT as error:
        yield Fault(WHOLE, f"„{rule.words}“ ließ sich nicht prüfen ({type(error).__name__})")
