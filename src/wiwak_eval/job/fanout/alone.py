"""One call at a time in a folder; a call that is refused leaves nothing that it made."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN
from pathlib import Path

from wiwak_eval.job.fanout.addresses import is_address, local_path
from wiwak_eval.job.fanout.entry import FOLDER
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.held import is_still, remove_left
from wiwak_eval.study.whole_file import PART

LOCK = ".raster.lock"
"""Is there while a call works in the folder."""


@contextmanager
def alone(out: str) -> Iterator[None]:
    """Hold a folder for this call, made where there is none; it goes again if nothing was written into it.

    What a killed call was writing goes first. Raises GermanError where another works in it. An address cannot be held: equal grids write
    equal files there, and other grids are refused.
    """
    if is_address(out):
        yield
        return
    folder = local_path(out, Path.cwd())
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        handle = _held(folder)
        try:
            for part in (*folder.glob(f".*{PART}"), *folder.glob(f"{FOLDER}/.*{PART}")):
                remove_left(part)
            yield
        finally:
            with suppress(OSError):  # before it is let go: who waits for it sees that it is gone, and makes another
                (folder / LOCK).unlink()
            os.close(handle)
    finally:
        for place in made:
            with suppress(OSError):  # something was written into it
                place.rmdir()


def _held(folder: Path) -> int:
    """A handle of the lock."""
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            raise GermanError(
                f"Der Ordner {folder} ist nicht beschreibbar ({system_words(error)}). Bitte mit --out einen anderen wählen."
            ) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in {EACCES, EAGAIN}:  # any other: a file system without locks
                os.close(handle)
                raise GermanError(f"In {folder} arbeitet gerade ein anderer „wiwak fanout“. Bitte warten, bis er fertig ist.") from None
        if is_still(folder / LOCK, handle):
            return handle
        os.close(handle)
