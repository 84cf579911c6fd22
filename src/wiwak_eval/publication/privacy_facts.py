"""What the papers for the data protection officer are made from: numbers and words of one run, no row and no hidden number."""

from dataclasses import dataclass
from datetime import date

from wiwak_eval.publication.content import RunMark
from wiwak_eval.results import Level

Rule = tuple[str, str, str, str]
"""A rule of disclosure control as it is printed: name, value, source, status."""


@dataclass(frozen=True)
class Attribute:
    """A characteristic by which people are counted, by its German name; sensitive: held to the strictest threshold at every level."""

    label: str
    sensitive: bool


@dataclass(frozen=True)
class TableCounts:
    """How many numbers of a table were treated in which way.

    primary: hidden because too few people stand behind them; secondary: hidden so that those cannot be worked out; rounded: printed, but
    rounded; withheld: shares, medians and steps of curves on too few people.
    """

    title: str
    primary: int
    secondary: int
    rounded: int
    withheld: int

    @property
    def hidden(self) -> int:
        """Numbers printed as the sign of a hidden one."""
        return self.primary + self.secondary


@dataclass(frozen=True)
class AttackCounts:
    """Attacks of a kind (see `disclosure.model.Breach`): how many were tried and succeeded before and after secondary suppression."""

    kind: str
    tried_before: int
    succeeded_before: int
    tried_after: int
    succeeded_after: int


@dataclass(frozen=True)
class FormerRelease:
    """An earlier release that the attacker knew: its line in the release ledger, level, first and last day counted."""

    line: int
    level: Level
    period_from: date
    period_to: date


@dataclass(frozen=True)
class StaffTable:
    """A table that speaks of posts or offices; level: the widest circle that sees it."""

    title: str
    level: Level


@dataclass(frozen=True)
class PrivacyFacts:
    """Everything the papers say.

    processed_on: the day whose law is cited; legal_basis, retain_until: as the delivery gives them; notes: further German sentences of
    this run on what remains a risk.
    """

    mark: RunMark
    processed_on: date
    legal_basis: str | None
    retain_until: date | None
    attributes: tuple[Attribute, ...]
    rules: tuple[Rule, ...]
    tables: tuple[TableCounts, ...]
    attacks: tuple[AttackCounts, ...]
    former: tuple[FormerRelease, ...]
    staff: tuple[StaffTable, ...]
    notes: tuple[str, ...] = ()
