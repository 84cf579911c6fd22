"""The PDF papers of a run before anybody gets to see them: they pass the gate, or there is no run folder."""

from collections.abc import Mapping
from pathlib import Path

from wiwak_eval.publication.pdf_gate import Verdict, check_pdf, line, statement
from wiwak_eval.results import GermanError


def pdf_record(run: Path) -> str:
    """What the gate says of all PDF papers of a run, as Markdown. Raises GermanError where it finds a fault."""
    verdicts = {file.relative_to(run).as_posix(): check_pdf(file.read_bytes()) for file in sorted(run.rglob("*.pdf"))}
    _stop_at_fault(verdicts)
    return statement(verdicts)


def _stop_at_fault(verdicts: Mapping[str, Verdict]) -> None:
    faults = [(name, fault) for name, verdict in verdicts.items() for _, fault in verdict.faults]
    if faults:
        name, fault = faults[0]
        more = f"; Mängel insgesamt: {len(faults)}" if len(faults) > 1 else ""
        raise GermanError(
            f"Die Unterlage {name} ist so nicht für alle lesbar ({line(fault)}{more}). Es wurde nichts veröffentlicht; bitte diese Meldung "
            "an die Stelle geben, die das Programm betreut."
        )
