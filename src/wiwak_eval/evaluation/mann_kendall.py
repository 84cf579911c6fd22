"""Is a short monthly series rising? The exact Mann-Kendall test."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb

from wiwak_eval.results import NotAssessable

FEWEST_MONTHS = 5


@dataclass(frozen=True)
class MonotoneTrend:
    """`s`: concordant minus discordant pairs; `p_rising`: one-sided exact p-value; `months`: length of the series."""

    s: int
    p_rising: float
    months: int


def mann_kendall(counts: Sequence[int | Fraction]) -> MonotoneTrend | NotAssessable:
    """Exact one-sided Mann-Kendall test for a rising series, ties included.

    counts: one value per month, oldest first; rates as exact fractions, so that equal ones are ties. Fewer than five months are refused:
    with four, one exchange of neighbours moves the p-value from 4 % to 17 %.
    Source: Mann (1945), Econometrica 13, 245-259; the permutations of a series with ties by inversions are counted by the
    Gaussian multinomial coefficient (MacMahon).
    """
    if len(counts) < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Der Trendtest braucht mindestens {FEWEST_MONTHS} Monate.")
    s = sum((later > earlier) - (later < earlier) for earlier, later in combinations(counts, 2))
    return MonotoneTrend(s, float(_upper_tail(s, tuple(Counter(counts).values()))), len(counts))


def _upper_tail(s: int, ties: Sequence[int]) -> Fraction:
    """P(S >= s) when every order of the values is equally likely; `ties`: how often each distinct value occurs."""
    orders = _orders_by_inversions(ties)
    untied_pairs = comb(sum(ties), 2) - sum(comb(size, 2) for size in ties)
    most_inversions = (untied_pairs - s) // 2
    return Fraction(sum(orders[: most_inversions + 1]), sum(orders))


def _orders_by_inversions(ties: Sequence[int]) -> list[int]:
    """How many distinct orders have 0, 1, 2, ... inversions."""
    orders, placed = [1], 0
    for size in ties:
        placed += size
        orders = _multiply(orders, _gaussian_binomial(placed, size))
    return orders


def _gaussian_binomial(n: int, k: int) -> list[int]:
    """Coefficients of the Gaussian binomial, by [n,k] = [n-1,k-1] + q^k [n-1,k]."""
    row = [[1]] + [[0] for _ in range(k)]
    for _ in range(n):
        row = [[1]] + [_add(row[j - 1], [0] * j + row[j]) for j in range(1, k + 1)]
    return row[k]


def _add(a: list[int], b: list[int]) -> list[int]:
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return [x + (shorter[i] if i < len(shorter) else 0) for i, x in enumerate(longer)]


def _multiply(a: list[int], b: list[int]) -> list[int]:
    product = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            product[i + j] += x * y
    return product
