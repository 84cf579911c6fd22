"""What killed processes left behind is removed by the next run; what another is working on stays."""

import os
from contextlib import suppress
from pathlib import Path

from wiwak_eval.study.held import remove_left
from wiwak_eval.study.kernel_process import SOCKETS, sockets_folder
from wiwak_eval.study.whole_file import PART

CHECKS = "pruefung-"
"""How the folder in the state folder begins in which a check makes a run again; it holds results of single rows, and a copy of the key."""
GRIDS = ".wiwak-raster-"
"""How the folder begins that the runs of a grid share on a machine, with the same in it: in the state folder, or with temporary files,
where nobody may call a folder of his own so by chance."""


def sweep(state: Path, *folders: Path) -> None:
    """Remove files in the making below these folders, what checks and grids left in the state folder, and the sockets of kernels, if
    nobody holds them any more. In other folders people give names as they like."""
    for folder in (state, *folders):
        for part in folder.rglob(f".*{PART}"):
            remove_left(part)
    sweep_checks(state)
    with suppress(OSError):  # where not even a temporary file can be made
        for sockets in sockets_folder().glob(f"{SOCKETS}*"):
            if sockets.stat().st_uid == os.getuid():
                remove_left(sockets)


def sweep_checks(state: Path) -> None:
    """Remove what killed checks of runs, and killed grids, left in a state folder."""
    for begins in (CHECKS, GRIDS):
        for left in state.glob(f"{begins}*"):
            remove_left(left)
