"""Stages that were completed on a day nobody wrote down: known to be reached, but not when."""

from collections.abc import Collection, Iterable

import pandas as pd

from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.results import NotAssessable

MOST_UNDATED = 0.05
"""Of a stage's completions: who completed it on an unknown day counts as not there yet, so a share is too low by this part of itself."""


def undated_stages(each: pd.DataFrame) -> frozenset[str]:
    """Stages of which too many completions have no date. each: one row a person and stage, columns stage, undated (yes/no), completed."""
    unknown = each["undated"] & each["completed"].isna()
    known = each["completed"].notna()
    counts = pd.DataFrame({"stage": each["stage"], "unknown": unknown, "known": known}).groupby("stage")[["unknown", "known"]].sum()
    return frozenset(str(stage) for stage in counts.index[counts["unknown"] > MOST_UNDATED * counts.sum(axis=1)])


def refuse_undated(undated: Collection[str], stages: Iterable[str]) -> NotAssessable | None:
    """Why nothing can be said of these stages together, or None where their completions have dates."""
    named = [label for stage, label in stage_labels().items() if stage in undated and stage in set(stages)]
    if not named:
        return None
    where = f"der Station „{named[0]}“" if len(named) == 1 else f"den Stationen {', '.join(f'„{name}“' for name in named)}"
    return NotAssessable(
        f"nicht auswertbar: Bei {where} stehen zu viele Abschlüsse ohne Datum; wann sie erreicht waren, ist nicht bekannt."
    )
