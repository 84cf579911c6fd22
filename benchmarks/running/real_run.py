"""The real `wiwak run` with three notebooks, to be killed: the shipped ones cut after their first result, all else as it is.

Covered are the whole command and all it starts: results, reuse, warming, papers, kept notebooks, auditor's package, ledger, seal, rename,
catalogue, forecast book. Each trial begins with the results that an undisturbed run kept, every other with its papers too; none with a
notebook, a release or a forecast.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.running.after_fault import MARKER, digest
from benchmarks.running.faults import TARGETS, Ground, Trial, killed
from wiwak_eval.audit.programme import unpack_programme, write_programme
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.book_lines import FORECAST_BOOK
from wiwak_eval.study.home import PILOT
from wiwak_eval.study.release_ledger import RELEASE_LEDGER
from wiwak_eval.study.sealed_file import read_book

COMMAND = "from wiwak_eval.cli import main; main()"
NOTEBOOKS = ("01", "05", "06")
"""How the names begin of the notebooks that are run."""
CELLS = 5
"""Cells that are left of each: title, parameters, the study, a heading, a result."""
LEDGER = "release_ledger.jsonl"
BOOKS = {LEDGER: RELEASE_LEDGER, "forecast_book.jsonl": FORECAST_BOOK}
"""Books of a state folder."""
LIFE = {"driver": 1.1, "worker": 0.7, "kernel": 0.5}
"""Share of a run's time in which there is such a process; a little more for the driver."""
LATE = 0.8
"""Seconds from the entry in the ledger to the end of a run, and a little more."""
KEPT = ("results", "papers")
"""What a trial finds in its state folder."""


@dataclass(frozen=True)
class RealGround(Ground):
    """Where a real run is killed. notebooks: those of an unpacked programme; seed: state folder to begin with; books: as they shall be."""

    seed: Path = Path()
    books: Mapping[str, bytes] = field(default_factory=dict)

    def begin(self, variables: Mapping[str, str] | None = None, limit: int | None = None) -> "subprocess.Popen[str]":
        """Start the command. limit: not for this run."""
        assert limit is None
        for folder in (self.out, self.home, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        own = {MARKER: self.marker, "WIWAK_HOME": str(self.home), "TMPDIR": str(self.temporary)}
        own["PYTHONPATH"] = str(self.notebooks.parent / "src")
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, "run", "--out", str(self.out)],
            env={**os.environ, **own, **(variables or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip

    def broken(self) -> list[str]:
        """Books that cannot be read line by line, and a catalogue that is not whole."""
        found = []
        for name, script in BOOKS.items():
            try:
                read_book(self.home / name, script)
            except GermanError as error:
                found.append(f"torn {name}: {error}")
        catalogue = self.out / "index.html"
        if catalogue.exists() and not catalogue.read_text(encoding="utf-8").rstrip().endswith("</html>"):
            found.append("torn index.html")
        return found

    def ended(self) -> list[str]:
        """What is wrong once the next run has completed: books other than of an undisturbed run, a run the catalogue does not name."""
        runs = [path.name for path in self.out.glob("[0-9a-f]" * 12)]
        catalogue = (self.out / "index.html").read_text(encoding="utf-8")
        return [
            *self.broken(),
            *(f"other lines in {name}" for name, lines in self.books.items() if _lines(self.home / name) != lines),
            *([] if len(runs) == 1 else [f"{len(runs)} run folders"]),
            *(f"the catalogue does not name {run}" for run in runs if run not in catalogue),
        ]


def small_programme(folder: Path) -> Path:
    """The running programme unpacked, with the shipped delivery and three notebooks that are cut; gives the folder of the notebooks."""
    folder.mkdir(parents=True)
    write_programme(folder / "programm.zip")
    unpack_programme(folder / "programm.zip", folder / "programme")
    shutil.copytree(shipped("data") / PILOT, folder / "programme" / "data" / PILOT)
    notebooks = folder / "programme" / "notebooks"
    for file in notebooks.glob("*.ipynb"):
        if not file.name.startswith(NOTEBOOKS):
            file.unlink()
            continue
        content = json.loads(file.read_text(encoding="utf-8"))
        content["cells"] = content["cells"][:CELLS]
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return notebooks


def prepared_real(folder: Path, state: Path | None = None) -> RealGround:
    """The programme, and what an undisturbed run makes of it. state: a folder with kept results of this programme; else all is computed.

    Raises RuntimeError where even that does not succeed.
    """
    ground = RealGround(small_programme(folder / "real"), folder / "undisturbed-real", seed=folder / "seed")
    if state is None:
        _run(ground)
        state = ground.root.rename(folder / "computed") / "home"
    shutil.copytree(state / "results", ground.home / "results")
    start = time.monotonic()
    made = _run(ground)
    usual = time.monotonic() - start
    for name in KEPT:
        shutil.copytree(ground.home / name, ground.seed / name)
    return replace(ground, expected=digest(made), usual=usual, books={name: _lines(ground.home / name) for name in BOOKS})


def real_kill_trial(ground: Ground, seed: int) -> Trial:
    """Kill driver, worker or kernel, in turn, at a random time of its life in a real run; then run again."""
    chance, target = random.Random(seed), TARGETS[seed % len(TARGETS)]
    moment = chance.uniform(0.0, LIFE[target] * ground.usual)
    return _real(ground, chance, target, lambda _: time.sleep(moment))


def late_kill_trial(ground: Ground, seed: int) -> Trial:
    """Kill the driver between its entry in the release ledger and its end: around seal, rename, catalogue and forecast book."""
    chance = random.Random(seed)
    moment = chance.uniform(0.0, LATE)

    def wait(run: "subprocess.Popen[str]") -> None:
        while run.poll() is None and not (ground.home / LEDGER).exists():
            time.sleep(0.01)
        time.sleep(moment)

    return _real(ground, chance, "driver", wait, " after the ledger's entry")


def _real(ground: Ground, chance: random.Random, target: str, wait: Callable[["subprocess.Popen[str]"], None], when: str = "") -> Trial:
    assert isinstance(ground, RealGround)
    _sow(ground, KEPT if chance.random() < 0.5 else KEPT[:1])
    trial = killed(ground, chance, target, wait)
    faults = [*trial.faults, *([] if trial.faults else ground.ended())]
    return replace(trial, kind=f"real run: {trial.kind}{when}", faults=tuple(faults))


def _sow(ground: RealGround, names: tuple[str, ...]) -> None:
    for name in names:
        shutil.copytree(ground.seed / name, ground.home / name)


def _run(ground: RealGround) -> Path:
    made, said = ground.begin().communicate()
    if not made:
        raise RuntimeError(said)
    return Path(made.strip())


def _lines(file: Path) -> bytes:
    with suppress(FileNotFoundError):
        return file.read_bytes()
    return b""
