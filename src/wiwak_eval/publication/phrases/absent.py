"""What stands where a number is not known or may not be shown."""

import math
from decimal import Decimal

from wiwak_eval.results import Finding

HIDDEN_WORDS = "(Angabe aus Datenschutzgründen nicht ausgewiesen)"
MISSING_WORDS = "(keine Angabe)"
HIDDEN_SENTENCE = "Die Zahl, auf die es hier ankommt, ist aus Datenschutzgründen nicht ausgewiesen."


def exact(value: float | None) -> Decimal | None:
    """The number as it is, None where there is none; one that is not finite is none."""
    return None if value is None or not math.isfinite(value) else Decimal(str(value))


def absent(finding: Finding) -> str:
    """The words for a number that is not there."""
    return _words(finding.hidden)


def absent_low(finding: Finding) -> str:
    """The words for a lower end that is not there."""
    return _words(finding.hidden or finding.hidden_low)


def absent_high(finding: Finding) -> str:
    """The words for an upper end that is not there."""
    return _words(finding.hidden or finding.hidden_high)


def absent_range(finding: Finding) -> str:
    """The words for a range of which no end may be told."""
    return _words(finding.hidden or finding.hidden_low or finding.hidden_high)


def _words(hidden: bool) -> str:
    return HIDDEN_WORDS if hidden else MISSING_WORDS
