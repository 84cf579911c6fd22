"""The forecast book as a file: lines are added, never changed, and each holds on to the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.forecast.book import BookEntry, digest_of, earlier_entries
from wiwak_eval.study.book_lines import FORECAST_BOOK
from wiwak_eval.study.digests import of_text
from wiwak_eval.study.sealed_file import Addition, append_entry, read_book

FILE = "forecast_book.jsonl"


@dataclass(frozen=True)
class BookReading:
    """What a run read. digest: of exactly these entries, for the run's key; lines: whole lines it saw; notice: German, or None.

    Entries that were not read, and the order of those that were, do not change the digest.
    """

    entries: tuple[BookEntry, ...]
    digest: str
    lines: int
    notice: str | None


def append_official(home: Path, entry: BookEntry) -> Addition:
    """Add an entry to the book of a state folder; one that is there already is not added again. Errors as for `append_entry`."""
    return append_entry(home / FILE, FORECAST_BOOK, entry, lambda known: known.id)


def read_entries(
    home: Path,
    authority: str,
    before: date,
    scenario: str | None = None,
    last_month: str | None = None,
    simulated: bool | None = None,
    lines: int | None = None,
) -> BookReading:
    """The authority's entries made before a day, in an order of their own; further arguments as for `book.earlier_entries`.

    Of several forecasts for one day from the same months, only the one entered first: what was said stands, whatever a later version
    of the program would have said. lines: only the first so many lines of the book, so that processes of one run see the same book
    while others go on writing. Errors as for `read_book`.
    """
    book = read_book(home / FILE, FORECAST_BOOK)
    seen = book.entries[:lines]
    entries = earlier_entries(_first_said(seen), authority, before, scenario, last_month, simulated)
    return BookReading(entries, digest_of_entries(entries), len(seen), FORECAST_BOOK.torn_sentence(book, home / FILE))


def digest_of_entries(entries: Iterable[BookEntry]) -> str:
    """SHA-256 of a set of entries, whatever their order."""
    return of_text("\n".join(sorted(digest_of(entry) for entry in entries)))


def _first_said(entries: Iterable[BookEntry]) -> Iterable[BookEntry]:
    """Of the entries for one day from the same months, the first line."""
    first: dict[tuple[object, ...], BookEntry] = {}
    for entry in entries:
        known = (entry.authority, entry.simulated, entry.scenario, entry.made_on, entry.history_months, entry.history_contacts)
        first.setdefault(known, entry)
    return first.values()
