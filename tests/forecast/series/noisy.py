"""Count series that the tests of the series forecast make."""

import numpy as np
from numpy.typing import NDArray


def noisy(level: float, number: int, months: int = 12, log_sd: float = 0.15, seed: int = 1) -> NDArray[np.float64]:
    """`number` series of Poisson counts around a level whose months vary, [number, months]; none of them without a count."""
    rng = np.random.default_rng(seed)
    return np.maximum(1.0, rng.poisson(level * np.exp(rng.normal(0, log_sd, (number, months)))).astype(float))
