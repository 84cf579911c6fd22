"""What the gate says of some files, in German: what was looked at, what was not, what was found."""

from collections.abc import Iterator, Mapping, Sequence

from wiwak_eval import german
from wiwak_eval.publication.pdf_gate.fault import Fault
from wiwak_eval.publication.pdf_gate.gate import NOT_CHECKED, RULES, Verdict, checked_with

HEADING = "Prüfung der PDF-Unterlagen"
NO_PROOF = (
    "PDF/UA-1 und PDF/A-2a sind damit nicht bewiesen: Dafür braucht es ein vollständiges Prüfprogramm (etwa veraPDF) und Menschen, die die "
    "Unterlagen mit einem Vorleseprogramm lesen."
)
_KINDS = (("Figure", "Bild", "Bilder"), ("Table", "Tabelle", "Tabellen"), ("Link", "Verweis", "Verweise"))
_HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")


def statement(verdicts: Mapping[str, Verdict]) -> str:
    """The whole statement as Markdown. verdicts: by name of the file."""
    return "\n".join([f"# {HEADING}", "", *_found(verdicts), "", *_looked_at(), ""])


def _found(verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    for name, verdict in verdicts.items():
        if not verdict.faults:
            yield f"* {name}: kein Mangel gefunden ({_extent(verdict)})"
            continue
        yield f"* {name}: {_counted(len(verdict.faults), 'Mangel', 'Mängel')} ({_extent(verdict)})"
        yield from (f"  * {line(fault)}" for _, fault in verdict.faults)


def line(fault: Fault) -> str:
    """A fault in a line: where, and what."""
    return f"{fault.place}: {fault.words}"


def _extent(verdict: Verdict) -> str:
    if not verdict.pages:
        return "nicht gelesen"
    counts = verdict.counts or {}
    headings = sum(counts.get(kind, 0) for kind in _HEADINGS)
    parts = [
        _counted(verdict.pages, "Seite", "Seiten"),
        *(_counted(counts.get(kind, 0), one, many) for kind, one, many in _KINDS),
        _counted(headings, "Überschrift", "Überschriften"),
        _counted(verdict.fonts, "Schrift", "Schriften"),
    ]
    return ", ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return f"{german.number(count)} {one if count == 1 else many}"


def _looked_at() -> Sequence[str]:
    return (
        f"Geprüft mit `wiwak pdf-check` ({checked_with()}):",
        "",
        *(f"* {rule.words}." for rule in RULES),
        "",
        "Nicht geprüft:",
        "",
        *(f"* {words}." for words in NOT_CHECKED),
        "",
        NO_PROOF,
    )
