"""Ranges in words: from one end to the other, one number where both are the same, a bound where there is only one end.

An end that is hidden is there: a bound in its place would say that there is none.
"""

from collections.abc import Callable
from decimal import Decimal

from wiwak_eval.publication.phrases.absent import absent_high, absent_low, absent_range, exact
from wiwak_eval.publication.phrases.ends import exact_ends, rounded_ends
from wiwak_eval.publication.phrases.rounding import decimals_of, shown
from wiwak_eval.publication.phrases.values import NO_BREAK, approximate, bare, exact_words, printed_number, unit_words
from wiwak_eval.results import Finding, Unit

RANGES = frozenset({"spanne", "bereich", "euro_spanne"})
"""Rounded for readers; as the tables print it; rounded, of money only."""


def range_words(finding: Finding, form: str) -> str:
    """The finding's range. Raises ValueError for an unknown form or one that does not fit the unit."""
    if form not in RANGES:
        raise ValueError(f"finding {finding.id}: unknown format {form!r}")
    if form == "euro_spanne" and finding.unit is not Unit.CENTS:
        raise ValueError(f"finding {finding.id} holds {finding.unit}, not {Unit.CENTS}")
    one_end = _exactly if form == "bereich" else _roundly
    low, high = exact(finding.low), exact(finding.high)
    if (low is None and high is None) or finding.hidden_low or finding.hidden_high:
        return absent_range(finding)
    if low is None or high is None:
        known = low if high is None else high
        assert known is not None
        return f"{'mindestens' if high is None else 'höchstens'} {one_end(known, finding)}"
    return _one_or_both(min(low, high), max(low, high), finding, form, one_end)


def has_range(finding: Finding) -> bool:
    """Whether both ends of the range are known."""
    return exact_ends(finding) is not None


def exact_span(finding: Finding) -> str:
    """Both ends of the range unrounded, for the index of findings."""
    ends = ((exact(finding.low), absent_low(finding)), (exact(finding.high), absent_high(finding)))
    return f" bis{NO_BREAK}".join(absent if end is None else exact_words(end, finding) for end, absent in ends)


def _one_or_both(low: Decimal, high: Decimal, finding: Finding, form: str, one_end: Callable[[Decimal, Finding], str]) -> str:
    if low == high:
        return one_end(low, finding)
    if form == "bereich":
        return f"{exact_words(low, finding)} bis{NO_BREAK}{exact_words(high, finding)}"
    ends = rounded_ends(finding)
    assert ends is not None
    if ends[0] == ends[1]:
        return one_end(low, finding)
    return f"{_plain(ends[0], finding)} bis{NO_BREAK}{_plain(ends[1], finding)}{unit_words(finding)}"


def _plain(end: Decimal, finding: Finding) -> str:
    return bare(end, decimals_of(finding) if finding.unit is Unit.POSTS else 0)


def _exactly(end: Decimal, finding: Finding) -> str:
    return exact_words(end, finding)


def _roundly(end: Decimal, finding: Finding) -> str:
    if finding.unit is Unit.POSTS:
        return exact_words(end, finding)
    number = printed_number(end, finding, "rund")
    return approximate(number, number == shown(end, finding), finding)
