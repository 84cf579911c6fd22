"""How long a stage stays open, by stage; and by office for those inside."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wiwak_eval.evaluation.chain.behind import BEGUN, NOTEBOOK, counted, stages_of_chain
from wiwak_eval.evaluation.chain.courses import DONE, FEWEST, OPEN, Courses
from wiwak_eval.evaluation.chain.medians import Median, median_time
from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.evaluation.people import beside
from wiwak_eval.results import Cell, Column, Dimension, GroupCell, GroupMedian, NotAssessable, Protection, Table, Unit, build_table, key_of

OFFICE = "chain_office"
HOW = (
    "Tage vom Beginn, bis die Station abgeschlossen oder abgebrochen ist. Was noch offen ist, zählt bis zum Ende der Lieferung oder bis "
    "zum Wegzug mit (Kaplan-Meier-Schätzung, Bereich nach Brookmeyer und Crowley). Bei Wiederholungen zählt vom ersten Beginn an."
)
EMPTY = f"Leer: weniger als {FEWEST} Personen, oder noch nicht bei der Hälfte beendet."
UNDATED = "Stationen, bei denen zu viele Abschlüsse ohne Datum eingetragen sind, fehlen."
NONE_BEGUN = f"nicht auswertbar: Keine Station der Integrationskette haben mindestens {FEWEST} Personen begonnen."

Group = tuple[str, pd.DataFrame]


def durations_table(courses: Courses) -> Table | NotAssessable:
    """Persons who began a stage and median days until it ended, one row a stage."""
    opened = _opened(courses)
    groups = [(label, opened[opened["stage"] == stage]) for stage, label in stage_labels().items() if stage not in courses.undated]
    title = "Wie lange bleibt eine Station offen?"
    found = _table(
        "chain_durations", title, stages_of_chain(), groups, courses.in_chain, (HOW, EMPTY, *((UNDATED,) if courses.undated else ()))
    )
    return _refused_for_dates(found, courses)


def offices_table(courses: Courses) -> Table | NotAssessable:
    """The same by office, for stages that at least ten persons began there; about staff, so not for the public."""
    opened = _opened(courses)
    named = opened[opened["office"].notna()]
    persons = named.groupby("office")["client_id"].nunique()
    groups = [(str(office), named[named["office"] == office]) for office in sorted(persons.index[persons >= FEWEST])]
    dimension = Dimension(OFFICE, "Amt", tuple(office for office, _ in groups))
    notes = (
        HOW,
        EMPTY,
        f"Nur Ämter mit mindestens {FEWEST} Personen, in der Reihenfolge des Alphabets. Das ist keine Rangfolge: Ämter haben verschiedene "
        "Stationen, und eine lange Station ist kein langsames Amt.",
        *((UNDATED,) if courses.undated else ()),
    )
    title = "Wie lange bleibt eine Station offen? Nach Ämtern"
    return _refused_for_dates(_table("chain_offices", title, dimension, groups, courses.in_chain, notes, staff=True), courses)


def _refused_for_dates(found: Table | NotAssessable, courses: Courses) -> Table | NotAssessable:
    """A refusal in favour of the true reason: stages are missing since their completions have no dates."""
    refused = refuse_undated(courses.undated, stage_labels())
    return refused if refused is not None and isinstance(found, NotAssessable) else found


def _opened(courses: Courses) -> pd.DataFrame:
    """Stages that began, with the days until they ended (`ends`) and whether they did (`causes`); none whose completions lack dates."""
    dated = courses.stages[courses.stages["began"].notna() & ~courses.stages["stage"].isin(courses.undated)]
    begun = dated.merge(courses.people[["client_id", "clock", "watched", "left"]], on="client_id")
    ended = begun[["completed", "stopped"]].min(axis=1)
    seen = begun["clock"] + pd.to_timedelta(begun[["watched", "left"]].min(axis=1), unit="D")
    until = ended.where(ended <= seen, seen)
    days = (until - begun["began"]).dt.days
    return begun.assign(ends=days.clip(lower=0).astype(float), causes=np.where(ended <= seen, DONE, OPEN))


def _table(
    id: str,
    title: str,
    dimension: Dimension,
    groups: Sequence[Group],
    everyone: pd.DataFrame,
    notes: Sequence[str],
    staff: bool = False,
) -> Table | NotAssessable:
    if all(group["client_id"].nunique() < FEWEST for _, group in groups):
        return NotAssessable(NONE_BEGUN)
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    medians: list[GroupMedian] = []
    for row, (label, group) in enumerate(groups):
        key, found = key_of({dimension.name: label}), Median(None, None, None)
        cell = counted(row, "begun", BEGUN, key, group)
        if cell.persons >= FEWEST:
            found = median_time(group["ends"].to_numpy(), group["causes"].to_numpy())
            medians += [GroupMedian(row, column, key, cell.persons, cell.households) for column in ("median", "low", "high")]
        cells.append(beside(cell, everyone[~everyone["client_id"].isin(group["client_id"])]))
        rows.append((label, len(group), found.days, found.low, found.high))
    columns = (
        Column(dimension.name, dimension.label, Unit.TEXT),
        Column("begun", "begonnen", Unit.COUNT),
        Column("median", "Tage offen, Median", Unit.NUMBER, 0),
        Column("low", "95-%-Bereich von", Unit.NUMBER, 0),
        Column("high", "bis", Unit.NUMBER, 0),
    )
    protection = Protection((dimension,), (BEGUN,), tuple(cells), (), tuple(medians))
    return build_table(id, title, columns, rows, NOTEBOOK, notes, (), protection, staff)
