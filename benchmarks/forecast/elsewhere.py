"""Real series that nothing was learned from: asylum decisions of the federal office, and any others that are given."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.forecast.measure import bench_module
from wiwak_eval.forecast.series import LEARNED, forecast

Array = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[2]
PEERS = ("mean", "seasonal_naive", "sm_ses", "auto_ets", "auto_arima", "auto_theta")
AHEAD, STEP = 24, 3
SMALLEST_MEAN = 15
FEDERAL = ("applications", "first_applications", "decisions", "refugee", "subsidiary", "removal_ban", "rejections", "otherwise_closed")


@dataclass(frozen=True)
class Elsewhere:
    """inside: share of months in the 80 % range; own, peer: rWIS of ours and of the best peer."""

    name: str
    inside: float
    own: float
    best_peer: str
    peer: float


def score_elsewhere(bench: Path, other: Path | None) -> Iterator[Elsewhere]:
    """Every family, by months of history and kind; origins every third month, histories and futures without empty months."""
    print("\nseries that nothing was learned from:")
    for family, series in {"federal office": federal(), **(further(other) if other else {})}.items():
        for months in (12, 10):
            yield from _scores(bench, family, series, months)


def federal() -> list[Array]:
    """The asylum series that the project ships."""
    with (ROOT / "data" / "context" / "asylum_monthly.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [np.array([float(row[name]) for row in rows]) for name in FEDERAL]


def further(path: Path) -> dict[str, list[Array]]:
    """Series by source."""
    found: dict[str, list[Array]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["source"], []).append(np.array(row["values"].split(), dtype=float))
    return found


def _scores(bench: Path, family: str, series: list[Array], months: int) -> Iterator[Elsewhere]:
    """Ours with and without saying what kind of count it is, against the best peer on the same forecasts."""
    score, peers = bench_module(bench, "score"), bench_module(bench, "peers").PEERS
    tasks = [
        (values[origin - months : origin], values[origin : origin + AHEAD])
        for values in series
        for origin in range(12, len(values) - AHEAD + 1, STEP)
        if values[origin - 12 : origin + AHEAD].min() >= 1 and values[origin - 12 : origin].mean() >= SMALLEST_MEAN
    ]
    if not tasks:
        raise SystemExit(f"{family}: no series is long enough")

    def relative(name: str) -> float:
        logs = [score.score_task(past, future, peers[name](past, AHEAD, list(LEARNED)))["rWIS"] for past, future in tasks]
        return float(np.exp(np.mean(logs)))

    rivals = {name: relative(name) for name in PEERS}
    best = min(rivals, key=lambda name: rivals[name])
    for kind in (None, "flow"):
        own = score.aggregate([score.score_task(past, future, forecast(past, AHEAD, LEARNED, kind)) for past, future in tasks])
        label = f"{family}, {months} months, kind {kind or 'unknown'} ({len(tasks)} forecasts)"
        yield Elsewhere(label, own["cov80"], own["rWIS"], best, rivals[best])
