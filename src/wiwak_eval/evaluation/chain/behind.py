"""Who stands behind a number of the chain, in the words of disclosure control."""

import pandas as pd

from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.results import Dimension, GroupCell, Key, Measure

NOTEBOOK = "03_integrationskette"
STAGE = "chain_stage"
REACHED, NOT_REACHED, NOT_NEEDED, NEEDED = "erreicht", "nicht erreicht", "entfällt", "gebraucht"

PERSONS = Measure("chain_persons", "Personen mit Integrationskette")
NEW = Measure("chain_new", "neue Klienten")
COHORT = Measure("chain_cohort", "Personen, deren Frist abgelaufen ist")
BEGUN = Measure("chain_begun", "begonnene Stationen", overlapping=(STAGE,))
STEPS_IN_ORDER = Measure("chain_steps_in_order", "Übergänge in der vereinbarten Reihenfolge")
STEPS = Measure("chain_steps", "Übergänge", at_least=STEPS_IN_ORDER.name)


def counted(row: int, column: str, measure: Measure, key: Key, group: pd.DataFrame) -> GroupCell:
    """The cell that counts the rows of a group: one person each, or one stage or step of a person (columns client_id, household)."""
    each = sorted((int(size) for size in group.groupby("household").size()), reverse=True)
    first, second, *_ = [*each, 0, 0]
    return GroupCell(row, column, measure.name, key, int(group["client_id"].nunique()), len(each), (first, second))


def stages_of_chain() -> Dimension:
    """The stages, in the contract's order."""
    return Dimension(STAGE, "Station", tuple(stage_labels().values()))


def reached_by(stage: str, some_not_needed: bool) -> Dimension:
    """What became of one stage within the window: an attribute of its own, since a person stands in every stage."""
    leaves = (REACHED, NOT_REACHED, NOT_NEEDED) if some_not_needed else (REACHED, NOT_REACHED)
    unions = ((NEEDED, (REACHED, NOT_REACHED)),) if some_not_needed else ()
    return Dimension(f"chain_{stage}", stage_labels()[stage], leaves, unions)
