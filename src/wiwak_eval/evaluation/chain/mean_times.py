"""Mean time to each stage within the window, as a table."""

import pandas as pd

from wiwak_eval.evaluation.chain.behind import BEGUN, NOTEBOOK, STAGE, stages_of_chain
from wiwak_eval.evaluation.chain.courses import DONE, FEWEST, Courses, course_ends
from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.evaluation.chain.restricted import RestrictedMean, restricted_mean
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS
from wiwak_eval.results import Cell, Column, GroupMedian, NotAssessable, Protection, Table, Unit, build_table, key_of

UNDATED = "Leer ist auch eine Station, bei der zu viele Abschlüsse ohne Datum eingetragen sind."
FEWEST_NEED = 0.5
"""Share of persons who need a stage, up to which a mean over all would say nothing about those who do."""


def mean_times(courses: Courses) -> dict[str, RestrictedMean]:
    """The restricted mean of each stage that most persons need and ten completed; none where fewer were watched for the whole window."""
    if int((courses.in_chain["watched"] >= WINDOW_DAYS).sum()) < FEWEST:
        return {}
    people = {stage: courses.of(stage) for stage in stage_labels() if stage not in courses.undated}
    return {stage: restricted_mean(each) for stage, each in people.items() if _tells_something(each)}


def _tells_something(of_stage: pd.DataFrame) -> bool:
    """Whether most need the stage and enough completed it within the window."""
    ends, causes = course_ends(of_stage)
    needed = (of_stage["not_needed"] > WINDOW_DAYS).mean() > FEWEST_NEED
    return bool(needed) and int(((causes == DONE) & (ends <= WINDOW_DAYS)).sum()) >= FEWEST


def mean_times_table(courses: Courses, found: dict[str, RestrictedMean]) -> Table | NotAssessable:
    """Mean days without each stage out of the first `WINDOW_DAYS`, with the interval of the household bootstrap."""
    if not found:
        return refuse_undated(courses.undated, stage_labels()) or NotAssessable(
            f"nicht auswertbar: Weniger als {FEWEST} Personen sind {WINDOW_DAYS} Tage lang beobachtet; eine mittlere Zeit gibt es nicht."
        )
    people = courses.in_chain
    rows: list[tuple[Cell, ...]] = []
    for stage, label in stage_labels().items():
        mean = found.get(stage)
        rows.append((label, *((None, None, None) if mean is None else (round(value, 6) for value in (mean.days, mean.low, mean.high)))))
    medians = tuple(
        GroupMedian(row, column, key_of({STAGE: label}), len(people), int(people["household"].nunique()))
        for row, label in enumerate(stage_labels().values())
        for column in ("days", "low", "high")
    )
    columns = (
        Column("stage", "Station", Unit.TEXT),
        Column("days", f"Tage ohne diese Station, von {WINDOW_DAYS}", Unit.NUMBER, 0),
        Column("low", "95-%-Bereich von", Unit.NUMBER, 0),
        Column("high", "bis", Unit.NUMBER, 0),
    )
    notes = (
        f"Mittel über alle Personen der Kette (Fläche über der Aalen-Johansen-Kurve bis Tag {WINDOW_DAYS}). Wer wegzieht, abbricht oder "
        "die Station nicht braucht, zählt bis zum letzten Tag als „ohne“; je öfter das vorkommt, desto länger ist das Mittel.",
        "Der Bereich entsteht, indem ganze Haushalte neu gezogen werden.",
        f"Leer: Die Station entfällt bei mindestens der Hälfte, oder sie ist in {WINDOW_DAYS} Tagen bei weniger als {FEWEST} Personen "
        "abgeschlossen; ein Mittel über alle sagte dann nichts.",
        *((UNDATED,) if courses.undated else ()),
    )
    protection = Protection((stages_of_chain(),), (BEGUN,), (), (), medians)
    title = "Wie viele Tage vergehen ohne diese Station?"
    return build_table("chain_restricted", title, columns, rows, NOTEBOOK, notes, (), protection)
