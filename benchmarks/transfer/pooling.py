"""Coverage and CRPS of the partial pooling of counties, as page and figure.

`python -m benchmarks.transfer.pooling --states 200 --out DIR`
"""

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.transfer.measuring import MODELS, Score, score
from benchmarks.transfer.states import simulate
from wiwak_eval.assumptions import load_catalogue, load_context
from wiwak_eval.shipped import shipped

SEED = 20171115
DRAWS = 4_000
SITES = (1, 8, 23)
FIXED_SPREADS = (0.1, 0.3, 0.6)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Setting:
    """sites: counties that deliver; spread: the same in all states, None for one drawn from the model's prior each time."""

    sites: int
    spread: float | None = None


@dataclass(frozen=True)
class Measured:
    """By model, [states, counties] each."""

    setting: Setting
    scores: dict[str, Score]

    def coverage(self, model: str = "partial") -> Floats:
        """Of each county, 0-1."""
        return np.asarray(self.scores[model].covered.mean(axis=0))

    def crps(self, model: str) -> float:
        """Mean over states and counties."""
        return float(self.scores[model].crps.mean())

    def worse_by(self, model: str) -> tuple[float, float]:
        """How much larger the CRPS of a model is than that of partial pooling, over the latter, and its standard error over states."""
        own = self.scores["partial"].crps.mean(axis=1)
        gain = self.scores[model].crps.mean(axis=1) - own
        return float(gain.mean() / own.mean()), float(gain.std(ddof=1) / np.sqrt(len(gain)) / own.mean())


def measure(setting: Setting, states: int, models: tuple[str, ...] = tuple(MODELS)) -> Measured:
    """The seed of each state is its own, so that it can be drawn anew alone."""
    quotas, home, scale = shipped_quotas()
    found: dict[str, list[Score]] = {model: [] for model in models}
    for number in range(states):
        rng = np.random.default_rng([SEED, setting.sites, round(1000 * (setting.spread or 0)), number])
        spread = abs(rng.normal()) * scale if setting.spread is None else setting.spread
        state = simulate(quotas, home, setting.sites, spread, DRAWS, rng)
        for model in models:
            found[model].append(score(state, quotas, model, scale, number))
    stacked = {model: Score(np.array([one.covered for one in ones]), np.array([one.crps for one in ones])) for model, ones in found.items()}
    return Measured(setting, stacked)


def shipped_quotas() -> tuple[Floats, int, float]:
    """Quotas of the counties, place of the home county, scale of the prior of the spread, as shipped."""
    quotas = load_context(shipped("data") / "context").quotas
    entries = load_catalogue(shipped("data") / "assumptions").entries
    home = str(entries["home_county"].values[-1].value)
    return (
        np.array([float(quota) for quota in quotas.values()]),
        list(quotas).index(home),
        float(entries["transfer_log_sd"].values[-1].value),
    )


def main() -> None:
    """Measure, and write `pooling.md` and `pooling.svg`."""
    from benchmarks.transfer.drawing import draw
    from benchmarks.transfer.page import page

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=200)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    asked = parser.parse_args()
    begun = time.process_time()
    drawn = [measure(Setting(sites), asked.states) for sites in SITES]
    alone, fixed = ([measure(Setting(sites, spread), asked.states) for spread in FIXED_SPREADS] for sites in (1, 8))
    seconds = time.process_time() - begun
    names = list(load_context(shipped("data") / "context").quotas)
    (asked.out / "pooling.md").write_text(page(drawn, alone, fixed, names, seconds), encoding="utf-8")
    draw(drawn, alone, fixed, names, asked.out / "pooling.svg")


if __name__ == "__main__":
    main()
