"""The two ends of a range, rounded for readers in one go, so that they keep apart and never turn round."""

from decimal import Decimal

from wiwak_eval.publication.phrases.absent import exact
from wiwak_eval.publication.phrases.rounding import COUNTED, DIGITS, decimals_of, least_of, shown, significant, to_decimals, to_step
from wiwak_eval.results import Finding, Unit

Ends = tuple[Decimal, Decimal]
_THOUSAND, _CENT = Decimal(1000), Decimal("0.01")
_FINEST = 9


def exact_ends(finding: Finding) -> Ends | None:
    """Both ends in the unit that readers see, the lower first; None where one is not known."""
    low, high = exact(finding.low), exact(finding.high)
    if low is None or high is None:
        return None
    return shown(min(low, high), finding), shown(max(low, high), finding)


def rounded_ends(finding: Finding) -> Ends | None:
    """Both ends as a rounded range prints them; None where one is not known."""
    ends = exact_ends(finding)
    if ends is None:
        return None
    if finding.unit is Unit.CENTS:
        return _euros(*ends)
    if finding.unit in COUNTED:
        return _counts(*ends, least_of(finding))
    return _with_decimals(*ends, decimals_of(finding))


def _counts(low: Decimal, high: Decimal, least: Decimal) -> Ends:
    """Two significant digits each, or as many as keep different ends apart."""
    digits = DIGITS
    while digits < _FINEST and low != high and significant(low, digits, least) == significant(high, digits, least):
        digits += 1
    return significant(low, digits, least), significant(high, digits, least)


def _euros(low: Decimal, high: Decimal) -> Ends:
    """Whole thousands, or as fine a power of ten as keeps the ends apart and ten steps below the larger one; cents where euros do not."""
    step = _THOUSAND
    while step > 1 and low != high and (to_step(low, step) == to_step(high, step) or 10 * step > max(abs(low), abs(high))):
        step /= 10
    if low != high and to_step(low, step) == to_step(high, step):
        step = _CENT
    return to_step(low, step), to_step(high, step)


def _with_decimals(low: Decimal, high: Decimal, decimals: int) -> Ends:
    """The decimals of the tables, or as many as keep different ends apart."""
    while decimals < _FINEST and low != high and to_decimals(low, decimals) == to_decimals(high, decimals):
        decimals += 1
    return to_decimals(low, decimals), to_decimals(high, decimals)
