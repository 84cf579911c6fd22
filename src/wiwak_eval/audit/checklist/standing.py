"""How a run stands at the questions of the checklist, in a few German words each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions.table import STATUSES
from wiwak_eval.audit.overrides import NONE, Override
from wiwak_eval.audit.reconciliation_line import MONEY, PERSONS, ROWS, Line
from wiwak_eval.publication.content import RunMark
from wiwak_eval.results import NotAssessable, ReleasedTable


@dataclass(frozen=True)
class Counts:
    """unproven: assumptions that nobody verified; assumptions: all that the run used; sampled: spot checks; releases: this one and those
    it was held against."""

    unproven: int
    assumptions: int
    sampled: int
    releases: int


def counts_of(log: ReleasedTable | NotAssessable, sampled: int, releases: int) -> Counts:
    """log: the assumptions; one that has several values counts once, as not verified where one of them is."""
    if isinstance(log, NotAssessable):
        return Counts(0, 0, sampled, releases)
    keys = [str(key).partition("@")[0] for key in log.column("key")]
    status = map(str, log.column("status"))
    unproven = {key for key, words in zip(keys, status, strict=True) if STATUSES["unverified"] in words}
    return Counts(len(unproven), len(set(keys)), sampled, releases)


def standings(mark: RunMark, lines: Sequence[Line], found: Sequence[Override], counts: Counts) -> Mapping[str, str]:
    """German words by the name that an item asks for."""
    return {
        "": "",
        "origin": mark.provenance.mark or "Echte Lieferung",
        "rows": _added(lines, ROWS),
        "persons": _added(lines, PERSONS),
        "money": _added(lines, MONEY),
        "sampled": f"gezogene Stellen: {counts.sampled}",
        "assumptions": f"nicht geprüft: {counts.unproven} von {counts.assumptions} verwendeten Annahmen",
        "overrides": f"Eingriffe und Ausnahmen: {sum(each.what != NONE for each in found)}",
        "releases": f"diese und frühere Freigaben: {counts.releases}",
    }


def _added(lines: Sequence[Line], subject: str) -> str:
    """Of one area; what leads over from one number to another must differ and is no difference."""
    of_subject = [line for line in lines if line.subject == subject and not line.leads_over]
    return f"Abstimmungen: {len(of_subject)}, mit Unterschied: {sum(line.difference != 0 for line in of_subject)}"
