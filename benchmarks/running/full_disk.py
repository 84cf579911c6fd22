"""A disk that is really full: a small file system in memory, mounted for one trial in a name space of its own.

`python -m benchmarks.running.full_disk NOTEBOOKS ROOT EXPECTED SEED` runs inside that name space and prints what came of it as JSON.
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.running.faults import Ground, Trial, after, how_it_ended, next_run

KILOBYTES = (8, 280)
"""Sizes of the disk: from too small for the first file to just too small for the last."""
INSIDE = ("unshare", "--user", "--map-root-user", "--mount")


def can_mount() -> bool:
    """Whether this machine lets us mount a file system of our own."""
    try:
        done = subprocess.run([*INSIDE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def full_disk_trial(ground: Ground, seed: int) -> Trial:
    """Run on a disk too small for the run, then, once there is room, again."""
    command = [
        *INSIDE,
        sys.executable,
        "-m",
        "benchmarks.running.full_disk",
        str(ground.notebooks),
        str(ground.root),
        ground.expected,
        str(seed),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    return Trial(said["kind"], said["ended"], tuple(said["faults"]), said["seconds"])


def _inside(ground: Ground, seed: int) -> Trial:
    start = time.monotonic()
    kilobytes = random.Random(seed).randrange(*KILOBYTES)
    ground.root.mkdir(parents=True, exist_ok=True)
    _mount(ground.root, f"size={kilobytes}k")
    ended, faults = how_it_ended(ground.begin())
    faults += after(ground)
    _mount(ground.root, "remount,size=64m")
    faults += next_run(ground)
    return Trial("full disk, a small file system", f"{ended} ({kilobytes} kB)", tuple(faults), time.monotonic() - start)


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)


def main() -> None:
    """One trial."""
    notebooks, root, expected, seed = sys.argv[1:]
    trial = _inside(Ground(Path(notebooks), Path(root), expected), int(seed))
    print(json.dumps({"kind": trial.kind, "ended": trial.ended, "faults": trial.faults, "seconds": trial.seconds}))


if __name__ == "__main__":
    main()
