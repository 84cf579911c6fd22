"""The county's own layout of the council paper: a Word file in the state folder."""

from pathlib import Path

from wiwak_eval.publication.council_file import TEMPLATE_FILE
from wiwak_eval.results import GermanError, system_words

LARGEST = 20 * 1024 * 1024
"""Bytes beyond which a template is not read."""


def read_template(home: Path) -> bytes | None:
    """The file as it is, None where there is none; what cannot be read counts as empty, which the paper then says."""
    file = home / TEMPLATE_FILE
    if not file.is_file():
        return None
    try:
        return file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def save_own_template(out: Path) -> None:
    """Write our own layout as a Word file to start from. Raises GermanError where the file exists or cannot be written."""
    from wiwak_eval.publication.council_paper import own_template

    if out.exists():
        raise GermanError(f"{out} gibt es schon. Bitte einen anderen Namen angeben; vorhandene Dateien werden nicht überschrieben.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(own_template())
    except OSError as error:
        raise GermanError(
            f"Die Vorlage {out} konnte nicht geschrieben werden ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
