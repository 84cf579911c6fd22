"""What a completed chain of integration cost: a closed cohort's part of the costs over the chains it completed."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from wiwak_eval.evaluation.unit_cost.clusters import Cluster
from wiwak_eval.evaluation.unit_cost.figures import UnitCost, to_step
from wiwak_eval.evaluation.unit_cost.ratio_interval import Floats, unit_interval
from wiwak_eval.money import Cents, round_half_up
from wiwak_eval.results import NotAssessable

FEWEST_CHAINS = 10
"""Completed chains, and households with one, below which no cost is told."""

STEP = 1_000
"""Cents: the cost of a chain is printed to ten euros, so that it does not give away the number of chains a release rounds."""


@dataclass(frozen=True)
class ChainCost:
    """A closed cohort. clusters: contacts of the cohort within its window, all contacts, completed chains, by household.

    completed: persons who completed the chain; households: theirs; largest: the two largest numbers of them in a household.
    """

    clusters: tuple[Cluster, ...]
    completed: int
    households: int
    largest: tuple[int, int]

    def per_chain(self, cost: Cents) -> UnitCost:
        """The cohort's part of a cost, by its part of the contacts, over its completed chains, to ten euros with a 95 % interval.

        The part's numerator and denominator and the number of chains all come from the same households, which the interval allows for.
        """
        cohort, contacts, chains = (sum(cluster[place] for cluster in self.clusters) for place in range(3))
        part = Fraction(cost * cohort, contacts)
        interval = unit_interval(self.clusters, lambda sums: _per_chain(cost, sums))
        low, high = (None, None) if interval is None else (to_step(end, STEP) for end in interval)
        return UnitCost(round_half_up(part), chains, STEP * round_half_up(part / chains / STEP), low, high)


def chain_cost(closed: pd.DataFrame, contacts: pd.DataFrame) -> ChainCost | NotAssessable:
    """The cohort's contacts and completed chains.

    closed: the persons whose window has passed, columns client_id, household, until (last day of the window), completed (yes/no);
    contacts: all attended contacts, columns client_id, household, date. Refused below ten completed chains, or households
    with one, and where no contact names anybody of the cohort: a chain would cost nothing.
    """
    done = closed[closed["completed"]].groupby("household").size()
    if len(done) < FEWEST_CHAINS:
        return NotAssessable(
            f"nicht auswertbar: Kosten je abgeschlossener Integrationskette brauchen mindestens {FEWEST_CHAINS} Haushalte mit einem "
            "Abschluss unter denen, deren Frist ganz beobachtet ist."
        )
    until = contacts["client_id"].map(closed.set_index("client_id")["until"])
    within = contacts[contacts["date"] <= until]
    if within.empty:
        return NotAssessable(
            "nicht auswertbar: Keine Beratung nennt eine Person der Integrationskette; ihr Anteil an den Kosten ist nicht bekannt."
        )
    sums = pd.DataFrame({"cohort": within.groupby("household").size(), "all": contacts.groupby("household").size(), "chains": done})
    nameless: list[Cluster] = [(0, 1, 0)] * int(contacts["household"].isna().sum())
    clusters: list[Cluster] = [(int(a), int(b), int(c)) for a, b, c in sums.fillna(0).itertuples(index=False)]
    largest = [*sorted((int(n) for n in done), reverse=True)[:2], 0]
    return ChainCost(tuple(sorted([*clusters, *nameless])), int(done.sum()), len(done), (largest[0], largest[1]))


def _per_chain(cost: Cents, sums: Floats) -> Floats:
    return cost * sums[:, 0] / (sums[:, 1] * sums[:, 2])
