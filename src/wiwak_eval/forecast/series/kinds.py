"""What is known of a count besides its numbers, and what that does to a forecast."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Kind:
    """least_log_sd, most_log_sd: bounds of the sd of the log error twelve months ahead, growing with the root of the months.

    has_season: whether a month of a year ago may speak for the same month ahead; has_mean: whether the level of the history is one that a
    year's total may fall back to.
    """

    least_log_sd: float = 0.0
    most_log_sd: float = inf
    has_season: bool = True
    has_mean: bool = True


KINDS: Mapping[str | None, Kind] = {
    None: Kind(),
    "flow": Kind(least_log_sd=0.55),
    "start": Kind(most_log_sd=0.76, has_season=False, has_mean=False),
}
"""`flow`: persons moved by law and events (asylum, resettlement). On real series of that kind, none of which was learned from, ranges of
the learned width held 54 to 68 % instead of 80 %, ranges of at least this width 68 to 78 % (docs/methoden.md, 5.2).
`start`: a service in its first year. Its rise is neither a season nor a deviation from an old level, and the persons in it change no faster
than inflows do that are forecast anew: published forecasts of asylum inflows missed with a root mean square of 0.76."""


def bounded(off: Array, levels: Array, months_ahead: Array, kind: Kind) -> Array:
    """Log distances from the middle [n, places, levels] within the kind's bounds; months_ahead [places], rising.

    Without a season no later month is surer than an earlier one.
    """
    normal = np.sqrt(months_ahead / 12)[:, None] * ndtri(levels)
    if kind.least_log_sd:
        least = kind.least_log_sd * normal
        off = np.where(normal < 0, np.minimum(off, least), np.maximum(off, least))
    if kind.most_log_sd < inf:
        most = kind.most_log_sd * normal
        off = np.where(normal < 0, np.maximum(off, most), np.minimum(off, most))
    if not kind.has_season:
        off = np.where(normal < 0, np.minimum.accumulate(off, axis=1), np.maximum.accumulate(off, axis=1))
    return off


def no_wider_than(totals: Array, together: Array, middle: Array, middle_together: Array, levels: Array) -> Array:
    """Quantiles of totals [blocks, levels] that lie no farther from their middle [blocks], as a ratio, than with months moving as one.

    together, middle_together: sums of the months' quantiles and medians; sums of months that do not move as one vary less.
    """
    ratio = (totals + 0.5) / (middle + 0.5)[:, None]
    most = (together + 0.5) / (middle_together + 0.5)[:, None]
    held = np.where(levels < 0.5, np.maximum(ratio, most), np.minimum(ratio, most))
    return np.asarray(np.maximum(0.0, held * (middle + 0.5)[:, None] - 0.5))
