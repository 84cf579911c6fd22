"""Posts and costs under all simulated caseloads: the same draws from contacts to posts to euros."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from wiwak_eval.money import Cents

PRINTED_TO = 100_00
"""Simulated amounts are printed to 100 euros: a step either way is no difference."""


@dataclass(frozen=True)
class Range:
    """P10 and P90 of posts and of total costs in cents (rounded to 100 euros)."""

    posts_p10: float
    posts_p90: float
    cost_p10: Cents
    cost_p90: Cents


def cost_range(
    draws: Sequence[int], posts_for: Callable[[int], Decimal], cost_of_posts: Callable[[Decimal], Cents], cost_per_contact: Fraction
) -> Range:
    """Carry each draw of yearly contacts to posts and euros.

    posts_for: contacts to planned posts; cost_of_posts: all costs that depend on posts, in cents; cost_per_contact: the rest, cents a
    contact. Posts come in few steps, so that each step is priced once, not once a draw.
    """
    contacts = np.asarray(draws)
    distinct, position = np.unique(contacts, return_inverse=True)
    posts = [posts_for(int(count)) for count in distinct]
    priced = {step: cost_of_posts(step) for step in set(posts)}
    posts_drawn = np.array([float(step) for step in posts])[position]
    cost_drawn = np.array([priced[step] for step in posts])[position] + contacts * float(cost_per_contact)
    low, high = (float(q) for q in np.quantile(posts_drawn, [0.1, 0.9], method="inverted_cdf"))
    cheap, dear = (int(np.floor(q / PRINTED_TO + 0.5)) * PRINTED_TO for q in np.quantile(cost_drawn, [0.1, 0.9]))
    return Range(low, high, cheap, dear)
