"""Who stands between whom: brokerage roles of Gould and Fernandez, and betweenness."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.evaluation.network.graph import ReferralNetwork

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")


@dataclass(frozen=True)
class Brokerage:
    """roles: for each node, how often it plays each role of `ROLES`; betweenness: share of shortest paths that run through it (0–1)."""

    roles: tuple[tuple[int, ...], ...]
    betweenness: tuple[float, ...]

    def roles_of(self, nodes: Sequence[int]) -> tuple[int, ...]:
        """Roles of several nodes together."""
        return tuple(sum(self.roles[node][place] for node in nodes) for place in range(len(ROLES)))

    def mean_betweenness(self, nodes: Sequence[int]) -> float:
        """Mean betweenness of at least one node."""
        return sum(self.betweenness[node] for node in nodes) / len(nodes)


def brokerage(network: ReferralNetwork) -> Brokerage:
    """Roles from the directed referrals, betweenness from the ties.

    A node brokers where one organisation refers to it, it refers on to another, and the first does not refer to the last. Which role that
    is follows from the three sectors. Sources: Gould & Fernandez (1989), Structures of Mediation, Sociological Methodology 19; Freeman
    (1977), A Set of Measures of Centrality Based on Betweenness, Sociometry.
    """
    import networkx

    nodes = range(len(network.organisations))
    graph = networkx.Graph(network.ties)
    graph.add_nodes_from(nodes)
    between = networkx.betweenness_centrality(graph)
    return Brokerage(tuple(_roles(network, node) for node in nodes), tuple(between[node] for node in nodes))


def _roles(network: ReferralNetwork, broker: int) -> tuple[int, ...]:
    senders = sorted(sender for sender, receiver in network.arcs if receiver == broker)
    receivers = sorted(receiver for sender, receiver in network.arcs if sender == broker)
    found = Counter(
        role(network.sectors[sender], network.sectors[broker], network.sectors[receiver])
        for sender in senders
        for receiver in receivers
        if sender != receiver and (sender, receiver) not in network.arcs
    )
    return tuple(found[name] for name in ROLES)


def role(sender: str, broker: str, receiver: str) -> str:
    """The role that three sectors make: coordinator (all one), consultant (both ends one, the broker another), gatekeeper (lets in from
    outside), representative (carries out of the own sector), liaison (three sectors)."""
    if sender == receiver:
        return "coordinator" if sender == broker else "consultant"
    if broker == receiver:
        return "gatekeeper"
    return "representative" if sender == broker else "liaison"
