"""Work that runs outside the interpreter's lock, on all cores."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")
_POOL = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="records")
"""Kept for the life of the process: memory that a thread gave back is not at hand for the next one."""


def side_by_side(work: Callable[[Item], Found], items: Iterable[Item]) -> list[Found]:
    """The results in the order of the items; the first error is raised. The work must not call this function itself."""
    return list(_POOL.map(work, items))
