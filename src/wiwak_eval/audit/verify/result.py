"""What a check of a run found."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Outcome(StrEnum):
    """What became of one part of the check, in the words of the report."""

    EQUAL = "in Ordnung"
    DIFFERENT = "Abweichung"
    UNCHECKED = "nicht geprüft"


class ExitCode(IntEnum):
    """What the command returns; IMPOSSIBLE stands for every GermanError."""

    EQUAL = 0
    DIFFERENT = 1
    IMPOSSIBLE = 2
    INCOMPLETE = 3


@dataclass(frozen=True)
class Deviation:
    """One thing that is not as the run has it. file: below the run folder, or what else is meant; place: German; both values as text."""

    file: str
    place: str
    in_run: str
    found: str


@dataclass(frozen=True)
class Section:
    """One part of the check. sentences: German; rules: by which rule how many files were held to be equal."""

    title: str
    outcome: Outcome
    sentences: tuple[str, ...]
    deviations: tuple[Deviation, ...] = ()
    rules: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Verification:
    """The whole check. seal: see `sums.seal`; manifest: of the run, empty where the sums already differ; sides: environment of the run and
    of the check, as pairs of texts under a German name."""

    run: str
    seal: str
    manifest: Mapping[str, object]
    sections: tuple[Section, ...]
    sides: tuple[tuple[str, str, str], ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """A difference weighs more than something left unchecked."""
        outcomes = {section.outcome for section in self.sections}
        if Outcome.DIFFERENT in outcomes:
            return ExitCode.DIFFERENT
        return ExitCode.INCOMPLETE if Outcome.UNCHECKED in outcomes else ExitCode.EQUAL

    @property
    def verdict(self) -> str:
        """One German sentence."""
        return {
            ExitCode.DIFFERENT: "Es gibt Abweichungen. Was abweicht, steht unten mit Datei, Stelle und beiden Werten.",
            ExitCode.INCOMPLETE: "Soweit geprüft, stimmt der Lauf überein. Nicht alles wurde geprüft; was fehlt und warum, steht unten.",
            ExitCode.EQUAL: "Alles wurde geprüft und stimmt überein.",
        }[self.exit_code]
