"""Contacts per month of counselling, by months since the start of the episode.

The identity that the rate must fulfil: contacts of a calendar month = its first contacts + the sum over cohorts of A(t-k) e(k) λ(k).
A(t-k): episodes begun in the calendar month k months ago; e(k): months of counselling that such an episode is expected to have in the
calendar month, from the persistence S and starts that lie evenly in their month: the first month gives half a month at most. So λ(k) is the
number of *further* contacts at calendar age k of all episodes old enough to have been seen at that age, divided by their expected
exposure. The first contact of an episode is its start and counts in A alone; the last one ends the exposure, which biases nothing, since
e(k) is the exposure between first and last contact. Open episodes need no guess: how long they were in counselling is expected, not seen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.ages import Ages, further_contacts
from wiwak_eval.forecast.flow.episodes import Episodes

BANDS = (0, 1, 3, 6)
"""First calendar age of each band; a band with little exposure is pooled with the one before."""
FEWEST_MONTHS_EXPOSED = 15.0

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ContactRate:
    """By band, youngest first. first_age: calendar age (months) at which it begins.

    rate: further contacts per month of counselling; low, high: 95 % bootstrap by client; seen: persons with a contact in the month per
    further contact; draws, seen_draws: [samples, bands]; exposure: expected months of counselling seen in the band.
    """

    first_age: tuple[int, ...]
    rate: Floats
    low: Floats
    high: Floats
    seen: Floats
    draws: Floats
    seen_draws: Floats
    exposure: Floats

    def band_of(self, ages: NDArray[np.int64]) -> NDArray[np.intp]:
        """Index of the band of each calendar age."""
        return np.searchsorted(self.first_age, ages, side="right") - 1


def estimate_contact_rate(episodes: Episodes, point: Ages, drawn: Ages, weights: Floats) -> ContactRate:
    """point: of the curve, [ages]; drawn: of its bootstrap samples, [samples, ages], with the same weights [samples, clients]."""
    months = np.arange(len(episodes.window.months))
    age = months - episodes.start_month[:, None]
    further = further_contacts(episodes)
    limits = (*BANDS[1:], 10**6)
    in_band = [(age >= low) & (age < high) for low, high in zip(BANDS, limits, strict=True)]
    counts = np.stack([(further * band).sum(axis=1) for band in in_band], axis=1).astype(float)
    persons = np.stack([((further > 0) * band).sum(axis=1) for band in in_band], axis=1).astype(float)
    single = np.ones((1, episodes.persons))
    exposure = _exposure(episodes, Ages(point.present[None], point.exposed[None]), single, in_band, age)
    groups = _pooled(exposure[0])
    first_age = tuple(BANDS[group[0]] for group in groups)

    def ratio(top: Floats, bottom: Floats) -> Floats:
        return np.stack([top[:, group].sum(axis=1) / np.maximum(bottom[:, group].sum(axis=1), 1e-9) for group in groups], axis=1)

    by_episode = weights[:, episodes.person]
    drawn_exposure = _exposure(episodes, drawn, weights, in_band, age)
    draws = ratio(by_episode @ counts, drawn_exposure)
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    seen = ratio(persons.sum(axis=0)[None], counts.sum(axis=0)[None])
    return ContactRate(
        first_age,
        ratio(counts.sum(axis=0)[None], exposure)[0],
        low,
        high,
        np.clip(seen[0], 0.0, 1.0),
        draws,
        np.clip(ratio(by_episode @ persons, by_episode @ counts), 0.0, 1.0),
        np.array([exposure[0, group].sum() for group in groups]),
    )


def _exposure(episodes: Episodes, ages: Ages, weights: Floats, in_band: list[NDArray[np.bool_]], age: NDArray[np.int64]) -> Floats:
    """Expected months of counselling by band, [samples, bands]; of those known before, given that they were still there at the start."""
    by_start = _by_start(episodes, weights, age)
    total = np.zeros((len(weights), len(in_band)))
    limits = (*BANDS[1:], ages.exposed.shape[-1])
    for (entry_age, last_age), number in by_start.items():
        present = ages.present[:, entry_age]
        for place, (low, high) in enumerate(zip(BANDS, limits, strict=True)):
            seen = ages.exposed[:, max(low, entry_age) : min(high, last_age + 1)].sum(axis=1)
            total[:, place] += number * seen / np.maximum(present, 1e-9)
    return total


def _by_start(episodes: Episodes, weights: Floats, age: NDArray[np.int64]) -> dict[tuple[int, int], Floats]:
    """Weighted number of episodes by calendar age when first followed and at the window's last month; [samples] each."""
    entry = np.maximum(-episodes.start_month, 0)
    found: dict[tuple[int, int], Floats] = {}
    for key in sorted({(int(a), int(b)) for a, b in zip(entry, age[:, -1], strict=True)}):
        chosen = episodes.person[(entry == key[0]) & (age[:, -1] == key[1])]
        found[key] = weights[:, chosen].sum(axis=1)
    return found


def _pooled(exposure: Floats) -> list[list[int]]:
    """Bands, each with enough exposure but perhaps the first."""
    groups = [[0]]
    for band in range(1, len(exposure)):
        if exposure[band] >= FEWEST_MONTHS_EXPOSED:
            groups.append([band])
        else:
            groups[-1].append(band)
    return groups
