"""How long a consultation takes: medians by channel, never the shortest or the longest."""

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.people import contact_measures, counted_contacts, with_households
from wiwak_eval.records import Records
from wiwak_eval.results import (
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupMedian,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

NOTEBOOK = "02_pilotjahr"
FEWEST_CONTACTS = 10


def durations_table(records: Records) -> Table | NotAssessable:
    """Contacts and median minutes (contact, and follow-up) for each channel."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records)
    measured = contacts[contacts["channel"].notna() & contacts["minutes"].notna()]
    if len(measured) < FEWEST_CONTACTS:
        return NotAssessable("nicht auswertbar: Kanal und Dauer sind bei zu wenigen Beratungen erfasst.")
    labels = german_codes("consultations", "channel")
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    medians: list[GroupMedian] = []
    for code, label in labels.items():
        group, key, row = measured[measured["channel"] == code], key_of({"channel": label}), len(rows)
        cells.append(counted_contacts(row, "contacts", key, group))
        values: list[Cell] = []
        for name, column in (("minutes", "minutes"), ("minutes_follow_up", "follow_up")):
            told = group[group[name].notna()]
            behind = counted_contacts(row, column, key, told)
            medians.append(GroupMedian(row, column, key, behind.persons, behind.households))
            values.append(told[name].median() if len(told) else None)
        rows.append((label, len(group), *values))
    columns = (
        Column("channel", "Kanal", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("minutes", "Minuten, Median", Unit.MINUTES, 0),
        Column("follow_up", "Nacharbeit, Median", Unit.MINUTES, 0),
    )
    contact, persons = contact_measures(contacts, ("channel",))
    protection = Protection((Dimension("channel", "Kanal", tuple(labels.values())),), (contact, persons), tuple(cells), (), tuple(medians))
    notes = ("Median: Die Hälfte der Beratungen dauerte höchstens so lange. Gezählt sind Beratungen mit Angabe von Kanal und Dauer.",)
    return build_table("durations", "Wie lange dauert eine Beratung?", columns, rows, NOTEBOOK, notes, (), protection)
