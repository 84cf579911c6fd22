"""Folders and files that a process holds while it works in them: the lock ends with the process, however it ends.

So what a killed process left behind can be told from what another is working on, on whatever machine and under whatever number.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wiwak_eval.study.removing import remove_tree


@contextmanager
def held(make: Callable[[], Path]) -> Iterator[Path]:
    """A new folder, held until the context ends; it is not removed then.

    make: makes it. Is called again where somebody who clears up was faster than the lock. Where the file system knows no locks on
    folders, it is not held, and never taken for left behind.
    """
    while True:
        folder = make()
        try:
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
            if is_still(folder, handle):
                yield folder
                return
        finally:
            os.close(handle)


def is_still(path: Path, handle: int) -> bool:
    """Whether an open file or folder still has this name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def remove_left(path: Path) -> bool:
    """Remove a folder or file that some process worked in, if nobody holds it any more; whether it did."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not is_still(path, handle):
            return False
        if path.is_dir():
            return remove_tree(path)
        path.unlink(missing_ok=True)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
