"""Contacts and persons by attribute: topics and residence titles. Each row is a group of people and guarded as such."""

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.records import TABLES, Records
from wiwak_eval.results import Column, NotAssessable, Protection, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
FEWEST_CONTACTS = 10


def topics_table(records: Records) -> Table | NotAssessable:
    """Contacts and persons for each topic; a contact with several topics counts in each."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = attended_contacts(consultations)
    named = contacts[contacts["topic"].notna()]
    if len(named) < FEWEST_CONTACTS:
        return NotAssessable("nicht auswertbar: Anliegen sind bei zu wenigen Beratungen erfasst.")
    single = named.assign(topic=named["topic"].str.split("+")).explode("topic")
    labels = german_codes("consultations", "topic")
    groups = [(labels[str(code)], group) for code, group in single.groupby("topic", sort=True)]
    rows = [(label, len(group), group["client_id"].nunique(), len(group) / len(named)) for label, group in groups]
    order = sorted(range(len(rows)), key=lambda i: (-rows[i][1], rows[i][0]))
    columns = (
        Column("topic", "Anliegen", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("persons", "Personen", Unit.PERSONS),
        Column("share", "Anteil an den Beratungen", Unit.SHARE, 0),
    )
    notes = ("Eine Beratung mit mehreren Anliegen zählt bei jedem; die Anteile ergeben zusammen mehr als 100 %.",)
    protection = Protection(tuple(_guarded(groups[i][1]["client_id"], records) for i in order))
    title = "Worum ging es in den Beratungen?"
    return build_table("topics", title, columns, [rows[i] for i in order], NOTEBOOK, notes=notes, protection=protection)


def titles_table(records: Records) -> Table | NotAssessable:
    """Persons seen, by residence title."""
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(clients, NotAssessable):
        return clients
    if isinstance(consultations, NotAssessable):
        return consultations
    seen = attended_contacts(consultations)["client_id"].dropna().unique()
    persons = clients[clients["client_id"].isin(seen) & clients["status"].notna()]
    if persons.empty:
        return NotAssessable("nicht auswertbar: Der Aufenthaltsstatus ist nicht erfasst.")
    labels = german_codes("clients", "status")
    groups = [(labels[str(code)], group) for code, group in persons.groupby("status", sort=True)]
    groups.sort(key=lambda item: (-len(item[1]), item[0]))
    columns = (
        Column("status", "Aufenthaltsstatus", Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
    )
    rows = [(label, len(group), len(group) / len(persons)) for label, group in groups]
    protection = Protection(tuple(_guarded(group["client_id"], records) for _, group in groups))
    return build_table("titles", "Wer kam? Personen nach Aufenthaltsstatus", columns, rows, NOTEBOOK, protection=protection)


def german_codes(table: str, column: str) -> dict[str, str]:
    """Canonical code to German label, from the contract."""
    spec = next(spec for spec in TABLES[table].columns if spec.name == column)
    assert spec.codes is not None
    return {code.canonical: code.german for code in spec.codes.codes}


def _guarded(client_ids: "pd.Series[str]", records: Records) -> int:
    """Persons behind a group, or households where these are fewer: a family of six can be one household."""
    known = client_ids.dropna().unique()
    clients = records.table("clients")
    if isinstance(clients, NotAssessable):
        return len(known)
    household = clients.set_index("client_id")["household_id"].reindex(known)
    return int(household.nunique() + household.isna().sum())
