"""The attribution as files: paper, CSV and a waterfall a figure."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from wiwak_eval.audit.attribution.csv_file import csv_text, findings_text
from wiwak_eval.audit.attribution.paper import FINDINGS, comparison_pdf
from wiwak_eval.audit.attribution.picture import is_drawn, waterfall
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.publication.style import saved
from wiwak_eval.results import GermanError, system_words

PAPER, TABLE = "vergleich.pdf", "zerlegung.csv"
PICTURE = "wasserfall_{id}"


def refuse_full(folder: Path) -> None:
    """Raise GermanError where the folder holds something already: nothing is overwritten."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise GermanError(
            f"Der Ordner {folder} ist nicht leer. Bitte einen neuen Ordner angeben; vorhandene Dateien werden nicht überschrieben."
        )


def write_attribution(folder: Path, found: Attribution) -> Path:
    """Write paper, CSVs, and SVG and PNG of each figure that several effects changed; the folder is there whole or not at all.

    Returns the paper's path.

    Raises GermanError where it cannot be written or holds something already.
    """
    refuse_full(folder)
    staging = folder.resolve().with_name(f".{folder.resolve().name}.{os.getpid()}")
    try:
        staging.mkdir(parents=True)
        for name, content in _files(found):
            (staging / name).write_bytes(content)
        if folder.is_dir():
            folder.rmdir()
        staging.rename(folder.resolve())
    except OSError as error:
        raise GermanError(
            f"Der Ordner {folder} lässt sich nicht schreiben ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return folder / PAPER


def _files(found: Attribution) -> Iterator[tuple[str, bytes]]:
    yield PAPER, comparison_pdf(found)
    yield TABLE, csv_text(found).encode()
    yield FINDINGS, findings_text(found).encode()
    for share in (share for share in found.changed if is_drawn(found, share)):
        for kind in ("svg", "png"):
            yield f"{PICTURE.format(id=share.id)}.{kind}", saved(waterfall(found, share), kind)
