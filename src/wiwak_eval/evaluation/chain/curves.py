"""Completed stages month by month, and who is in work or training when: curves with competing exits."""

from collections.abc import Sequence

from wiwak_eval.evaluation.chain.behind import NOTEBOOK
from wiwak_eval.evaluation.chain.courses import FEWEST, Courses, course_ends
from wiwak_eval.evaluation.chain.funnel import MISSING_IS_NOT_UNREACHED
from wiwak_eval.evaluation.chain.incidence import MONTH_DAYS, CurvePoint, grid, incidence, told
from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.results import Cell, Column, GroupCurve, NotAssessable, Protection, Table, Unit, build_table

HALF_YEAR = 6
"""The month that texts and claims speak of: told before others where not all can be."""

SHOWN = ("housing", "language_course", "work_training")
"""Stages with a curve of their own: what takes longest, and what a council asks about first."""

MONTHS = f"Ein Monat sind {MONTH_DAYS} Tage. Gezeigt wird nur, solange mindestens {FEWEST} Personen unter Beobachtung sind."
COMPETING = (
    "Aalen-Johansen-Schätzung: Wer wegzieht, die Station abbricht oder nicht braucht, kann sie nicht mehr abschließen und wird so gezählt; "
    "wer am Ende der Lieferung noch wartet, zählt bis dahin. Wegzug heißt: aus dem Landkreis."
)
TOO_FEW = f"nicht auswertbar: Zu wenige Personen in der Integrationskette, um Verläufe zu zeigen; nötig sind {FEWEST}."


def incidence_table(courses: Courses) -> Table | NotAssessable:
    """Share that completed each of the stages in `SHOWN`, by months since the clock began, with a 95 % interval."""
    if (refused := refuse_undated(courses.undated, SHOWN)) is not None:
        return refused
    ends = {stage: course_ends(courses.of(stage)) for stage in SHOWN}
    months = grid([days for days, _ in ends.values()])
    if not months:
        return NotAssessable(TOO_FEW)
    curves = {stage: incidence(days, causes, _days(months)) for stage, (days, causes) in ends.items()}
    heads = {stage: stage_labels()[stage] for stage in SHOWN}
    title = "Wie schnell werden Stationen erreicht?"
    return curve_table("chain_incidence", title, "Monate seit Beginn", heads, curves, (COMPETING, MONTHS, MISSING_IS_NOT_UNREACHED))


def work_table(courses: Courses) -> Table | NotAssessable:
    """Share that began, and that completed, work or training by months since the clock began."""
    if (refused := refuse_undated(courses.undated, ["work_training"])) is not None:
        return refused
    of_stage = courses.of("work_training")
    ends = {event: course_ends(of_stage, event) for event in ("begun", "done")}
    months = grid([days for days, _ in ends.values()])
    if not months:
        return NotAssessable(TOO_FEW)
    curves = {event: incidence(days, causes, _days(months)) for event, (days, causes) in ends.items()}
    notes = (
        COMPETING,
        MONTHS,
        "„Begonnen“ und „abgeschlossen“ meinen die Station „Arbeit und Ausbildung“. Ob eine Arbeit gehalten wurde, steht nicht in den "
        "Daten. Mit der Zeit im Land nimmt Beschäftigung auch ohne Beratung zu; eine Wirkung zeigt die Kurve nicht.",
    )
    heads = {"begun": "begonnen", "done": "abgeschlossen"}
    return curve_table("work_status", "Wer ist wann in Arbeit oder Ausbildung?", "Monate seit Beginn", heads, curves, notes)


def curve_table(
    id: str,
    title: str,
    axis: str,
    heads: dict[str, str],
    curves: dict[str, tuple[CurvePoint, ...]],
    notes: Sequence[str],
) -> Table:
    """One row a month; for each curve share, lower and upper limit. heads: German head of each curve by name."""
    columns = [Column("months", axis, Unit.TEXT)]
    shown: list[list[tuple[float | None, float | None, float | None]]] = []
    watched: list[GroupCurve] = []
    for name, head in heads.items():
        columns += [
            Column(name, head, Unit.SHARE, 0),
            Column(f"{name}_low", "95 % von", Unit.SHARE, 0),
            Column(f"{name}_high", "bis", Unit.SHARE, 0),
        ]
        watched += guarded_curve(name, (f"{name}_low", f"{name}_high"), curves[name])
        shown.append(told(curves[name]))
    rows: list[tuple[Cell, ...]] = [
        (str(month), *(cell for cells in row for cell in cells)) for month, row in enumerate(zip(*shown, strict=True))
    ]
    return build_table(id, title, columns, rows, NOTEBOOK, notes, (), Protection((), (), (), curves=tuple(watched)))


def guarded_curve(column: str, bounds: tuple[str, str], points: Sequence[CurvePoint]) -> tuple[GroupCurve, ...]:
    """What disclosure control must know of a curve and its limits: how many persons it starts with is printed in `chain_figures`."""
    risks, events = tuple(point.at_risk for point in points), tuple(point.events for point in points)
    return tuple(GroupCurve(name, (), risks, name != column, events, (HALF_YEAR,)) for name in (column, *bounds))


def _days(months: range) -> list[float]:
    return [float(month * MONTH_DAYS) for month in months]
