"""Which stages were completed within the window, of those whose window has passed."""

from math import inf

import pandas as pd

from wiwak_eval.evaluation.chain.behind import COHORT, NEEDED, NOT_REACHED, NOTEBOOK, REACHED, counted, reached_by
from wiwak_eval.evaluation.chain.courses import FEWEST, Courses
from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import (
    Cell,
    Column,
    GroupRatio,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

WHOSE = (
    f"Die Uhr jeder Person beginnt mit dem Erstkontakt oder der Anerkennung, je nachdem, was später war; was davor lag, gilt als am ersten "
    f"Tag erledigt. Gezählt ist, wessen Uhr im Zeitraum der Lieferung begann und seitdem mindestens {WINDOW_DAYS} Tage lief."
)
MISSING_IS_NOT_UNREACHED = (
    "Eine Station, die nicht in der Tabelle steht, kann trotzdem erreicht sein; gezählt ist, was die Ämter eingetragen haben."
)
NOWHERE_NOT_NEEDED = (
    "In dieser Lieferung ist nirgends „entfällt“ eingetragen. Bei Stationen, die nicht alle brauchen, ist der Anteil deshalb zu niedrig."
)
EMPTY = (
    f"Leer bleibt, was weniger als {FEWEST} Personen brauchen, und was neben den Zahlen anderer Stationen Einzelne verriete; dann steht "
    "allein der Anteil oder nichts."
)
UNDATED = "Leer bleibt auch, wo mehr als 5 % der Abschlüsse ohne Datum eingetragen sind: Ob sie in die Frist fielen, ist nicht bekannt."
COMPLETE_COUNT = (
    "Gezählt sind alle, nicht eine Stichprobe. Der 95-%-Bereich nennt die Anteile, die bei gleichen Verhältnissen mit dieser Zählung "
    "vereinbar sind; die Zählung eines anderen Halbjahrs kann auch außerhalb liegen. Personen gelten als unabhängig; gehen Familien "
    "gemeinsam, so ist er zu schmal."
)


def funnel_table(courses: Courses) -> Table | NotAssessable:
    """Persons who need a stage, those who completed it within the window, share and Wilson interval, one row a stage.

    Stages that fewer than ten persons of the cohort need, or whose completions lack dates, are left empty.
    Refused where the window has passed for fewer than ten persons.
    """
    people = courses.in_chain
    if int((people["watched"] >= WINDOW_DAYS).sum()) < FEWEST:
        return NotAssessable(f"nicht auswertbar: Erst bei weniger als {FEWEST} Personen ist die Frist der Integrationskette abgelaufen.")
    rows: list[tuple[Cell, ...]] = []
    protections: list[Protection] = []
    for number, (stage, label) in enumerate(stage_labels().items()):
        of_stage = courses.of(stage)
        cohort = of_stage[of_stage["watched"] >= WINDOW_DAYS]
        row, protection = _NOTHING if stage in courses.undated else _row(number, stage, cohort)
        rows.append((label, *row))
        protections.append(protection)
    columns = (
        Column("stage", "Station", Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        Column("reached", f"fertig in {WINDOW_DAYS} Tagen", Unit.PERSONS),
        Column("open", "nicht fertig", Unit.PERSONS),
        Column("share", "Anteil fertig", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    notes = [
        WHOSE,
        "Wo die Station bis zur Frist entfällt, zählt die Person bei dieser Station nicht mit.",
        MISSING_IS_NOT_UNREACHED,
        COMPLETE_COUNT,
    ]
    if not (courses.stages["not_needed"] < inf).any():
        notes.append(NOWHERE_NOT_NEEDED)
    if any(row[1] is None for row in rows):
        notes.append(EMPTY)
    if courses.undated:
        notes.append(UNDATED)
    protection = Protection(
        tuple(dimension for each in protections for dimension in each.dimensions),
        (COHORT,),
        tuple(cell for each in protections for cell in each.cells),
        tuple(ratio for each in protections for ratio in each.ratios),
    )
    title = "Welche Stationen sind nach einem halben Jahr erreicht?"
    return build_table("chain_funnel", title, columns, rows, NOTEBOOK, notes, (), protection)


def _row(number: int, stage: str, cohort: pd.DataFrame) -> tuple[tuple[Cell, ...], Protection]:
    """The numbers of one stage and what disclosure control must know of them.

    Where a stage is not needed by a few, the counts stay empty: beside those of another stage they would tell the few. The share alone
    does not tell how many it is of, unless it is of nearly all or hardly any: then it stays empty too.
    """
    needed = cohort[cohort["not_needed"] > WINDOW_DAYS]  # what is noted later does not change what was so when the window closed
    done = needed["done"] <= needed["left"].clip(upper=WINDOW_DAYS)
    sizes = (len(needed), int(done.sum()), int((~done).sum()))
    few_not_needed = _few(len(cohort) - len(needed))
    if len(needed) < FEWEST or (few_not_needed and (_few(sizes[1]) or _few(sizes[2]))):
        return _NOTHING
    dimension = reached_by(stage, len(needed) < len(cohort))
    whole = key_of({dimension.name: NEEDED}) if dimension.unions else ()
    part, rest = (key_of({dimension.name: leaf}) for leaf in (REACHED, NOT_REACHED))
    groups = (("persons", whole, needed), ("reached", part, needed[done]), ("open", rest, needed[~done]))
    cells = tuple(counted(number, column, COHORT, key, group) for column, key, group in groups)
    told = ((COHORT.name, part), (COHORT.name, whole))
    ratio = GroupRatio(number, "share", *told, cells[0].persons, cells[0].households, "low", "high")
    counts = (None, None, None) if few_not_needed else sizes
    share = sizes[1] / sizes[0]
    return (*counts, *(round(value, 6) for value in (share, *wilson(share, sizes[0])))), Protection(
        (dimension,), (COHORT,), cells, (ratio,)
    )


_NOTHING: tuple[tuple[Cell, ...], Protection] = ((None,) * 6, Protection((), (), ()))


def _few(count: int) -> bool:
    return 0 < count < FEWEST
