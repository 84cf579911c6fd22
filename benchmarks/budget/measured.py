"""One simulation, timed in a process of its own: `python -m benchmarks.budget.measured MODEL DRAWS SEED` prints what it took as JSON.

The model comes as a pickle that the same run wrote: a process that reads a delivery and forecasts would measure that as well.
"""

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from wiwak_eval.budget.risk.draws import simulate, uniforms
from wiwak_eval.budget.risk.inputs import Floats, Inputs
from wiwak_eval.budget.risk.model import RiskModel
from wiwak_eval.budget.risk.quantiles import LEVELS, standard_error

T = TypeVar("T")


@dataclass(frozen=True)
class Measured:
    """seconds: processor time of the simulation; random: of these, drawing uniform numbers; values: turning them into values of the inputs;
    megabytes: the most the process held, libraries included; before: what it held before the first draw; cells: months times items of a
    draw; error: Monte Carlo error of P80 of the two years' total, as a share of it, by the draws alone; error_of_paths: the same counting
    no more draws than the forecast has paths."""

    draws: int
    seconds: float
    random: float
    values: float
    megabytes: float
    before: float
    cells: int
    error: float
    error_of_paths: float


class Clock:
    """Adds up the time of what it is asked to do."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, compute: Callable[[], T]) -> T:
        """The result, its time counted."""
        began = time.process_time()
        try:
            return compute()
        finally:
            self.seconds += time.process_time() - began


@dataclass(frozen=True)
class TimedInputs(Inputs):
    """Inputs that count the time of turning uniform numbers into values."""

    clock: Clock

    def at(self, uniforms: Floats) -> dict[str, Floats]:
        """As `Inputs.at`."""
        return self.clock.timed(lambda: super(TimedInputs, self).at(uniforms))


def held() -> float:
    """Most memory that this program held so far, in megabytes.

    The kernel's own mark where there is one: `getrusage` still counts what the parent held when it started this process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(model: RiskModel, inputs: Inputs, draws: int, seed: int) -> Measured:
    """Simulate once. Quantiles are not part of the time."""
    random, values = Clock(), Clock()
    timed = TimedInputs(inputs.values, inputs.paths, inputs.contacts, values)

    def source(given: Inputs, count: int, start: int) -> Iterator[Floats]:
        numbers = uniforms(given, count, start)
        while (drawn := random.timed(lambda: next(numbers, None))) is not None:
            yield drawn

    before, began = held(), time.process_time()
    sample = simulate(model, timed, draws, seed, source)
    seconds = time.process_time() - began
    megabytes, total = held(), sample.outcome.total.sum(axis=0)
    p80 = float(np.quantile(total, LEVELS["p80"]))
    errors = (standard_error(total, LEVELS["p80"], independent) / p80 for independent in (None, sample.paths))
    cells = sum(year.amounts.shape[2] * year.amounts.shape[3] for year in model.years)
    return Measured(draws, seconds, random.seconds, values.seconds, megabytes, before, cells, *errors)


if __name__ == "__main__":
    given_model, given_inputs = pickle.loads(Path(sys.argv[1]).read_bytes())
    print(json.dumps(asdict(measure(given_model, given_inputs, int(sys.argv[2]), int(sys.argv[3])))))
