"""Lines of a book that is only added to: one entry each, sealed with a digest and holding on to the line before."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from wiwak_eval.results import GermanError
from wiwak_eval.study.digests import of_text

E = TypeVar("E")

START = "0" * 64
"""What the first line holds on to."""


@dataclass(frozen=True)
class SealedLines(Generic[E]):
    """entries: one a line; last: the last line's digest; whole: bytes up to the last line feed; torn: whether more follow."""

    entries: tuple[E, ...]
    last: str
    whole: int
    torn: bool


@dataclass(frozen=True)
class Script(Generic[E]):
    """How a book is written.

    book: its German name, a neuter noun that takes an s (Prognosebuch); kept: what a run enters, a feminine noun (Prognose); content: an
    entry as JSON holds it; entry: the entry from that, ValueError where it is none.
    """

    book: str
    kept: str
    content: Callable[[E], object]
    entry: Callable[[object], E]

    def parse(self, file: Path, content: bytes) -> SealedLines[E]:
        """The whole lines of a book. Raises GermanError that names the file and the line that is not as it was written."""
        *lines, rest = content.split(b"\n")
        checked = tuple(self._checked(file, lines))
        last = checked[-1][1] if checked else START
        return SealedLines(tuple(entry for entry, _ in checked), last, len(content) - len(rest), bool(rest))

    def line(self, entry: E, previous: str) -> bytes:
        """The line of an entry behind the line with the digest `previous`."""
        return _line(self.content(entry), previous).encode() + b"\n"

    def torn_sentence(self, lines: SealedLines[E], file: Path) -> str | None:
        """German sentence on an unfinished last line; None where there is none."""
        if not lines.torn:
            return None
        return (
            f"Die letzte Zeile {len(lines.entries) + 1} des {self.book}s {file} ist unvollständig, vermutlich weil ein Lauf beim Schreiben "
            f"abgebrochen wurde. Sie zählt nicht; die Zeilen davor sind unversehrt. Bitte den Lauf wiederholen, dessen {self.kept} fehlt."
        )

    def _checked(self, file: Path, lines: Iterable[bytes]) -> Iterator[tuple[E, str]]:
        """Entry and digest of each line. A line must be, byte for byte, what would be written, and name the digest of the line before."""
        before = START
        for number, line in enumerate(lines, start=1):
            content, previous, digest = self._sealed(line, number, file)
            if previous != before:
                raise GermanError(
                    f"Zeile {number} des {self.book}s {file} schließt nicht an die Zeile davor an: Eine Zeile fehlt, ist zu viel oder "
                    "steht an anderer Stelle. Bitte die Datei aus einer Sicherung wiederherstellen."
                )
            try:
                entry = self.entry(content)
            except ValueError:
                raise GermanError(
                    f"Zeile {number} des {self.book}s {file} ist unversehrt, aber in einer Form geschrieben, die diese Fassung des "
                    "Programms nicht kennt. Bitte die Fassung verwenden, die sie geschrieben hat."
                ) from None
            yield entry, digest
            before = digest

    def _sealed(self, line: bytes, number: int, file: Path) -> tuple[object, object, str]:
        """Entry, digest of the line before and digest of a line. Raises GermanError where the digest is not that of the rest."""
        try:
            found = json.loads(line)
            content, previous, digest = found["entry"], found["previous"], found["digest"]
            if line.decode() == _line(content, previous):
                return content, previous, digest
        except (ValueError, KeyError, TypeError):
            pass
        raise GermanError(
            f"Zeile {number} des {self.book}s {file} ist verändert oder beschädigt. In das Buch wird nur angefügt. Bitte die Datei aus "
            "einer Sicherung wiederherstellen."
        )


def sealed_text(content: object) -> str:
    """JSON in the one form that digests are made of: sorted keys, no blanks. Raises ValueError for what JSON cannot hold."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _line(content: object, previous: object) -> str:
    written = {"entry": content, "previous": previous}
    return sealed_text({**written, "digest": of_text(sealed_text(written))})
