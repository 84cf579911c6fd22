"""How long `make audit` takes beside nbval over one notebook after another: `python -m benchmarks.running.audit_speed`.

Both compute every result anew: each begins with an empty state folder, which the notebooks of the one loop share as those of the audit do.
A turn does both once, every second turn the other way round. Exit code 1 where the target is missed.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.running.timing import PROGRAMS, Took, took
from wiwak_eval import german

ROOT = Path(__file__).parents[2]
TURNS = 3
MOST = 0.6


@dataclass(frozen=True)
class Turn:
    """One measurement of each."""

    serial: Took
    audit: Took

    @property
    def ratio(self) -> float:
        """Audit to loop, on the clock."""
        return self.audit.wall / self.serial.wall


def serial(notebooks: Sequence[Path] = tuple(sorted(ROOT.glob("notebooks/*.ipynb")))) -> Took:
    """nbval over one notebook after another, in one process each."""
    pytest = [str(PROGRAMS / "pytest"), "--nbval", "--nbval-current-env", "-p", "no:cacheprovider"]
    with tempfile.TemporaryDirectory() as state:
        return took([[*pytest, str(notebook)] for notebook in notebooks], ROOT, {"WIWAK_HOME": state})


def audit() -> Took:
    """`make audit`, which makes its own empty state folder."""
    return took([["make", "--no-print-directory", "audit"]], ROOT, {})


MEASURED: Mapping[str, Callable[[], Took]] = {"serial": serial, "audit": audit}


def turn(number: int, measured: Mapping[str, Callable[[], Took]] = MEASURED) -> Turn:
    """Both, in turns the one and the other first."""
    order = ("serial", "audit") if number % 2 else ("audit", "serial")
    found = {name: measured[name]() for name in order}
    return Turn(found["serial"], found["audit"])


def table(turns: Sequence[Turn]) -> list[str]:
    """The turns, their medians, and whether the target is met by these figures."""
    numbers = [(one.serial.wall, one.audit.wall, one.ratio) for one in turns]
    middle = [median(column) for column in zip(*numbers, strict=True)]
    named = [*((str(place), row) for place, row in enumerate(numbers, start=1)), ("**Median**", middle)]
    rows = [
        f"| {name} | {german.number(one, 1)} | {german.number(other, 1)} | {german.number(ratio, 2)} |"
        for name, (one, other, ratio) in named
    ]
    head = ["| Durchgang | nbval, ein Notebook nach dem anderen (s) | `make audit` (s) | Verhältnis |", "|---|---:|---:|---:|"]
    word = "verfehlt" if missed(turns) else "erreicht"
    return [*head, *rows, "", f"Höchstens {german.number(MOST, 1)}: {word}."]


def missed(turns: Sequence[Turn]) -> list[str]:
    """What is not kept, in words."""
    ratio = median(one.ratio for one in turns)
    return [f"the audit takes {ratio:.2f} times nbval over one notebook after another"] if ratio > MOST else []


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time of make audit beside nbval over one notebook after another.")
    parser.add_argument("--turns", type=int, default=TURNS, help="pairs of measurements")
    parser.add_argument("--out", type=Path, help="Markdown file to write the table to")
    asked = parser.parse_args()
    turns = [turn(number) for number in range(1, asked.turns + 1)]
    lines = [f"{os.cpu_count()} Kerne; in einem Zug gemessen, jede Messung mit leerem Zustand.", "", *table(turns)]
    print("\n".join(lines))
    if asked.out is not None:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = missed(turns)
    if faults:
        raise SystemExit("; ".join(faults))


if __name__ == "__main__":
    main()
