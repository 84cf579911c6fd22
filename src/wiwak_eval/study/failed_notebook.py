"""Where a notebook that failed is kept: a folder of its own, there whole or not at all, until the run succeeds."""

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wiwak_eval.study.held import held

if TYPE_CHECKING:
    from wiwak_eval.study.notebook_failure import Failure

PAGE = "fehler.md"
FOLDER = "fehlgeschlagen"
"""Beside the run folders."""

_FOLDERS = re.compile(r"(?<![\w.])/(?:[^\s/„“:,;()]+/)+")


def keep_failure(folder: Path, failure: "Failure", mark: str = "") -> None:
    """Keep the notebook with its outputs so far, and a page that names notebook, cell and what to do, instead of what was kept before.

    mark: said on top where the data are simulated. Raises OSError.
    """
    parent = folder.parent
    parent.mkdir(parents=True, exist_ok=True)
    with held(lambda: _new(parent, folder.name, "neu")) as made:
        try:
            (made / failure.name).write_bytes(failure.content)
            (made / PAGE).write_text(_page(failure, mark), encoding="utf-8")
            _exchange(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def clear_failure(folder: Path) -> None:
    """Remove what an earlier attempt left, once the run has succeeded."""
    with suppress(OSError):
        _put_aside(folder)
        folder.parent.rmdir()


def _page(failure: "Failure", mark: str) -> str:
    lines = [
        f"# {failure.name} ist fehlgeschlagen",
        *([f"**{mark}**"] if mark else []),
        _FOLDERS.sub("", failure.sentence),
        f"Das Notebook liegt mit den Ausgaben bis zu dieser Stelle daneben: {failure.name}.",
        "Veröffentlicht wurde nichts; frühere Läufe sind unverändert. Ist die Ursache behoben, bitte denselben Aufruf noch einmal starten: "
        "Er macht dort weiter, wo dieser Lauf stehen blieb. Gelingt er, wird dieser Ordner entfernt.",
    ]
    return "\n\n".join(lines) + "\n"


def _exchange(made: Path, folder: Path) -> None:
    """Give a folder its name, whoever else is about to: the last one stays, and no two mix."""
    while True:
        try:
            made.rename(folder)
        except OSError:
            if not folder.exists():
                raise
            _put_aside(folder)
        else:
            return


def _put_aside(folder: Path) -> None:
    if not folder.exists():
        return
    with held(lambda: _new(folder.parent, folder.name, "alt")) as aside:
        with suppress(FileNotFoundError):
            folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def _new(parent: Path, name: str, what: str) -> Path:
    made = parent / f".{name}.{os.getpid()}.{what}"
    made.mkdir(exist_ok=True)
    return made
