import pytest

from wiwak_eval.evaluation.groups import REST, german_codes, origins_table, titles_table, topics_by_quarter_table, topics_table
from wiwak_eval.results import ALL, NotAssessable, key_of

CLIENTS = """\
Klienten-ID;Haushalt;Status
K1;H1;Flüchtlingseigenschaft
K2;H1;Flüchtlingseigenschaft
K3;H1;Flüchtlingseigenschaft
K4;H2;Flüchtlingseigenschaft
K5;;Flüchtlingseigenschaft
K6;;Duldung
K7;H3;
K8;H4;Duldung
"""
CONTACTS = """\
Beratungs-ID;Datum;Klienten-ID;Anliegen;Erschienen
B01;02.01.2017;K1;Wohnen;ja
B02;03.01.2017;K1;Wohnen+Arbeit;ja
B03;04.01.2017;K2;Wohnen;ja
B04;05.01.2017;K3;Wohnen;ja
B05;06.01.2017;K4;Wohnen+Wohnen;ja
B06;09.01.2017;;Wohnen;ja
B07;10.01.2017;K5;Arbeit+Gesundheit;ja
B08;11.01.2017;K6;Arbeit;ja
B09;12.01.2017;K7;Gesundheit;ja
B10;13.01.2017;;Gesundheit;ja
B11;16.01.2017;K8;Arbeit;nein
B12;17.01.2017;K1;;ja
"""


@pytest.fixture
def records(read):
    return read({"beratungen": CONTACTS, "klienten": CLIENTS})


def behind(table, measure):
    """Group to persons, households and the two largest contributions, as the table says."""
    return {cell.key: (cell.persons, cell.households, cell.largest) for cell in table.protection.cells if cell.measure == measure}


def test_a_contact_counts_in_each_of_its_topics(records):
    rows = topics_table(records).rows
    assert {row for row in rows if row[1]} == {("Wohnen", 6, 4, 0.6), ("Arbeit", 3, 3, 0.3), ("Gesundheit", 3, 2, 0.3)}
    assert [row[0] for row in rows] == list(german_codes("consultations", "topic").values()), "in the contract's order, never by size"
    assert len(rows) == len(german_codes("consultations", "topic")), "a topic that nobody had is shown as nought, not left out"
    assert sum(row[1:] == (0, 0, 0.0) for row in rows) == len(rows) - 3


def test_topics_say_who_is_behind_them(records):
    """Wohnen: K1, K2, K3 are one household and K4 another; Arbeit: H1, K5 and K6 without one; Gesundheit: K5 and H3.

    Contacts without a person (one of Wohnen, one of Gesundheit) are somebody's: one person and household more.
    """
    table = topics_table(records)
    housing, work, health = (key_of({"topic": label}) for label in ("Wohnen", "Arbeit", "Gesundheit"))
    persons, contacts = behind(table, "persons"), behind(table, "contacts")
    assert [persons[key] for key in (housing, work, health)] == [(4, 2, (3, 1)), (3, 3, (1, 1)), (2, 2, (1, 1))]
    assert [contacts[key] for key in (housing, work, health)] == [(5, 3, (4, 1)), (3, 3, (1, 1)), (3, 3, (1, 1))]
    assert {ratio.denominator for ratio in table.protection.ratios} == {("contacts", key_of({"topic": ALL}))}


def test_without_clients_each_person_is_a_household(read):
    contacts = CONTACTS.replace(";ja", "").replace(";nein", "").replace(";Erschienen", "")
    table = topics_table(read({"beratungen": contacts}))
    assert behind(table, "persons")[key_of({"topic": "Wohnen"})] == (4, 4, (1, 1))


def test_quarters_add_up_to_the_topics(records):
    table, year = topics_by_quarter_table(records), topics_table(records)
    assert {row[0]: sum(row[1:]) for row in table.rows} == {row[0]: row[1] for row in year.rows}
    assert [column.label for column in table.columns[1:]] == ["1. Quartal 2017"]
    time = next(dimension for dimension in table.protection.dimensions if dimension.time)
    assert time.members("2017-Q1") == time.leaves


def test_countries_of_few_are_pooled(read):
    """Twelve persons in one household are one; the country must not be named. A rest of two households would tell: Irak joins it."""
    rows = [f"K{n};H{n};Syrien" for n in range(12)] + [f"F{n};HF;Bhutan" for n in range(12)] + ["E1;;Eritrea", "E2;;"]
    rows += [f"I{n};HI{n};Irak" for n in range(10)]
    people = [row.split(";")[0] for row in rows]
    contacts = "".join(f"B{n};02.01.2017;{person};ja\n" for n, person in enumerate(people))
    files = {
        "klienten": "Klienten-ID;Haushalt;Herkunft\n" + "\n".join(rows),
        "beratungen": f"Beratungs-ID;Datum;Klienten-ID;Erschienen\n{contacts}",
    }
    table = origins_table(read(files))
    assert [row[:2] for row in table.rows] == [("Syrien", 12), (REST, 23)]
    assert table.protection.dimensions[0].sensitive
    assert table.protection.dimensions[0].rest == REST
    assert behind(table, "persons")[key_of({"origin": REST})] == (23, 12, (12, 1))
    assert table.protection.measures[0].incomplete == ("origin",)
    assert "Bhutan" not in repr(table)


def test_titles_count_those_who_came_and_whose_title_is_known(records):
    table = titles_table(records)
    assert {row for row in table.rows if row[1]} == {("Flüchtlingseigenschaft", 5, 5 / 6), ("Duldung", 1, 1 / 6)}
    assert [row[0] for row in table.rows] == list(german_codes("clients", "status").values()), "in the contract's order, never by size"
    found = behind(table, "persons")
    assert found[key_of({"status": "Flüchtlingseigenschaft"})] == (5, 3, (3, 1))
    assert found[key_of({"status": "Duldung"})] == (1, 1, (1, 0))


def test_too_few_topics_are_refused(read):
    nine = "\n".join(CONTACTS.splitlines()[:10])
    assert topics_table(read({"beratungen": nine, "klienten": CLIENTS})) == NotAssessable(
        "nicht auswertbar: Anliegen sind bei zu wenigen Beratungen erfasst."
    )


def test_titles_that_nobody_recorded_are_refused(read):
    bare = "Klienten-ID\n" + "".join(f"K{number}\n" for number in range(1, 9))
    assert titles_table(read({"beratungen": CONTACTS, "klienten": bare})) == NotAssessable(
        "nicht auswertbar: Der Aufenthaltsstatus ist nicht erfasst."
    )


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"beratungen": CONTACTS}, "nicht auswertbar: Tabelle „Klienten“ fehlt"),
        ({"klienten": CLIENTS}, "nicht auswertbar: Tabelle „Beratungen“ fehlt"),
    ],
)
def test_titles_need_both_tables(read, files, reason):
    assert titles_table(read(files)) == NotAssessable(reason)


@pytest.mark.parametrize(("table", "column"), [("consultations", "topic"), ("clients", "status"), ("bookings", "cost_type")])
def test_no_two_codes_share_a_label(table, column):
    labels = german_codes(table, column)
    assert len(set(labels.values())) == len(labels) > 1
