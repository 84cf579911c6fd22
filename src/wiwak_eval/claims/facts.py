"""The numbers that verdicts rest on, and one reading held against them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wiwak_eval.claims.conditions import Condition, Reading, Threshold
from wiwak_eval.claims.definitions import Entry
from wiwak_eval.claims.verdict import Readings, Verdict

MISSING = "Die Kennzahl dazu fehlt."


@dataclass(frozen=True)
class Fact:
    """A finding's number.

    value: None where it is hidden or not known; low, high: what a reader can tell of it, both the value itself where it is printed
    exactly; hidden: a release withholds it; reason: German, why it is not known.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    hidden: bool = False
    reason: str = ""


def exact(value: float) -> Fact:
    """A number that is printed as it is."""
    return Fact(value, value, value)


Facts = Mapping[str, Fact]
"""By the id of the finding; `id.low` and `id.high` are the limits of its range."""


def by_conditions(entry: Entry, facts: Facts) -> Readings:
    """Both readings of a claim held against the facts."""
    literal, why = _judge(entry.literal, entry.thresholds, facts)
    lenient, why_too = _judge(entry.lenient, entry.thresholds, facts)
    return Readings(literal, lenient, why or why_too)


def _judge(reading: Reading, thresholds: Mapping[str, Threshold], facts: Facts) -> tuple[Verdict, str]:
    """The verdict on a reading, and why it is untestable where it is.

    One condition that fails is enough for a reading to fail, whatever is not known of the others.
    """
    if reading.judgement:
        return Verdict.JUDGEMENT, ""
    if reading.untestable is not None:
        return Verdict.UNTESTABLE, reading.untestable
    if _refuted(reading, thresholds, facts):
        return Verdict.REFUTED, ""
    met = [_met(condition, thresholds, facts) for condition in reading.all_of]
    if False in met:
        return Verdict.UNSUPPORTED, ""
    if None in met:
        return Verdict.UNTESTABLE, fact_of(facts, reading.all_of[met.index(None)].fact).reason
    return Verdict.SUPPORTED, ""


def _refuted(reading: Reading, thresholds: Mapping[str, Threshold], facts: Facts) -> bool:
    """Whether the contrary is known to hold."""
    together, alone = ([_met(condition, thresholds, facts) for condition in part] for part in (reading.refuted_by, reading.refuted_by_any))
    return True in alone or set(together) == {True}


def fact_of(facts: Facts, finding: str) -> Fact:
    """The fact of this id; one that nobody knows is missing."""
    found = facts.get(finding, Fact(None))
    return found if found.value is not None or found.reason else replace(found, reason=MISSING)


def _met(condition: Condition, thresholds: Mapping[str, Threshold], facts: Facts) -> bool | None:
    value = fact_of(facts, condition.fact).value
    return None if value is None else condition.holds(value, thresholds)
