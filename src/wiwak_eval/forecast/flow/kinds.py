"""Whether returning persons are seen more or less than others, month by month of their episode."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.ages import Ages, further_contacts
from wiwak_eval.forecast.flow.contact_rate import ContactRate
from wiwak_eval.forecast.flow.episodes import Episodes, Kind

PRIOR_CONTACTS = 30.0
"""Contacts that “no difference” is worth beside those seen."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class KindWeights:
    """Factors on the further contacts of returning persons and of all others; draws: [samples] each.

    Both are chosen so that the contacts of the window stay as many as they were.
    """

    returning: float
    others: float
    returning_draws: Floats
    others_draws: Floats


def expected_further(episodes: Episodes, ages: Ages, rate: ContactRate) -> Floats:
    """Further contacts that each episode is expected to have in each month of the window, e(k) λ(k); [episodes, months].

    Of those known before the window, given that they were still in counselling when it began.
    """
    entry = np.maximum(-episodes.start_month, 0)
    age = np.arange(len(episodes.window.months)) - episodes.start_month[:, None]
    per_age = ages.exposed * rate.rate[rate.band_of(np.arange(len(ages.exposed)))]
    return np.asarray(np.where(age >= 0, per_age[np.maximum(age, 0)], 0.0) / ages.present[entry][:, None])


def estimate_weights(episodes: Episodes, expected: Floats, samples: int, rng: np.random.Generator) -> KindWeights:
    """expected: of `expected_further`."""
    back = episodes.kind == Kind.RETURNING
    seen = further_contacts(episodes)
    of_back, of_others = float(expected[back].sum()), float(expected[~back].sum())
    shape, rate = float(seen[back].sum()) + PRIOR_CONTACTS, of_back + PRIOR_CONTACTS
    drawn = rng.gamma(shape, 1.0 / rate, samples)
    total = float(seen.sum())

    def others(returning: Floats) -> Floats:
        return np.asarray((total - returning * of_back) / max(of_others, 1e-9))

    return KindWeights(shape / rate, float(others(np.array(shape / rate))), drawn, others(drawn))
