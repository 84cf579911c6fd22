"""A book as a file in the state folder: read and added to by one process at a time, on the disk or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.keeping import locked
from wiwak_eval.study.sealed_lines import Script, SealedLines

E = TypeVar("E")


@dataclass(frozen=True)
class Addition:
    """What became of an entry: added, or there already; notice: German sentence on a line that had been left unfinished, or None."""

    added: bool
    notice: str | None


def read_book(file: Path, script: Script[E]) -> SealedLines[E]:
    """The whole lines of a book; none where there is no file.

    Raises GermanError that names the line where an old line was changed or added, or one before another was removed; lines cut off at the
    end leave no trace here, only in the audit folders of their runs.
    """
    with _held(file.parent, script.book):
        content = _bytes(file, script.book)
    return script.parse(file, content)


def append_entry(file: Path, script: Script[E], entry: E, id_of: Callable[[E], str]) -> Addition:
    """Add an entry to a book; one with an id that is there already is not added again.

    The line is on the disk when this returns. A last line that a crash left unfinished is taken away first; no other line is touched.
    Raises GermanError where the book was changed or cannot be written.
    """
    with _held(file.parent, script.book):
        book = script.parse(file, _bytes(file, script.book))
        notice = script.torn_sentence(book, file)
        if id_of(entry) in {id_of(known) for known in book.entries}:
            return Addition(False, notice)
        try:
            _write_behind(file, book.whole, script.line(entry, book.last))
        except OSError as error:
            raise GermanError(
                f"Das {script.book} konnte nicht fortgeschrieben werden ({system_words(error)}). Bitte Platz und Rechte von {file} prüfen."
            ) from None
        return Addition(True, notice)


@contextmanager
def _held(home: Path, book: str) -> Iterator[None]:
    """The state folder for this process alone. Raises GermanError where it cannot be had."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(home))
        except OSError as error:
            raise GermanError(f"Das {book} ist nicht lesbar ({system_words(error)}). Bitte die Rechte von {home} prüfen.") from None
        yield


def _bytes(file: Path, book: str) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise GermanError(f"Das {book} ist nicht lesbar ({system_words(error)}). Bitte die Rechte von {file} prüfen.") from None


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
