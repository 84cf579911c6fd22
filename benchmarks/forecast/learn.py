"""Learn the forecast of short series from a panel: `python -m benchmarks.forecast.learn --bench PATH`.

Four sets of networks: one that saw all sources, and for each source one that did not, which alone is scored on that source. Needs torch.
"""

import argparse
import json
import time
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch

from benchmarks.forecast import networks
from benchmarks.forecast.measure import error_of_medians, years_correlation
from benchmarks.forecast.pool import AHEAD, HISTORY, MADE_UP, WILD, Pool, Series, digest_of, read_panel
from wiwak_eval.forecast.series.learned import EVERYTHING, FOLDER
from wiwak_eval.forecast.series.shape import ANCHORS, shape_of

VERSION = "1"
STEPS, BATCH, HIDDEN, RATE = 5000, 256, 32, 3e-3
SEED = 20171115
WIDER_MONTHS, WIDER_TOTALS = 1.19, 0.85
"""Ranges are stretched so, chosen once on the panel with the scored source left out: the score that is learned rewards narrow ones."""
YEARS = [(0, 12), (12, 24)]

Arrays = dict[str, np.ndarray]


def learn(panel: Series, left_out: Collection[str], steps: int) -> Arrays:
    """Both networks of a set, without the sources left out."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    pool = Pool(panel, left_out, SEED)
    months = networks.Reader(networks.PLACE_OF_MONTH, ANCHORS + 2, HIDDEN)
    totals = networks.Reader(networks.PLACE_OF_SPAN, ANCHORS, HIDDEN)
    _see(pool, months, totals)
    weights = [*months.parameters(), *totals.parameters()]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps)
    averaged = [weight.detach().clone() for weight in weights]
    for step in range(steps):
        loss = _loss(pool, months, totals)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        for kept, weight in zip(averaged, weights, strict=True):
            kept.lerp_(weight.detach(), 0.002 if step >= steps // 2 else 1.0)
    with torch.no_grad():
        for kept, weight in zip(averaged, weights, strict=True):
            weight.copy_(kept)
    months_arrays, totals_arrays = months.arrays(WIDER_MONTHS), totals.arrays(WIDER_TOTALS)
    return {f"months/{k}": v for k, v in months_arrays.items()} | {f"totals/{k}": v for k, v in totals_arrays.items()}


def _see(pool: Pool, months: networks.Reader, totals: networks.Reader) -> None:
    shape = shape_of(pool.batch(2000)[:, :HISTORY])
    time_of_months = np.arange(1, AHEAD + 1)
    place = np.stack([time_of_months / 24, np.sqrt(time_of_months / 24), time_of_months > 12], axis=1).astype(np.float32)
    calendar = shape.calendar[:, np.arange(AHEAD) % 12]
    place = np.concatenate([np.broadcast_to(place, (len(calendar), *place.shape)), calendar], axis=2)
    own = torch.from_numpy(shape.summary)
    months.see(own, torch.from_numpy(place))
    totals.see(own, networks.span_places([*YEARS, (6, 18), (3, 15)]))


def _loss(pool: Pool, months: networks.Reader, totals: networks.Reader) -> torch.Tensor:
    """Logarithm of each series' mean score of the months, since the panel is judged by a geometric mean; scores of two years' sums."""
    batch = pool.batch(BATCH)
    shape = shape_of(pool.shortened(batch[:, :HISTORY]))
    scale = torch.from_numpy(((shape.level + 0.5) * shape.spread).astype(np.float32))[:, None]
    future = torch.from_numpy(batch[:, HISTORY:].astype(np.float32))
    known = torch.isfinite(future)
    future = torch.where(known, future, torch.zeros(()))
    score = networks.interval_score(future, networks.to_counts(shape, networks.months(months, shape, AHEAD))) / scale
    of_months = torch.log((score * known).sum(1) / known.sum(1) + 0.03).mean() * 0.3
    first = 0 if pool.rng.random() < 0.6 else int(pool.rng.integers(0, 7))
    blocks = [(first + a, first + b) for a, b in YEARS]
    held, free = networks.spans(totals, shape, blocks)
    drawn = networks.to_counts(shape, torch.cat([held[..., :3], free[..., None], held[..., 4:]], -1))
    actual = torch.stack([future[:, a:b].mean(1) for a, b in blocks], 1)
    whole = torch.stack([known[:, a:b].all(1) for a, b in blocks], 1)
    ranges = ((networks.interval_score(actual, drawn) / scale) ** 0.75 * whole).sum() / whole.sum()
    middles = ((((actual - drawn[..., 3]).abs() / scale + 1e-3) ** 0.5) * whole).sum() / whole.sum()
    return of_months + ranges + middles


def main() -> None:
    """Learn all sets, write `learned.npz` and `learned.json` beside the forecaster, and print how it did on what was left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True, help="folder with data/open/series.csv, tasks.py and score.py")
    parser.add_argument("--steps", type=int, default=STEPS)
    asked = parser.parse_args()
    began = time.perf_counter()
    panel = read_panel(asked.bench / "data" / "open")
    splits = {EVERYTHING: ()} | {f"without {source}": (source,) for source in sorted(panel)}
    with ProcessPoolExecutor(2) as workers:
        sets = workers.map(learn, *zip(*((panel, left_out, asked.steps) for left_out in splits.values()), strict=True))
        arrays = {f"{name}/{key}": value for name, found in zip(splits, sets, strict=True) for key, value in found.items()}
    np.savez_compressed(FOLDER / "learned.npz", **arrays)
    record = {
        "version": VERSION,
        "script": "benchmarks/forecast/learn.py",
        "settings": {"steps": asked.steps, "batch": BATCH, "hidden": HIDDEN, "seed": SEED, "made_up": MADE_UP, "wild": WILD,
                     "wider_months": WIDER_MONTHS, "wider_totals": WIDER_TOTALS},
        "digests": {source: digest_of(series) for source, series in sorted(panel.items())},
        "splits": splits,
        "scores": {},
        "years_correlation": 0.0,
    }  # fmt: skip
    _write(record)
    record["scores"] = {str(months): error_of_medians(asked.bench, months) for months in (10, 12)}
    record["years_correlation"] = years_correlation(asked.bench)
    _write(record)
    print(json.dumps({"scores": record["scores"], "years_correlation": record["years_correlation"]}, indent=2))
    print(f"{time.perf_counter() - began:.0f} s")


def _write(record: dict[str, object]) -> None:
    (FOLDER / "learned.json").write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
