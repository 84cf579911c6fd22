"""A run made again, in an empty folder, by a process of its own that knows nothing but what the run knew."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.sums import SUMS
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.records.key import KEY_VARIABLE
from wiwak_eval.study.home import HOME_VARIABLE
from wiwak_eval.study.kernel_process import die_with

_RUN = "from wiwak_eval.cli import main; main()"
_PROGRESS = re.compile(r"\[\d+/\d+\]")
"""Lines that are passed on; that something was entered in a book would be misread: it is the book of an empty folder."""
_KEPT = (KEY_VARIABLE,)
"""Of the programme's own variables only these reach the process."""


@dataclass(frozen=True)
class Again:
    """folder: the run made again, None where it failed; last: what the process said last."""

    folder: Path | None
    last: str


def clean_environment(home: Path, path: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment without this programme's variables, with an own state folder and the programme found in `path` first."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WIWAK_") or name in _KEPT}
    return {**kept, HOME_VARIABLE: str(home), "PYTHONPATH": str(path), **more}


def run_again(
    claimed: Claimed, delivery: str, python: Path, room: Path, environment: Mapping[str, str], say: Callable[[str], None]
) -> Again:
    """Make the run again below `room`, an empty folder. `say` hears of each notebook. The process ends with this one, however that ends."""
    out = room / "reports"
    room.mkdir(parents=True, exist_ok=True)
    command = [str(python), "-c", _RUN, "run", *_arguments(claimed, delivery), "--out", str(out)]
    last = "ohne Meldung"
    with subprocess.Popen(
        command, cwd=room, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
        preexec_fn=die_with(os.getpid()),  # noqa: PLW1509  # this process has one thread
    ) as process:  # fmt: skip
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if not line.strip():
                    continue
                last = line.strip()
                if _PROGRESS.match(last):
                    say(f"    {last}")
        except BaseException:  # this process is to end: first the other, with all that it began, then the room they work in
            process.terminate()
            process.wait()
            raise
    made = [folder for folder in out.glob("*") if (folder / SUMS).is_file()] if process.returncode == 0 else []
    return Again(made[0] if made else None, last)


def _arguments(claimed: Claimed, delivery: str) -> Sequence[str]:
    asked = claimed.parameters
    losses = ["--accept-losses"] if asked.accept_losses else []
    limit = ["--max-rejected", str(asked.max_rejected)]
    return [delivery, "--scenario", asked.scenario, "--as-of", asked.as_of, "--release", asked.release, *losses, *limit]
