"""What killed processes left behind is removed by the next run; what another is working on stays."""

import os
from contextlib import suppress
from pathlib import Path

from wiwak_eval.study.held import remove_left
from wiwak_eval.study.kernel_process import SOCKETS, sockets_folder
from wiwak_eval.study.whole_file import PART


def sweep(*folders: Path) -> None:
    """Remove files in the making below these folders, and the sockets of kernels, if nobody holds them any more."""
    for folder in folders:
        for part in folder.rglob(f".*{PART}"):
            remove_left(part)
    with suppress(OSError):  # where not even a temporary file can be made
        for sockets in sockets_folder().glob(f"{SOCKETS}*"):
            if sockets.stat().st_uid == os.getuid():
                remove_left(sockets)
