"""What the method would have said earlier in the pilot year, beside what anyone would pick instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import beta

from wiwak_eval.forecast.series import FEWEST_MONTHS, forecast_counts, recent_level

LONGEST_HORIZON = 3
BACKTEST_DRAWS = 4000

Point = Callable[[Sequence[int], int], float]

NAIVE = "naive"
METHODS: dict[str, tuple[str, Point]] = {
    "level": (
        "Verfahren dieser Prognose (Mittel der letzten drei Monate)",
        lambda history, _: recent_level(np.asarray(history, dtype=float)),
    ),
    NAIVE: ("letzter Wert", lambda history, _: history[-1]),
    "mean": ("Mittel aller Monate", lambda history, _: sum(history) / len(history)),
    "mean_of_six": ("Mittel der letzten sechs Monate", lambda history, _: sum(history[-6:]) / 6),
    "drift": (
        "fortgesetzte Veränderung",
        lambda history, h: max(0.0, history[-1] + h * (history[-1] - history[0]) / (len(history) - 1)),
    ),
}


@dataclass(frozen=True)
class MethodScore:
    """mae, bias: mean absolute and mean error (forecast minus actual) in contacts a month; skill: 1 - mae / mae of the last value."""

    method: str
    label: str
    cases: int
    mae: float
    bias: float
    skill: float | None


@dataclass(frozen=True)
class Coverage:
    """How many actual months lay inside the 80 % range, with the exact 95 % binomial interval of the share."""

    inside: int
    cases: int
    low: float
    high: float


def backtest(counts: Sequence[int], seed: int, level_sd_month: float) -> tuple[tuple[MethodScore, ...], Coverage] | None:
    """Rolling origins from the sixth month on, one to three months ahead; None where there is no later month to compare with."""
    cases = [
        (origin, ahead)
        for origin in range(FEWEST_MONTHS, len(counts))
        for ahead in range(1, LONGEST_HORIZON + 1)
        if origin + ahead <= len(counts)
    ]
    if not cases:
        return None
    errors = {
        name: np.array([point(counts[:origin], ahead) - counts[origin + ahead - 1] for origin, ahead in cases])
        for name, (_, point) in METHODS.items()
    }
    naive = float(np.abs(errors[NAIVE]).mean())
    scores = tuple(
        MethodScore(
            name,
            METHODS[name][0],
            len(cases),
            float(np.abs(error).mean()),
            float(error.mean()),
            1 - float(np.abs(error).mean()) / naive if naive else None,
        )
        for name, error in errors.items()
    )
    return scores, _coverage(counts, cases, seed, level_sd_month)


def _coverage(counts: Sequence[int], cases: list[tuple[int, int]], seed: int, level_sd_month: float) -> Coverage:
    inside = 0
    for origin in sorted({origin for origin, _ in cases}):
        draws = forecast_counts(counts[:origin], LONGEST_HORIZON, BACKTEST_DRAWS, seed, level_sd_month).draws
        low, high = np.quantile(draws, [0.1, 0.9], axis=0)
        inside += sum(low[h - 1] <= counts[o + h - 1] <= high[h - 1] for o, h in cases if o == origin)
    return Coverage(inside, len(cases), *exact_interval(inside, len(cases)))


def exact_interval(successes: int, cases: int) -> tuple[float, float]:
    """Clopper-Pearson 95 % interval of a share (Clopper & Pearson 1934, Biometrika 26)."""
    low = float(beta.ppf(0.025, successes, cases - successes + 1)) if successes else 0.0
    high = float(beta.ppf(0.975, successes + 1, cases - successes)) if successes < cases else 1.0
    return low, high
