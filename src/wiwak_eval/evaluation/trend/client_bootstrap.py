"""The factor from month to month when the clients are drawn anew: contacts of one person do not come independently."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DRAWS = 1999
SEED = 20171115
FEWEST_CLIENTS = 10

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Clients:
    """How often whom was there: patterns[i] are contacts a month, shared by number[i] clients or single contacts without a person;
    named[i] tells which. Sorted by the patterns themselves, so that nothing depends on rows or pseudonyms."""

    patterns: Matrix
    number: NDArray[np.int64]
    named: NDArray[np.bool_]


@dataclass(frozen=True)
class Bootstrapped:
    """Percentile interval (95 %) of the factor a month, for contacts and for persons."""

    contacts: tuple[float, float]
    persons: tuple[float, float]


def clients_of(contacts: pd.DataFrame, months: tuple[str, ...]) -> Clients:
    """contacts: attended ones with `month` and `client_id`; those outside `months` are left out."""
    within = contacts[contacts["month"].isin(months)]
    named = within[within["client_id"].notna()]
    by_client = pd.crosstab(named["client_id"], named["month"]).reindex(columns=list(months), fill_value=0).to_numpy()
    alone = within.loc[within["client_id"].isna(), "month"].value_counts().reindex(list(months), fill_value=0).to_numpy()
    patterns, number = np.unique(by_client, axis=0, return_counts=True)
    single, each = np.eye(len(months))[alone > 0], alone[alone > 0]
    told = np.repeat([True, False], [len(patterns), len(single)])
    return Clients(np.concatenate([patterns, single]).astype(float), np.concatenate([number, each]).astype(np.int64), told)


def bootstrap(clients: Clients, draws: int = DRAWS, seed: int = SEED) -> Bootstrapped:
    """Draw as many clients with all their contacts, with replacement, and fit the factor of each draw.

    What is drawn is who came; that all months of one client go together keeps how the months hang together through the clients. What
    moves all clients in one month is not drawn. Source: Davison & Hinkley (1997), Bootstrap Methods and their Application.
    """
    units = int(clients.number.sum())
    drawn = np.random.default_rng(seed).multinomial(units, clients.number / units, size=draws).astype(float)
    present = (clients.patterns > 0) & clients.named[:, None]
    return Bootstrapped(*(_interval(factors(drawn @ part)) for part in (clients.patterns, present.astype(float))))


def factors(counts: Matrix) -> Matrix:
    """The Poisson factor from month to month of many series (one a row): the slope at which fitted and observed centre in time agree.

    Newton's method on the one equation that the level drops out of; a series without a finite factor ends far out.
    """
    months = np.arange(counts.shape[1]) - (counts.shape[1] - 1) / 2
    total = counts.sum(axis=1)
    centre = np.divide(counts @ months, total, out=np.zeros_like(total), where=total > 0)
    slope = np.zeros(len(counts))
    for _ in range(60):
        shape = np.exp(slope[:, None] * months)
        shape /= shape.sum(axis=1, keepdims=True)
        mean = shape @ months
        step = np.clip((centre - mean) / np.maximum(shape @ months**2 - mean**2, 1e-12), -0.5, 0.5)
        slope += step
        if np.abs(step).max() < 1e-12:
            break
    return np.asarray(np.exp(slope))


def _interval(ratios: Matrix) -> tuple[float, float]:
    low, high = np.quantile(ratios, (0.025, 0.975))
    return float(low), float(high)
