"""Table `missing_values`: which attribute is missing how often, and what is done about it.

How many have no entry is a number about people like any other: it is told in steps and in words, never as a count, and in no step so small
that it would prove them few.
"""

from dataclasses import dataclass

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
STEPS = (0.05, 0.10, 0.25, 0.50)
WIDEST_PROOF = 10
"""A step that bounds the missing to so many or fewer is passed over for the next; policy: docs/methoden.md, section Geheimhaltung."""


@dataclass(frozen=True)
class Policy:
    """An attribute, its German name, and what happens to contacts or persons without it."""

    column: str
    label: str
    done: str


LEFT_OUT = "ausgelassen; Anteile beziehen sich auf die erfassten"
OF_CONTACTS = (
    Policy("client_id", "Person", "zählt als Beratung, nicht als Person; eigene Spalte"),
    Policy("topic", "Anliegen", LEFT_OUT),
    Policy("channel", "Kanal", LEFT_OUT),
    Policy("minutes", "Dauer", "ausgelassen; nichts wird ergänzt"),
)
OF_PERSONS = (
    Policy("status", "Aufenthaltsstatus", LEFT_OUT),
    Policy("origin", "Herkunft", LEFT_OUT),
    Policy("municipality", "Gemeinde", LEFT_OUT),
    Policy("birth_year", "Geburtsjahr", "nicht ausgewertet"),
    Policy("situation", "Problemlage", "gilt als ohne besondere Problemlage"),
)
NOTES = (
    "Fehlende Angaben werden nie geschätzt oder ersetzt. Sie fallen aus der Auswertung heraus, die sie braucht, und nur aus dieser.",
    "Fehlen Angaben nicht zufällig, etwa gerade bei kurzen Gesprächen, so verzerrt das die Anteile; die Daten zeigen das nicht.",
)


def missing_values(records: Records) -> Table | NotAssessable:
    """One row an attribute of the contacts and of the persons seen. Refused without contacts."""
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = attended_contacts(consultations)
    rows: list[tuple[Cell, ...]] = [_row(policy, "Beratungen", contacts) for policy in OF_CONTACTS]
    if not isinstance(clients, NotAssessable):
        seen = clients[clients["client_id"].isin(contacts["client_id"].dropna())]
        rows += [_row(policy, "Personen", seen) for policy in OF_PERSONS]
    columns = (
        Column("attribute", "Merkmal", Unit.TEXT),
        Column("counted", "von", Unit.TEXT),
        Column("missing", "ohne Angabe", Unit.TEXT),
        Column("done", "was damit geschieht", Unit.TEXT),
    )
    return build_table("missing_values", "Was nicht erfasst ist", columns, rows, NOTEBOOK, notes=NOTES)


def in_steps(missing: int, of: int) -> str:
    """How often something is missing, in words."""
    if of in {0, missing}:
        return "alle"
    if missing == 0:
        return "keine"
    step = next((step for step in STEPS if missing <= step * of and step * of > WIDEST_PROOF), None)
    if step is None:
        return "mehr als die Hälfte" if missing > STEPS[-1] * of else "einige"
    return f"höchstens {round(step * 100)} %"


def _row(policy: Policy, counted: str, rows: pd.DataFrame) -> tuple[Cell, ...]:
    return (policy.label, counted, in_steps(int(rows[policy.column].isna().sum()), len(rows)), policy.done)
