"""Small networks for the tests."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval.evaluation.network.graph import Organisation, ReferralNetwork

DAY = date(2017, 3, 1)


def made(sectors: str, arcs: Sequence[tuple[int, int]], hub: int | None = None) -> ReferralNetwork:
    """One node a letter, which is its sector; one referral an arc."""
    nodes = tuple(Organisation(f"N{place:02d}", f"Organisation {place}", sector) for place, sector in enumerate(sectors))
    return ReferralNetwork(nodes, hub, tuple(sorted((sender, receiver, DAY) for sender, receiver in arcs)))


def renamed(network: ReferralNetwork, order: Sequence[int]) -> ReferralNetwork:
    """The same network with node `order[i]` as the i-th."""
    place = {old: new for new, old in enumerate(order)}
    nodes = tuple(Organisation(f"X{new}", "", network.organisations[old].sector) for new, old in enumerate(order))
    hub = None if network.hub is None else place[network.hub]
    return ReferralNetwork(nodes, hub, tuple(sorted((place[one], place[other], day) for one, other, day in network.referrals)))
