"""How many chains are completed, of those whose window has passed."""

from dataclasses import dataclass

import pandas as pd

from wiwak_eval.evaluation.chain.behind import COHORT, counted
from wiwak_eval.evaluation.chain.courses import Courses
from wiwak_eval.evaluation.chain.order import ChainOrder
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS
from wiwak_eval.results import Dimension, GroupCell, Key, NotAssessable, key_of

COMPLETED = Dimension("chain_completed", "Integrationskette", ("abgeschlossen", "offen"))
COMPLETED_KEY: Key = key_of({COMPLETED.name: "abgeschlossen"})
DEFINITION = (
    f"Abgeschlossen ist eine Kette, wenn innerhalb von {WINDOW_DAYS} Tagen alle Stationen, die sie immer umfasst (chain_always), und alle "
    "sonst begonnenen fertig sind; was entfällt, zählt als erledigt."
)


@dataclass(frozen=True)
class CompletedChains:
    """The closed cohort: persons of whom a chain is recorded and whose window has passed.

    cohort, completed: rows of `Courses.people`, the second of those whose chain was completed within the window.
    """

    cohort: pd.DataFrame
    completed: pd.DataFrame

    def cells(self, row: int, cohort: str, completed: str) -> tuple[GroupCell, GroupCell]:
        """What disclosure control must know where a table prints both numbers (names of the columns)."""
        return counted(row, cohort, COHORT, (), self.cohort), counted(row, completed, COHORT, COMPLETED_KEY, self.completed)


def completed_chains(courses: Courses, order: ChainOrder) -> CompletedChains | NotAssessable:
    """Chains of the closed cohort in which, within the window, every stage of `order.always` and every other stage that had begun was
    completed or noted as not needed, before a move out of the county.

    A stage of `order.always` that is not recorded is not completed. Refused where completions of such a stage lack dates.
    """
    if (refused := refuse_undated(courses.undated, order.always)) is not None:
        return refused
    people = courses.in_chain
    cohort = people[people["watched"] >= WINDOW_DAYS]
    stages = courses.stages.merge(cohort[["client_id", "left"]], on="client_id")
    ready = stages[["done", "not_needed"]].min(axis=1) <= stages["left"].clip(upper=WINDOW_DAYS)
    always = stages["stage"].isin(order.always)
    finished = stages[ready & always].groupby("client_id").size()
    hanging = stages[~ready & (stages["begun"] <= WINDOW_DAYS)]["client_id"]
    whole = finished.index[finished == len(order.always)]
    done = cohort["client_id"].isin(whole) & ~cohort["client_id"].isin(hanging)
    return CompletedChains(cohort, cohort[done])
