"""The check of a run, step by step: what is cheap and telling comes first, and the first changed file ends it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wiwak_eval.audit.sums import SUMS, first_difference, seal
from wiwak_eval.audit.verify.asked import noted_seal, terms_of_check
from wiwak_eval.audit.verify.delivery import Delivered, as_argument, check_delivery_of
from wiwak_eval.audit.verify.manifest import Claimed, read_claims
from wiwak_eval.audit.verify.notebooks import TITLE as NOTEBOOKS
from wiwak_eval.audit.verify.notebooks import check_notebooks
from wiwak_eval.audit.verify.programme import Programme, check_programme
from wiwak_eval.audit.verify.repetition import Repetition, repeat
from wiwak_eval.audit.verify.result import SEAL_TITLE, SUMS_TITLE, Deviation, Outcome, Section, Verification
from wiwak_eval.audit.verify.room import working_room
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import home_place

SEAL_MISSING = (
    "Wer eine Datei und ihre Prüfsumme zugleich ändert, hinterlässt in diesem Ordner allein keine Spur. Davor schützt das Siegel: die eine "
    "Zahl, die „wiwak run“ nennt. Wurde sie außerhalb notiert, prüft „wiwak verify --seal“ gegen sie; hier wurde keine angegeben."
)
SEAL_OTHER = (
    "Das Siegel dieses Ordners ist nicht das angegebene. Dafür gibt es drei mögliche Gründe: Es wurde falsch notiert oder eingegeben; es "
    "ist das eines anderen Laufs; oder Dateien und ihre Prüfsummen wurden zusammen geändert. Bitte zuerst die Eingabe vergleichen. Die "
    "Prüfung endet hier."
)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Request:
    """run: the folder; delivery: path or address, or empty; seal: as it was written down, or empty; fresh: make an environment anew."""

    run: Path
    delivery: str = ""
    seal: str = ""
    fresh: bool = False


@dataclass
class _Course:
    """What was found so far; `say` hears each part as it ends."""

    say: Say
    sections: list[Section] = field(default_factory=list)

    def add(self, *sections: Section) -> None:
        for section in sections:
            self.sections.append(section)
            self.say(f"{section.title}: {section.outcome}")
            first = "notiert" if section.title in {SUMS_TITLE, SEAL_TITLE} else "im Lauf"
            for one in section.deviations[:3]:
                self.say(f"    {one.file}, {one.place}: {first} „{_short(one.in_run)}“, gefunden „{_short(one.found)}“")


def verify_run(request: Request, say: Say) -> Verification:
    """Check a run. Nothing is written to it, and nothing into this machine's own books. Raises GermanError where it cannot be checked."""
    run = request.run.resolve()
    noted, asked = noted_seal(request.seal), terms_of_check(request.delivery, request.seal, request.fresh)
    course = _Course(say)
    course.add(_sums(run))
    sealed = seal(run) if (run / SUMS).is_file() else ""
    if course.sections[0].outcome is not Outcome.DIFFERENT:
        course.add(_seal(noted, sealed))
    if course.sections[-1].outcome is Outcome.DIFFERENT:
        stated = _stated(run)
        return Verification(str(stated.get("run", run.name)), sealed, stated, tuple(course.sections), asked=asked)
    claimed = read_claims(run)
    with working_room() as room:
        sides = tuple(_remade(run, claimed, request, room, course))
    return Verification(claimed.run, sealed, claimed.manifest, tuple(course.sections), sides, asked)


def _stated(run: Path) -> dict[str, object]:
    """What a changed run says of itself, for the head of the report; empty where it cannot be read."""
    try:
        return read_claims(run).manifest
    except GermanError:
        return {}


def _sums(run: Path) -> Section:
    difference = first_difference(run)
    if difference is not None:
        stopped = f"{difference.file}: {difference.sentence} Die Prüfung endet hier."
        sums = Deviation(difference.file, "Prüfsumme", difference.noted or "–", difference.found or "–")
        return Section(SUMS_TITLE, Outcome.DIFFERENT, (stopped,), (sums,))
    good = "Jede Datei hat die Prüfsumme, die der Lauf für sie nennt; keine fehlt, keine kam hinzu."
    return Section(SUMS_TITLE, Outcome.EQUAL, (good,))


def _seal(noted: str, found: str) -> Section:
    """noted: as `noted_seal` gives it."""
    if not noted:
        return Section(SEAL_TITLE, Outcome.UNCOMPARED, (SEAL_MISSING,))
    if noted != found:
        return Section(SEAL_TITLE, Outcome.DIFFERENT, (SEAL_OTHER,), (Deviation(SUMS, "Siegel", noted, found),))
    return Section(SEAL_TITLE, Outcome.EQUAL, ("Das Siegel ist das notierte.",))


def _remade(run: Path, claimed: Claimed, request: Request, room: Path, course: _Course) -> Iterator[tuple[str, str, str]]:
    """Programme, delivery, the run made again and its notebooks; gives the environment on both sides."""
    house = home_place()
    programme = check_programme(run, claimed, room, request.fresh, course.say)
    course.add(*programme.sections)
    delivered = check_delivery_of(claimed, request.delivery, house, room / "lieferung")
    course.add(delivered.section)
    reason = _reason_not_to(programme, delivered)
    if reason:
        course.add(Section("Wiederholung", Outcome.UNCHECKED, (reason,)), Section(NOTEBOOKS, Outcome.UNCHECKED, (reason,)))
        return
    assert programme.path is not None
    assert delivered.location is not None
    course.say("Der Lauf wird wiederholt (etwa eine Minute) …")
    delivery, variables = as_argument(delivered.location)
    how = Repetition(programme.python, programme.path, delivery, variables, house, room, programme.equal)
    repetition = repeat(run, claimed, how, course.say)
    course.add(repetition.section)
    if repetition.kernels is None or repetition.folder is None:
        course.add(Section(NOTEBOOKS, Outcome.UNCHECKED, ("Der Lauf ließ sich nicht wiederholen.",)))
        return
    course.say("Die Notebooks des Laufs werden Zelle für Zelle verglichen …")
    environment = repetition.kernels(delivered.location)
    course.add(check_notebooks(run, repetition.folder, programme.python, room / "notebooks", environment))
    yield from repetition.sides


def _reason_not_to(programme: Programme, delivered: Delivered) -> str:
    """Why the run cannot be made again; empty where it can."""
    if programme.path is None:
        return "Das Programm des Laufs steht nicht bereit, siehe oben."
    if delivered.location is None:
        return "Die Lieferung des Laufs liegt nicht vor, siehe oben."
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
