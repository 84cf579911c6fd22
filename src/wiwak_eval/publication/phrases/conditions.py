"""Conditions on findings: two numbers are held against each other as they are printed, so that no word contradicts them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from wiwak_eval.publication.phrases.absent import exact
from wiwak_eval.publication.phrases.values import printed_number
from wiwak_eval.publication.phrases.years import for_years
from wiwak_eval.results import Finding, Unit

Relation = Literal["above", "below", "at_least", "at_most", "equal"]
Part = Literal["value", "low", "high"]


@dataclass(frozen=True)
class When:
    """A condition: a finding's value, or an end of its range, held against a number or another finding's value.

    finding: id; than: number in the finding's unit, or the id of the other finding; part: which of its numbers; form: how both are
    printed where they are said.
    """

    finding: str
    relation: Relation
    than: float | str
    part: Part = "value"
    form: str = "exakt"

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
        order = compared(findings[self.finding], findings[self.than] if isinstance(self.than, str) else self.than, self.part, self.form)
        if order is None:
            return None
        return {"above": order > 0, "below": order < 0, "at_least": order >= 0, "at_most": order <= 0, "equal": order == 0}[self.relation]


def compared(finding: Finding, other: Finding | float, part: Part = "value", form: str = "exakt") -> int | None:
    """1 where the number as printed is larger than the other, −1 where it is smaller, 0 where both are printed alike; None if unknown."""
    one, two = _printed(getattr(finding, part), finding, form), _other(other, finding, form)
    return None if one is None or two is None else (one > two) - (one < two)


def _other(other: Finding | float, finding: Finding, form: str) -> Decimal | None:
    if isinstance(other, Finding):
        return _printed(other.value, other, form)
    scale = Decimal(100) if finding.unit is Unit.SHARE else Decimal(1)
    return Decimal(str(other)) / 100 if finding.unit is Unit.CENTS else Decimal(str(other)) * scale


def _printed(value: float | None, finding: Finding, form: str) -> Decimal | None:
    number = exact(value)
    return None if number is None else printed_number(number, finding, form)
