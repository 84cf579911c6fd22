"""Whose chain is looked at, from which day on, and what became of each stage."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval.evaluation.chain.undated import undated_stages
from wiwak_eval.evaluation.people import with_households
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST = 10
"""Persons below which no share, time or curve is worked out; policy: docs/methoden.md, section Geheimhaltung."""

DONE, EXIT, OPEN = 1, 2, 0
"""How a course ended: completed, ended otherwise, still open when the records end."""

Days = NDArray[np.float64]
Causes = NDArray[np.int64]


@dataclass(frozen=True)
class Courses:
    """Persons of a delivery whose clock starts in its period, and their stages.

    people: one row a person, in the order of the delivery: client_id, household, clock (the later of first contact and recognition),
    watched (days from the clock to the end of the period), left (days from the clock to a move out of the county, else infinite).
    stages: one row for each person and recorded stage: client_id, household, stage, office; the days began, completed, stopped (dropped)
    as dates; and begun, done, dropped, not_needed in days since the clock, 0 where they lie before it, infinite where they did not happen.
    undated: stages of which too many completions have no date, see `undated.undated_stages`.
    """

    people: pd.DataFrame
    stages: pd.DataFrame
    undated: frozenset[str] = frozenset()

    @property
    def in_chain(self) -> pd.DataFrame:
        """Persons of whom at least one stage is recorded."""
        return self.people[self.people["client_id"].isin(self.stages["client_id"])]

    def of(self, stage: str) -> pd.DataFrame:
        """Everybody in the chain with what is recorded of one stage; what is not recorded has not happened yet."""
        recorded = self.stages[self.stages["stage"] == stage].drop(columns=["household", "stage"])
        joined = self.in_chain.merge(recorded, on="client_id", how="left")
        times = ["begun", "done", "dropped", "not_needed"]
        return joined.assign(**{name: joined[name].fillna(np.inf) for name in times})


def find_courses(records: Records) -> Courses | NotAssessable:
    """The courses of a delivery; refused where a table is missing or nobody's clock starts in the period."""
    clients, rows = clocked(records), records.table("chain_stages")
    if isinstance(clients, NotAssessable):
        return clients
    if isinstance(rows, NotAssessable):
        return rows
    last = pd.Timestamp(records.provenance.period_to)
    stages, undated = _stages(rows[rows["started_on"] <= last], clients, last)
    if stages.empty:
        return NotAssessable(
            "nicht auswertbar: Zu keiner Person, die im Zeitraum neu dazukam, ist eine Station der Integrationskette erfasst."
        )
    return Courses(clients, stages, undated)


def clocked(records: Records) -> pd.DataFrame | NotAssessable:
    """Clients whose clock starts in the period; see `Courses.people`.

    Who came earlier stands in a delivery only because he came again: such a selection would say nothing about all who came then.
    """
    clients = records.table("clients")
    if isinstance(clients, NotAssessable):
        return clients
    first, last = pd.Timestamp(records.provenance.period_from), pd.Timestamp(records.provenance.period_to)
    people = with_households(clients[["client_id", "left_on", "left_to"]], records)
    people["clock"] = clients[["first_contact", "recognised_on"]].max(axis=1).where(clients["first_contact"].notna())
    people = people[people["clock"].between(first, last)]
    if people.empty:
        return NotAssessable("nicht auswertbar: Kein Erstkontakt liegt im Zeitraum der Lieferung; die Integrationskette hat keinen Anfang.")
    gone = people["left_on"].where(~people["left_to"].eq("county").fillna(False))
    left = days(gone, people["clock"]).clip(lower=0)
    watched = (last - people["clock"]).dt.days.astype(float)
    people = people.assign(watched=watched, left=left.where(left <= watched, np.inf))
    return people[["client_id", "household", "clock", "watched", "left"]].reset_index(drop=True)


def days(later: "pd.Series[pd.Timestamp]", earlier: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    """Whole days between dates; infinite where the later one is unknown."""
    return (later - earlier).dt.days.astype(float).fillna(np.inf)


def _stages(rows: pd.DataFrame, clients: pd.DataFrame, last: pd.Timestamp) -> tuple[pd.DataFrame, frozenset[str]]:
    """One row for each person and stage: a repeated stage counts from its first beginning to its first completion.

    How it ended otherwise is what its latest row says. A completion without a date tells nothing about time: the stage is left out, and
    stages with too many such completions are named beside.
    """
    known = rows.merge(clients[["client_id", "household", "clock"]], on="client_id").sort_values("started_on", kind="stable")
    result, dated = known["result"], known["completed_on"].where(known["completed_on"] <= last)
    known = known.assign(
        real=known["started_on"].where(result != "not_applicable"),
        completed_on=dated.where(result == "done"),
        undated=(result == "done") & known["completed_on"].isna(),
        stopped=dated.fillna(known["started_on"]),
    )
    each = known.groupby(["client_id", "stage"], sort=False).agg(
        household=("household", "first"), clock=("clock", "first"), office=("office", "first"), began=("real", "min"),
        completed=("completed_on", "min"), undated=("undated", "any"), result=("result", "last"), stopped=("stopped", "last"),
    ).reset_index()  # fmt: skip
    undated = undated_stages(each)
    each = each[~each["undated"] | each["completed"].notna()].reset_index(drop=True)
    unfinished = each["stopped"].where(each["completed"].isna())
    dates = {
        "begun": each["began"],
        "done": each["completed"],
        "dropped": unfinished.where(each["result"] == "dropped"),
        "not_needed": unfinished.where(each["result"] == "not_applicable"),
    }
    times = {name: days(on, each["clock"]).clip(lower=0) for name, on in dates.items()}
    kept = each[["client_id", "household", "stage", "office", "began", "completed"]]
    return kept.assign(stopped=dates["dropped"], **times), undated


def course_ends(of_stage: pd.DataFrame, event: str = "done") -> tuple[Days, Causes]:
    """When and how each person's course to an event of a stage ended; see `Courses.of`.

    event: `done` or `begun`. Other ends: a move out of the county, the stage noted as not needed or, on the way to `done`, dropped.
    On one day the event goes before the other ends.
    """
    others = ["left", "not_needed", *(["dropped"] if event == "done" else [])]
    reached, other = of_stage[event].to_numpy(float), of_stage[others].to_numpy(float).min(axis=1)
    watched = of_stage["watched"].to_numpy(float)
    ends = np.minimum(np.minimum(reached, other), watched)
    causes = np.where((reached <= other) & (reached <= watched), DONE, np.where(other <= watched, EXIT, OPEN))
    return ends, causes.astype(np.int64)
