"""How long all papers of the shipped pilot year take beside the drawing of their pictures alone: `python -m benchmarks.papers.speed`.

Each measurement has a process of its own. A turn measures both, the one right after the other, and every second turn the other way round.
Exit code 1 where the median of the turns' ratios is above 2.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.papers.building import Built
from wiwak_eval import german
from wiwak_eval.study.paper_list import readers
from wiwak_eval.study.study import open_study

TURNS = 5
MOST = 2.0
"""Times the pictures alone that all papers may take."""
COLUMNS = (
    "Bilder allein (s)",
    "alle Unterlagen (s)",
    "Verhältnis",
    "Rechenzeit Bilder (s)",
    "Rechenzeit Unterlagen (s)",
    "Verhältnis der Rechenzeit",
)
HEADER = f"| Durchgang | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}"
EACH_HEADER = "| nacheinander | auf der Uhr (s) | Rechenzeit (s) |\n|---|---:|---:|"


@dataclass(frozen=True)
class Turn:
    """One pair of measurements."""

    charts: Built
    papers: Built

    @property
    def ratio(self) -> float:
        """Papers to pictures, on the clock."""
        return self.papers.wall / self.charts.wall

    @property
    def work(self) -> float:
        """The same in processor time: what it would be with one core."""
        return self.papers.processor / self.charts.processor


def in_a_process(what: str, kept: Path) -> dict[str, Any]:
    """What `benchmarks.papers.building` printed."""
    asked = [sys.executable, "-m", "benchmarks.papers.building", what, str(kept)]
    found: dict[str, Any] = json.loads(subprocess.run(asked, stdout=subprocess.PIPE, check=True, text=True).stdout)
    return found


def turn(number: int, kept: Path) -> Turn:
    """One pair, the second first in every second turn."""
    order = ("charts", "papers") if number % 2 else ("papers", "charts")
    found = {what: Built(**in_a_process(what, kept)) for what in order}
    return Turn(found["charts"], found["papers"])


def table(turns: Sequence[Turn]) -> list[str]:
    """The turns and, below them, the median of each column."""
    numbers = [(one.charts.wall, one.papers.wall, one.ratio, one.charts.processor, one.papers.processor, one.work) for one in turns]
    middle = [median(column) for column in zip(*numbers, strict=True)]
    named = [*((str(place), row) for place, row in enumerate(numbers, start=1)), ("**Median**", middle)]
    return [HEADER, *(f"| {name} | {' | '.join(german.number(number, 2) for number in row)} |" for name, row in named)]


def each_table(found: Mapping[str, Built], files: Collection[str]) -> list[str]:
    """What each paper takes by itself once the pictures are drawn."""
    named = [(f"`{name}`" if name in files else "alle Bilder", one) for name, one in found.items()]
    return [EACH_HEADER, *(f"| {name} | {german.number(one.wall, 2)} | {german.number(one.processor, 2)} |" for name, one in named)]


def missed(turns: Sequence[Turn]) -> list[str]:
    """What is not kept, in words."""
    ratio = median(one.ratio for one in turns)
    return [f"all papers take {ratio:.2f} times the pictures"] if ratio > MOST else []


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time of all papers beside the time of their pictures.")
    parser.add_argument("--turns", type=int, default=TURNS, help="pairs of measurements")
    parser.add_argument("--out", type=Path, help="Markdown file to write the tables to")
    asked = parser.parse_args()
    study = open_study()
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "content.pickle"
        kept.write_bytes(pickle.dumps((study.content, dict(study.released), study.years)))
        turns = [turn(number, kept) for number in range(1, asked.turns + 1)]
        alone = {name: Built(**one) for name, one in in_a_process("each", kept).items()}
    cores = f"{os.cpu_count()} Kerne; jede Messung in einem eigenen Prozess, Bibliotheken vorher geladen, nichts zwischengespeichert."
    lines = [cores, "", *table(turns), "", *each_table(alone, readers(study.years))]
    print("\n".join(lines))
    if asked.out is not None:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = missed(turns)
    if faults:
        raise SystemExit("; ".join(faults))


if __name__ == "__main__":
    main()
