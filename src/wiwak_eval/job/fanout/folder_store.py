"""A grid in a folder of this machine, or of a drive that all machines share: written beside, then renamed."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.sums import first_difference
from wiwak_eval.audit.sums import seal as sealed
from wiwak_eval.job.fanout.store import RUNS
from wiwak_eval.job.staging import publish, staging
from wiwak_eval.results import GermanError
from wiwak_eval.study.keeping import write_whole


@dataclass(frozen=True)
class FolderStore:
    """See `store.Store`."""

    root: Path

    def read(self, name: str) -> bytes | None:
        """See `Store`."""
        try:
            return (self.root / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """See `Store`."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)

    def put(self, run: Path) -> str:
        """See `Store`."""
        place = self.root / RUNS / run.name
        with staging(place.parent, run.name) as beside:
            if place.is_dir():
                if _whole(place):
                    return sealed(place)
                _put_aside(place, beside)
            shutil.copytree(run, beside, dirs_exist_ok=True)
            publish(beside, place)
        return sealed(place)

    def intact(self, run: str, seal: str) -> bool:
        """See `Store`."""
        place = self.root / RUNS / run
        return place.is_dir() and _whole(place) and sealed(place) == seal


def _put_aside(place: Path, beside: Path) -> None:
    """Take a damaged run out of the way, into the hidden folder for the new one: what is left of it goes with that, if this is killed."""
    damaged = beside / "alt"
    place.rename(damaged)
    shutil.rmtree(damaged)


def _whole(place: Path) -> bool:
    try:
        return first_difference(place) is None
    except GermanError:
        return False
