"""Programme and environment: those of the run, and those it is checked with."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import wiwak_eval
from wiwak_eval.audit.fresh_environment import build_environment
from wiwak_eval.audit.names import BUNDLE
from wiwak_eval.audit.programme import PROGRAMME, digests_of, unpack_programme
from wiwak_eval.audit.verify.lock import LOCK, installed, missing, other_versions, pinned
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.result import Deviation, Outcome, Section
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests

PARTS = {"package": "Programmcode", "shipped": "Notebooks, Annahmen und öffentliche Reihen", "lock": "Sperrdatei der Pakete"}
OTHER = (
    "Hier ist ein anderer Stand des Programms eingerichtet als der des Laufs. Mit ihm wird der Lauf nicht wiederholt: Was dann anders "
    "wäre, läge vielleicht nur am Programm. Mit --fresh-env wird der Lauf mit seinem eigenen Programm in einer neuen Umgebung wiederholt."
)
ENVIRONMENT = "Umgebung"


@dataclass(frozen=True)
class Programme:
    """sections: what was found; python, path: what runs the programme of the run, and where it lies; None where it must not be run."""

    sections: tuple[Section, ...]
    python: Path
    path: Path | None

    @property
    def equal(self) -> bool:
        """Whether programme and packages are the run's."""
        return all(section.outcome is Outcome.EQUAL for section in self.sections)


def check_programme(run: Path, claimed: Claimed, room: Path, fresh: bool, say: Callable[[str], None]) -> Programme:
    """Hold the programme in the audit folder and the installed one against the manifest, and the installed packages against the lock.

    room: an empty folder; fresh: make a new environment from the run's lock file, and take the run's own programme. Raises GermanError
    where that cannot be made.
    """
    packed = _packed(run, claimed, room / "programm")
    if fresh:
        if packed.outcome is not Outcome.EQUAL:
            return Programme((packed,), Path(sys.executable), None)
        say("Eine neue Umgebung wird aus der Sperrdatei des Laufs angelegt (etwa zwei Minuten) …")
        python = build_environment(room / "programm" / LOCK, room / "umgebung")
        return Programme((packed, _environment(python, room / "programm" / LOCK, "neu angelegt")), python, room / "programm" / "src")
    here = _installed(claimed)
    environment = _environment(Path(sys.executable), _lock(packed, room), "hier eingerichtet")
    path = Path(wiwak_eval.__file__).parents[1] if here.outcome is Outcome.EQUAL else None
    return Programme((packed, here, environment), Path(sys.executable), path)


def _lock(packed: Section, room: Path) -> Path:
    return room / "programm" / LOCK if packed.outcome is Outcome.EQUAL else shipped(LOCK)


def _packed(run: Path, claimed: Claimed, folder: Path) -> Section:
    title, file = "Programm im Prüfpaket", f"{BUNDLE}/{PROGRAMME}"
    if not (run / file).is_file():
        return Section(title, Outcome.UNCHECKED, (f"Der Lauf enthält kein Programm ({file}); er stammt aus einer früheren Fassung.",))
    try:
        found = digests_of(unpack_programme(run / file, folder))
    except (GermanError, OSError, ValueError) as error:
        sentence = str(error) if isinstance(error, GermanError) else "Das Programm im Prüfpaket ist unvollständig."
        return Section(title, Outcome.DIFFERENT, (sentence,), (Deviation(file, "ganze Datei", "unbeschädigt", "nicht lesbar"),))
    deviations = _held_against(claimed, found, file)
    if deviations:
        return Section(title, Outcome.DIFFERENT, ("Das Programm im Prüfpaket ist nicht das, mit dem der Lauf gemacht wurde.",), deviations)
    return Section(title, Outcome.EQUAL, ("Das Programm im Prüfpaket ist das, das der Lauf nennt.",))


def _installed(claimed: Claimed) -> Section:
    title = "Eingerichtetes Programm"
    found = {"package": digests.of_package(), "shipped": digests.of_shipped_inputs(), "lock": digests.of_lock()}
    deviations = _held_against(claimed, found, "eingerichtetes Programm")
    if deviations:
        return Section(title, Outcome.DIFFERENT, (OTHER,), deviations)
    return Section(title, Outcome.EQUAL, (f"Eingerichtet ist das Programm des Laufs (wiwak-eval {claimed.manifest['package_version']}).",))


def _held_against(claimed: Claimed, found: dict[str, str], what: str) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(what, f"Prüfsumme: {label}", claimed.digests.get(name, "fehlt"), found[name])
        for name, label in PARTS.items()
        if found[name] != claimed.digests.get(name)
    )


def _environment(python: Path, lock: Path, where: str) -> Section:
    version, here = installed(python)
    pins = pinned(lock)
    others, lacking = tuple(other_versions(pins, here)), missing(pins, here)
    sentences = [
        f"Python {version}, {where}; {len(pins) - len(others) - len(lacking)} von {len(pins)} Paketen der Sperrdatei in deren Fassung."
    ]
    if others:
        sentences.append(
            "Andere Fassungen können andere letzte Stellen geben; ob sie es tun, zeigt die Wiederholung. Mit --fresh-env wird in der "
            "Umgebung des Laufs geprüft."
        )
    if lacking:
        sentences.append(f"Nicht eingerichtet, für einen Lauf meist nicht nötig: {', '.join(lacking)}.")
    return Section(ENVIRONMENT, Outcome.OTHER_PACKAGES if others else Outcome.EQUAL, tuple(sentences), others)
