"""What killed processes left behind is removed by the next run; what another is working on stays."""

import os
from contextlib import suppress
from pathlib import Path

from wiwak_eval.study.held import remove_left
from wiwak_eval.study.kernel_process import SOCKETS, sockets_folder
from wiwak_eval.study.whole_file import PART

CHECKS = "pruefung-"
"""How the folder in the state folder begins in which a check makes a run again; it holds results of single rows, and a copy of the key."""


def sweep(*folders: Path) -> None:
    """Remove files in the making below these folders, and the sockets of kernels, if nobody holds them any more."""
    for folder in folders:
        for part in folder.rglob(f".*{PART}"):
            remove_left(part)
        sweep_checks(folder)
    with suppress(OSError):  # where not even a temporary file can be made
        for sockets in sockets_folder().glob(f"{SOCKETS}*"):
            if sockets.stat().st_uid == os.getuid():
                remove_left(sockets)


def sweep_checks(state: Path) -> None:
    """Remove what killed checks of runs left in a state folder."""
    for left in state.glob(f"{CHECKS}*"):
        remove_left(left)
