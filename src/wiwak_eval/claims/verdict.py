"""The seven verdicts, and how the two readings of a claim make one."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What can be said of a claim, or of one reading of it."""

    SUPPORTED = "gestützt"
    QUALIFIED = "mit Einschränkung gestützt"
    UNSUPPORTED = "nicht gestützt"
    REFUTED = "widerlegt"
    UNTESTABLE = "nicht prüfbar"
    JUDGEMENT = "Wertung"
    PROTECTED = "wegen Schutz nicht ausgewiesen"


@dataclass(frozen=True)
class Readings:
    """The verdict on each reading of a claim; reason: German sentence where one of them cannot be tested, else empty."""

    literal: Verdict
    lenient: Verdict
    reason: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a reading that is supported with a qualification: only a claim as a whole can be."""
        if Verdict.QUALIFIED in {self.literal, self.lenient}:
            raise ValueError("a reading holds or does not hold; a qualification belongs to the claim")


def untestable(reason: str) -> Readings:
    """Both readings refused for one German reason."""
    return Readings(Verdict.UNTESTABLE, Verdict.UNTESTABLE, reason)


def overall(readings: Readings, at_most: Verdict = Verdict.SUPPORTED) -> Verdict:
    """One verdict from two readings; the first rule that fits decides.

    1. A reading is protected: protected. 2. The literal reading holds: supported. 3. The lenient one holds: supported with a
    qualification. 4. Both readings are the same: that. 5. The lenient one cannot be tested or is a judgement: that, for it might hold.
    6. Else unsupported. So a claim is refuted only where both readings are: one counter-example to a word like “always” does not refute
    what was meant.
    at_most: the most that data can say of this claim; `SUPPORTED` is lowered to it.
    """
    literal, lenient = readings.literal, readings.lenient
    if Verdict.PROTECTED in {literal, lenient}:
        return Verdict.PROTECTED
    if Verdict.SUPPORTED in {literal, lenient}:
        return at_most if literal is Verdict.SUPPORTED else Verdict.QUALIFIED
    if literal is lenient:
        return literal
    return lenient if lenient in {Verdict.UNTESTABLE, Verdict.JUDGEMENT} else Verdict.UNSUPPORTED
