"""Folders removed in which a process that is just ending may still be writing."""

import shutil
import time
from pathlib import Path

PATIENCE, _MOMENT = 5.0, 0.02
"""Seconds that a killed process, and all that end with it, may take to be gone; seconds between two tries."""


def remove_tree(folder: Path, patience: float = PATIENCE) -> bool:
    """Remove a folder with all in it, again while it comes back or does not empty; whether it is gone. Never raises OSError."""
    end = time.monotonic() + patience
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
        if time.monotonic() > end:
            return False
        time.sleep(_MOMENT)
