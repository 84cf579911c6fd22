"""What no honest file of a county does, found before a file is read into memory."""

import codecs
import mmap
from pathlib import Path

from wiwak_eval.records.rules import TableRefused

LONGEST_LINE = 1 << 20
MOST_ROWS = 30_000_000
LARGEST_FACTS = 1 << 20
"""Bytes of `lieferung.yaml`."""

_HEAD = 64
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def refuse_strangers(path: Path) -> None:
    """Refuse what is no plain file, or lies outside the delivery's folder. Raises TableRefused."""
    try:
        outside = path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve())
    except (OSError, RuntimeError):
        raise TableRefused("die Datei ist ein Verweis auf sich selbst") from None
    if outside:
        raise TableRefused("die Datei ist ein Verweis, der aus dem Ordner hinausführt")
    if not path.is_file():
        raise TableRefused("das ist keine Datei")


def refuse_no_text(path: Path) -> None:
    """Refuse what holds null characters, or lines longer than twice LONGEST_LINE, of which only places are looked at.

    Raises TableRefused, OSError.
    """
    size = path.stat().st_size
    if not size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        head = content[:_HEAD]
        wide = head.startswith(_WIDE_MARKS) or head.count(0) * 4 >= len(head)
        for start in range(0, size - LONGEST_LINE + 1, LONGEST_LINE):
            end = start + LONGEST_LINE
            if content.find(b"\n", start, end) < 0 and content.find(b"\r", start, end) < 0:
                raise TableRefused("eine Zeile ist länger als eine Million Zeichen")
        if content.find(b"\0\0\0" if wide else b"\0") >= 0:
            raise TableRefused("die Datei enthält Nullzeichen und ist kein Text")
