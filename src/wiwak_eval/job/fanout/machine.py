"""What the runs of a grid share on one machine: a folder for its owner alone, with deliveries once fetched and results once computed.

It is held while a run works in it, and by a driver on its own machine, so that what killed processes left can be told from what is in use.
"""

import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wiwak_eval.job.fanout.state import lay_out
from wiwak_eval.job.fanout.task import State
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.held import is_still, remove_left
from wiwak_eval.study.kernel import KERNEL, PICTURES
from wiwak_eval.study.removing import remove_tree
from wiwak_eval.study.sweeping import GRIDS

SCRATCH_VARIABLE = "WIWAK_SCRATCH"
"""Where a worker keeps what its runs share; unset, the folder for temporary files."""
RESULTS, DELIVERIES = "results", "lieferungen"


def scratch(asked: str) -> Path:
    """Where the shared folders of this machine lie. asked: empty on machines of a cluster, which say themselves."""
    return Path(asked or os.environ.get(SCRATCH_VARIABLE) or tempfile.gettempdir()).resolve()


@contextmanager
def shared_folder(token: str, asked: str = "") -> Iterator[Path]:
    """The folder of a grid, made where there is none and held until the context ends; folders that nobody holds any more go first.

    Raises GermanError where it cannot be made, or where somebody else could read it.
    """
    root = scratch(asked)
    folder = root / f"{GRIDS}{token}"
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in root.glob(f"{GRIDS}*"):
            if left != folder and left.stat().st_uid == os.getuid():
                remove_left(left)
        handle = _held(folder)
    except OSError as error:
        raise GermanError(
            f"Unter {root} lässt sich kein Ordner für ein Raster anlegen ({system_words(error)}). Bitte Platz und Rechte prüfen oder mit "
            f"der Umgebungsvariablen {SCRATCH_VARIABLE} einen anderen nennen."
        ) from None
    try:
        yield folder
    finally:
        os.close(handle)


def _held(folder: Path) -> int:
    """A handle by which a folder counts as in use, together with others who use it."""
    while True:
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        found = os.fstat(handle)
        if found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077:
            os.close(handle)
            raise GermanError(f"Der Ordner {folder} ist für andere offen. Bitte ihn entfernen oder {SCRATCH_VARIABLE} setzen.")
        with suppress(OSError):  # where the file system knows no locks on folders
            fcntl.flock(handle, fcntl.LOCK_SH)
        if is_still(folder, handle):
            return handle
        os.close(handle)


@contextmanager
def private_state(shared: Path, cell: str, state: State) -> Iterator[Path]:
    """A room for one try of a run, gone at the end. Raises OSError.

    Its state folder `home` begins as the driver's did, but finds the results of all runs here, and the list of fonts.
    """
    room = Path(tempfile.mkdtemp(prefix=f"{cell}-", dir=shared))
    try:
        home = room / "home"
        home.mkdir(mode=0o700)
        lay_out(state, home)
        (home / KERNEL).mkdir(mode=0o700)
        for own, name in ((home, RESULTS), (home / KERNEL, PICTURES)):
            (shared / name).mkdir(mode=0o700, exist_ok=True)
            (own / name).symlink_to(shared / name, target_is_directory=True)
        yield room
    finally:
        remove_tree(room)  # what a killed run had begun ends after it


def clear(token: str, asked: str = "") -> bool:
    """Remove the folder of a grid on this machine, if no run works in it; whether it is gone."""
    folder = scratch(asked) / f"{GRIDS}{token}"
    return remove_left(folder) or not folder.exists()
