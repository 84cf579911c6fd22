"""Density and E-I index by hand and against networkx; the permutation test against all relabellings."""

from itertools import permutations

import networkx
import numpy as np
import pytest
from network_samples import made, renamed

from wiwak_eval.evaluation.network.cohesion import cohesion, reciprocated
from wiwak_eval.evaluation.network.graph import without_hub
from wiwak_eval.evaluation.network.mixing import Chance, Mixing, chance_mixing, mixing, relabellings
from wiwak_eval.evaluation.network.order import structural_order
from wiwak_eval.results import NotAssessable

SQUARE_WITH_TAIL = made("aabbc", [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 3)])
"""0-1 within a, 1-2 across, 2-3 within b, 3-0 across, 3-4 across and in both directions; five ties of ten possible."""


def random_network(seed, sectors="aaaabbbbcccdd", share=0.25, hub=None):
    draw = np.random.default_rng(seed)
    nodes = len(sectors)
    arcs = [(i, j) for i in range(nodes) for j in range(nodes) if i != j and draw.random() < share / 2]
    return made(sectors, arcs, hub)


def test_density_and_ei_index_by_hand():
    found, mixed = cohesion(SQUARE_WITH_TAIL), mixing(SQUARE_WITH_TAIL)
    assert (found.organisations, found.ties, found.density) == (5, 5, 0.5)
    assert (mixed.ties, mixed.external, mixed.cross_share) == (5, 3, 0.6)
    assert mixed.ei_index == pytest.approx((3 - 2) / 5, abs=1e-12)
    assert reciprocated(SQUARE_WITH_TAIL) == 1


@pytest.mark.parametrize(("external", "index"), [(0, -1.0), (2, 0.0), (4, 1.0)])
def test_ei_index_runs_from_all_within_to_all_between(external, index):
    assert Mixing(4, external).ei_index == index


@pytest.mark.parametrize("seed", range(5))
def test_mixing_and_parts_equal_networkx(seed):
    network = random_network(seed, share=0.15)
    graph = networkx.Graph(network.ties)
    graph.add_nodes_from(range(len(network.sectors)))
    networkx.set_node_attributes(graph, dict(enumerate(network.sectors)), "sector")
    matrix = networkx.attribute_mixing_matrix(graph, "sector", normalized=False)
    external = (matrix.sum() - np.trace(matrix)) / 2
    internal = np.trace(matrix) / 2
    assert mixing(network).ei_index == pytest.approx((external - internal) / (external + internal), abs=1e-9)
    found = cohesion(network)
    assert found.density == pytest.approx(networkx.density(graph), abs=1e-9)
    assert found.components == networkx.number_connected_components(graph)
    assert found.isolated == networkx.number_of_isolates(graph)


@pytest.mark.parametrize("hub", [None, 0])
def test_the_p_value_is_that_of_all_relabellings(hub):
    """Eight nodes, all 8! (7! with a fixed hub) orders of the labels: the share at least as mixed as observed."""
    network = made("aabbbccc", [(0, 2), (0, 5), (0, 1), (1, 6), (3, 7), (2, 3), (5, 6), (0, 7)], hub)
    free = [node for node in range(8) if node != hub]
    counts = []
    for dealt in permutations([network.sectors[node] for node in free]):
        labels = dict(zip(free, dealt, strict=True)) | ({} if hub is None else {hub: network.sectors[hub]})
        counts.append(sum(labels[one] != labels[other] for one, other in network.ties))
    exact = np.mean(np.array(counts) >= mixing(network).external)
    found = chance_mixing(network)
    assert isinstance(found, Chance)
    assert found.p_cross == pytest.approx(exact, abs=0.015), "three standard errors of 9,999 draws"
    assert found.low * 8 == pytest.approx(np.quantile(counts, 0.025, method="lower"))
    assert found.high * 8 == pytest.approx(np.quantile(counts, 0.975, method="higher"))


def test_perfect_mixing_is_rare_by_chance_and_perfect_separation_is_not_mixed():
    within = [(i, j) for group in (range(5), range(5, 10), range(10, 15)) for i in group for j in group if i < j]
    between = [(i, i + 5) for i in range(10)] + [(i, i + 10) for i in range(5)]
    mixed, apart = chance_mixing(made("aaaaabbbbbccccc", between)), chance_mixing(made("aaaaabbbbbccccc", within))
    assert mixed.p_cross < 0.01
    assert apart.p_cross == 1.0


def test_on_random_labels_the_p_value_is_below_5_percent_in_at_most_5_percent():
    """600 deals of labels on one network: the test holds its size, and is not idle."""
    draw = np.random.default_rng(5)
    network = random_network(11, "aaaaaabbbbcccddd", 0.3)
    arcs = sorted(network.arcs)
    found = [chance_mixing(made("".join(draw.permutation(list(network.sectors))), arcs), 999).p_cross for _ in range(600)]
    assert np.mean(np.array(found) <= 0.05) <= 0.05
    assert 0.4 < np.mean(found) < 0.65
    assert np.mean(np.array(found) < 0.2) > 0.08


def test_names_and_order_play_no_part():
    draw = np.random.default_rng(3)
    for seed in range(8):
        network = random_network(seed, hub=2)
        for _ in range(3):
            other = renamed(network, list(draw.permutation(len(network.sectors))))
            assert chance_mixing(other) == chance_mixing(network)
            assert cohesion(without_hub(other)) == cohesion(without_hub(network))


def test_nodes_are_told_apart_by_their_ties_alone():
    """A path a-b-c-d whose third node carries a leaf: from every numbering the order runs through the same shape."""
    ties = [(0, 1), (1, 2), (2, 3), (2, 4)]
    shapes = set()
    for numbers in permutations(range(5)):
        moved = [(numbers[one], numbers[other]) for one, other in ties]
        place = {node: rank for rank, node in enumerate(structural_order(5, moved))}
        shapes.add(tuple(sorted(tuple(sorted((place[one], place[other]))) for one, other in moved)))
    assert len(shapes) == 1


def test_chance_is_refused_where_labels_cannot_differ():
    assert relabellings(list("aabbc")) == 30
    few = chance_mixing(made("aaaaaaab", [(0, 1), (1, 7)]))
    assert isinstance(few, NotAssessable)
    assert "weniger als 20 verschiedene Zuordnungen" in few.reason
    everyone = [(i, j) for i in range(8) for j in range(i)]
    idle = chance_mixing(made("aaabbbcc", everyone))
    assert isinstance(idle, NotAssessable)
    assert "ergibt gleich viele Verbindungen" in idle.reason


def test_a_star_without_its_hub_leaves_only_isolated_organisations():
    star = made("aabbccdd", [(0, node) for node in range(1, 8)], hub=0)
    whole, rest = cohesion(star), cohesion(without_hub(star))
    assert (whole.components, whole.largest, whole.isolated) == (1, 8, 0)
    assert (rest.organisations, rest.ties, rest.components, rest.largest, rest.isolated) == (7, 0, 7, 1, 7)
    assert rest.largest_share == pytest.approx(1 / 7)
