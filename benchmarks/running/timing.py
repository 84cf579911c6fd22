"""Commands timed from outside: clock and processor, with everything that they start."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

PROGRAMS = Path(sys.executable).parent
"""Folder of the environment's commands."""
BARE = (sys.executable, "-c", "pass")
ONE_THREAD = {"MPLBACKEND": "agg", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
"""What the kernels of a run are given (`study.kernel`), for the others too: none may win by more or fewer threads."""


@dataclass(frozen=True)
class Took:
    """wall, processor: seconds; said: what the commands wrote to stderr."""

    wall: float
    processor: float
    said: str = ""


def took(commands: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]) -> Took:
    """Run commands one after another. Raises RuntimeError with the last words of one that failed."""
    before, begun, said = _processor(), perf_counter(), []
    for command in commands:
        ended = subprocess.run(
            command, cwd=folder, env={**os.environ, **ONE_THREAD, **environment}, check=False, capture_output=True, text=True
        )
        said.append(ended.stderr)
        if ended.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))}: {(ended.stdout + ended.stderr)[-2000:]}")
    return Took(perf_counter() - begun, _processor() - before, "".join(said))


def start_ratio(command: Sequence[str], turns: int) -> float:
    """Median of a command's times over the median of bare Python's, one of each a turn."""
    here = Path.cwd()
    own, bare = zip(*((took([command], here, {}).wall, took([BARE], here, {}).wall) for _ in range(turns)), strict=True)
    return median(own) / median(bare)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
