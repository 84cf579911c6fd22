"""Files that are there whole or not at all."""

import os
from pathlib import Path

from wiwak_eval.study.held import held

PART = ".part"
"""How the hidden name of a file in the making ends."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all; what was there before stays until then. Raises OSError.

    The part is held while it is written, so that the next run can tell what a killed process left.
    """
    with held(lambda: _begun(path)) as part:
        try:
            with part.open("wb") as handle:
                handle.write(content)
                handle.flush()
                os.fsync(handle.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _begun(path: Path) -> Path:
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    part.touch()
    return part
