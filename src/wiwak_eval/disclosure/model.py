"""The words between suppressor, attacker and gate."""

from dataclasses import dataclass

from wiwak_eval.results import Key

Place = tuple[str, Key]
"""Measure and group: names one number wherever it is printed."""


@dataclass(frozen=True)
class Secret:
    """One number of a release before anything is hidden.

    value: its true value; need: how wide an outsider's bounds must stay if it must not be told, 0 where it may be; exact: a county
    total, printed as it is; cost: what hiding it loses.
    """

    measure: str
    key: Key
    value: int
    need: int
    exact: bool
    cost: float


@dataclass(frozen=True)
class Target:
    """A number that was hidden for the sake of people: an attack succeeds that bounds it more narrowly than `need`."""

    measure: str
    key: Key
    need: int


@dataclass(frozen=True)
class Insider:
    """Someone who knows what a household adds to a hidden number: at least `own`; all of it where `alone`, since nobody else is in it."""

    measure: str
    key: Key
    own: int
    alone: bool


@dataclass(frozen=True)
class Breach:
    """What an attack found: a number bounded to low..high though `need` is asked for.

    kind: "bounds" (a hidden number), "small" (any group proved to hold 1 to need - 1), "insider" (with what someone knows of their own),
    "difference" (who came or went between two releases), "curve" (a step of a survival curve); tables: ids that print this number or,
    where none does, its neighbours.
    """

    kind: str
    tables: tuple[str, ...]
    measure: str
    key: Key
    low: int
    high: int
    need: int


@dataclass(frozen=True)
class Tried:
    """How many attacks of a kind were tried and how many succeeded."""

    kind: str
    tried: int
    succeeded: int


@dataclass(frozen=True)
class AttackReport:
    """What the attacker tried and found; contradiction: tables whose printed numbers cannot all be true at once, named by id."""

    tried: tuple[Tried, ...]
    breaches: tuple[Breach, ...]
    contradiction: tuple[str, ...] = ()
