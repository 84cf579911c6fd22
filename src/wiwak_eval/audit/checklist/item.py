"""One question of the checklist."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """All in German. what: the question; how: what to do; using: files or sheets; standing: name of what `standing` says of this run,
    empty where a run cannot say anything."""

    what: str
    how: str
    using: str
    standing: str = ""


LINES, OVERRIDES, RELEASES, VOUCHERS = "Abstimmung", "Eingriffe", "Freigaben", "Belege"
"""Sheets beside the checklist."""
