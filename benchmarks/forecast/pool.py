"""What is learned from: windows of real series, sources left out by name, and made-up flows beside them."""

import csv
import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.forecast.flows import draw_flows

Array = NDArray[np.float64]
HISTORY, AHEAD = 12, 30
SHORTEST = HISTORY + 24
MADE_UP = 0.6
"""Share of made-up series in a batch."""
WILD = 0.45
"""Share of wild ones among them."""
THINNED = 0.3
"""Share of series that are thinned to a smaller level, so that small counts are learned too."""

Series = Mapping[str, list[Array]]


def read_panel(folder: Path) -> Series:
    """The series of a panel (`series.csv`: id, source, ..., values) by source."""
    found: dict[str, list[Array]] = {}
    with (folder / "series.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["source"], []).append(np.array(row["values"].split(), dtype=float))
    return found


def digest_of(series: list[Array]) -> str:
    """SHA-256 of a source's series, one a line, in the panel's order."""
    text = "\n".join(" ".join(f"{value:.17g}" for value in values) for values in series)
    return hashlib.sha256(text.encode()).hexdigest()


class Pool:
    """Draws batches of windows; what is left out is never touched."""

    def __init__(self, panel: Series, left_out: Collection[str], seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._series = [series for source, series in sorted(panel.items()) if source not in left_out]

    def batch(self, size: int) -> Array:
        """[size, 42] counts: twelve months of history and thirty to come, NaN after a series' end. Each source counts alike."""
        made_up = round(size * MADE_UP) if self._series else size
        windows = [draw_flows(self.rng, made_up, HISTORY + AHEAD, WILD), *(self._window()[None] for _ in range(size - made_up))]
        batch = self._lifted(np.concatenate(windows))
        return self.rng.permutation(self._lifted(self._thinned(batch)))

    def shortened(self, histories: Array) -> Array:
        """A copy in which half of the histories miss their first months (half of those: two of twelve), and a few miss others."""
        rng, shorter = self.rng, histories.copy()
        for row in np.flatnonzero(rng.random(len(shorter)) < 0.5):
            known = 10 if rng.random() < 0.5 else int(rng.integers(6, HISTORY))
            shorter[row, : HISTORY - known] = np.nan
        for row in np.flatnonzero((rng.random(len(shorter)) < 0.05) & (np.isfinite(shorter).sum(axis=1) > 8)):
            shorter[row, rng.integers(0, HISTORY - 2)] = np.nan
        return shorter

    def _window(self) -> Array:
        series = self._series[self.rng.integers(len(self._series))]
        values = series[self.rng.integers(len(series))]
        first = self.rng.integers(0, len(values) - SHORTEST + 1)
        found = values[first : first + HISTORY + AHEAD]
        return np.pad(found, (0, HISTORY + AHEAD - len(found)), constant_values=np.nan)

    def _thinned(self, batch: Array) -> Array:
        """Each person of a smaller place is one of the larger one's, taken by lot."""
        rng, mean = self.rng, batch[:, :HISTORY].mean(axis=1)
        wanted = np.exp(rng.uniform(np.log(4), np.log(np.maximum(mean, 5.0))))
        share = np.where(rng.random(len(batch)) < THINNED, np.minimum(wanted / mean, 1.0), 1.0)
        whole = np.where(np.isfinite(batch), batch, 0).round().astype(np.int64)
        return np.where(np.isfinite(batch), rng.binomial(whole, share[:, None]), np.nan)

    def _lifted(self, batch: Array) -> Array:
        """Histories of almost nothing get a contact a month more."""
        return batch + (batch[:, :HISTORY].sum(axis=1) < HISTORY)[:, None]
