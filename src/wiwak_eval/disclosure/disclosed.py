"""What one release tells about groups of people: published cells only, as an outsider reads them."""

from dataclasses import dataclass, field
from datetime import date

from wiwak_eval.results import Dimension, Key, Level, Measure


@dataclass(frozen=True)
class PublishedCell:
    """low to high: the whole numbers that what was printed allows; both None where the cell was hidden; least: known of it even then."""

    table: str
    measure: str
    key: Key
    low: int | None
    high: int | None
    least: int = 0

    @property
    def hidden(self) -> bool:
        """Whether the number was withheld."""
        return self.low is None


@dataclass(frozen=True)
class PublishedRatio:
    """A printed share or mean: low to high is what rounding allows; numerator and denominator as measure and key."""

    table: str
    numerator: tuple[str, Key]
    denominator: tuple[str, Key]
    low: float
    high: float


@dataclass(frozen=True)
class PublishedCurve:
    """A printed survival curve, one value a month from 1 downwards, each known to lie within `low` and `high`; start: persons at its
    first month as far as published, else None."""

    table: str
    key: Key
    low: tuple[float, ...]
    high: tuple[float, ...]
    start: int | None


@dataclass(frozen=True)
class Disclosed:
    """One release as the ledger keeps it.

    version: keyed digest of the delivery it was made from; releases of one version speak of the same people. period: first and last
    day counted. simulated: whether the people were made up; such a release is never held against one of real people. made_from: digest
    of all the release was made from but former releases, so that the same run made again is held against what it was held against.
    """

    authority: str
    level: Level
    version: str
    period_from: date
    period_to: date
    simulated: bool = field(default=False, kw_only=True)
    made_from: str = field(default="", kw_only=True)
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    cells: tuple[PublishedCell, ...]
    ratios: tuple[PublishedRatio, ...] = ()
    curves: tuple[PublishedCurve, ...] = ()
