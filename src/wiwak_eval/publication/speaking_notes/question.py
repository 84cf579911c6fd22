"""What a question of the council looks like: who asks it, what is answered, and which sentence stands when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from wiwak_eval.publication.texts import for_years
from wiwak_eval.results import Finding


class Side(StrEnum):
    """Those who ask. A question has one answer, whoever asks it."""

    CONTINUE = "wer fortführen will"
    DOUBT = "wer zweifelt"
    BUDGET = "Kämmerei"
    LAND = "Land"


EVERYONE = tuple(Side)
Relation = Literal["above", "below", "at_least", "at_most"]


@dataclass(frozen=True)
class When:
    """A condition: a finding's value, or an end of its range, held against a number or another finding's value.

    finding: id; part: which of its numbers; than: number in the finding's unit, or the id of the other finding.
    """

    finding: str
    relation: Relation
    than: float | str
    part: Literal["value", "low", "high"] = "value"

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of the findings that decide."""
        return (self.finding, self.than) if isinstance(self.than, str) else (self.finding,)

    def of(self, years: tuple[int, int]) -> "When":
        """The condition for the two budget years, where its ids hold `Y1` or `Y2`."""
        than = for_years(self.than, years) if isinstance(self.than, str) else self.than
        return replace(self, finding=for_years(self.finding, years), than=than)

    def holds(self, findings: Mapping[str, Finding]) -> bool | None:
        """Whether the condition is met; None where one of its numbers is not known. Raises KeyError for an unknown id."""
        one = getattr(findings[self.finding], self.part)
        other = findings[self.than].value if isinstance(self.than, str) else self.than
        if one is None or other is None:
            return None
        return bool({"above": one > other, "below": one < other, "at_least": one >= other, "at_most": one <= other}[self.relation])


@dataclass(frozen=True)
class Option:
    """A sentence and all the conditions under which it is true; none: it is true where no option before it is."""

    sentence: str
    when: tuple[When, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Sentences of which the first true one stands; none does where one of the deciding numbers is not known."""

    options: tuple[Option, ...]

    @property
    def deciding(self) -> tuple[str, ...]:
        """Ids of the findings that decide, each once."""
        return tuple(dict.fromkeys(id for option in self.options for when in option.when for id in when.named))


@dataclass(frozen=True)
class Verdict:
    """What the check of claims says of the claim with this letter."""

    claim: str


@dataclass(frozen=True)
class IfSimulated:
    """One sentence for simulated records, another for real ones."""

    simulated: str
    real: str


@dataclass(frozen=True)
class FromTable:
    """`there` where the table with this id was made, else the sentence that stands in its place."""

    table: str
    there: str


Part = str | Choice | Verdict | IfSimulated | FromTable


@dataclass(frozen=True)
class Refusal:
    """What these data cannot answer, and what would be needed; whole: the question as such, not only a part of it."""

    reason: str
    needed: str
    whole: bool = True


@dataclass(frozen=True)
class Question:
    """id: stable name; sides: who would ask; words: the question in German; answer: its parts in order; tables: ids to look into."""

    id: str
    sides: tuple[Side, ...]
    words: str
    answer: tuple[Part, ...]
    refusal: Refusal | None = None
    tables: tuple[str, ...] = ()
