"""How far ties lead into other sectors, and how far they would by chance: E-I index and its permutation null."""

from collections import Counter
from dataclasses import dataclass
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.network.graph import ReferralNetwork
from wiwak_eval.evaluation.network.order import structural_order
from wiwak_eval.results import NotAssessable

PERMUTATIONS = 9_999
FEWEST_RELABELLINGS = 20
SEED = 1988


@dataclass(frozen=True)
class Mixing:
    """ties: all of them; external: those between two sectors."""

    ties: int
    external: int

    @property
    def cross_share(self) -> float:
        """Share (0–1) of the ties that join two sectors."""
        return self.external / self.ties

    @property
    def ei_index(self) -> float:
        """(E - I) / (E + I), from -1 (all ties within sectors) to 1 (all between). Source: Krackhardt & Stern (1988), Informal Networks
        and Organizational Crises, Social Psychology Quarterly."""
        return 2 * self.cross_share - 1


@dataclass(frozen=True)
class Chance:
    """What random sectors give. low, high: central 95 % of the share of ties between sectors; p_cross: chance of at least the observed."""

    low: float
    high: float
    p_cross: float


def mixing(network: ReferralNetwork) -> Mixing:
    """Ties between sectors among all ties."""
    return Mixing(len(network.ties), sum(network.crosses(tie) for tie in network.ties))


def chance_mixing(network: ReferralNetwork, permutations: int = PERMUTATIONS) -> Chance | NotAssessable:
    """The observed mixing held against sector labels dealt out anew among the organisations; ties and sizes of sectors stay.

    The hub keeps its label: it is the centre by design and cannot change places with a company or a club. p_cross is one-sided,
    (b + 1) / (m + 1) with b of m permutations at least as mixed (Davison & Hinkley 1997, Bootstrap Methods and their Application, ch. 4).
    Refused where fewer than 20 relabellings differ, and where all of them give the same number.
    """
    free = [node for node in structural_order(len(network.sectors), network.ties, _hubs(network)) if node != network.hub]
    if relabellings([network.sectors[node] for node in free]) < FEWEST_RELABELLINGS:
        return NotAssessable(
            f"nicht auswertbar: Es gibt weniger als {FEWEST_RELABELLINGS} verschiedene Zuordnungen der Sektoren; "
            "ein Vergleich mit dem Zufall trägt nicht."
        )
    external = np.sort(_external_by_chance(network, free, permutations))
    if external[0] == external[-1]:
        return NotAssessable(
            "nicht auswertbar: Jede Zuordnung der Sektoren ergibt gleich viele Verbindungen zwischen Sektoren; "
            "ein Vergleich mit dem Zufall sagt nichts."
        )
    observed, tail = mixing(network), round(0.025 * permutations)
    at_least = int((external >= observed.external).sum())
    low, high = int(external[tail]), int(external[-1 - tail])
    return Chance(low / observed.ties, high / observed.ties, (at_least + 1) / (permutations + 1))


def relabellings(sectors: list[str]) -> int:
    """Number of different ways to deal these labels out."""
    return factorial(len(sectors)) // prod(factorial(count) for count in Counter(sectors).values())


def _hubs(network: ReferralNetwork) -> tuple[int, ...]:
    return () if network.hub is None else (network.hub,)


def _external_by_chance(network: ReferralNetwork, free: list[int], permutations: int) -> NDArray[np.int64]:
    """Ties between sectors in each permutation; labels enter sorted and nodes in structural order, so that no name plays a part."""
    number = {sector: place for place, sector in enumerate(sorted(set(network.sectors)))}
    dealt = np.tile(np.array(sorted(number[network.sectors[node]] for node in free), dtype=np.int8), (permutations, 1))
    dealt = np.random.default_rng(SEED).permuted(dealt, axis=1)
    labels = np.full((permutations, len(network.sectors)), -1, dtype=np.int8)
    labels[:, free] = dealt
    if network.hub is not None:
        labels[:, network.hub] = number[network.sectors[network.hub]]
    external = np.zeros(permutations, dtype=np.int64)
    for one, other in network.ties:
        external += labels[:, one] != labels[:, other]
    return external
