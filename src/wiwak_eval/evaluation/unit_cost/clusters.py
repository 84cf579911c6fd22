"""Households with their contacts and persons: what comes, and comes again, together."""

from collections.abc import Iterable
from dataclasses import dataclass

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.people import with_households
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

Cluster = tuple[int, ...]
"""What one household adds to some sums. Clusters are sorted by content: no result depends on a pseudonym or on the order of rows."""


@dataclass(frozen=True)
class Households:
    """contacts, persons: one number a household. A contact without a person is a cluster of one contact and of no known person."""

    contacts: tuple[Cluster, ...]
    persons: tuple[Cluster, ...]


def households(records: Records) -> Households | NotAssessable:
    """The households of the attended contacts. Refused without single contacts."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records)
    known = contacts[contacts["client_id"].notna()].groupby("household")
    nameless = [1] * int(contacts["client_id"].isna().sum())
    return Households(clusters([*known.size(), *nameless]), clusters(known["client_id"].nunique()))


def clusters(sizes: Iterable[int]) -> tuple[Cluster, ...]:
    """One sum: clusters of these sizes."""
    return tuple(sorted((int(size),) for size in sizes))
