"""Grids for trials: many runs of one delivery, or of deliveries that share nothing; and the driver's process."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.fanout.drive import COMMAND
from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import HOME_VARIABLE, PILOT

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
SCENARIOS = ("basis", "hoch", "niedrig", "stress")
FIRST_DAY = date(2017, 11, 15)


def of_one_delivery(file: Path, runs: int) -> Path:
    """The shipped pilot year under all scenarios on as many days as it takes; runs: a multiple of four, or fewer than four."""
    scenarios = SCENARIOS[: min(runs, len(SCENARIOS))]
    days = [(FIRST_DAY + timedelta(days=7 * place)).isoformat() for place in range(runs // len(scenarios))]
    return _write(file, [PILOT], scenarios, days)


def of_strangers(file: Path, runs: int) -> Path:
    """As many deliveries, each with a file that only it has: no run finds a result that another computed."""
    names = []
    for place in range(runs):
        copy = file.parent / "lieferungen" / f"lieferung-{place + 1:02d}"
        if not copy.exists():
            shutil.copytree(shipped("data") / PILOT, copy)
            (copy / "notiz.txt").write_text(f"{place}\n", encoding="utf-8")
        names.append(copy.relative_to(file.parent).as_posix())
    return _write(file, names, SCENARIOS[:1], [FIRST_DAY.isoformat()])


def of_one_content(file: Path, runs: int) -> Path:
    """The shipped pilot year and copies of it under other names, two scenarios where that gives as many runs: each run is one of its own,
    but on a machine those of a scenario find the results that one of them computed."""
    scenarios = SCENARIOS[: 1 + (runs % 2 == 0)]
    names = [PILOT]
    for place in range(2, runs // len(scenarios) + 1):
        copy = file.parent / "gleiche" / f"gleich-{place:02d}"
        if not copy.exists():
            shutil.copytree(shipped("data") / PILOT, copy)
        names.append(copy.relative_to(file.parent).as_posix())
    return _write(file, names, scenarios, [FIRST_DAY.isoformat()])


def _write(file: Path, deliveries: list[str], scenarios: tuple[str, ...], days: list[str]) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"deliveries: {json.dumps(deliveries)}", f"scenarios: {json.dumps(scenarios)}", f"as_of: [{', '.join(days)}]"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def paths(source: Path = SOURCE) -> str:
    """For PYTHONPATH: a package, and these trials."""
    return f"{source}{os.pathsep}{ROOT}"


@dataclass(frozen=True)
class Driver:
    """The process of a grid. small: three small notebooks for each run instead of `wiwak run`; source: where the package is found."""

    grid: Path
    out: Path
    home: Path
    small: bool
    environment: Mapping[str, str]
    source: Path = SOURCE

    def begin(self, *words: str) -> "subprocess.Popen[str]":
        """Start it. words: further options."""
        own = {HOME_VARIABLE: str(self.home), "PYTHONPATH": paths(self.source)}
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(self.grid), str(self.out), *(["--small"] if self.small else []), *words],
            env={**os.environ, **self.environment, **own}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def ended(self, process: "subprocess.Popen[str]") -> dict[str, Any]:
        """What it says at its end. Raises RuntimeError where it failed."""
        made, said = process.communicate()
        if process.returncode:
            raise RuntimeError(said)
        found: dict[str, Any] = json.loads(made)
        if found["failed"]:
            raise RuntimeError(str(found["failed"]))
        return found

    def run(self, *words: str) -> dict[str, Any]:
        """Make the grid in an empty folder; what is said at the end."""
        shutil.rmtree(self.out, ignore_errors=True)
        return self.ended(self.begin(*words))
