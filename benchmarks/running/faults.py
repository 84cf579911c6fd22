"""Faults done to a run of the miniature, each seeded: kills, time-outs, a full disk; then the next run, and what came of both."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from benchmarks.running.after_fault import MARKER, digest, end_all, left_alive, left_behind, processes, torn
from benchmarks.running.miniature import MISCHIEF
from wiwak_eval.study.kernel_process import LONGEST

TARGETS = ("driver", "worker", "kernel")
COMMAND = "from benchmarks.running.miniature import main; main()"
"""As the command `wiwak` does: what runs is no file that workers would have to read too."""
UNFORESEEN = "den es nicht kennt"
"""What the command says of an error that nobody thought of."""
LIMIT = "full disk, as a limit on the length of files"
"""Kind of a trial where no file system can be mounted."""
PATIENCE = 180.0
"""Seconds after which a run that has not ended counts as hanging."""


@dataclass(frozen=True)
class Ground:
    """Where trials take place. notebooks: the three; root: an empty folder for a trial; expected: digest of an undisturbed run folder."""

    notebooks: Path
    root: Path
    expected: str = ""
    usual: float = 4.0
    marker: str = field(default_factory=lambda: uuid4().hex)

    @property
    def out(self) -> Path:
        """Where the run folder is made."""
        return self.root / "reports"

    @property
    def home(self) -> Path:
        """The state folder."""
        return self.root / "home"

    @property
    def temporary(self) -> Path:
        """Where sockets lie."""
        return self.root / "tmp"

    def __post_init__(self) -> None:
        if len(str(self.temporary)) > LONGEST:
            raise ValueError("sockets would lie elsewhere: the trial needs a folder with a shorter name")

    def broken(self) -> list[str]:
        """What else is torn here, after a fault."""
        return []

    def begin(self, variables: Mapping[str, str] | None = None, limit: int | None = None) -> "subprocess.Popen[str]":
        """Start a run. limit: bytes that a file may have."""
        for folder in (self.out, self.home, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)  # a folder takes no room of a file system in memory
        own = {MARKER: self.marker, "WIWAK_HOME": str(self.home), "TMPDIR": str(self.temporary)}
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(self.notebooks), str(self.out)],
            env={**os.environ, **own, **(variables or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
            preexec_fn=None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # noqa: PLW1509
        )  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """What came of a fault. faults: everything that should not be; empty where all is well. ended: how the disturbed run ended."""

    kind: str
    ended: str
    faults: tuple[str, ...]
    seconds: float


def kill_trial(ground: Ground, seed: int) -> Trial:
    """Kill driver, worker or kernel at a random time of a run."""
    chance = random.Random(seed)
    target, moment = chance.choice(TARGETS), chance.uniform(0.0, 1.3 * ground.usual)
    return killed(ground, chance, target, lambda _: time.sleep(moment))


def killed(ground: Ground, chance: random.Random, target: str, wait: Callable[["subprocess.Popen[str]"], None]) -> Trial:
    """Kill a process of a kind after a wait, or as soon as there is one."""

    def disturb(run: "subprocess.Popen[str]") -> None:
        wait(run)
        while run.poll() is None:
            if numbers := [process.number for process in processes(ground.marker) if process.kind == target]:
                try:
                    os.kill(chance.choice(numbers), signal.SIGKILL)
                except ProcessLookupError:
                    continue
                return
            time.sleep(0.01)

    return _trial(ground, f"kill {target}", disturb)


def timeout_trial(ground: Ground, seed: int, seconds: int = 2) -> Trial:
    """Have a cell hang, or swallow every interrupt."""
    mischief = random.Random(seed).choice(("hang", "swallow"))
    return _trial(ground, f"time-out ({mischief})", lambda _: None, {MISCHIEF: mischief, "WIWAK_CELL_TIMEOUT": str(seconds)})


def limit_trial(ground: Ground, seed: int) -> Trial:
    """Let no file be longer than some bytes: what can be had of a full disk without mounting one."""
    chance = random.Random(seed)
    limit = chance.choice((0, 1, chance.randrange(100, 2_000), chance.randrange(2_000, 150_000)))
    return _trial(ground, f"{LIMIT} ({limit} bytes)", lambda _: None, limit=limit)


def _trial(
    ground: Ground,
    kind: str,
    disturb: Callable[["subprocess.Popen[str]"], None],
    variables: Mapping[str, str] | None = None,
    limit: int | None = None,
) -> Trial:
    start = time.monotonic()
    run = ground.begin(variables, limit)
    disturb(run)
    ended, faults = how_it_ended(run)
    faults += after(ground)
    faults += next_run(ground)
    return Trial(kind, ended, tuple(faults), time.monotonic() - start)


def how_it_ended(run: "subprocess.Popen[str]") -> tuple[str, list[str]]:
    """How a disturbed run ended, and what it should not have said."""
    try:
        said = run.communicate(timeout=PATIENCE)[1]
    except subprocess.TimeoutExpired:
        run.kill()
        run.communicate()
        return "hung", ["the run hung"]
    if run.returncode == -signal.SIGKILL:
        return "killed", []
    faults = [f"a traceback was printed: {said[-600:]}"] if "Traceback" in said else []
    if run.returncode == 0:
        return "completed", faults
    last = said.strip().splitlines()[-1] if said.strip() else ""
    if run.returncode != 2 or not last.startswith("Fehler: ") or UNFORESEEN in last:
        faults.append(f"exit code {run.returncode} and „{last}“")
    return "told", faults


def after(ground: Ground) -> list[str]:
    """What a disturbed run left that it should not have: living processes, torn files."""
    alive = left_alive(ground.marker)
    end_all(ground.marker)
    return [f"orphan {process.kind}" for process in alive] + [f"torn {name}" for name in torn(ground.out, ground.home)] + ground.broken()


def next_run(ground: Ground) -> list[str]:
    """What is wrong with the next run, undisturbed."""
    run = ground.begin()
    try:
        folder, said = run.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        run.kill()
        return ["the next run hung"]
    if run.returncode != 0:
        return [f"the next run ended with {run.returncode}: {said.strip()[-300:]}"]
    faults = [] if digest(Path(folder.strip())) == ground.expected else ["the next run differs"]
    faults += [f"left behind {name}" for name in left_behind(ground.out, ground.home, ground.temporary)]
    return (
        faults
        + [f"orphan {process.kind}" for process in left_alive(ground.marker)]
        + [f"torn {name}" for name in torn(ground.out, ground.home)]
    )
