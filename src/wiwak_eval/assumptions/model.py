"""What an assumption is: dated values, each with its source, and scenarios that patch them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr, field_validator, model_validator

Kind = Literal["law", "contract", "measured", "expert", "assumed"]
Status = Literal["read", "derived", "unverified"]
Quality = Literal["high", "medium", "low"]
Owner = Literal["Bund", "Land", "Landkreis"]


def exact(value: object) -> object:
    """Numbers of a YAML file as the decimals that are written there; all else stays."""
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(exact)]
Value = Annotated[Annotated[Decimal, Field(strict=True)] | StrictStr | StrictBool, BeforeValidator(exact)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Frozen):
    """Where a value comes from. `note` is German and says what the source does not show."""

    title: str = Field(min_length=1)
    url: str | None = None
    note: str | None = None
    accessed: date | None = None


class DatedValue(_Frozen):
    """A value from a day on.

    valid_to: last day, None while open; known_since: first day on which one could know it; quality: how good its author thinks it is.
    """

    valid_from: date
    valid_to: date | None = None
    known_since: date
    value: Value
    low: Number | None = None
    high: Number | None = None
    kind: Kind
    status: Status
    quality: Quality
    source: Source

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("„valid_to“ liegt vor „valid_from“. Bitte die beiden Tage prüfen.")
        if isinstance(self.value, Decimal):
            low, high = (self.value if bound is None else bound for bound in (self.low, self.high))
            if not low <= self.value <= high:
                raise ValueError(f"Der Wert {self.value} liegt nicht zwischen „low“ und „high“. Bitte die drei Zahlen prüfen.")
        elif self.low is not None or self.high is not None:
            raise ValueError("„low“ und „high“ gibt es nur bei Zahlen. Bitte dort streichen.")
        return self


class Entry(_Frozen):
    """An assumption as it stands in a file, under its id.

    label: German; unit: see `units.UNITS`; owner: who decides on it, where somebody does; between_counties: whether it only shifts people
    from one county of the Land to another; values: oldest first.
    """

    label: str = Field(min_length=1)
    unit: str = Field(min_length=1)
    owner: Owner | None = None
    between_counties: bool = False
    values: tuple[DatedValue, ...] = Field(min_length=1)
    review_by: date | None = None

    @field_validator("values")
    @classmethod
    def _dated(cls, values: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
        ordered = tuple(sorted(values, key=lambda value: (value.valid_from, value.known_since)))
        for earlier, later in pairwise(ordered):
            same_day = earlier.valid_from == later.valid_from
            if same_day and earlier.known_since == later.known_since:
                raise ValueError(f"Zwei Werte gelten ab {later.valid_from} und sind gleich lange bekannt. Bitte einen streichen.")
            if not same_day and earlier.valid_to is not None and earlier.valid_to >= later.valid_from:
                raise ValueError(
                    f"Der Wert ab {earlier.valid_from} überschneidet sich mit dem ab {later.valid_from}. Bitte „valid_to“ prüfen."
                )
        if len({type(value.value) for value in ordered}) > 1:
            raise ValueError("Die Werte sind teils Zahlen, teils Text. Bitte eine Art verwenden (Text in Anführungszeichen).")
        return ordered


class Assumption(Entry):
    """An entry with its id. Values are sorted by `valid_from`, corrections of the same day by `known_since`.

    county: the county's own values, sorted likewise; which of them stand in place of `values`, `holding.known_values` says.
    """

    id: str
    county: tuple[DatedValue, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All assumptions by id."""

    entries: Mapping[str, Assumption]


class Patch(_Frozen):
    """One change of a scenario: `set` replaces, `multiply` scales value, low and high; from `valid_from` on, or throughout."""

    id: str
    set: Value | None = None
    multiply: Number | None = None
    valid_from: date | None = None
    reason: str = Field(min_length=1)
    source: Source | None = None

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        if (self.set is None) == (self.multiply is None):
            raise ValueError("Eine Änderung braucht genau eine der Angaben „set“ und „multiply“.")
        return self


class Scenario(_Frozen):
    """Named changes over the assumptions; label and description are German."""

    id: str
    label: str = Field(min_length=1)
    description: str = Field(min_length=1)
    patches: tuple[Patch, ...] = ()
