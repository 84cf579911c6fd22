"""Which files hold the county's own values, and their text."""

import os
from pathlib import Path

from wiwak_eval.assumptions.mistakes import sentence
from wiwak_eval.results import GermanError, system_words

YAML, CSV = "annahmen.yaml", "annahmen.csv"
NAMES = frozenset({YAML, CSV})
"""File names, compared without regard to case."""
LARGEST = 1 << 20
"""Bytes: no list of assumptions that people write is longer."""


def county_files(folder: Path) -> tuple[Path, ...]:
    """The files with the county's own values that lie in the folder, sorted; none where it is no folder."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(folder / name for name in os.listdir(folder) if name.lower() in NAMES))


def county_text(path: Path) -> str:
    """The file's text: UTF-8 or, as older spreadsheets write it, cp1252. Raises GermanError.

    A link is refused wherever it leads: what it points to would count in a result but not in the delivery's digest.
    """
    if path.is_symlink() or not path.is_file():
        raise GermanError(sentence(path, 1, "Das ist keine Datei, sondern ein Verweis oder Ordner. Bitte die Datei selbst hier ablegen."))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GermanError(
            sentence(path, 1, f"Die Datei lässt sich nicht lesen ({system_words(error)}). Bitte die Rechte prüfen.")
        ) from error
    if len(content) > LARGEST or b"\0" in content:
        raise GermanError(sentence(path, 1, "Die Datei ist zu groß oder kein Text. Bitte nur eine Liste von Annahmen liefern."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
