"""What a check of a run found."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

SUMS_TITLE, SEAL_TITLE = "Prüfsummen", "Siegel"


class Outcome(StrEnum):
    """What became of one part of the check, in the words of the report. The last two leave the exit code alone: the verdict tells them."""

    EQUAL = "in Ordnung"
    DIFFERENT = "Abweichung"
    UNCHECKED = "nicht geprüft"
    OTHER_PACKAGES = "andere Pakete"
    UNCOMPARED = "nicht verglichen"


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
    of the check, as pairs of texts under a German name; asked: what was asked for, in the same way."""

    run: str
    seal: str
    manifest: Mapping[str, object]
    sections: tuple[Section, ...]
    sides: tuple[tuple[str, str, str], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether sums or seal ended the check."""
        return {section.title for section in self.sections} <= {SUMS_TITLE, SEAL_TITLE}

    @property
    def exit_code(self) -> ExitCode:
        """A difference weighs more than something left unchecked."""
        outcomes = {section.outcome for section in self.sections}
        if Outcome.DIFFERENT in outcomes:
            return ExitCode.DIFFERENT
        return ExitCode.INCOMPLETE if Outcome.UNCHECKED in outcomes else ExitCode.EQUAL

    @property
    def verdict(self) -> str:
        """German, one sentence or two."""
        outcomes = {section.outcome for section in self.sections}
        said = [self._first_sentence(Outcome.UNCOMPARED in outcomes)]
        if Outcome.OTHER_PACKAGES in outcomes and self.exit_code is ExitCode.EQUAL:
            said.append("Geprüft wurde mit anderen Paketen als beim Lauf: andere Pakete, gleiche Ergebnisse.")
        return " ".join(said)

    def _first_sentence(self, without_seal: bool) -> str:
        if without_seal and self.exit_code is ExitCode.EQUAL:
            return "Alles, was sich ohne Siegel prüfen lässt, stimmt überein. Das Siegel wurde nicht verglichen."
        return {
            ExitCode.DIFFERENT: "Es gibt Abweichungen. Was abweicht, steht unten mit Datei, Stelle und beiden Werten.",
            ExitCode.INCOMPLETE: "Soweit geprüft, stimmt der Lauf überein. Nicht alles wurde geprüft; was fehlt und warum, steht unten.",
            ExitCode.EQUAL: "Alles wurde geprüft und stimmt überein.",
        }[self.exit_code]
