"""Work that runs outside the interpreter's lock, on all cores."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")

_CORES = os.cpu_count()
_WHOLES = ThreadPoolExecutor(_CORES, thread_name_prefix="records-wholes")
_ASIDE = ThreadPoolExecutor(1, thread_name_prefix="records-aside")
_PARTS = ThreadPoolExecutor(_CORES, thread_name_prefix="records-parts")
"""Kept for the life of the process: memory that a thread gave back is not at hand for the next one."""


def side_by_side(work: Callable[[Item], Found], items: Iterable[Item]) -> list[Found]:
    """The results in the order of the items, each begun as soon as it is given; the first error is raised.

    The work must not call a function of this module itself.
    """
    return list(_PARTS.map(work, items))


def wholes_side_by_side(work: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[Found]:
    """The same for work that may call `side_by_side` for its parts; all is begun at once, results can be had one by one."""
    return _WHOLES.map(work, items)


def aside(work: Callable[[], Found]) -> Future[Found]:
    """Begin some work that keeps the interpreter's lock, one after the other."""
    return _ASIDE.submit(work)


def meanwhile(work: Callable[[], Found]) -> Future[Found]:
    """Begin some work that may call `side_by_side`."""
    return _WHOLES.submit(work)
