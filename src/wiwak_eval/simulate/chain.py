"""The chain that binds all offices: which stage began and ended when, for each client."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import LAST_DAY, working_day_from
from wiwak_eval.simulate.draws import happens, negative_binomial, stream
from wiwak_eval.simulate.parameters import Cooperation, TrueParameters

COURSES = ("language_course",)


def chain_table(seed: int, people: pd.DataFrame, truth: TrueParameters) -> pd.DataFrame:
    """One row for each stage begun by 31 October 2017; `not_applicable` where the client does not need it, on the day that was noted."""
    rng = stream(seed, "chain")
    rows: list[dict[str, object]] = []
    for person in people.to_dict("records"):
        rows += _stages(
            rng, str(person["client_id"]), person["recognised_on"], person["first_contact"], person["left_on"], truth.cooperation
        )
    return pd.DataFrame(rows, columns=["client_id", "stage", "office", "started_on", "completed_on", "result"])


def _stages(
    rng: np.random.Generator, client_id: str, recognised: date | None, known: date, left: date | None, truth: Cooperation
) -> list[dict[str, object]]:
    """A client's stages in their order: the title follows recognition, all else the first contact too.

    What is not done by the end of the records stays open; what a move cuts short is dropped.
    """
    rows: list[dict[str, object]] = []
    ended: dict[str, date] = {}
    for stage, office in truth.stage_offices.value.items():
        needed = happens(rng, truth.stage_needed.value[stage])
        before = truth.stage_after.value.get(stage)
        if before is not None and before not in ended:
            continue
        ready = (recognised or known) if before is None else max(ended[before], known)
        start = _later(rng, ready, truth.stage_gap_days.value, truth)
        if start > min(left or LAST_DAY, LAST_DAY):
            continue
        if not needed:
            rows.append(_row(client_id, stage, office, start, None, "not_applicable"))
            continue
        end, result = _outcome(rng, start, left, truth, truth.stage_days.value[stage])
        rows.append(_row(client_id, stage, office, start, end, result))
        if result == "done" and end is not None:
            ended[stage] = end
        if stage in COURSES and end is not None and happens(rng, truth.course_repeated_share.value):
            rows += _repetition(rng, client_id, stage, end, left, truth)
    return rows


def _repetition(
    rng: np.random.Generator, client_id: str, stage: str, ended: date, left: date | None, truth: Cooperation
) -> list[dict[str, object]]:
    start = _later(rng, ended, truth.stage_gap_days.value, truth)
    if start <= ended or start > min(left or LAST_DAY, LAST_DAY):
        return []
    return [
        _row(client_id, stage, truth.stage_offices.value[stage], start, *_outcome(rng, start, left, truth, truth.stage_days.value[stage]))
    ]


def _outcome(rng: np.random.Generator, start: date, left: date | None, truth: Cooperation, mean: float) -> tuple[date | None, str]:
    end = _later(rng, start, mean, truth)
    dropped = happens(rng, truth.dropped_share.value)
    if left is not None and end > left:
        return left, "dropped"
    if end > LAST_DAY:
        return None, "ongoing"
    return end, "dropped" if dropped else "done"


def _later(rng: np.random.Generator, day: date, mean_days: float, truth: Cooperation) -> date:
    return working_day_from(day + timedelta(days=1 + negative_binomial(rng, mean_days - 1, truth.waiting_size.value)))


def _row(client_id: str, stage: str, office: str, start: date, end: date | None, result: str) -> dict[str, object]:
    return {"client_id": client_id, "stage": stage, "office": office, "started_on": start, "completed_on": end, "result": result}
