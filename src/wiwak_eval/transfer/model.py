"""The counties and towns of the Land, and what is worked out for each of them."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class County:
    """A county or county-free town. quota: its part of those distributed in the Land, 0-1; persons: inhabitants; area: square kilometres;
    both None where they were not found."""

    name: str
    town: bool
    quota: Decimal
    persons: int | None = None
    area: Decimal | None = None

    @property
    def density(self) -> Decimal | None:
        """Inhabitants per square kilometre."""
        return None if self.persons is None or not self.area else self.persons / self.area


@dataclass(frozen=True)
class CountyCaseload:
    """Contacts by budget year and county, in the order of `counties`.

    home: place of the county whose delivery is evaluated; planned [years][counties]: central values; draws [years, counties, draws]: of the
    same draw everywhere, so that what counties share does not cancel out in a sum; pooled: whether the home county's own row was moved
    towards the others; own [years]: central values of the home county before that, which its own budget plans with; shifted: whether its
    row holds levers that only shift people between counties, which those of the others do not.
    """

    years: tuple[int, ...]
    counties: tuple[County, ...]
    home: int
    planned: tuple[tuple[int, ...], ...]
    draws: Floats
    pooled: bool
    own: tuple[int, ...]
    shifted: bool = False
