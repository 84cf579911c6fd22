"""Time, memory and error of the budget's simulation on the shipped pilot year: `python -m benchmarks.budget.speed`.

Each size is measured in a process of its own. Exit code 1 where a limit is missed: more than 500 MB, an error of P80 of 0.5 % or more, or a
time that does not grow in proportion.
"""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.budget.measured import Measured
from wiwak_eval import german
from wiwak_eval.budget.risk.building import build
from wiwak_eval.budget.risk.exact import exact
from wiwak_eval.budget.risk.inputs import Inputs
from wiwak_eval.budget.risk.model import RiskModel
from wiwak_eval.results import NotAssessable
from wiwak_eval.study import open_study

SIZES = (100_000, 300_000, 1_000_000)
TURNS = 3
MOST_MEGABYTES = 500
LARGEST_ERROR = 0.005
STRAIGHT = 1.5
"""The time of a draw may differ by this factor between the sizes: caches, and other processes on the machine."""
HEADER = (
    "| Ziehungen | Sekunden Rechenzeit | je 100.000 | davon Zufallszahlen | davon Werte daraus | Speicher (MB) | Fehler von P80 |\n"
    "|---:|---:|---:|---:|---:|---:|---:|"
)


def pilot_model() -> tuple[RiskModel, Inputs, int]:
    """Model and inputs of the shipped pilot year, and the seed of its simulation."""
    study = open_study()
    caseload = study.forecast.caseload
    if isinstance(caseload, NotAssessable):
        raise SystemExit(caseload.reason)
    base = exact(study.records, caseload, study.assumptions.part())
    seed = int(study.assumptions.decimal("forecast_seed", study.records.provenance.period_to))
    return *build(base), seed


def in_a_process(model: Path, draws: int, seed: int) -> Measured:
    """One measurement."""
    asked = [sys.executable, "-m", "benchmarks.budget.measured", str(model), str(draws), str(seed)]
    return Measured(**json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stdout))


def of_turns(turns: list[Measured]) -> Measured:
    """The turn of the median time; memory as the most of all."""
    middle = median(turn.seconds for turn in turns)
    nearest = min(turns, key=lambda turn: abs(turn.seconds - middle))
    return Measured(**{**vars(nearest), "megabytes": max(turn.megabytes for turn in turns)})


def line(one: Measured) -> str:
    """One line of the table."""
    shares = (printed(part / one.seconds, 0) for part in (one.random, one.values))
    amounts = (german.number(one.draws), german.number(one.seconds, 2), german.number(one.seconds / one.draws * 100_000, 2))
    return f"| {' | '.join((*amounts, *shares, german.number(one.megabytes), printed(one.error_of_paths, 2)))} |"


def printed(share: float, decimals: int) -> str:
    """A share as the handbook prints it, with a plain blank."""
    return german.percent(share, decimals).replace(german.NARROW_SPACE, " ")


def missed(found: list[Measured]) -> list[str]:
    """What is not kept, in words."""
    each = [one.seconds / one.draws for one in found]
    return [
        *(f"{one.draws} draws hold {one.megabytes:.0f} MB" for one in found if one.megabytes > MOST_MEGABYTES),
        *(f"{one.draws} draws leave an error of {one.error_of_paths:.4f}" for one in found if one.error_of_paths >= LARGEST_ERROR),
        *(["the time does not grow in proportion"] if max(each) > STRAIGHT * min(each) else []),
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time, memory and error of the budget's simulation.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of draws")
    parser.add_argument("--turns", type=int, default=TURNS, help="measurements of each size")
    parser.add_argument("--out", type=Path, help="Markdown file to write the table to")
    asked = parser.parse_args()
    model, inputs, seed = pilot_model()
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "model.pickle"
        kept.write_bytes(pickle.dumps((model, inputs)))
        found = [of_turns([in_a_process(kept, draws, seed) for _ in range(asked.turns)]) for draws in asked.sizes]
    paths = german.number(inputs.paths.shape[1])
    print(f"{found[0].cells} Monate × Posten je Ziehung, {len(inputs.uncertain)} unsichere Größen, {paths} Verläufe der Fallzahl")
    lines = [HEADER, *map(line, found)]
    print("\n".join(lines))
    if asked.out is not None:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = missed(found)
    if faults:
        raise SystemExit("; ".join(faults))


if __name__ == "__main__":
    main()
