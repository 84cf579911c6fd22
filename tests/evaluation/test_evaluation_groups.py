import pytest

from wiwak_eval.evaluation.groups import german_codes, titles_table, topics_table
from wiwak_eval.results import NotAssessable

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


def test_a_contact_counts_in_each_of_its_topics(records):
    assert topics_table(records).rows == (
        ("Wohnen", 6, 4, 0.6),
        ("Arbeit", 3, 3, 0.3),
        ("Gesundheit", 3, 2, 0.3),
    )


def test_topics_are_guarded_by_households_where_these_are_fewer(records):
    """Wohnen: K1, K2, K3 are one household and K4 another; Arbeit: H1, K5 and K6 without one; Gesundheit: K5 and H3."""
    assert topics_table(records).protection.persons == (2, 3, 2)


def test_without_clients_persons_are_what_is_guarded(read):
    contacts = CONTACTS.replace(";ja", "").replace(";nein", "").replace(";Erschienen", "")
    table = topics_table(read({"beratungen": contacts}))
    assert table.cell("Wohnen", "persons") == table.protection.persons[0] == 4


def test_titles_count_those_who_came_and_whose_title_is_known(records):
    table = titles_table(records)
    assert table.rows == (("Flüchtlingseigenschaft", 5, 5 / 6), ("Duldung", 1, 1 / 6))
    assert table.protection.persons == (3, 1)


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
