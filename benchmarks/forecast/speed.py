"""How many series a second, on one thread, beside AutoETS in the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.forecast.measure import bench_module
from wiwak_eval.forecast.series import LEARNED, forecast

AHEAD = 24
COPIES = 10
TURNS = 5


@dataclass(frozen=True)
class Speed:
    """Series a second: single calls, the batch form, AutoETS; medians of five interleaved turns."""

    single: float
    batch: float
    auto_ets: float


def measure_speed(bench: Path) -> Speed:
    """Times the panel's histories of twelve months: every tenth for AutoETS, ten copies of all in batches."""
    histories = np.array([task.history for task in bench_module(bench, "tasks").make_tasks("open", 12)])
    auto_ets = bench_module(bench, "peers").auto_ets
    some, many = histories[::10], np.tile(histories, (COPIES, 1))

    def one_by_one() -> int:
        return len([forecast(history, AHEAD, LEARNED) for history in some])

    def together() -> int:
        return len(forecast.many(many, AHEAD, LEARNED))

    def peer() -> int:
        return len([auto_ets(history, AHEAD, LEARNED) for history in some])

    for work in (one_by_one, together, peer):
        work()
    turns = [[_rate(work) for work in (one_by_one, together, peer)] for _ in range(TURNS)]
    single, batch, ets = np.median(np.array(turns), axis=0)
    print(f"\nseries a second: single {single:.0f}, batch {batch:.0f}, AutoETS {ets:.0f}")
    return Speed(float(single), float(batch), float(ets))


def _rate(work: Callable[[], int]) -> float:
    began = time.perf_counter()
    return work() / (time.perf_counter() - began)
