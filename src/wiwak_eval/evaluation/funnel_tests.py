"""Exact Poisson limits and p-values of counts, and p-values of many tests adjusted.

Written with scipy.special, which scipy.stats calls too: every notebook needs them, and scipy.stats takes half a second to load.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import pdtr, pdtrc, pdtrik

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]


def poisson_limits(expected: ArrayLike, inside: float) -> tuple[Whole, Whole]:
    """Smallest and largest counts that are no surprise where so many are expected: each tail outside has at most half of 1 − inside."""
    tail, mean = (1 - inside) / 2, np.asarray(expected, dtype=float)
    return poisson_quantile(tail, mean), poisson_quantile(1 - tail, mean)


def poisson_p(counts: ArrayLike, expected: ArrayLike) -> Floats:
    """Exact two-sided p-values: twice the smaller tail, the count included, at most 1."""
    seen, mean = np.asarray(counts, dtype=float), np.asarray(expected, dtype=float)
    above = np.where(seen > 0, pdtrc(np.maximum(seen - 1, 0), mean), 1.0)
    p_values: Floats = np.minimum(1.0, 2 * np.minimum(pdtr(seen, mean), above))
    return p_values


def adjusted(p_values: ArrayLike) -> Floats:
    """p-values adjusted by Benjamini and Hochberg: those up to q hold the expected share of false findings at q.

    Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
    """
    found: Floats = np.array(p_values, dtype=float)
    order = np.argsort(found)
    scaled = found[order] * (found.size / np.arange(1, found.size + 1))
    found[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return np.clip(found, 0.0, 1.0)


def poisson_quantile(share: float, mean: Floats) -> Whole:
    """The smallest whole number up to which at least this share lies."""
    above = np.ceil(pdtrik(share, mean))
    below = np.maximum(above - 1, 0)
    found: Whole = np.where(pdtr(below, mean) >= share, below, above).astype(int)
    return found
