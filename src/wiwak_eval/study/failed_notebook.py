"""Where a notebook that failed is kept: a folder of its own, there whole or not at all, until the run succeeds."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wiwak_eval.study.held import held, remove_left

if TYPE_CHECKING:
    from wiwak_eval.study.notebook_failure import Failure

FOLDER = "fehlgeschlagen"
"""Beside the run folders."""


def keep_failure(folder: Path, failure: "Failure", mark: str = "", release: str = "") -> None:
    """Keep the notebook with its outputs so far, and a page that names notebook, cell and what to do, instead of what was kept before.

    mark: said on top where the data are simulated; release: level that was asked for. Raises OSError.
    """
    parent = folder.parent
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    with held(lambda: _new(parent, folder.name, "neu")) as made:
        try:
            for name, content in failure.files(mark, release).items():
                (made / name).write_bytes(content)
            _exchange(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def clear_failure(folder: Path) -> None:
    """Remove what an earlier attempt left, once the run has succeeded."""
    with suppress(OSError):
        _sweep(folder.parent)
        _put_aside(folder)
        folder.parent.rmdir()


def _sweep(parent: Path) -> None:
    """Remove what was being written or put aside by processes that are gone."""
    for left in parent.glob(".*"):
        remove_left(left)


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
