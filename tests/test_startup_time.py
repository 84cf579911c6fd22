"""How long a person waits before anything happens, held against the start of Python itself in the same moment."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

BARE = [sys.executable, "-c", "pass"]
HELP = [str(Path(sys.executable).with_name("wiwak")), "--help"]
IMPORT = [sys.executable, "-c", "import wiwak_eval"]
TURNS, ROUNDS = 20, 4


def seconds(command: list[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def ratio(command: list[str], turns: int = TURNS) -> float:
    """Median of a command's times over the median of bare Python's, one of each a turn."""
    pairs = [(seconds(command), seconds(BARE)) for _ in range(turns)]
    own, bare = zip(*pairs, strict=True)
    return median(own) / median(bare)


def best_ratio(command: list[str], most: float) -> float:
    """The smallest of some rounds: what else the machine does can only add to it; a round that keeps the limit is enough."""
    found = []
    for _ in range(ROUNDS):
        found.append(ratio(command))
        if found[-1] <= most:
            break
    return min(found)


@pytest.mark.parametrize(("command", "most"), [(IMPORT, 3.0), (HELP, 5.0)], ids=["import", "help"])
def test_start_takes_few_times_the_start_of_python(command: list[str], most: float) -> None:
    assert best_ratio(command, most) <= most


def test_a_slow_start_would_be_noticed() -> None:
    assert ratio([sys.executable, "-c", "import wiwak_eval.study.study"], turns=3) > 5.0
