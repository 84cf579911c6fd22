"""Who is counselled by what the Land's grant asks: recognised, open to reading, not recognised."""

import pandas as pd

from wiwak_eval.evaluation.access.counting import NOTEBOOK
from wiwak_eval.evaluation.access.eligible import Eligible
from wiwak_eval.evaluation.access.figures import NO_STATUS
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.dimensions import EITHER_GROUP, OPEN, OTHER_GROUP, RECOGNISED_GROUP, STATUS, status_dimension, title_labels
from wiwak_eval.evaluation.people import CONTACTS, PERSONS, contact_measures, counted_contacts, counted_persons, with_households
from wiwak_eval.records import Records
from wiwak_eval.results import (
    ALL,
    Cell,
    Column,
    GroupCell,
    GroupRatio,
    Key,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

RECORDED, EVERYBODY = "Status erfasst", "alle"
WHO = (
    "Anerkannt: Asylberechtigung, Flüchtlingseigenschaft, subsidiärer Schutz, Abschiebungsverbot, Aufnahme. Ob Familiennachzug und "
    "Niederlassung dazugehören, ist Auslegung.",
    "Anteile an allen mit erfasstem Status. Ohne Status sind die Übrigen bis „alle“, darunter Beratungen ohne Personenbezug. Erfasst ist "
    "der Status bei Lieferung, nicht der am Tag der Beratung.",
)
COUNTED = {
    RECOGNISED_GROUP: "Als förderfähig gelten nach der hinterlegten Annahme nur die Anerkannten; die Richtlinie selbst liegt nicht vor.",
    EITHER_GROUP: "Als förderfähig gelten nach der hinterlegten Annahme auch Familiennachzug und Niederlassung; die Richtlinie selbst "
    "liegt nicht vor.",
}


def eligibility_table(records: Records, eligible: Eligible) -> Table | NotAssessable:
    """Persons and contacts of recognised refugees, of titles open to reading, and of others, beside all with a title and all."""
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(clients, NotAssessable):
        return clients
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records)
    codes = contacts["client_id"].map(clients.set_index("client_id")[STATUS])
    contacts = contacts.assign(label=codes.map(title_labels()))
    known = contacts[contacts["label"].notna()]
    if known.empty:
        return NO_STATUS
    dimension = status_dimension()
    groups = (RECOGNISED_GROUP, *(title_labels()[code] for code in OPEN), OTHER_GROUP)
    parts: list[tuple[str, Key, pd.DataFrame]] = [
        (name, key_of({STATUS: name}), known[known["label"].isin(dimension.members(name))]) for name in groups
    ]
    parts += [(RECORDED, key_of({STATUS: ALL}), known), (EVERYBODY, (), contacts)]
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    behind = counted_persons(0, "", (), known)
    for row, (name, key, group) in enumerate(parts):
        persons = counted_persons(row, PERSONS, key, group)
        cells += [persons, counted_contacts(row, CONTACTS, key, group)]
        shares: tuple[float | None, float | None] = (None, None)
        if name in groups:
            shares = (round(persons.persons / behind.persons, 6), round(len(group) / len(known), 6))
            for measure in (PERSONS, CONTACTS):
                whole = (measure, key_of({STATUS: ALL}))
                ratios.append(GroupRatio(row, f"{measure}_share", (measure, key), whole, behind.persons, behind.households))
        rows.append((name, persons.persons, shares[0], len(group), shares[1]))
    columns = (
        Column("group", "Gruppe", Unit.TEXT),
        Column(PERSONS, "Personen", Unit.PERSONS),
        Column("persons_share", "Anteil", Unit.SHARE, 0),
        Column(CONTACTS, "Beratungen", Unit.CONTACTS),
        Column("contacts_share", "Anteil", Unit.SHARE, 0),
    )
    incomplete = (STATUS,) if len(known) < len(contacts) else ()
    protection = Protection((dimension,), contact_measures(contacts, incomplete), tuple(cells), tuple(ratios))
    notes = (*WHO, COUNTED[eligible.group])
    title = "Werden nur anerkannte Flüchtlinge beraten?"
    return build_table("eligibility", title, columns, rows, NOTEBOOK, notes, eligible.assumptions, protection)
