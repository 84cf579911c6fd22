"""Lines of the forecast book: one entry each, sealed with a digest and holding on to the line before."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.forecast.book import BookEntry, canonical_json, entry_from, entry_json
from wiwak_eval.results import GermanError
from wiwak_eval.study.digests import of_text

START = "0" * 64
"""What the first line holds on to."""


@dataclass(frozen=True)
class BookLines:
    """entries: one a line; last: the last line's digest; whole: bytes up to the last line feed; torn: whether more follow."""

    entries: tuple[BookEntry, ...]
    last: str
    whole: int
    torn: bool


def parse_lines(file: Path, content: bytes) -> BookLines:
    """The whole lines of a book. Raises GermanError that names the file and the line that is not as it was written."""
    *lines, rest = content.split(b"\n")
    checked = tuple(_checked(file, lines))
    last = checked[-1][1] if checked else START
    return BookLines(tuple(entry for entry, _ in checked), last, len(content) - len(rest), bool(rest))


def sealed_line(entry: BookEntry, previous: str) -> bytes:
    """The line of an entry behind the line with the digest `previous`."""
    written = {"entry": json.loads(entry_json(entry)), "previous": previous}
    return canonical_json({**written, "digest": of_text(canonical_json(written))}).encode() + b"\n"


def torn_sentence(lines: BookLines, file: Path) -> str | None:
    """German sentence on an unfinished last line; None where there is none."""
    if not lines.torn:
        return None
    return (
        f"Die letzte Zeile {len(lines.entries) + 1} des Prognosebuchs {file} ist unvollständig, vermutlich weil ein Lauf beim Schreiben "
        "abgebrochen wurde. Sie zählt nicht; die Zeilen davor sind unversehrt. Bitte den Lauf wiederholen, dessen Prognose fehlt."
    )


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
