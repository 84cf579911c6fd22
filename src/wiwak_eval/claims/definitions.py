"""What is claimed and how it is tested: one entry of `claims.yaml`."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Literal, Self

from pydantic import Field, model_validator

from wiwak_eval.claims.conditions import Condition, Frozen, Reading, Text, Threshold
from wiwak_eval.claims.verdict import Verdict

Kind = Literal["count", "trend", "structure", "transfer", "normative", "causal"]
Test = Literal["conditions", "rising"]
RISING = frozenset({"months", "p_value", "factor"})
"""Thresholds that the test `rising` takes."""


class Entry(Frozen):
    """A claim as it stands in the file, under its letter.

    quote: verbatim, as short as can be; kind: what sort of claim; definition: what is looked at; limits: the most that data can say
    (German all); at_most: the best verdict that data allow; evidence: findings that the test `rising` rests on; beside: findings that
    help to judge but decide nothing.
    """

    quote: Text
    kind: Kind
    test: Test = "conditions"
    definition: Text
    thresholds: Mapping[str, Threshold] = Field(default_factory=dict)
    literal: Reading
    lenient: Reading
    limits: Text
    at_most: Literal[Verdict.SUPPORTED, Verdict.QUALIFIED] = Verdict.SUPPORTED
    evidence: tuple[Text, ...] = ()
    beside: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if mistake := next(_mistakes(self), None):
            raise ValueError(mistake)
        return self

    @property
    def readings(self) -> tuple[Reading, Reading]:
        """The literal and the lenient one."""
        return self.literal, self.lenient

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All conditions of both readings."""
        return (*self.literal.conditions, *self.lenient.conditions)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Ids of the findings that decide, in the order of the file."""
        return tuple(dict.fromkeys((*(condition.finding for condition in self.conditions), *self.evidence)))

    @property
    def by_range(self) -> bool:
        """Whether a limit of a range decides, not the number alone."""
        return self.test == "rising" or any(condition.limit for condition in self.conditions)

    def words(self, reading: Reading) -> str:
        """The reading's text with its thresholds."""
        return reading.text.format(**{name: threshold.words for name, threshold in self.thresholds.items()})


def _mistakes(entry: Entry) -> Iterator[str]:
    """German sentences on what does not fit together."""
    for reading in entry.readings:
        unknown = [name for name in _named(reading.text) if name not in entry.thresholds]
        if unknown:
            yield f"Die Lesart nennt „{unknown[0]}“, aber eine Schwelle dieses Namens fehlt. Bitte unter „thresholds“ ergänzen."
    used = {name for condition in entry.conditions for name in condition.sides.values()}
    if unknown := sorted(used - set(entry.thresholds)):
        yield f"Die Schwelle „{unknown[0]}“ fehlt. Bitte unter „thresholds“ ergänzen oder die Bedingung berichtigen."
    if entry.test == "rising":
        used |= RISING
        if set(entry.thresholds) != RISING or entry.conditions or not entry.evidence:
            yield f"Der Test „rising“ braucht genau die Schwellen {', '.join(sorted(RISING))}, die Angabe „evidence“ und keine Bedingungen."
    elif any(not (reading.all_of or reading.untestable or reading.judgement) for reading in entry.readings) or entry.evidence:
        yield "Jede Lesart braucht „all_of“, „untestable“ oder „judgement“; „evidence“ gibt es nur beim Test „rising“."
    if unused := sorted(set(entry.thresholds) - used):
        yield f"Die Schwelle „{unused[0]}“ wird nirgends verwendet. Bitte streichen oder in einer Bedingung nennen."


def _named(text: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return ["{"]
