"""Who stands behind a number: persons, households, and the households that add most to it."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.records import Records
from wiwak_eval.results import Dimension, GroupCell, Key, Measure, NotAssessable

PERSONS = "persons"
CONTACTS = "contacts"
TOPIC = "topic"
TIME = "month"


def with_households(contacts: pd.DataFrame, records: Records) -> pd.DataFrame:
    """The contacts with a column `household`: the client's household, the client where none is known, blank where there is no client."""
    clients = records.table("clients")
    if isinstance(clients, NotAssessable):
        return contacts.assign(household=contacts["client_id"])
    household = contacts["client_id"].map(clients.set_index("client_id")["household_id"])
    return contacts.assign(household=household.fillna(contacts["client_id"]))


def persons_seen(records: Records, attribute: str) -> pd.DataFrame | NotAssessable:
    """One row for each person seen, with household and one attribute of the clients' table."""
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(clients, NotAssessable):
        return clients
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records)
    seen = contacts.dropna(subset="client_id").drop_duplicates("client_id")
    known = clients.set_index("client_id")[attribute]
    return pd.DataFrame({"client_id": seen["client_id"], "household": seen["household"], attribute: seen["client_id"].map(known)})


def counted_contacts(row: int, column: str, key: Key, group: pd.DataFrame) -> GroupCell:
    """The cell that counts the contacts of a group. Contacts without a person are somebody's: they count as one person more."""
    each = group.groupby("household").size().to_numpy()
    nameless = int(group["client_id"].isna().any())
    persons = group["client_id"].nunique() + nameless
    return GroupCell(row, column, CONTACTS, key, persons, len(each) + nameless, _two_largest(each))


def counted_persons(row: int, column: str, key: Key, group: pd.DataFrame) -> GroupCell:
    """The cell that counts the different persons of a group."""
    each = group.dropna(subset="client_id").groupby("household")["client_id"].nunique().to_numpy()
    return GroupCell(row, column, PERSONS, key, int(sum(each)), len(each), _two_largest(each))


def beside(cell: GroupCell, *left_out: pd.DataFrame) -> GroupCell:
    """The cell, standing for the fewest people that it leaves out of a larger number printed beside it, where these are fewer than its own.

    Needed where the larger number has another measure, so that nothing else says that the one is part of the other. left_out: each with
    columns client_id, household; where nobody is left out, nobody can be told.
    """
    counted = [(int(group["client_id"].nunique()), int(group["household"].nunique())) for group in left_out if len(group)]
    persons, households = zip((cell.persons, cell.households), *counted, strict=True)
    return replace(cell, persons=min(persons), households=min(households))


def _two_largest(each: Iterable[int]) -> tuple[int, int]:
    largest = [*sorted((int(value) for value in each), reverse=True)[:2], 0, 0]
    return largest[0], largest[1]


def months_of(months: Iterable[str]) -> Dimension:
    """The months of a delivery and the quarters they make."""
    leaves = tuple(months)
    quarters: dict[str, list[str]] = {}
    for month in leaves:
        quarters.setdefault(quarter_of(month), []).append(month)
    return Dimension(TIME, "Monat", leaves, tuple((name, tuple(part)) for name, part in quarters.items()), time=True)


def quarter_of(month: str) -> str:
    """`2017-Q1` of `2017-02`."""
    return f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}"


def contact_measures(contacts: pd.DataFrame, incomplete: tuple[str, ...] = ()) -> tuple[Measure, Measure]:
    """Contacts, and persons among them: a contact may have several topics, a person come in several months.

    incomplete: further attributes that are not recorded for every person.
    """
    nameless = tuple(sorted({*incomplete, *((TOPIC,) if contacts["topic"].isna().any() else ())}))
    return (
        Measure(CONTACTS, "Beratungen", overlapping=(TOPIC,), incomplete=nameless, at_least=PERSONS),
        Measure(PERSONS, "Personen", overlapping=(TIME, TOPIC), incomplete=nameless),
    )
