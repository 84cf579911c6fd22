"""The chain in one row."""

import pandas as pd

from wiwak_eval.evaluation.chain.behind import BEGUN, COHORT, NEW, NOTEBOOK, PERSONS, STAGE, STEPS, STEPS_IN_ORDER, counted, stages_of_chain
from wiwak_eval.evaluation.chain.completed import COMPLETED, COMPLETED_KEY, DEFINITION, completed_chains
from wiwak_eval.evaluation.chain.conformance import Step, all_rows
from wiwak_eval.evaluation.chain.courses import FEWEST, Courses
from wiwak_eval.evaluation.chain.curves import HALF_YEAR, guarded_curve
from wiwak_eval.evaluation.chain.funnel import COMPLETE_COUNT, WHOSE
from wiwak_eval.evaluation.chain.incidence import told
from wiwak_eval.evaluation.chain.order import ASSUMPTIONS, ChainOrder, stage_labels
from wiwak_eval.evaluation.chain.residence import residence_points
from wiwak_eval.evaluation.chain.restricted import RestrictedMean
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.evaluation.people import beside
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import (
    Cell,
    Column,
    GroupCell,
    GroupCurve,
    GroupMedian,
    GroupRatio,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

MEANS = {"rmst_housing": "housing", "rmst_course": "language_course", "rmst_work": "work_training"}


def figures_table(courses: Courses, order: ChainOrder, steps: tuple[Step, ...], means: dict[str, RestrictedMean]) -> Table:
    """One row `chain`: persons, order, completed chains of the closed cohort, mean times, residence after half a year.

    What cannot be told is empty; so each number is refused on its own.
    """
    people, rows = courses.in_chain, all_rows(steps)
    cells, ratios = [counted(0, "persons", PERSONS, (), people)], list[GroupRatio]()
    values: list[tuple[Column, Cell]] = [
        (Column("key", "Schlüssel", Unit.TEXT), "chain"),
        (Column("persons", "Personen mit erfasster Kette", Unit.PERSONS), len(people)),
        (Column("recorded_share", "Anteil an den neuen Klienten", Unit.SHARE, 0), round(len(people) / len(courses.people), 6)),
        *_order(rows, cells, ratios),
        *_completed(courses, order, cells, ratios),
    ]
    mean_values, medians = _means(courses, means)
    stay_values, curves = _stay(courses)
    values += mean_values + stay_values
    ratios.append(_recorded(cells[0], courses))
    protection = Protection(
        (stages_of_chain(), COMPLETED),
        (PERSONS, NEW, COHORT, STEPS, STEPS_IN_ORDER, BEGUN),
        tuple(cells),
        tuple(ratios),
        medians,
        curves,
    )
    refused = refuse_undated(courses.undated, order.always)
    notes = (
        *(() if refused is None else (f"Abgeschlossene Ketten: {refused.reason}",)),
        WHOSE,
        DEFINITION,
        "Reihenfolge: Anteil der Übergänge in der vereinbarten Reihenfolge; der Bereich rechnet je Person einen Übergang.",
        COMPLETE_COUNT,
    )
    columns, row = [column for column, _ in values], [value for _, value in values]
    return build_table("chain_figures", "Die Integrationskette in Zahlen", columns, [row], NOTEBOOK, notes, ASSUMPTIONS, protection)


def _recorded(persons: GroupCell, courses: Courses) -> GroupRatio:
    """The share of persons with a chain; it stands for those without one, whom it would count beside the exact number of the others."""
    people = courses.people
    behind = _behind(persons, people[~people["client_id"].isin(courses.in_chain["client_id"])])
    return GroupRatio(0, "recorded_share", (PERSONS.name, ()), (NEW.name, ()), behind.persons, behind.households)


def _behind(whole: GroupCell, left_out: pd.DataFrame) -> GroupCell:
    """Whom a share of all stands for: those it leaves out, where they are so few that it would count them beside the number of all."""
    few = beside(whole, left_out)
    return few if min(few.persons, few.households) < FEWEST else whole


def _share(name: str, head: str, part: int, whole: int, people: int) -> list[tuple[Column, Cell]]:
    """Share and interval of so many people; empty where they are too few."""
    share: tuple[float | None, ...] = (None, None, None)
    if people >= FEWEST:
        share = tuple(round(value, 6) for value in (part / whole, *wilson(part / whole, people)))
    heads = ((f"{name}_share", head), (f"{name}_low", "95-%-Bereich von"), (f"{name}_high", "bis"))
    return [(Column(column, label, Unit.SHARE, 0), value) for (column, label), value in zip(heads, share, strict=True)]


def _order(rows: pd.DataFrame, cells: list[GroupCell], ratios: list[GroupRatio]) -> list[tuple[Column, Cell]]:
    cell = counted(0, "steps", STEPS, (), rows)
    shares = _share("order", "in der Reihenfolge", int(rows["in_order"].sum()), len(rows), cell.persons)
    cells.append(cell)
    behind = _behind(cell, rows[~rows["in_order"]])
    if cell.persons >= FEWEST:
        ratios.append(
            GroupRatio(
                0, "order_share", (STEPS_IN_ORDER.name, ()), (STEPS.name, ()), behind.persons, behind.households, "order_low", "order_high"
            )
        )
    return [(Column("steps", "Übergänge", Unit.COUNT), len(rows)), *shares]


def _completed(courses: Courses, order: ChainOrder, cells: list[GroupCell], ratios: list[GroupRatio]) -> list[tuple[Column, Cell]]:
    chains = completed_chains(courses, order)
    if isinstance(chains, NotAssessable):
        return [*_counts(None, None), *_share("completed", "Anteil abgeschlossen", 0, 0, 0)]
    whole, part = chains.cells(0, "cohort", "completed_persons")
    shares = _share("completed", "Anteil abgeschlossen", len(chains.completed), len(chains.cohort), whole.persons)
    enough = whole.persons >= FEWEST
    if enough:
        cells += [whole, part]
        told = ((COHORT.name, COMPLETED_KEY), (COHORT.name, ()))
        ratios.append(GroupRatio(0, "completed_share", *told, whole.persons, whole.households, "completed_low", "completed_high"))
    counts = _counts(len(chains.cohort), len(chains.completed)) if enough else _counts(None, None)
    return [*counts, *shares]


def _counts(cohort: Cell, completed: Cell) -> list[tuple[Column, Cell]]:
    return [
        (Column("cohort", "Personen, deren Frist abgelaufen ist", Unit.PERSONS), cohort),
        (Column("completed_persons", "davon Kette abgeschlossen", Unit.PERSONS), completed),
    ]


def _means(courses: Courses, means: dict[str, RestrictedMean]) -> tuple[list[tuple[Column, Cell]], tuple[GroupMedian, ...]]:
    people, labels = courses.in_chain, stage_labels()
    values: list[tuple[Column, Cell]] = []
    medians: list[GroupMedian] = []
    for name, stage in MEANS.items():
        found = means.get(stage)
        days = (None, None, None) if found is None else (found.days, found.low, found.high)
        heads = ((name, f"Tage ohne {labels[stage]}"), (f"{name}_low", "95-%-Bereich von"), (f"{name}_high", "bis"))
        for (column, head), value in zip(heads, days, strict=True):
            values.append((Column(column, head, Unit.NUMBER, 0), None if value is None else round(value, 6)))
            medians.append(GroupMedian(0, column, key_of({STAGE: labels[stage]}), len(people), int(people["household"].nunique())))
    return values, tuple(medians)


def _stay(courses: Courses) -> tuple[list[tuple[Column, Cell]], tuple[GroupCurve, ...]]:
    points = residence_points(courses.people)
    shares = told(points)[HALF_YEAR] if len(points) > HALF_YEAR else (None, None, None)
    names = (("stay_share_6", "nach einem halben Jahr noch im Landkreis"), ("stay_low_6", "95-%-Bereich von"), ("stay_high_6", "bis"))
    values = [(Column(name, head, Unit.SHARE, 0), share) for (name, head), share in zip(names, shares, strict=True)]
    if shares[0] is None:
        return list(values), ()
    return list(values), guarded_curve("stay_share_6", ("stay_low_6", "stay_high_6"), points[HALF_YEAR : HALF_YEAR + 1])
