"""The chain in one row."""

import pandas as pd

from wiwak_eval.evaluation.chain.behind import BEGUN, COHORT, NOTEBOOK, PERSONS, STAGE, STEPS, STEPS_IN_ORDER, counted, stages_of_chain
from wiwak_eval.evaluation.chain.completed import COMPLETED, COMPLETED_KEY, DEFINITION, completed_chains
from wiwak_eval.evaluation.chain.conformance import Step, all_rows
from wiwak_eval.evaluation.chain.courses import FEWEST, Courses
from wiwak_eval.evaluation.chain.funnel import COMPLETE_COUNT, WHOSE
from wiwak_eval.evaluation.chain.incidence import told
from wiwak_eval.evaluation.chain.order import ASSUMPTIONS, ChainOrder, stage_labels
from wiwak_eval.evaluation.chain.residence import residence_points
from wiwak_eval.evaluation.chain.restricted import RestrictedMean
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import Cell, Column, GroupCell, GroupCurve, GroupMedian, GroupRatio, Protection, Table, Unit, build_table, key_of

HALF_YEAR = 6
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
    protection = Protection(
        (stages_of_chain(), COMPLETED),
        (PERSONS, COHORT, STEPS, STEPS_IN_ORDER, BEGUN),
        tuple(cells),
        tuple(ratios),
        medians,
        curves,
        everybody=("recorded_share",),
    )
    notes = (
        WHOSE,
        DEFINITION,
        "Reihenfolge: Anteil der Übergänge in der vereinbarten Reihenfolge; der Bereich rechnet je Person einen Übergang.",
        COMPLETE_COUNT,
    )
    columns, row = [column for column, _ in values], [value for _, value in values]
    return build_table("chain_figures", "Die Integrationskette in Zahlen", columns, [row], NOTEBOOK, notes, ASSUMPTIONS, protection)


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
    if cell.persons >= FEWEST:
        ratios.append(
            GroupRatio(
                0, "order_share", (STEPS_IN_ORDER.name, ()), (STEPS.name, ()), cell.persons, cell.households, "order_low", "order_high"
            )
        )
    return [(Column("steps", "Übergänge", Unit.COUNT), len(rows)), *shares]


def _completed(courses: Courses, order: ChainOrder, cells: list[GroupCell], ratios: list[GroupRatio]) -> list[tuple[Column, Cell]]:
    chains = completed_chains(courses, order)
    whole, part = chains.cells(0, "cohort", "completed_persons")
    shares = _share("completed", "Anteil abgeschlossen", len(chains.completed), len(chains.cohort), whole.persons)
    enough = whole.persons >= FEWEST
    if enough:
        cells += [whole, part]
        told = ((COHORT.name, COMPLETED_KEY), (COHORT.name, ()))
        ratios.append(GroupRatio(0, "completed_share", *told, whole.persons, whole.households, "completed_low", "completed_high"))
    return [
        (Column("cohort", "Personen, deren Frist abgelaufen ist", Unit.PERSONS), len(chains.cohort) if enough else None),
        (Column("completed_persons", "davon Kette abgeschlossen", Unit.PERSONS), len(chains.completed) if enough else None),
        *shares,
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
    risk = (points[HALF_YEAR].at_risk,)
    return list(values), tuple(GroupCurve(name, (), risk, bound=name != "stay_share_6") for name, _ in names)
