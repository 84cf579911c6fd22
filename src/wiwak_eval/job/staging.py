"""A run folder in the making: hidden beside the runs until it is whole."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.held import held, remove_left

FAR_ENOUGH = 50 * 1024 * 1024
"""Free bytes below which a run is not begun."""
_HIDDEN = re.compile(r"\.[0-9a-f]{12}\.\d+")
"""Name of a folder in the making: run and process."""


@contextmanager
def staging(out: Path, run_id: str) -> Iterator[Path]:
    """A new hidden folder below `out`, gone at the end unless it was renamed; leftovers of runs that were killed go first.

    Raises GermanError where `out` is full or cannot be written to.
    """
    with ExitStack() as stack:
        try:
            out.mkdir(parents=True, exist_ok=True)
            for left in out.iterdir():
                if _HIDDEN.fullmatch(left.name):
                    remove_left(left)
            if shutil.disk_usage(out).free < FAR_ENOUGH:
                raise GermanError(f"Unter {out} ist kein Platz mehr. Bitte aufräumen oder mit --out einen anderen Ordner wählen.")
            folder = stack.enter_context(held(lambda: _new(out / f".{run_id}.{os.getpid()}")))
        except OSError as error:
            raise GermanError(
                f"Der Ordner {out} ist nicht beschreibbar ({system_words(error)}). Bitte mit --out einen anderen wählen."
            ) from None
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def publish(folder: Path, run: Path) -> bool:
    """Give a whole folder its name; False where an equal run has it already. Raises OSError."""
    _sync(folder)
    try:
        folder.rename(run)
    except OSError:
        if run.is_dir():
            return False
        raise
    _sync_one(run.parent)
    return True


def _sync(folder: Path) -> None:
    """Have every file on the disk, and the names in every folder, before the folder gets its own."""
    for path in (folder, *folder.rglob("*")):
        _sync_one(path)


def _sync_one(path: Path) -> None:
    """A file's content, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
