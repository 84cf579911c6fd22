"""The interval of a share."""

from math import sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)


def wilson(share: float, count: float) -> tuple[float, float]:
    """95 % interval of a share (0–1) of so many independent units, both ends within 0–1.

    count: need not be whole; of a share estimated from incomplete courses it is the number of complete ones that would tell as much.
    Raises ValueError for a count below 1. Source: Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if count < 1:
        raise ValueError("a share of nobody has no interval")
    spread = Z_95**2 / count
    middle = (share + spread / 2) / (1 + spread)
    reach = Z_95 * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)
