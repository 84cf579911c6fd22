"""Which tables a random set prints: cross-classifications that share dimensions, often one of them by month, quarter and year."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.disclosure.tabulate import EVERY, LEAVES, UNIONS, Layout
from wiwak_eval.results import Dimension

Shown = tuple[tuple[str, tuple[str, ...]], ...]


def draw_layouts(rng: np.random.Generator, dimensions: Mapping[str, Dimension], contacts: bool, prefix: str) -> tuple[Layout, ...]:
    """Two to four tables; where there is time, often the same attributes by month, by quarter and for the whole period."""
    attributes = sorted(name for name, dimension in dimensions.items() if not dimension.time)
    shown: list[Shown] = []
    if "month" in dimensions and rng.random() < 0.6:
        some = _attributes(rng, dimensions, attributes, 1)
        shown = [(*some, ("month", (LEAVES,))), (*some, ("month", (UNIONS,))), some]
    tables = max(int(rng.integers(2, 5)), len(shown))
    while len(shown) < tables:
        some = _attributes(rng, dimensions, attributes, int(rng.integers(1, min(2, len(attributes)) + 1)))
        shown.append((*some, *_time(rng, dimensions)))
    layouts = [Layout(f"{prefix}{number}", what, _columns(rng, contacts)) for number, what in enumerate(shown, 1)]
    return tuple(_with_ratios(rng, layouts, contacts))


def _attributes(rng: np.random.Generator, dimensions: Mapping[str, Dimension], names: Sequence[str], number: int) -> Shown:
    chosen = sorted(str(name) for name in rng.choice(names, size=number, replace=False))
    return tuple((name, _what(rng, dimensions[name])) for name in chosen)


def _what(rng: np.random.Generator, dimension: Dimension) -> tuple[str, ...]:
    """Leaves, coarser categories or both where there are any; all that is recorded where the margin counts more or, rarely, as much."""
    finest = (LEAVES,) if not dimension.unions else ((LEAVES,), (UNIONS,), (LEAVES, UNIONS))[rng.integers(3)]
    return (*finest, EVERY) if rng.random() < 0.3 else finest


def _time(rng: np.random.Generator, dimensions: Mapping[str, Dimension]) -> Shown:
    if "month" not in dimensions or rng.random() < 0.5:
        return ()
    return (("month", ((LEAVES,), (UNIONS,), (LEAVES, UNIONS))[rng.integers(3)]),)


def _columns(rng: np.random.Generator, contacts: bool) -> tuple[str, ...]:
    choices = (("persons",), ("persons", "contacts"), ("contacts",))
    return choices[rng.choice(3, p=(0.4, 0.4, 0.2))] if contacts else choices[0]


def _with_ratios(rng: np.random.Generator, layouts: Sequence[Layout], contacts: bool) -> list[Layout]:
    """In a third of the sets one table prints shares, or contacts for each person."""
    drawn = list(layouts)
    if rng.random() < 0.35:
        place = int(rng.integers(len(drawn)))
        mean = contacts and rng.random() < 0.3
        drawn[place] = replace(drawn[place], mean=True) if mean else replace(drawn[place], share_of=drawn[place].shown[0][0])
    return drawn
