"""Heights of names at the ends of lines: apart from each other, as near to their values as can be."""

from collections.abc import Sequence


def spread(heights: Sequence[float], gap: float, low: float = float("-inf")) -> list[float]:
    """Heights for labels at least `gap` apart and none below `low`, in the order of the values, moved as little as possible.

    Neighbours that are too close are pooled around their mean: isotonic regression by pooling adjacent violators (Ayer et al. 1955).
    """
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    pools: list[list[float]] = []
    for place, i in enumerate(order):
        pools.append([heights[i] - place * gap])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    levels = [_mean(pool) for pool in pools for _ in pool]
    placed = [0.0] * len(heights)
    for place, i in enumerate(order):
        placed[i] = max(levels[place], low) + place * gap
    return placed


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
