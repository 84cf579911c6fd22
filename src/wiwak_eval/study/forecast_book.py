"""The forecast book as a file: lines are added, never changed, and each holds on to the one before."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.forecast.book import BookEntry, digest_of, earlier_entries
from wiwak_eval.results import GermanError
from wiwak_eval.study.book_lines import parse_lines, sealed_line, torn_sentence
from wiwak_eval.study.digests import of_text
from wiwak_eval.study.keeping import locked

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


@dataclass(frozen=True)
class Addition:
    """What became of an entry: added, or there already; notice: German sentence on a line that had been left unfinished, or None."""

    added: bool
    notice: str | None


def append_official(home: Path, entry: BookEntry) -> Addition:
    """Add an entry to the book of a state folder; one that is there already is not added again.

    The line is on the disk when this returns. A last line that a crash left unfinished is taken away first; no other line is touched.
    Raises GermanError where the book was changed or cannot be written.
    """
    file = home / FILE
    with _held(home):
        book = parse_lines(file, _bytes(file))
        notice = torn_sentence(book, file)
        if entry.id in {known.id for known in book.entries}:
            return Addition(False, notice)
        try:
            _write_behind(file, book.whole, sealed_line(entry, book.last))
        except OSError as error:
            raise GermanError(
                f"Das Prognosebuch konnte nicht fortgeschrieben werden ({error.strerror}). Bitte Platz und Rechte von {file} prüfen."
            ) from None
        return Addition(True, notice)


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
    while others go on writing. Raises GermanError that names the line where an old line was changed or added, or one before another
    was removed; lines cut off at the end leave no trace here, only in the audit folders of their runs.
    """
    file = home / FILE
    with _held(home):
        content = _bytes(file)
    book = parse_lines(file, content)
    seen = book.entries[:lines]
    entries = earlier_entries(_first_said(seen), authority, before, scenario, last_month, simulated)
    return BookReading(entries, digest_of_entries(entries), len(seen), torn_sentence(book, file))


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


@contextmanager
def _held(home: Path) -> Iterator[None]:
    """The state folder for this process alone. Raises GermanError where it cannot be had."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(home))
        except OSError as error:
            raise GermanError(f"Das Prognosebuch ist nicht lesbar ({error.strerror}). Bitte die Rechte von {home} prüfen.") from None
        yield


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise GermanError(f"Das Prognosebuch ist nicht lesbar ({error.strerror}). Bitte die Rechte von {file} prüfen.") from None


def _write_behind(file: Path, size: int, line: bytes) -> None:
    """Write a line behind the first `size` bytes, on the disk or not at all."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.ftruncate(handle, size)
        os.lseek(handle, size, os.SEEK_SET)
        try:
            written = 0
            while written < len(line):
                written += os.write(handle, line[written:])
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)
    if size == 0:
        _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Have the file's name on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
