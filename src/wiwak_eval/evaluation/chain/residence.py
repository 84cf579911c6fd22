"""Who still lives in the county: survival of residence for all, and from a fixed day on by the stage reached until then."""

import numpy as np
import pandas as pd

from wiwak_eval.evaluation.chain.courses import DONE, FEWEST, OPEN, Causes, Courses, Days
from wiwak_eval.evaluation.chain.curves import MONTHS, curve_table
from wiwak_eval.evaluation.chain.incidence import MONTH_DAYS, CurvePoint, grid, survival
from wiwak_eval.evaluation.chain.order import stage_labels
from wiwak_eval.evaluation.chain.undated import refuse_undated
from wiwak_eval.results import NotAssessable, Table

LANDMARK_DAYS = 90
"""The day on which it is looked up who has reached the stage. Groups made by what comes later would let nobody leave who gets there."""

LANDMARK_STAGE = "housing"
MOVES = (
    "Wegzug heißt: aus dem Landkreis hinaus, auch wenn das Ziel unbekannt ist; ein Umzug im Landkreis zählt nicht. Gezählt ist nur ein "
    "gemeldeter Wegzug; wer unbemerkt ging, gilt als geblieben."
)
KAPLAN_MEIER = f"Kaplan-Meier-Schätzung. {MONTHS}"
NOT_A_CAUSE = (
    "Die Gruppen unterscheiden sich auch sonst: Wer bleiben will, sucht eher eine Wohnung. Der Abstand der Linien sagt nicht, dass die "
    "Station Menschen hält; eine Vergleichsgruppe gibt es nicht."
)


def residence_points(people: pd.DataFrame) -> tuple[CurvePoint, ...]:
    """Share still resident by months since the clock began; empty where too few are watched. people: see `Courses.people`."""
    ends, causes = _stays(people, 0)
    return survival(ends, causes, [float(month * MONTH_DAYS) for month in grid([ends])])


def residence_table(people: pd.DataFrame) -> Table | NotAssessable:
    """Share of all clients still resident, by months since the clock began, with a 95 % interval."""
    points = residence_points(people)
    if not points:
        return NotAssessable(f"nicht auswertbar: Zu wenige Personen, um ihren Verbleib im Landkreis zu zeigen; nötig sind {FEWEST}.")
    note = (
        "Gezählt sind alle Personen, deren Uhr (Erstkontakt oder Anerkennung, je nachdem, was später war) im Zeitraum der Lieferung begann."
    )
    title = "Wie viele wohnen noch im Landkreis?"
    return curve_table(
        "residence", title, "Monate seit Beginn", {"share": "noch im Landkreis"}, {"share": points}, (note, MOVES, KAPLAN_MEIER)
    )


def residence_by_stage_table(courses: Courses) -> Table | NotAssessable:
    """Share still resident by months after day `LANDMARK_DAYS`, of those who had and had not completed `LANDMARK_STAGE` by then.

    Refused where one of the groups has fewer than ten persons, or too many completions have no date. Source of the landmark method:
    Anderson, Cain and Gelber (1983), Journal of Clinical Oncology 1, 710-719.
    """
    label = stage_labels()[LANDMARK_STAGE]
    if (refused := refuse_undated(courses.undated, [LANDMARK_STAGE])) is not None:
        return refused
    of_stage = courses.of(LANDMARK_STAGE)
    needed = of_stage["not_needed"] > LANDMARK_DAYS  # who turns out not to need it later is not known on that day
    there = of_stage[(of_stage["watched"] >= LANDMARK_DAYS) & (of_stage["left"] > LANDMARK_DAYS) & needed]
    groups = {"reached": there[there["done"] <= LANDMARK_DAYS], "open": there[there["done"] > LANDMARK_DAYS]}
    if min(len(group) for group in groups.values()) < FEWEST:
        return NotAssessable(
            f"nicht auswertbar: Für den Verbleib nach erreichter Station hat eine der Gruppen weniger als {FEWEST} Personen."
        )
    stays = {name: _stays(group, LANDMARK_DAYS) for name, group in groups.items()}
    months = [float(month * MONTH_DAYS) for month in grid([ends for ends, _ in stays.values()])]
    curves = {name: survival(ends, causes, months) for name, (ends, causes) in stays.items()}
    heads = {"reached": f"{label} bis Tag {LANDMARK_DAYS}", "open": f"noch ohne {label}"}
    notes = (
        f"Verglichen wird ab Tag {LANDMARK_DAYS}: wer bis dahin die Station „{label}“ abgeschlossen hatte und wer nicht. Wer vorher "
        "wegzog, steht in keiner der Gruppen, ebenso, bei wem bis dahin feststand, dass die Station entfällt.",
        NOT_A_CAUSE,
        MOVES,
        KAPLAN_MEIER,
    )
    title = "Wie viele wohnen noch im Landkreis, nach erreichter Station?"
    return curve_table("residence_by_stage", title, f"Monate nach Tag {LANDMARK_DAYS}", heads, curves, notes)


def _stays(people: pd.DataFrame, since: float) -> tuple[Days, Causes]:
    left, watched = people["left"].to_numpy(float) - since, people["watched"].to_numpy(float) - since
    return np.minimum(left, watched), np.where(left <= watched, DONE, OPEN)
