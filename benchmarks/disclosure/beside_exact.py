"""Secondary numbers of the suppressor beside the fewest possible, on small random tables: python -m benchmarks.disclosure.beside_exact."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import log1p

import click
import numpy as np

from benchmarks.disclosure.exact import fewest_hidden
from wiwak_eval.disclosure.model import Secret
from wiwak_eval.disclosure.suppress import suppress
from wiwak_eval.results import Dimension, Measure

SHAPES = ((5, 4), (6, 5), (7, 6), (3, 3, 3), (4, 3, 3))
PERSONS = Measure("persons", "Personen")


@dataclass(frozen=True)
class SmallTable:
    """A table of counts with all margins; the grand total is exact, counts below k need to stay k wide."""

    dimensions: tuple[Dimension, ...]
    k: int
    secrets: tuple[Secret, ...]


@dataclass(frozen=True)
class Beside:
    """Secondary numbers over all tables: the suppressor's, and the fewest; seconds: longest that the suppressor took."""

    tables: int
    primary: int
    secondary: int
    fewest: int
    seconds: float

    @property
    def ratio(self) -> float:
        """How many times the fewest."""
        return self.secondary / self.fewest


def small_tables(count: int, seed: int = 7) -> Iterator[SmallTable]:
    """Two and three dimensions, skewed and sparse, k = 5 and 10 in turn."""
    rng = np.random.default_rng(seed)
    for number in range(count):
        shape = SHAPES[number % len(SHAPES)]
        yield small_table(rng, shape, int(rng.integers(25, 160)), (5, 10)[number % 2])


def small_table(rng: np.random.Generator, shape: tuple[int, ...], people: int, k: int) -> SmallTable:
    """People thrown into the cells, most of them into the first categories."""
    dimensions = tuple(Dimension(f"d{i}", "", tuple(f"{i}.{j}" for j in range(size))) for i, size in enumerate(shape))
    chances = [np.arange(1, size + 1) ** -1.3 for size in shape]
    counts = np.zeros(shape, dtype=np.int64)
    np.add.at(counts, tuple(rng.choice(len(chance), size=people, p=chance / chance.sum()) for chance in chances), 1)
    secrets = []
    for chosen in product(*([*range(size), slice(None)] for size in shape)):
        key = tuple((one.name, one.leaves[i]) for one, i in zip(dimensions, chosen, strict=True) if not isinstance(i, slice))
        value = int(counts[chosen].sum())
        secrets.append(Secret("persons", key, value, k if 0 < value < k and key else 0, not key, log1p(value) or 1.0))
    return SmallTable(dimensions, k, tuple(secrets))


def beside_exact(count: int) -> Beside:
    """Measure; tables with a need that cannot be met are left out."""
    tables = primary = secondary = fewest = 0
    longest = 0.0
    for table in small_tables(count):
        began = time.perf_counter()
        found = suppress(table.dimensions, (PERSONS,), table.secrets)
        longest = max(longest, time.perf_counter() - began)
        if not found.unprotected:
            tables += 1
            primary += sum(one.need > 0 for one in table.secrets)
            secondary += len(found.secondary)
            fewest += fewest_hidden(table.dimensions, (PERSONS,), table.secrets)
    return Beside(tables, primary, secondary, fewest, longest)


@click.command()
@click.option("--count", default=40, show_default=True)
def main(count: int) -> None:
    """Print the ratio of secondary numbers to the fewest possible."""
    found = beside_exact(count)
    print(
        f"{found.tables} tables, {found.primary} primary: {found.secondary} secondary, fewest {found.fewest}, "
        f"ratio {found.ratio:.3f}; the suppressor took at most {found.seconds:.2f} s"
    )


if __name__ == "__main__":
    main()
