"""What the suppressor is asked for and what it answers."""

from dataclasses import dataclass

from wiwak_eval.disclosure.model import Place
from wiwak_eval.results import Key


@dataclass(frozen=True)
class Demand:
    """A number, printed or not, that must not be bounded more narrowly than `need`, mostly because an attack did so.

    given: numbers somebody knows exactly (a household its own): the demand must hold though these do not move.
    """

    measure: str
    key: Key
    need: int
    given: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Suppression:
    """What to withhold.

    hidden: every number not to be printed; secondary: those of them hidden for the sake of others; unprotected: places of demands
    that cannot be met even with everything hidden that may be hidden.
    """

    hidden: frozenset[Place]
    secondary: frozenset[Place]
    unprotected: tuple[Place, ...]
