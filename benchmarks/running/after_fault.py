"""What must hold after a fault: nothing torn, nobody left, and the next run as if nothing had been."""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.sums import first_difference

MARKER = "WIWAK_SOAK"
"""Variable by which every process of a trial is known."""
GRACE = 30.0
"""Seconds in which what belonged to a killed process has to end."""
_RUN = re.compile(r"[0-9a-f]{12}")
_KINDS = {"ipykernel_launcher": "kernel", "spawn_main": "worker", "resource_tracker": "tracker"}


@dataclass(frozen=True)
class Process:
    """A process of a trial. kind: driver, worker, kernel, or the tracker that Python starts beside workers."""

    number: int
    kind: str


def processes(marker: str) -> list[Process]:
    """Every living process that carries the marker in its environment."""
    wanted = f"{MARKER}={marker}".encode()
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            if wanted not in (folder / "environ").read_bytes().split(b"\0") or _is_dead(folder):
                continue
            words = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        found.append(Process(int(folder.name), next((kind for sign, kind in _KINDS.items() if sign in words), "driver")))
    return found


def _is_dead(folder: Path) -> bool:
    return (folder / "stat").read_text().rpartition(")")[2].split()[0] in {"Z", "X"}


def left_alive(marker: str) -> list[Process]:
    """Processes that have not ended after the grace."""
    end = time.monotonic() + GRACE
    while (alive := processes(marker)) and time.monotonic() < end:
        time.sleep(0.05)
    return alive


def torn(*folders: Path) -> list[str]:
    """Names of files that are neither whole nor a hidden part which the next run removes, and of run folders that are not whole."""
    return [name for folder in folders for name in _torn(folder)]


def _torn(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if path.is_dir():
            if _RUN.fullmatch(path.name) and inside.parent == Path() and (difference := first_difference(path)) is not None:
                yield f"{inside}: {difference.sentence}"
        elif not _is_hidden(inside) and path.suffix in {".json", ".ipynb"} and not _parses(path):
            yield str(inside)


def _is_hidden(inside: Path) -> bool:
    """Whether a file is one in the making, or lies in a folder in the making."""
    return any(part.startswith(".") for part in inside.parts)


def _parses(file: Path) -> bool:
    try:
        json.loads(file.read_bytes())
    except ValueError:
        return False
    return True


def left_behind(out: Path, home: Path, temporary: Path) -> list[str]:
    """What should be gone once a run has succeeded: files and folders in the making, sockets, what was kept of failures."""
    hidden = [path for folder in (out, home) for path in folder.rglob(".*") if path.name != ".lock"]
    failed = list((out / "fehlgeschlagen").glob("*"))
    sockets = [path for path in temporary.iterdir() if path.name.startswith("wiwak-")]
    return [path.name for path in [*hidden, *failed, *sockets]]


def digest(folder: Path) -> str:
    """SHA-256 of names and bytes of all files below a folder."""
    found = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()


def end_all(marker: str) -> None:
    """End what a trial has left, so that it does not disturb the next."""
    for process in processes(marker):
        try:
            os.kill(process.number, 9)
        except OSError:
            continue
