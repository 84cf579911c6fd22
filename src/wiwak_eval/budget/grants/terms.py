"""What a grant notice says, or is assumed to say, for one budget year."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wiwak_eval.money import Cents

NEVER = 13
"""A month that no longer lies within the year."""


class GrantKind(StrEnum):
    """How a grant is worked out (VV 2 to section 44 of a Land's budget code)."""

    SHARE = "share"
    DEFICIT = "deficit"
    FIXED = "fixed"
    FLAT = "flat"


@dataclass(frozen=True)
class GrantTerms:
    """Terms for one year: one application, one plan, one proof of use.

    rate: share of eligible expenditure, 0-1 (SHARE); amount: cents for twelve months (FIXED) or for a month of a full post (FLAT);
    own_cash: cents of its own that the county promises to spend first (DEFICIT); ceiling: the most in the year, None where none is
    known; start, end: first and last supported month (start 13 = none this year); eligible: items of `costs.model.LABELS` that count;
    in_kind_counts: whether what comes in kind counts as eligible expenditure; tolerance: by how much an item may exceed its plan if
    another saves it, 0-1; decided: month of the notice (0 = before the year, 13 = not within it); early_start: whether the measure was
    allowed to begin before the notice.
    """

    kind: GrantKind
    eligible: frozenset[str]
    rate: Decimal = Decimal(0)
    amount: Cents = 0
    own_cash: Cents = 0
    ceiling: Cents | None = None
    start: int = 1
    end: int = 12
    in_kind_counts: bool = False
    tolerance: Decimal = Decimal(0)
    decided: int = 0
    early_start: bool = False

    @property
    def months(self) -> range:
        """Months whose expenditure counts: a late notice without permission to begin early leaves out those before it."""
        first = self.start if self.early_start else max(self.start, self.decided)
        return range(first, self.end + 1)
