"""The interval of a ratio whose parts come in clusters: several stamps on a card, several cards in a household."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

FEWEST_CLUSTERS = 20
"""Below this so few different samples can be drawn that their quantiles say little."""
DRAWS = 2000
SEED = 20171031


def household_interval(household: "pd.Series[str]", over: "pd.Series[float]", under: "pd.Series[float]") -> tuple[float, float] | None:
    """95 % interval of sum(over) / sum(under), households drawn as a whole; None for fewer than 20 households.

    The values of `household` serve to put rows together and for nothing else.
    """
    parts = pd.DataFrame({"household": household, "over": over, "under": under})
    sums = parts.groupby("household")[["over", "under"]].sum()
    return None if len(sums) < FEWEST_CLUSTERS else ratio_interval(sums["over"], sums["under"])


def ratio_interval(over: ArrayLike, under: ArrayLike) -> tuple[float, float]:
    """95 % percentile interval of sum(over) / sum(under) when clusters, one entry each, are drawn anew with replacement.

    Clusters are sorted by their own values first, so that neither their names nor their order matter. Draws without anything below the
    line are left out. Source: Efron (1979), Bootstrap Methods: Another Look at the Jackknife, Annals of Statistics 7, 1-26.
    """
    pairs = np.column_stack([np.asarray(over, dtype=float), np.asarray(under, dtype=float)]).round(9)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    times = np.random.default_rng(SEED).multinomial(len(pairs), np.full(len(pairs), 1 / len(pairs)), size=DRAWS)
    sums = times @ pairs
    drawn = sums[sums[:, 1] > 0]
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], [0.025, 0.975])
    return float(low), float(high)
