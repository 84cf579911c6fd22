"""The summary in plain German: which questions it answers, and with which texts."""

from collections.abc import Mapping

from wiwak_eval.publication.content import Point
from wiwak_eval.publication.texts import spoken_text
from wiwak_eval.results import UNPROVEN_SIGN, Finding

PLAIN = (
    ("Was ist das Willkommenscenter?", "plain_asked"),
    ("Was war bisher?", "plain_pilot"),
    ("Wie geht es weiter?", "plain_caseload"),
    ("Was kostet das? Und wer bezahlt?", "plain_costs"),
    ("Wie sicher ist das?", "plain_risk"),
    ("Wer entscheidet jetzt was?", "plain_decision"),
)
"""Question and the text that answers it."""
SIGN = (f"Was bedeutet das Zeichen {UNPROVEN_SIGN}?", "plain_sign")
REAL = "Sind die Zahlen echt?"
SIMULATED_TEXT, REAL_TEXT = "plain_simulated", "plain_real"


def plain_points(findings: Mapping[str, Finding], years: tuple[int, int], simulated: bool) -> tuple[Point, ...]:
    """Questions and answers; what is not known or hidden is left out, and the sign is explained where a number has it."""
    answers = [Point(question, spoken_text(name, findings, years, whole=True)) for question, name in PLAIN]
    real = Point(REAL, spoken_text(SIMULATED_TEXT if simulated else REAL_TEXT, findings, years))
    signed = any(UNPROVEN_SIGN in point.words for point in answers)
    sign = [Point(SIGN[0], spoken_text(SIGN[1], findings, years))] if signed else []
    return tuple(point for point in (real, *answers, *sign) if point.words)
