"""How far a network hangs together."""

from dataclasses import dataclass

from wiwak_eval.evaluation.network.graph import ReferralNetwork


@dataclass(frozen=True)
class Cohesion:
    """organisations, ties: numbers; components: parts without a path between them, single organisations counted; largest: organisations in
    the largest part; isolated: organisations without any tie."""

    organisations: int
    ties: int
    components: int
    largest: int
    isolated: int

    @property
    def density(self) -> float:
        """Ties per possible pair (0–1); 0 for a single organisation."""
        pairs = self.organisations * (self.organisations - 1) // 2
        return self.ties / pairs if pairs else 0.0

    @property
    def largest_share(self) -> float:
        """Share (0–1) of organisations in the largest part."""
        return self.largest / self.organisations


def cohesion(network: ReferralNetwork) -> Cohesion:
    """Size, ties and parts of a network of at least one organisation."""
    import networkx

    graph = networkx.Graph(network.ties)
    graph.add_nodes_from(range(len(network.organisations)))
    sizes = sorted(len(part) for part in networkx.connected_components(graph))
    return Cohesion(len(network.organisations), len(network.ties), len(sizes), sizes[-1], sizes.count(1))


def reciprocated(network: ReferralNetwork) -> int:
    """Ties in which each side referred to the other at least once."""
    return sum((other, one) in network.arcs and (one, other) in network.arcs for one, other in network.ties)
