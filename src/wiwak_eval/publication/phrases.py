"""Sentences whose numbers are findings: nothing is typed, nothing is left blank."""

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from string import Formatter

from wiwak_eval import german
from wiwak_eval.publication.display import text
from wiwak_eval.publication.signs import signed
from wiwak_eval.results import Column, Finding, Unit

HIDDEN_WORDS = "(Angabe aus Datenschutzgründen nicht ausgewiesen)"
MISSING_WORDS = "(keine Angabe)"
NO_BREAK = "\u00a0"

_THOUSAND_EUROS = Decimal(1000)


def sentence(template: str, findings: Mapping[str, Finding]) -> str:
    """The template with each `{id:format}` replaced by the finding's value in words a council reads.

    Formats: exakt, rund, spanne, bereich, euro, euro_rund, euro_spanne, prozent, stellen, and `wort|Person|Personen` for singular and
    plural. Raises KeyError for an unknown finding, ValueError for an unknown format or one that does not fit the unit.
    """
    parts: list[str] = []
    for literal, name, spec, _ in Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(render(findings[name], spec or "exakt"))
    whole = "".join(parts)
    return "R" + whole[1:] if whole.startswith(("rund ", f"rund{NO_BREAK}")) else whole


def spoken(templates: Sequence[str], findings: Mapping[str, Finding]) -> str:
    """The sentences one after the other; those of whose numbers not a single one is known are left out, for they would say nothing.

    A hidden number is known. Empty where nothing is left. Raises as `sentence` does.
    """
    return " ".join(sentence(template, findings) for template in templates if _says_something(template, findings))


def all_known(template: str, findings: Mapping[str, Finding]) -> bool:
    """Whether each number that the template names is known and may be shown."""
    named = [findings[name] for _, name, _, _ in Formatter().parse(template) if name is not None]
    return all(not finding.hidden and _exact(finding.value) is not None for finding in named)


def _says_something(template: str, findings: Mapping[str, Finding]) -> bool:
    named = [findings[name] for _, name, _, _ in Formatter().parse(template) if name is not None]
    return not named or any(finding.hidden or _exact(finding.value) is not None for finding in named)


def render(finding: Finding, spec: str = "exakt") -> str:
    """One finding in one format; never blank; signed where it rests on unverified assumptions. Raises ValueError as `sentence` does."""
    name, *words = spec.split("|")
    if name == "wort":
        return _word(finding, words)
    if words or name not in {*_SPANS, *_VALUES}:
        raise ValueError(f"finding {finding.id}: unknown format {spec!r}")
    if name in _SPANS:
        low, high = _exact(finding.low), _exact(finding.high)
        return _absent(finding) if low is None or high is None else signed(_SPANS[name](low, high, finding), finding)
    value = _exact(finding.value)
    return _absent(finding) if value is None else signed(_VALUES[name](value, finding), finding)


def has_range(finding: Finding) -> bool:
    """Whether both ends of the range are known."""
    return _exact(finding.low) is not None and _exact(finding.high) is not None


def exact_span(finding: Finding) -> str:
    """Both ends of the range unrounded, for the index of findings."""
    ends = (_exact(finding.low), _exact(finding.high))
    return f" bis{NO_BREAK}".join(_absent(finding) if end is None else _exakt(end, finding) for end in ends)


def significant(value: Decimal, digits: int = 2) -> Decimal:
    """`value` rounded to so many significant digits, halves away from zero."""
    if value == 0:
        return value
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _exact(value: float | None) -> Decimal | None:
    return None if value is None or not math.isfinite(value) else Decimal(str(value))


def _absent(finding: Finding) -> str:
    return HIDDEN_WORDS if finding.hidden else MISSING_WORDS


def _plain(value: Decimal, at_least: int = 0) -> str:
    """A number with the decimals it has, no more."""
    return german.number(value, max(at_least, -int(value.normalize().as_tuple().exponent), 0) if value else at_least)


def _about(value: Decimal, unit: str, digits: int = 2) -> str:
    rounded = significant(value, digits)
    front = "" if rounded == value else f"rund{NO_BREAK}"
    return f"{front}{_plain(rounded)}{unit}"


def _exakt(value: Decimal, finding: Finding) -> str:
    whole = value == value.to_integral_value()
    return text(int(value) if whole else float(value), Column(finding.column, finding.label, finding.unit, finding.decimals))


def _rund(value: Decimal, finding: Finding) -> str:
    if finding.unit is Unit.CENTS:
        return _euro_rund(value, finding)
    if finding.unit is Unit.YEAR:
        return str(value)
    if finding.unit is Unit.SHARE:
        return _about(value * 100, f"{german.NARROW_SPACE}%")
    return _about(value, "")


def _euro(value: Decimal, finding: Finding) -> str:
    _must_be(finding, Unit.CENTS)
    return text(int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP)), Column(finding.column, finding.label, Unit.CENTS))


def _euro_rund(value: Decimal, finding: Finding) -> str:
    _must_be(finding, Unit.CENTS)
    return _about(value / 100, f"{NO_BREAK}Euro", digits=3)


def _prozent(value: Decimal, finding: Finding) -> str:
    _must_be(finding, Unit.SHARE)
    return german.percent(value, finding.decimals)


def _stellen(value: Decimal, finding: Finding) -> str:
    _must_be(finding, Unit.POSTS)
    return german.number(value, finding.decimals or 2)


def _spanne(low: Decimal, high: Decimal, finding: Finding) -> str:
    if finding.unit is Unit.CENTS:
        return _euro_spanne(low, high, finding)
    if finding.unit is Unit.POSTS:
        return f"{_stellen(low, finding)} bis{NO_BREAK}{_stellen(high, finding)}"
    factor, unit = (100, f"{german.NARROW_SPACE}%") if finding.unit is Unit.SHARE else (1, "")
    digits = 2
    while digits < 9 and low != high and significant(low * factor, digits) == significant(high * factor, digits):
        digits += 1
    return f"{_plain(significant(low * factor, digits))} bis{NO_BREAK}{_plain(significant(high * factor, digits))}{unit}"


def _bereich(low: Decimal, high: Decimal, finding: Finding) -> str:
    return f"{_exakt(low, finding)} bis{NO_BREAK}{_exakt(high, finding)}"


def _euro_spanne(low: Decimal, high: Decimal, finding: Finding) -> str:
    _must_be(finding, Unit.CENTS)
    step = _THOUSAND_EUROS
    ends = [_to_step(end / 100, step) for end in (low, high)]
    while step > 1 and low != high and (ends[0] == ends[1] or 10 * step > max(abs(low), abs(high)) / 100):
        step /= 10
        ends = [_to_step(end / 100, step) for end in (low, high)]
    return f"{german.number(ends[0])} bis{NO_BREAK}{german.number(ends[1])}{NO_BREAK}Euro"


def _to_step(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _word(finding: Finding, words: list[str]) -> str:
    if len(words) != 2:
        raise ValueError(f"finding {finding.id}: wort needs singular and plural")
    return words[0] if finding.value == 1 else words[1]


def _must_be(finding: Finding, unit: Unit) -> None:
    if finding.unit is not unit:
        raise ValueError(f"finding {finding.id} holds {finding.unit}, not {unit}")


_SPANS: Mapping[str, Callable[[Decimal, Decimal, Finding], str]] = {"spanne": _spanne, "bereich": _bereich, "euro_spanne": _euro_spanne}
_VALUES: Mapping[str, Callable[[Decimal, Finding], str]] = {
    "exakt": _exakt,
    "rund": _rund,
    "euro": _euro,
    "euro_rund": _euro_rund,
    "prozent": _prozent,
    "stellen": _stellen,
}
