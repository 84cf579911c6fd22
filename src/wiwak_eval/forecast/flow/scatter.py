"""Counts around their means, or the means themselves where counts are not a source of uncertainty."""

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.model import FlowFit

ANONYMOUS_DISPERSION = 1.5
"""Variance over mean of anonymous contacts a month, at least."""

Floats = NDArray[np.float64]


class Scatter:
    """rng: None for no scatter."""

    def __init__(self, fit: FlowFit, rng: np.random.Generator | None) -> None:
        self._rng, self._spread = rng, fit.scatter
        self._anonymous = float(fit.anonymous.sum()) / float(fit.named.sum())
        odds = max(self._anonymous, 1e-9)
        residual = (fit.anonymous - odds * fit.named) ** 2 / np.maximum(odds * fit.named, 1e-9)
        self._anonymous_dispersion = max(ANONYMOUS_DISPERSION, float(residual.sum()) / (len(fit.named) - 1)) if self._anonymous else 1.0

    def counts(self, mean: Floats, dispersion: float) -> Floats:
        """Counts with this mean and variance `dispersion` times the mean: a gamma mixture of Poisson counts."""
        if self._rng is None:
            return mean
        if dispersion > 1.0:
            mean = self._rng.gamma(mean / (dispersion - 1.0), dispersion - 1.0)
        return self._rng.poisson(mean).astype(float)

    def thinned(self, number: Floats, share: Floats) -> Floats:
        """How many of `number` (rounded) remain if each does with probability `share`."""
        if self._rng is None:
            return number * share
        return self._rng.binomial(np.rint(number).astype(np.int64), np.clip(share, 0.0, 1.0)).astype(float)

    def cohort(self, number: Floats, present: float) -> Floats:
        """How much more or less than expected a cohort will be seen, mean 1: its persons differ, and how many of them stayed is unknown.

        Squared coefficient of variation ((1 + c²) / p - 1) / n, for n persons of whom each is present with p and then has contacts with c.
        """
        if self._rng is None:
            return np.ones_like(number)
        relative = ((1.0 + self._spread) / max(present, 1e-3) - 1.0) / np.maximum(number, 1.0)
        return self._rng.gamma(1.0 / relative) * relative

    def anonymous(self, named: Floats) -> Floats:
        """Contacts without a name, in their share of the window."""
        return self.counts(named * self._anonymous, self._anonymous_dispersion)
