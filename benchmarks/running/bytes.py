"""Single changed bytes over all files of a run: `wiwak verify` must fail for each and name the file.

Every file is hit once before any is hit twice; most bytes lie in a few large ones. Run: `make soak-verify [COUNT=500] [RUN=folder]`.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from benchmarks.running.made import made_run
from wiwak_eval.cli.verify import verify

BY_COMMAND = 5
"""So many of the changes are given to the command in a process of its own, the others to the same function in this one."""


@dataclass(frozen=True)
class Change:
    """A byte that is changed: the file below the run, where, and what it is combined with (never 0)."""

    file: str
    at: int
    flip: int


def changes(run: Path, count: int, seed: int) -> Iterator[Change]:
    """So many changes, the same for a seed."""
    draw = random.Random(seed)
    files = sorted(path for path in run.rglob("*") if path.is_file() and path.stat().st_size)
    order: list[Path] = []
    for _ in range(count):
        order = order or draw.sample(files, len(files))
        file = order.pop()
        yield Change(file.relative_to(run).as_posix(), draw.randrange(file.stat().st_size), draw.randrange(1, 256))


def named(run: Path, out: Path, by_command: bool) -> tuple[int, str]:
    """Exit code of the check, and the file that its record names; empty where it names none."""
    arguments = [str(run), "--out", str(out)]
    if by_command:
        command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", "verify", *arguments]
        code = subprocess.run(command, capture_output=True, check=False).returncode
    else:
        code = CliRunner().invoke(verify, arguments).exit_code
    record = out / "pruefbericht.json"
    if not record.is_file():
        return code, ""
    sections = json.loads(record.read_text(encoding="utf-8"))["sections"]
    record.unlink()
    return code, sections[0]["deviations"][0]["file"] if sections[0]["deviations"] else ""


def unnoticed(run: Path, out: Path, wanted: Sequence[Change], by_command: int) -> list[Change]:
    """Make each change in the run, check, and undo it; gives those that were not found, or blamed on another file."""
    missed = []
    for number, change in enumerate(wanted):
        file = run / change.file
        good = file.read_bytes()
        file.write_bytes(good[: change.at] + bytes([good[change.at] ^ change.flip]) + good[change.at + 1 :])
        try:
            if named(run, out, number < by_command) != (1, change.file):
                missed.append(change)
        finally:
            file.write_bytes(good)
    return missed


def main() -> None:
    """Print what was found; the exit code says whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20171115)
    parser.add_argument("--run", type=Path, help="a run folder; without it the pilot year is run")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="wiwak-") as place:
        room = Path(place)
        run = Path(shutil.copytree(asked.run or made_run(room), room / "lauf"))
        wanted = list(changes(run, asked.count, asked.seed))
        missed = unnoticed(run, room / "bericht", wanted, BY_COMMAND)
    for change in missed:
        print(f"missed: {change}")
    files = len({change.file for change in wanted})
    print(f"{len(wanted)} changed bytes in {files} files: {len(wanted) - len(missed)} found and named, {len(missed)} missed")
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
