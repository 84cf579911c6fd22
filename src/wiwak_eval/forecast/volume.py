"""What the forecast hands to the budget."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caseload:
    """Contacts of the budget years, for the floors above.

    years: the two budget years; contacts: planned contacts (central values), one a year; draws: yearly totals, one tuple a year, the
    i-th draws of both years belong to one path; persons: different persons a year, None where they are not forecast; elsewhere: what other
    counties follow, the same forecast without levers that only shift people between counties; None where it is the same.
    """

    years: tuple[int, ...]
    contacts: tuple[int, ...]
    draws: tuple[tuple[int, ...], ...]
    persons: tuple[int | None, ...] = (None, None)
    elsewhere: "Caseload | None" = None
