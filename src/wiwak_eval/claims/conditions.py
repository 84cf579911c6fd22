"""Thresholds, conditions on findings, and the readings they make."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, StringConstraints, model_validator

from wiwak_eval import german

Text = Annotated[StrictStr, StringConstraints(min_length=1)]


def _exact(value: object) -> object:
    """Numbers as they are written in the file."""
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


class Frozen(BaseModel):
    """A part of the file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Threshold(Frozen):
    """A named number. label, reason: German; a share is 0–1."""

    label: Text
    value: Annotated[Decimal, Field(strict=True, allow_inf_nan=False), BeforeValidator(_exact)]
    unit: Literal["share", "number"] = "number"
    reason: Text

    @property
    def words(self) -> str:
        """The value in German, with the decimals it has."""
        value = self.value * 100 if self.unit == "share" else self.value
        decimals = max(0, -int(value.normalize().as_tuple().exponent))
        return german.percent(self.value, decimals) if self.unit == "share" else german.number(value, decimals)


class Condition(Frozen):
    """A finding, or a limit of its range, held against one threshold, named by its side."""

    finding: Text
    limit: Literal["low", "high"] | None = None
    at_least: Text | None = None
    at_most: Text | None = None
    above: Text | None = None
    below: Text | None = None

    @property
    def fact(self) -> str:
        """Id of the fact: the finding's, or `finding.low`, `finding.high`."""
        return f"{self.finding}.{self.limit}" if self.limit else self.finding

    @property
    def sides(self) -> dict[str, str]:
        """Side to name of the threshold."""
        named = {side: getattr(self, side) for side in ("at_least", "at_most", "above", "below")}
        return {side: name for side, name in named.items() if name is not None}

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if len(self.sides) != 1:
            raise ValueError("Eine Bedingung braucht genau eine der Angaben „at_least“, „at_most“, „above“ und „below“.")
        return self

    def holds(self, value: float, thresholds: Mapping[str, Threshold]) -> bool:
        """Whether the value lies on this side of the threshold."""
        ((side, name),) = self.sides.items()
        bound = float(thresholds[name].value)
        return {"at_least": value >= bound, "at_most": value <= bound, "above": value > bound, "below": value < bound}[side]


class Reading(Frozen):
    """One way to take a claim.

    text: German, `{name}` stands for a threshold; all_of: it holds where all do; refuted_by, refuted_by_any: it is refuted where all of
    these do, or one of those; untestable: why no data of one county can test it; judgement: it has no truth value.
    """

    text: Text
    all_of: tuple[Condition, ...] = ()
    refuted_by: tuple[Condition, ...] = ()
    refuted_by_any: tuple[Condition, ...] = ()
    untestable: Text | None = None
    judgement: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.all_of) + (self.untestable is not None) + self.judgement > 1:
            raise ValueError("Eine Lesart hat entweder Bedingungen oder „untestable“ oder „judgement“. Bitte nur eine stehen lassen.")
        if (self.refuted_by or self.refuted_by_any) and not self.all_of:
            raise ValueError("„refuted_by“ und „refuted_by_any“ gibt es nur neben „all_of“. Bitte ergänzen oder streichen.")
        return self

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All conditions of the reading."""
        return (*self.all_of, *self.refuted_by, *self.refuted_by_any)
