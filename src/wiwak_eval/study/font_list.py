"""The list of fonts that pictures need, made before kernels ask for it: a kernel killed while it writes one would block all later ones."""

import json
import os
import sys
from pathlib import Path

from wiwak_eval.study.keeping import locked, write_whole
from wiwak_eval.study.kernel_process import private_room, run_helper

FOLDER_VARIABLE = "MPLCONFIGDIR"
LISTS, LOCKS = "fontlist-*.json", "*.matplotlib-lock"


def list_fonts() -> None:
    """Have Matplotlib's list of fonts in the folder that the environment names, whole; one process makes it, the others wait.

    Nobody else writes there, so that lists that cannot be read, and locks, are what a killed process left. Raises OSError.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if not named:
        return
    folder = Path(named)
    with locked(folder):
        whole = [file for file in folder.glob(LISTS) if _is_whole(file)]
        if whole:
            return
        for lock in folder.glob(LOCKS):
            lock.unlink()
        _make(folder)


def _make(folder: Path) -> None:
    """Have Matplotlib write its list elsewhere, since it does not care whether it comes to the end, and take it over."""
    with private_room() as beside:
        run_helper([sys.executable, "-c", "import matplotlib.font_manager"], {**os.environ, FOLDER_VARIABLE: str(beside)})
        for made in beside.glob(LISTS):
            if _is_whole(made):
                write_whole(folder / made.name, made.read_bytes())


def _is_whole(file: Path) -> bool:
    """Whether a list can be read; one that cannot is removed."""
    try:
        json.loads(file.read_bytes())
    except ValueError:
        file.unlink()
        return False
    return True
