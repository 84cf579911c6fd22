"""What the budget does not know for sure, and how it is drawn: one uniform number an input, shared by both years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Drawn = Mapping[str, Floats]
"""Values by input, each [years, draws]."""

CASELOAD = "caseload"
"""Id of the caseload among the inputs; its values are contacts a year."""


@dataclass(frozen=True)
class Input:
    """A value with a range, which may differ by year.

    id: of the assumption; low, central, high: one value a year in `unit`; status: as of the assumption, or `measured`; assumed: whether its
    kind is an assumption, not a law, a contract or a measurement.
    """

    id: str
    label: str
    unit: str
    low: tuple[float, ...]
    central: tuple[float, ...]
    high: tuple[float, ...]
    status: str
    assumed: bool = False

    @property
    def certain(self) -> bool:
        """Whether there is nothing to draw."""
        return self.low == self.high

    @property
    def unmeasured(self) -> bool:
        """Whether nobody measured it, or nobody looked its source up."""
        return self.assumed or self.status == "unverified"


@dataclass(frozen=True)
class Inputs:
    """All inputs of a budget. paths [years, paths]: contacts a year, sorted by their sum; contacts: planned contacts, one a year."""

    values: tuple[Input, ...]
    paths: Floats
    contacts: tuple[int, ...]

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Ids of what is drawn, the caseload first: one uniform number each."""
        return (CASELOAD, *(given.id for given in self.values if not given.certain))

    def central(self, count: int = 1) -> dict[str, Floats]:
        """All central values, [years, count] each."""
        planned = {CASELOAD: self.contacts, **{given.id: given.central for given in self.values}}
        return {id: np.repeat(np.array(value, dtype=float)[:, None], count, axis=1) for id, value in planned.items()}

    def at(self, uniforms: Floats) -> dict[str, Floats]:
        """Values at uniform numbers [uncertain inputs, draws] in the order of `uncertain`."""
        values = self.central(uniforms.shape[1])
        given = {value.id: value for value in self.values}
        for id, uniform in zip(self.uncertain, uniforms, strict=True):
            values[id] = path_at(self.paths, uniform) if id == CASELOAD else triangular(given[id], uniform)
        return values

    def at_quantiles(self, levels: Sequence[float]) -> dict[str, Floats]:
        """Each uncertain input at quantiles of its own distribution, [years, levels] by id."""
        drawn = self.at(np.tile(np.array(levels, dtype=float), (len(self.uncertain), 1)))
        return {id: drawn[id] for id in self.uncertain}


def sorted_paths(draws: Sequence[Sequence[int]]) -> Floats:
    """The forecast's paths by their sum over the years, lowest first; equal sums by their first year: nothing is left to chance."""
    paths = np.array(draws, dtype=float)
    return paths[:, np.lexsort((paths[0], paths.sum(axis=0)))]


def path_at(paths: Floats, uniform: Floats) -> Floats:
    """Whole paths, drawn with replacement: the years of a path stay together. Returns [years, draws]."""
    count = paths.shape[1]
    drawn: Floats = paths[:, np.minimum((uniform * count).astype(np.int64), count - 1)]
    return drawn


def triangular(given: Input, uniform: Floats) -> Floats:
    """Quantiles of the triangular distribution with mode `central`; both years at the same uniform number. Returns [years, draws]."""
    low, mode, high = (np.array(side)[:, None] for side in (given.low, given.central, given.high))
    width = np.where(high > low, high - low, 1.0)
    below = low + np.sqrt(uniform * width * (mode - low))
    above = high - np.sqrt((1 - uniform) * width * (high - mode))
    drawn: Floats = np.where(high > low, np.where(uniform < (mode - low) / width, below, above), mode)
    return drawn
