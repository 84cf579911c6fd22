"""Contacts and persons by attribute. Each number says which group of people it is about, so that a release can guard it."""

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.dimensions import status_dimension
from wiwak_eval.evaluation.people import (
    CONTACTS,
    PERSONS,
    TOPIC,
    contact_measures,
    counted_contacts,
    counted_persons,
    months_of,
    persons_seen,
    quarter_of,
    with_households,
)
from wiwak_eval.records import TABLES, Records
from wiwak_eval.results import (
    ALL,
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

NOTEBOOK = "02_pilotjahr"
FEWEST_CONTACTS = 10
FEWEST_NAMED = 10
"""Persons or households below which a country is not named in any paper; policy: docs/methoden.md, section Geheimhaltung."""
REST = "übrige"
SEVERAL_TOPICS = "Eine Beratung mit mehreren Anliegen zählt bei jedem; die Anteile ergeben zusammen mehr als 100 %."


def topics_table(records: Records) -> Table | NotAssessable:
    """Contacts and persons for each topic; a contact with several topics counts in each."""
    contacts = _with_topics(records)
    if isinstance(contacts, NotAssessable):
        return contacts
    named = contacts[contacts["topic"].notna()]
    dimension = _closed(TOPIC, "Anliegen", "consultations")
    everyone = (CONTACTS, key_of({TOPIC: ALL}))
    behind = counted_contacts(0, "", (), named)
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for label, group in _by_code(_exploded(contacts), "consultations", "topic"):
        key, row = key_of({TOPIC: label}), len(rows)
        cells += [counted_contacts(row, "contacts", key, group), counted_persons(row, "persons", key, group)]
        ratios.append(GroupRatio(row, "share", (CONTACTS, key), everyone, behind.persons, behind.households))
        rows.append((label, len(group), group["client_id"].nunique(), len(group) / len(named)))
    columns = (
        Column("topic", "Anliegen", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("persons", "Personen", Unit.PERSONS),
        Column("share", "Anteil an den Beratungen", Unit.SHARE, 0),
    )
    protection = Protection((dimension,), contact_measures(contacts), tuple(cells), tuple(ratios))
    return build_table("topics", "Worum ging es in den Beratungen?", columns, rows, NOTEBOOK, (SEVERAL_TOPICS,), (), protection)


def topics_by_quarter_table(records: Records) -> Table | NotAssessable:
    """Contacts for each topic and quarter; months would be too thin to be told."""
    contacts = _with_topics(records)
    if isinstance(contacts, NotAssessable):
        return contacts
    origin = records.provenance
    time = months_of(str(month) for month in pd.period_range(origin.period_from, origin.period_to, freq="M"))
    quarters = [name for name, _ in time.unions]
    contacts = contacts.assign(quarter=contacts["month"].map(quarter_of))
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    for label, group in _by_code(_exploded(contacts), "consultations", "topic"):
        counts = []
        for place, quarter in enumerate(quarters):
            part = group[group["quarter"] == quarter]
            cells.append(counted_contacts(len(rows), f"q{place}", key_of({TOPIC: label, time.name: quarter}), part))
            counts.append(len(part))
        rows.append((label, *counts))
    heads = (f"{name[-1]}. Quartal {name[:4]}" for name in quarters)
    columns = (
        Column("topic", "Anliegen", Unit.TEXT),
        *(Column(f"q{place}", head, Unit.CONTACTS) for place, head in enumerate(heads)),
    )
    dimensions = (_closed(TOPIC, "Anliegen", "consultations"), time)
    protection = Protection(dimensions, contact_measures(contacts), tuple(cells))
    title = "Anliegen nach Quartalen: Beratungen"
    notes = ("Eine Beratung mit mehreren Anliegen zählt bei jedem. Ein Quartal am Rand des Zeitraums kann unvollständig sein.",)
    return build_table("topics_by_quarter", title, columns, rows, NOTEBOOK, notes, (), protection)


def titles_table(records: Records) -> Table | NotAssessable:
    """Persons seen, by residence title."""
    seen = persons_seen(records, "status")
    if isinstance(seen, NotAssessable):
        return seen
    known = seen[seen["status"].notna()]
    if known.empty:
        return NotAssessable("nicht auswertbar: Der Aufenthaltsstatus ist nicht erfasst.")
    groups = _by_code(known, "clients", "status")
    return _persons_by("titles", "Wer kam? Personen nach Aufenthaltsstatus", status_dimension(), groups, seen)


def origins_table(records: Records) -> Table | NotAssessable:
    """Persons seen, by country of origin; countries of few persons are pooled, since their name alone could point at someone."""
    seen = persons_seen(records, "origin")
    if isinstance(seen, NotAssessable):
        return seen
    known = seen[seen["origin"].notna()]
    if known.empty:
        return NotAssessable("nicht auswertbar: Die Herkunft ist nicht erfasst.")
    labels = german_codes("clients", "origin")
    named = known["origin"].where(~known["origin"].isin(_pooled(known)), "")
    groups = sorted((labels[str(code)], known[named == code]) for code in named[named != ""].unique())
    if (named == "").any():
        groups.append((REST, known[named == ""]))
    dimension = Dimension("origin", "Herkunft", tuple(label for label, _ in groups), sensitive=True, rest=REST)
    return _persons_by("origins", "Woher kamen sie? Personen nach Herkunftsland", dimension, groups, seen)


def _pooled(known: pd.DataFrame) -> list[str]:
    """Countries not to be named: those of few, and the next ones until the rest is not of few either; that it is there tells that much."""
    size = known.groupby("origin")["household"].nunique().sort_index().sort_values(kind="stable")
    few = int((size < FEWEST_NAMED).sum())
    while 0 < few < len(size) and known[known["origin"].isin(size.index[:few])]["household"].nunique() < FEWEST_NAMED:
        few += 1
    return [str(code) for code in size.index[:few]]


def _persons_by(id: str, title: str, dimension: Dimension, groups: list[tuple[str, pd.DataFrame]], seen: pd.DataFrame) -> Table:
    """Persons and their share for each group of one attribute."""
    known = sum(group["client_id"].nunique() for _, group in groups)
    households = seen[seen[dimension.name].notna()]["household"].nunique()
    everyone = (PERSONS, key_of({dimension.name: ALL}))
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    rows: list[tuple[Cell, ...]] = []
    for label, group in groups:
        key, row, count = key_of({dimension.name: label}), len(rows), group["client_id"].nunique()
        cells.append(counted_persons(row, "persons", key, group))
        ratios.append(GroupRatio(row, "share", (PERSONS, key), everyone, known, households))
        rows.append((label, count, count / known))
    columns = (
        Column(dimension.name, dimension.label, Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
    )
    incomplete = (dimension.name,) if known < seen["client_id"].nunique() else ()
    measure = Measure(PERSONS, "Personen", incomplete=incomplete)
    return build_table(id, title, columns, rows, NOTEBOOK, (), (), Protection((dimension,), (measure,), tuple(cells), tuple(ratios)))


def _with_topics(records: Records) -> pd.DataFrame | NotAssessable:
    """The attended contacts with their households, if enough of them have a topic."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return consultations
    contacts = with_households(attended_contacts(consultations), records)
    if contacts["topic"].notna().sum() < FEWEST_CONTACTS:
        return NotAssessable("nicht auswertbar: Anliegen sind bei zu wenigen Beratungen erfasst.")
    return contacts


def named_topics(records: Records) -> pd.DataFrame | NotAssessable:
    """One row for each attended contact and topic: the contact's columns, its `household`, and its number in `contact`."""
    contacts = _with_topics(records)
    return contacts if isinstance(contacts, NotAssessable) else _exploded(contacts)


def _exploded(contacts: pd.DataFrame) -> pd.DataFrame:
    """One row for each contact and topic."""
    named = contacts[contacts["topic"].notna()]
    single = named.assign(topic=named["topic"].str.split("+"), contact=range(len(named))).explode("topic")
    return single.drop_duplicates(["contact", "topic"])


def _by_code(frame: pd.DataFrame, table: str, column: str) -> list[tuple[str, pd.DataFrame]]:
    """Every code of the contract with its part of the frame, in the contract's order: by size, the place of a hidden number would tell it.

    Codes that nobody has are there too, with nothing.
    """
    return [(label, frame[frame[column] == code]) for code, label in german_codes(table, column).items()]


def _closed(name: str, label: str, table: str) -> Dimension:
    return Dimension(name, label, tuple(german_codes(table, name).values()))


def german_codes(table: str, column: str) -> dict[str, str]:
    """Canonical code to German label, from the contract."""
    spec = next(spec for spec in TABLES[table].columns if spec.name == column)
    assert spec.codes is not None
    return {code.canonical: code.german for code in spec.codes.codes}
