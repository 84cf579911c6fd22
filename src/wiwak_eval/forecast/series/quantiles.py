"""From learned quantiles to any others."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from wiwak_eval.forecast.series.shape import Floats

LEARNED = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
"""Probabilities of the learned quantiles."""

MIDDLE = LEARNED.index(0.5)


def rising(middle: Floats, steps: Floats) -> Floats:
    """middle [...] and the logarithms of the distances between neighbouring quantiles [..., 6] -> quantiles [..., 7]."""
    gaps = np.exp(np.clip(steps, -6.0, 3.0))
    quantiles = np.empty((*middle.shape, len(LEARNED)), dtype=np.float32)
    quantiles[..., MIDDLE] = middle
    for place in range(MIDDLE, 0, -1):
        quantiles[..., place - 1] = quantiles[..., place] - gaps[..., place - 1]
    for place in range(MIDDLE, len(LEARNED) - 1):
        quantiles[..., place + 1] = quantiles[..., place] + gaps[..., place]
    return quantiles


def levels_from_learned(levels: Sequence[float]) -> NDArray[np.float64] | None:
    """Matrix [7, levels] that turns learned quantiles into those of other probabilities, straight lines between normal scores.

    None where the levels are the learned ones. Beyond the outermost the last line goes on. Raises ValueError outside 0 to 1.
    """
    if not all(0 < level < 1 for level in levels):
        raise ValueError("a quantile's probability lies between 0 and 1")
    if tuple(levels) == LEARNED:
        return None
    known, wanted = ndtri(LEARNED), ndtri(np.asarray(levels, dtype=float))
    left = np.clip(np.searchsorted(known, wanted, side="right") - 1, 0, len(known) - 2)
    share = (wanted - known[left]) / (known[left + 1] - known[left])
    matrix = np.zeros((len(known), len(wanted)))
    columns = np.arange(len(wanted))
    matrix[left, columns] = 1 - share
    matrix[left + 1, columns] += share
    return matrix
