"""How the time of a release and of an attack grows with the number of cells, as a Markdown table.

`python -m benchmarks.disclosure.growth`: one table of two attributes and four people for each cell, for the public and the committee.
"""

import argparse
import time
from datetime import date

import numpy as np

from benchmarks.disclosure.adapter import attacked, defended
from benchmarks.disclosure.crowd import Trait, draw_people
from benchmarks.disclosure.tabulate import LEAVES, Layout, table_of
from benchmarks.disclosure.traits import month_of
from wiwak_eval import german
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.results import Dimension, Level, Measure, Table

CELLS = (50, 100, 200, 400, 800, 1600)
PEOPLE_FOR_EACH = 4
LEVELS = (Level.OEFFENTLICH, Level.GREMIUM)
HEADER = (
    "| Zahlen | Stufe | primär gesperrt | sekundär gesperrt | Freigabe, s | ein Angriff, s | Funde |\n|---:|---|---:|---:|---:|---:|---:|"
)


def grown_table(cells: int, seed: int = 1) -> Table:
    """A table of two attributes with all margins and about this many cells, sparse and skewed."""
    side = round(cells**0.5) - 1
    rng, month = np.random.default_rng(seed), month_of(4)
    attributes = [Dimension(name, name, tuple(f"{name} {number}" for number in range(side))) for name in ("Herkunft", "Gemeinde")]
    traits = [Trait(dimension, skew=0.7, shared=0.8, missing=0.0) for dimension in attributes]
    people = draw_people(rng, traits, month, cells * PEOPLE_FOR_EACH, once=True)
    layout = Layout("grown", tuple((dimension.name, (LEAVES,)) for dimension in attributes), ("persons",))
    dimensions = {dimension.name: dimension for dimension in attributes}
    return table_of(layout, people, dimensions, {"persons": Measure("persons", "Personen")})


def line(cells: int, level: Level) -> str:
    """One line of the Markdown table, measured."""
    table, origin = grown_table(cells), Origin("Landkreis Probe", "v1", date(2017, 1, 1), date(2017, 4, 30), simulated=True)
    start = time.perf_counter()
    outcome = defended([table], origin, level)
    released = time.perf_counter()
    attacked([table], origin, level, outcome)
    done = time.perf_counter()
    seconds = f"{german.number(released - start, 1)} | {german.number(done - released, 1)}"
    counts = f"{german.number(outcome.primary)} | {german.number(outcome.secondary)}"
    return f"| {german.number(len(outcome.disclosed.cells))} | {level} | {counts} | {seconds} | {len(outcome.found)} |"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time releases and attacks of growing tables.")
    parser.add_argument("--most", type=int, default=CELLS[-1], help="largest number of cells")
    asked = parser.parse_args()
    print(HEADER)
    for cells in (cells for cells in CELLS if cells <= asked.most):
        for level in LEVELS:
            print(line(cells, level), flush=True)


if __name__ == "__main__":
    main()
