"""Roles of Gould and Fernandez by hand, betweenness against networkx."""

import networkx
import numpy as np
import pytest
from network_samples import made

from wiwak_eval.evaluation.network.brokerage import ROLES, brokerage, role


def roles(network, node):
    return dict(zip(ROLES, brokerage(network).roles[node], strict=True))


@pytest.mark.parametrize(
    ("sectors", "name"),
    [("aaa", "coordinator"), ("aba", "consultant"), ("abb", "gatekeeper"), ("aab", "representative"), ("abc", "liaison")],
)
def test_each_role_by_hand(sectors, name):
    """Node 0 refers to 1, and 1 refers on to 2: the five triads of Gould & Fernandez (1989)."""
    found = roles(made(sectors, [(0, 1), (1, 2)]), 1)
    assert found == {role: int(role == name) for role in ROLES}
    assert role(*sectors) == name


def test_who_refers_directly_needs_no_broker():
    assert sum(roles(made("abc", [(0, 1), (1, 2), (0, 2)]), 1).values()) == 0
    assert roles(made("abc", [(0, 1), (1, 2), (2, 0)]), 1)["liaison"] == 1, "the way back does not count"


def test_referrals_forth_and_back_are_two_brokerages_but_none_to_oneself():
    """0 and 2 of sector a refer to 1 of sector b and 1 refers to both: 0-1-2 and 2-1-0, not 0-1-0."""
    assert roles(made("aba", [(0, 1), (1, 0), (2, 1), (1, 2)]), 1) == dict.fromkeys(ROLES, 0) | {"consultant": 2}


def test_a_small_network_by_hand():
    """Node 2 (sector b) hears from 0 and 1 (a) and 3 (b) and refers to 4 (b), 5 (c) and 0 (a); 1 refers to 4 itself.

    0-2-4 gatekeeper, 0-2-5 liaison; 1-2-5 liaison, 1-2-0 consultant (1-2-4 is direct); 3-2-4 coordinator, 3-2-5 and 3-2-0 representative.
    """
    network = made("aabbbc", [(0, 2), (1, 2), (3, 2), (2, 4), (2, 5), (2, 0), (1, 4)])
    assert roles(network, 2) == {"coordinator": 1, "consultant": 1, "gatekeeper": 1, "representative": 2, "liaison": 2}
    assert [sum(found) for found in brokerage(network).roles] == [0, 0, 7, 0, 0, 0]


def test_betweenness_equals_networkx():
    draw = np.random.default_rng(8)
    arcs = [(i, j) for i in range(12) for j in range(12) if i != j and draw.random() < 0.12]
    network = made("aaabbbcccddd", arcs)
    graph = networkx.Graph([*network.ties])
    graph.add_nodes_from(range(12))
    expected = networkx.betweenness_centrality(graph)
    found = brokerage(network).betweenness
    assert all(found[node] == pytest.approx(value, abs=1e-9) for node, value in expected.items())
    star = brokerage(made("aabbcc", [(0, node) for node in range(1, 6)]))
    assert star.betweenness == (1.0, 0, 0, 0, 0, 0)
    assert star.mean_betweenness([0, 1]) == 0.5
