"""What the costs are divided by: contacts and persons of the period, each counted once."""

from dataclasses import dataclass

from wiwak_eval.evaluation.counts import monthly_counts
from wiwak_eval.evaluation.unit_cost.clusters import Cluster, households
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


@dataclass(frozen=True)
class Units:
    """contacts, persons: of the period, None where not known; by household where single contacts were delivered; months: their number."""

    contacts: int
    persons: int | None
    by_contact: tuple[Cluster, ...] | None
    by_person: tuple[Cluster, ...] | None
    months: int


def count_units(records: Records) -> Units | NotAssessable:
    """The counts that the table of the year holds too. Refused without contacts and without a tally, and where nobody came."""
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    contacts = sum(counts.contacts)
    if not contacts:
        return NotAssessable("nicht auswertbar: Im Zeitraum ist keine Beratung gezählt; Kosten je Einheit gibt es nicht.")
    found = households(records)
    if isinstance(found, NotAssessable):
        return Units(contacts, counts.year_persons, None, None, len(counts.months))
    return Units(contacts, counts.year_persons, found.contacts, found.persons, len(counts.months))
