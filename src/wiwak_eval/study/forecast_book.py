"""The forecast book as a file: lines are added, never changed, and each holds on to the one before."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.forecast.book import BookEntry, canonical_json, digest_of, earlier_entries, entry_from, entry_json
from wiwak_eval.results import GermanError
from wiwak_eval.study.digests import of_text
from wiwak_eval.study.keeping import locked

FILE = "forecast_book.jsonl"
START = "0" * 64
"""What the first line holds on to."""


@dataclass(frozen=True)
class BookReading:
    """What a run read. digest: of exactly these entries, for the run's key; lines: whole lines the book had; notice: German, or None.

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


@dataclass(frozen=True)
class _Book:
    """entries: one a line; last: the last line's digest; whole: bytes up to the last line feed; torn: whether more follow."""

    entries: tuple[BookEntry, ...]
    last: str
    whole: int
    torn: bool


def append_official(home: Path, entry: BookEntry) -> Addition:
    """Add an entry to the book of a state folder; one that is there already is not added again.

    The line is on the disk when this returns. A last line that a crash left unfinished is taken away first; no other line is touched.
    Raises GermanError where the book was changed or cannot be written.
    """
    file = home / FILE
    with locked(home):
        book = _parse(file, _bytes(file))
        notice = _torn_sentence(book, file) if book.torn else None
        if entry.id in {known.id for known in book.entries}:
            return Addition(False, notice)
        try:
            _write_behind(file, book.whole, _line(entry, book.last))
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

    lines: only the first so many lines of the book, so that processes of one run see the same book while others go on writing.
    Raises GermanError that names the line where an old line was changed, added or removed.
    """
    file = home / FILE
    with locked(home):
        content = _bytes(file)
    book = _parse(file, content)
    entries = earlier_entries(book.entries[:lines], authority, before, scenario, last_month, simulated)
    return BookReading(entries, digest_of_entries(entries), len(book.entries), _torn_sentence(book, file) if book.torn else None)


def digest_of_entries(entries: Iterable[BookEntry]) -> str:
    """SHA-256 of a set of entries, whatever their order."""
    return of_text("\n".join(sorted(digest_of(entry) for entry in entries)))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise GermanError(f"Das Prognosebuch ist nicht lesbar ({error.strerror}). Bitte die Rechte von {file} prüfen.") from None


def _parse(file: Path, content: bytes) -> _Book:
    *lines, rest = content.split(b"\n")
    checked = tuple(_checked(file, lines))
    last = checked[-1][1] if checked else START
    return _Book(tuple(entry for entry, _ in checked), last, len(content) - len(rest), bool(rest))


def _checked(file: Path, lines: Iterable[bytes]) -> Iterator[tuple[BookEntry, str]]:
    """Entry and digest of each line. A line must be, byte for byte, what would be written, and name the digest of the line before."""
    before = START
    for number, line in enumerate(lines, start=1):
        content, previous, digest = _sealed(line, number, file)
        if previous != before:
            raise GermanError(
                f"Zeile {number} des Prognosebuchs {file} schließt nicht an die Zeile davor an: Eine Zeile fehlt, ist zu viel oder steht "
                "an anderer Stelle. Bitte die Datei aus einer Sicherung wiederherstellen."
            )
        try:
            entry = entry_from(content)
        except ValueError:
            raise GermanError(
                f"Zeile {number} des Prognosebuchs {file} ist unversehrt, aber in einer Form geschrieben, die diese Fassung des Programms "
                "nicht kennt. Bitte die Fassung verwenden, die sie geschrieben hat."
            ) from None
        yield entry, digest
        before = digest


def _sealed(line: bytes, number: int, file: Path) -> tuple[object, object, str]:
    """Entry, digest of the line before and digest of a line. Raises GermanError where the digest is not that of the rest."""
    try:
        found = json.loads(line)
        written = {"entry": found["entry"], "previous": found["previous"]}
        digest = of_text(canonical_json(written))
        if line.decode() == canonical_json({**written, "digest": digest}):
            return found["entry"], found["previous"], digest
    except (ValueError, KeyError, TypeError):
        pass
    raise GermanError(
        f"Zeile {number} des Prognosebuchs {file} ist verändert oder beschädigt. In das Buch wird nur angefügt. Bitte die Datei aus einer "
        "Sicherung wiederherstellen."
    )


def _line(entry: BookEntry, previous: str) -> bytes:
    written = {"entry": json.loads(entry_json(entry)), "previous": previous}
    return canonical_json({**written, "digest": of_text(canonical_json(written))}).encode() + b"\n"


def _torn_sentence(book: _Book, file: Path) -> str:
    return (
        f"Die letzte Zeile {len(book.entries) + 1} des Prognosebuchs {file} ist unvollständig, vermutlich weil ein Lauf beim Schreiben "
        "abgebrochen wurde. Sie zählt nicht; die Zeilen davor sind unversehrt. Bitte den Lauf wiederholen, dessen Prognose fehlt."
    )


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
