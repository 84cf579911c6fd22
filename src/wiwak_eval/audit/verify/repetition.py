"""The run made again and held against itself."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.names import BUNDLE
from wiwak_eval.audit.verify.again import clean_environment, run_again
from wiwak_eval.audit.verify.comparing import Comparison, compare_folders
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.result import Outcome, Section
from wiwak_eval.audit.verify.sides import MACHINE, Side, sides_of
from wiwak_eval.audit.verify.state import restore_state
from wiwak_eval.audit.verify.state_digests import OTHER_STATE, other_state
from wiwak_eval.records import Location
from wiwak_eval.results import GermanError
from wiwak_eval.study.book_entries import LINES_VARIABLE
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.forecast_book import FILE as BOOK_FILE
from wiwak_eval.study.home import ERROR_REPORT
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.release_ledger import FILE as LEDGER_FILE
from wiwak_eval.study.releasing import LEDGER_VARIABLE

TITLE = "Wiederholung"
_OURS = "Fehler: "
"""How a sentence of the programme begins; it holds nobody's data."""
_KIND = re.compile(r"den es nicht kennt \((\w+)\)")
"""The kind of an error that nobody foresaw, in what the command says of it."""


@dataclass(frozen=True)
class Repetition:
    """python, path: what runs the programme, and where that lies; delivery, variables: how it is told of it; house: this machine's own
    state, only read; room: where all is made; equal: whether programme and packages are the run's."""

    python: Path
    path: Path
    delivery: str
    variables: Mapping[str, str]
    house: Path
    room: Path
    equal: bool = True


@dataclass(frozen=True)
class Repeated:
    """kernels: the environment for notebooks of this run by the delivery's place, and folder: the run made again; None where it could not
    be; sides: name, value in the run, value here."""

    section: Section
    kernels: Callable[[Location], dict[str, str]] | None
    folder: Path | None
    sides: tuple[Side, ...] = ()


def repeat(run: Path, claimed: Claimed, how: Repetition, say: Callable[[str], None]) -> Repeated:
    """Make the run again from what its audit folder says it read, and compare every file."""
    state = how.room / ".wiwak"
    try:
        missing = restore_state(run, state, how.house)
        others = () if missing else other_state(state, claimed)
    except GermanError as error:
        return Repeated(Section(TITLE, Outcome.DIFFERENT, (str(error),)), None, None)
    if missing:
        return Repeated(Section(TITLE, Outcome.UNCHECKED, missing), None, None)
    if others:
        return Repeated(Section(TITLE, Outcome.DIFFERENT, (OTHER_STATE,), others), None, None)
    lines = {LINES_VARIABLE: _lines(state / BOOK_FILE), LEDGER_VARIABLE: _lines(state / LEDGER_FILE)}
    environment = clean_environment(state, how.path, how.variables)
    again = run_again(claimed, how.delivery, how.python, how.room / "wiederholung", environment, say)
    if again.folder is None:
        return Repeated(_failed(how.equal, _reason(state, again.last, claimed.simulated)), None, None)

    def kernels(location: Location) -> dict[str, str]:
        asked = claimed.parameters
        return environment | kernel_environment(state, location, asked.accept_losses, asked.max_rejected) | lines

    comparison = compare_folders(run, again.folder, frozenset({MACHINE}))
    return Repeated(_section(claimed, again.folder, comparison), kernels, again.folder, tuple(sides_of(run, again.folder)))


def _failed(equal: bool, reason: str) -> Section:
    """A run that was once made can be made again from the same: one that cannot is not what it says."""
    if equal:
        said = "Der Lauf ließ sich nicht wiederholen, obwohl Programm, Pakete und Lieferung die des Laufs sind."
        return Section(TITLE, Outcome.DIFFERENT, (said, reason))
    return Section(TITLE, Outcome.UNCHECKED, ("Der Lauf ließ sich mit den hier eingerichteten Paketen nicht wiederholen.", reason))


def _reason(state: Path, said: str, simulated: bool) -> str:
    """What the process said last, without folders of this machine; of an error that nobody foresaw the kind, since its own report goes with
    the empty folder. Its words may hold somebody's data: they are told of simulated deliveries only."""
    unforeseen = _KIND.search(said)
    if unforeseen is None:
        return without_folders(said) if simulated or said.startswith(_OURS) else "ohne Meldung"
    report = state / ERROR_REPORT
    lines = report.read_text(encoding="utf-8", errors="replace").strip().splitlines() if simulated and report.is_file() else []
    return f"Unbekannter Fehler: {lines[-1].strip() if lines else unforeseen[1]}"


def _section(claimed: Claimed, folder: Path, comparison: Comparison) -> Section:
    made = json.loads((folder / BUNDLE / "manifest.json").read_text(encoding="utf-8"))
    rules = comparison.rules
    total = sum(rules.values())
    sentences = [f"Der Lauf wurde in einem leeren Ordner mit dem Stand wiederholt, den er gelesen hat; {total} Dateien stimmen überein."]
    sentences += [f"{name}: nicht Byte für Byte gleich, aber nach der Regel „{rule}“." for name, rule in comparison.by_rule.items()]
    if made["run"] != claimed.run:
        others = [name for name, digest in made["digests"].items() if claimed.digests.get(name) != digest]
        sentences.append(f"Die Wiederholung ist ein anderer Lauf ({made['run']}); anders sind: {', '.join(others) or 'die Parameter'}.")
    outcome = Outcome.DIFFERENT if comparison.deviations or made["run"] != claimed.run else Outcome.EQUAL
    if outcome is Outcome.DIFFERENT:
        sentences.append(f"Abweichungen: {len(comparison.deviations)}.")
    return Section(TITLE, outcome, tuple(sentences), comparison.deviations, rules)


def _lines(book: Path) -> str:
    """How many lines the run read: all there are before it is made again."""
    return str(len(book.read_bytes().splitlines()) if book.is_file() else 0)
