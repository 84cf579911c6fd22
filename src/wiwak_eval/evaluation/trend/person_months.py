"""Who was there in which month of the delivery: what growth and stock are counted from. No attribute of a person is read."""

from dataclasses import dataclass

import pandas as pd

from wiwak_eval.evaluation.counts import MonthlyCounts, attended_contacts, complete_months, monthly_counts
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_MONTHS = 6


@dataclass(frozen=True)
class PersonMonths:
    """Contacts of the delivery by month and person.

    counts: the complete months, as the monthly table has them; known: one row a contact with a person: `client_id`, `date`, `month`
    and `first`, the month of that person's first contact in the delivery; months that are not complete are in it too.
    """

    counts: MonthlyCounts
    known: pd.DataFrame

    @property
    def months(self) -> tuple[str, ...]:
        """The complete months, oldest first."""
        return self.counts.months


def person_months(records: Records) -> PersonMonths | NotAssessable:
    """Refused without single contacts, with fewer than six complete months, and where no contact names a person."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return NotAssessable(
            "nicht auswertbar: Zugang und Bestand zeigen nur einzelne Beratungen mit Personenbezug; die Tabelle „Beratungen“ fehlt."
        )
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    counts = complete_months(counts, records.provenance.period_from, records.provenance.period_to)
    if len(counts.months) < FEWEST_MONTHS:
        return NotAssessable(
            f"nicht auswertbar: Zugang und Bestand lassen sich erst mit mindestens {FEWEST_MONTHS} vollständigen Monaten vergleichen."
        )
    known = attended_contacts(consultations)
    known = known.loc[known["client_id"].notna(), ["client_id", "date", "month"]]
    if known.empty:
        return NotAssessable("nicht auswertbar: Keine Beratung nennt eine Person; Zugang und Bestand sind nicht zu trennen.")
    return PersonMonths(counts, known.assign(first=known.groupby("client_id", sort=False)["month"].transform("min")))
