import pytest

from wiwak_eval.evaluation import monthly_counts, pilot_year
from wiwak_eval.results import NotAssessable

CLIENTS = "Klienten-ID\nK1\nK2\nK3\n"
CONTACTS = """\
Beratungs-ID;Datum;Klienten-ID;Erschienen
B1;02.01.2017;K1;ja
B2;09.01.2017;K1;ja
B3;10.01.2017;K2;ja
B4;11.01.2017;;ja
B5;12.01.2017;K3;nein
B6;01.02.2017;K1;ja
B7;02.02.2017;K3;ja
B8;28.02.2017;;ja
B9;28.02.2017;;ja
"""
TALLY = """\
Monat;Merkmal;Ausprägung;Beratungen;Personen;Neue Personen
01/2017;;;83;44;16
02/2017;;;124;59;31
03/2017;;;125;67;30
01/2017;Status;Duldung;9;9;9
02/2017;;Duldung;9;9;9
"""


@pytest.fixture
def counts(read):
    return monthly_counts(read({"beratungen": CONTACTS, "klienten": CLIENTS}))


def test_only_contacts_at_which_someone_appeared_count(counts):
    assert counts.months == ("2017-01", "2017-02", "2017-03")
    assert counts.contacts == (4, 4, 0)


def test_a_person_counts_once_a_month(counts):
    assert counts.persons == (2, 2, 0)
    assert counts.year_persons == 3


def test_contacts_without_a_person_stand_apart(counts):
    assert counts.anonymous == (1, 2, 0)


def test_new_is_who_is_seen_for_the_first_time(counts):
    """K3 stayed away in January, so that February is the first time."""
    assert counts.new_persons == (2, 1, 0)


def test_the_monthly_table_says_the_same(read):
    monthly = pilot_year(read({"beratungen": CONTACTS, "klienten": CLIENTS})).monthly
    assert monthly.rows == (("2017-01", 4, 2, 2, 0, 1), ("2017-02", 4, 2, 1, 1, 2), ("2017-03", 0, 0, 0, 0, 0))


def test_the_year_counts_contacts_per_person_without_anonymous_ones(read):
    year = pilot_year(read({"beratungen": CONTACTS, "klienten": CLIENTS}, last="04")).year
    row = dict(zip([column.name for column in year.columns], year.rows[0], strict=True))
    assert (row["label"], row["contacts"], row["persons"]) == ("01/2017 bis 04/2017", 8, 3)
    assert row["contacts_per_person"] == pytest.approx(5 / 3)
    assert (row["contacts_per_month"], row["first_half"], row["second_half"]) == (2.0, 4.0, 0.0)


def test_the_halves_of_an_uneven_year_leave_out_the_middle(read):
    year = pilot_year(read({"beratungen": CONTACTS, "klienten": CLIENTS})).year
    assert (year.cell("pilot", "first_half"), year.cell("pilot", "second_half")) == (4.0, 0.0)


def test_a_single_month_has_no_halves(read):
    year = pilot_year(read({"beratungen": CONTACTS, "klienten": CLIENTS}, last="01")).year
    assert (year.cell("pilot", "first_half"), year.cell("pilot", "second_half")) == (None, None)


def test_without_contacts_the_tally_is_used(read):
    counts = monthly_counts(read({"monatsstatistik": TALLY}))
    assert counts.from_tally
    assert (counts.contacts, counts.persons, counts.new_persons) == ((83, 124, 125), (44, 59, 67), (16, 31, 30))
    assert (counts.anonymous, counts.year_persons) == (None, None)


def test_a_tally_that_does_not_state_persons_everywhere_states_none(read):
    counts = monthly_counts(read({"monatsstatistik": TALLY.replace("124;59", "124;")}))
    assert (counts.contacts, counts.persons, counts.new_persons) == ((83, 124, 125), None, (16, 31, 30))


def test_contacts_go_before_the_tally(read):
    counts = monthly_counts(read({"beratungen": CONTACTS, "monatsstatistik": TALLY}))
    assert (counts.from_tally, counts.contacts) == (False, (4, 4, 0))


def test_a_tally_with_a_hole_is_refused(read):
    without_march = TALLY.replace("03/2017;;;125;67;30\n", "")
    assert monthly_counts(read({"monatsstatistik": without_march})) == NotAssessable(
        "nicht auswertbar: In der Monatsstatistik fehlen Monate (2017-03)."
    )


def test_without_either_every_table_of_the_year_is_refused(read):
    result = pilot_year(read({"klienten": CLIENTS}))
    assert result.monthly == NotAssessable("nicht auswertbar: Weder Tabelle „Beratungen“ noch Tabelle „Monatsstatistik“ liegt vor.")
    assert result.year == result.monthly
    assert result.topics == result.titles == NotAssessable("nicht auswertbar: Tabelle „Beratungen“ fehlt")


def test_a_tally_carries_the_months_but_no_topics(read):
    months = "".join(f"{month:02d}/2017;;;{10 * month};{9 * month};\n" for month in range(1, 7))
    result = pilot_year(read({"monatsstatistik": "Monat;Merkmal;Ausprägung;Beratungen;Personen;Neue Personen\n" + months}, last="06"))
    assert result.monthly.rows[0] == ("2017-01", 10, 9, None, None, None)
    assert isinstance(result.topics, NotAssessable)
    assert "Monatsstatistik" in result.year.notes[0]


def test_half_a_month_is_counted_and_marked(read):
    months = "".join(f"{month:02d}/2017;{10 * month}\n" for month in range(1, 7)) + "07/2017;3\n"
    result = pilot_year(read({"monatsstatistik": f"Monat;Beratungen\n{months}"}, last="07", last_day=9))
    assert result.monthly.rows[-1][:2] == ("2017-07", 3)
    assert result.year.cell("pilot", "contacts") == 213
    assert any("Unvollständige Monate" in note for note in result.monthly.notes)
