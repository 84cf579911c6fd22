"""A run checked by a stranger: a fresh clone in another folder, another user, time zone, locale, hash seed, threads and umask.

Run: `make verify-stranger [RUN=folder] [FRESH=1]`. The clone is of the committed tree; with COPY=1 of the files as they are. FRESH=1 lets
the check build its environment from the lock file (about two minutes, package index). What this machine cannot do is said, not passed over.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.running.made import made_run
from wiwak_eval.audit.fresh_environment import build_environment

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""User and group that own nothing."""
TERMS: Mapping[str, str] = {
    "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711",
    "OPENBLAS_NUM_THREADS": "2", "OMP_NUM_THREADS": "3",
}  # fmt: skip
UMASK = 0o077
NOT_ANOTHER_USER = 4
"""Exit code where all was well but the check was not another user's."""
_AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")


_PROBE = "import subprocess, sys, pandas; subprocess.run([sys.executable, '-c', 'import pandas'], check=True)"
_OTHER_PYTHONS = ("/usr/bin/python3.11", "/usr/local/bin/python3.11")


@dataclass(frozen=True)
class Stranger:
    """prefix: what a command begins with to be another user's, empty where this machine does not allow it; reason: why not."""

    prefix: tuple[str, ...]
    python: str
    reason: str = ""


def find_stranger(room: Path, may_build: bool) -> Stranger:
    """Another user and a Python that they may run.

    may_build: make an environment from the lock file with a Python of the system where ours lies in a folder closed to others.
    """
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return Stranger((), sys.executable, "needs to be begun by root, with setpriv")
    if _may_run(sys.executable, room):
        return Stranger(_AS_NOBODY, sys.executable)
    base = next((python for python in _OTHER_PYTHONS if Path(python).exists()), None)
    if not may_build or base is None:
        return Stranger((), sys.executable, f"no other user may run {sys.executable}")
    python = str(build_environment(ROOT / "requirements.lock", room / "umgebung", base))
    return Stranger(_AS_NOBODY, python) if _may_run(python, room) else Stranger((), sys.executable, f"no other user may run {python}")


def _may_run(python: str, room: Path) -> bool:
    return subprocess.run([*_AS_NOBODY, python, "-c", _PROBE], cwd=room, capture_output=True, check=False).returncode == 0


def clone(folder: Path, as_they_are: bool) -> Path:
    """The repository in another folder: a clone of what is committed, or a copy of the files that git knows or would know."""
    if not as_they_are:
        subprocess.run(["git", "clone", "--quiet", "--no-local", str(ROOT), str(folder)], check=True)
        return folder
    listed = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def verify_as_stranger(run: Path, room: Path, stranger: Stranger, as_they_are: bool = True, fresh: bool = False) -> int:
    """Clone below an empty folder, hand everything there over to the stranger, check a read-only copy of the run; gives the exit code."""
    copy = Path(shutil.copytree(run, room / "übergeben" / run.name))
    tree = clone(room / "fremder klon", as_they_are)
    for name in ("heim", "bericht", "temp", "leer"):
        (room / name).mkdir()
    for path in [copy, *copy.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if stranger.prefix:
        for path in [room, *(one for one in room.rglob("*") if not one.is_relative_to(copy))]:
            os.chown(path, NOBODY, NOBODY)
    kept = {name: value for name, value in os.environ.items() if name in {"PATH"} or name.startswith(("PIP_", "SSL_", "HTTP", "http"))}
    environment = {**kept, **TERMS, "HOME": str(room / "heim"), "TMPDIR": str(room / "temp"), "PYTHONPATH": str(tree / "src")}
    command = [*stranger.prefix, stranger.python, "-c", "from wiwak_eval.cli import main; main()", "verify", str(copy)]
    arguments = ["--out", str(room / "bericht"), *(["--fresh-env"] if fresh else [])]
    return subprocess.run([*command, *arguments], cwd=room / "leer", env=environment, umask=UMASK, check=False).returncode


def main() -> None:
    """Print what was found; the exit code says whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, help="a run folder; without it the pilot year is run here")
    parser.add_argument("--copy", action="store_true", help="copy the files as they are instead of cloning what is committed")
    parser.add_argument("--fresh", action="store_true", help="let the check build its environment from the lock file")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="wiwak-") as place:
        room = Path(place)
        room.chmod(0o755)
        run = asked.run or made_run(room / "hier")
        stranger = find_stranger(room, may_build=True)
        if stranger.reason:
            print(f"NOT as another user: {stranger.reason}", file=sys.stderr)
        (room / "fremde").mkdir()
        code = verify_as_stranger(run.resolve(), room / "fremde", stranger, asked.copy, asked.fresh)
    who = "as another user" if stranger.prefix else "as the same user"
    print(f"stranger {who}, {', '.join(f'{name}={value}' for name, value in TERMS.items())}, umask {UMASK:03o}: exit code {code}")
    if not stranger.prefix:
        print(f"NOT SHOWN: that another user finds the same ({stranger.reason}); all else was shown if the exit code is 0")
    raise SystemExit(code or (0 if stranger.prefix else NOT_ANOTHER_USER))


if __name__ == "__main__":
    main()
