"""How much a comparison may take: a file of a run may come from anybody, and be made to fill all the memory there is."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_MEMORY = 2 << 30
"""Bytes that a comparison may take beyond what the process has already."""
_TIMES, _SLACK = 2, 1 << 20
"""How much larger than the repetition's a file may be to be read at all."""
_FILTERS = 1
"""How often the content of a PDF's stream may be packed: ours is packed once."""


def too_large(in_run: int, found: int) -> bool:
    """Whether a file of so many bytes is read for a comparison with one of so many bytes."""
    return in_run > _TIMES * found + _SLACK


@contextmanager
def bounded(memory: int = MOST_MEMORY) -> Iterator[None]:
    """Whoever asks for more memory gets MemoryError, and PdfError for streams packed more than once.

    Where the system does not tell how much a process has, memory is not bounded.
    """
    from pikepdf.settings import set_qpdf_limits

    before = set_qpdf_limits(max_stream_filters=_FILTERS)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = _taken()
    try:
        if taken is not None:
            most = taken + memory
            resource.setrlimit(resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(most, soft), hard))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        set_qpdf_limits(max_stream_filters=before["max_stream_filters"])


def _taken() -> int | None:
    """Bytes of memory that this process has in its address space."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return None
