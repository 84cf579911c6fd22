"""Files that somebody names."""

from collections.abc import Sequence
from pathlib import Path

from wiwak_eval.publication.pdf_gate.gate import Verdict, check_pdf
from wiwak_eval.results import GermanError


def check_files(files: Sequence[Path]) -> dict[str, Verdict]:
    """What the gate says of each file, by its path as it was given. Raises GermanError where one cannot be read at all."""
    return {str(file): check_pdf(_content(file)) for file in files}


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise GermanError(f"Die Datei {file} gibt es nicht, oder sie lässt sich nicht lesen. Bitte den Pfad prüfen.") from None
