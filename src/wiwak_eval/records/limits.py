"""What no honest file of a county does, found before a file is read into memory."""

import mmap
from pathlib import Path

from wiwak_eval.records.rules import TableRefused

LONGEST_LINE = 1 << 20
LARGEST_FACTS = 1 << 20
"""Bytes of `lieferung.yaml`."""


def refuse_strangers(path: Path) -> None:
    """Refuse what is no plain file, or lies outside the delivery's folder. Raises TableRefused."""
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise TableRefused("die Datei ist ein Verweis, der aus dem Ordner hinausführt")
    if not path.is_file():
        raise TableRefused("das ist keine Datei")


def refuse_long_lines(path: Path) -> None:
    """Refuse a text whose lines are so long that it is none; only places in it are looked at. Raises TableRefused, OSError."""
    if path.stat().st_size <= LONGEST_LINE:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for start in range(0, len(content) - LONGEST_LINE + 1, LONGEST_LINE):
            end = start + LONGEST_LINE
            if content.find(b"\n", start, end) < 0 and content.find(b"\r", start, end) < 0:
                raise TableRefused("eine Zeile ist länger als eine Million Zeichen")
