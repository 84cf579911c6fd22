"""What the calculator offers, before it has a form."""

from dataclasses import dataclass

from wiwak_eval.results import ReleasedTable


@dataclass(frozen=True)
class Choice:
    """One entry of a list. value: as the address of a calculation names it; label: German."""

    value: str
    label: str


@dataclass(frozen=True)
class YearField:
    """Consultations of a year. name: in the address; planned, fewest, most: whole numbers."""

    name: str
    year: int
    planned: int
    fewest: int
    most: int


@dataclass(frozen=True)
class Preset:
    """A calculation made ready. values: value by name of each field, as in an address."""

    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Calculator:
    """The calculator of one run.

    posts, pay, starts: lists to choose from; presets: the first is the plan;
    scenarios: those presets and what they cost, for readers whose browser runs no script; notes: German sentences; data: what the script
    adds up, as JSON; refusal: why there is none, in one German sentence, else empty.
    """

    contacts: tuple[YearField, ...] = ()
    posts: tuple[Choice, ...] = ()
    pay: tuple[Choice, ...] = ()
    starts: tuple[Choice, ...] = ()
    presets: tuple[Preset, ...] = ()
    scenarios: ReleasedTable | None = None
    notes: tuple[str, ...] = ()
    data: str = ""
    refusal: str = ""
