"""The page's script against the exact engine, point by point: `python -m benchmarks.calculator.compare`.

Every scenario of the shipped pilot, as the house and as the public see it: all corners, both sides of each threshold of posts, and random
points. Exit code 1 where a single cent differs.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.calculator.engine import Engine
from benchmarks.calculator.points import corners, random_points, thresholds
from benchmarks.calculator.script import by_script
from wiwak_eval import german
from wiwak_eval.budget.calculator.coefficients import coefficients
from wiwak_eval.budget.calculator.pay_rounds import ASSUMED, pay_rounds
from wiwak_eval.budget.posts.lines import post_lines
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.publication.calculator.building import COEFFICIENTS
from wiwak_eval.results import NotAssessable, ReleasedTable
from wiwak_eval.shipped import shipped
from wiwak_eval.study.study import Study, open_study

LEVELS = ("intern", "oeffentlich")
HEADER = (
    "| Szenario | Fassung | Ecken und Schwellen | Zufallspunkte | Abweichungen | Tabelle (kB) | Sekunden Engine | Sekunden Skript |\n"
    "|---|---|---:|---:|---:|---:|---:|---:|"
)


@dataclass(frozen=True)
class Compared:
    """One scenario for one circle of readers. different: points where a cent differs; size: bytes of the table; seconds: engine, script."""

    scenario: str
    level: str
    special: int
    random: int
    different: int
    size: int
    engine: float
    script: float


def compared(study: Study, count: int, seed: int) -> Compared:
    """Hold `count` random points and all special ones against the engine. Raises SystemExit where there is no calculator."""
    calculator, caseload = study.content.calculator, study.forecast.caseload
    if calculator is None or calculator.refusal or isinstance(caseload, NotAssessable):
        raise SystemExit("there is no calculator to compare")
    years = coefficients({name: table for name in COEFFICIENTS if isinstance(table := study.released[name], ReleasedTable)})
    special = [*corners(years), *thresholds(years, ASSUMED)]
    points = [*special, *random_points(years, count, seed)]
    before = time.perf_counter()
    found = by_script(calculator.data, years, points)
    between = time.perf_counter()
    exact = _engine(study, caseload)
    kind = exact.own if study.level.value == LEVELS[0] else exact.coarse
    different = sum(one != kind(point) for one, point in zip(found, points, strict=True))
    spent = time.perf_counter() - between
    return Compared(study.scenario.label, study.level.value, len(special), count, different, len(calculator.data), spent, between - before)


def _engine(study: Study, caseload: Caseload) -> Engine:
    groups = sorted({line.group for year in caseload.years for line in post_lines(study.records, study.assumptions, year)})
    rounds = pay_rounds(study.assumptions, groups, date(caseload.years[-1], 12, 31), study.other_scenarios)
    return Engine(study.records, caseload, study.assumptions, rounds)


def line(one: Compared) -> str:
    """One line of the table."""
    counts = (german.number(number) for number in (one.special, one.random, one.different))
    measured = (german.number(one.size / 1000, 1), german.number(one.engine, 1), german.number(one.script, 1))
    return f"| {' | '.join((one.scenario, one.level, *counts, *measured))} |"


def all_compared(points: int) -> Iterator[Compared]:
    """Every scenario and level, with an equal part of the points each."""
    names = sorted(path.stem for path in (shipped("data") / "scenarios").glob("*.yaml"))
    each = -(-points // (len(names) * len(LEVELS)))
    for seed, (name, level) in enumerate((name, level) for name in names for level in LEVELS):
        yield compared(open_study(scenario=name, release=level), each, seed)


def main() -> int:
    """Print the table, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=5000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    print(HEADER)
    lines, wrong = [HEADER], 0
    for one in all_compared(asked.points):
        print(line(one), flush=True)
        lines.append(line(one))
        wrong += one.different
    if asked.out:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
