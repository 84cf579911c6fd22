"""Reach by hand: 42 of 100 recognised refugees, and what stands where the county counted less."""

from dataclasses import fields
from datetime import date

import pytest
from small_access import COUNTY, REFUGEE, REUNION, SUBSIDIARY, clients, contacts, reference

from wiwak_eval.assumptions import Assumptions, load_scenario
from wiwak_eval.evaluation.access import access
from wiwak_eval.evaluation.groups import titles_table
from wiwak_eval.evaluation.pilot_year import pilot_year
from wiwak_eval.results import ALL, NotAssessable, Table, key_of
from wiwak_eval.shipped import shipped

TABLES = ("access_figures", "access_months", "access_status", "access_municipality", "eligibility")


@pytest.fixture
def county(read, reach):
    return reach(read(COUNTY))


def behind(table, measure):
    return {cell.key: (cell.persons, cell.households, cell.largest) for cell in table.protection.cells if cell.measure == measure}


def test_the_share_of_the_county_by_hand(county):
    """42 with a recognised title were seen; at the end of February 60 + 40 are counted, on average of two months (80 + 100) / 2."""
    assert county.access_figures.rows == (("county", "2017-02", 100, 42, 0.42, 90, 0.466667),)
    assert behind(county.access_figures, "persons") == {key_of({"status": "anerkannt"}): (42, 42, (1, 1))}
    assert behind(county.access_figures, "residents") == {(): (100, 100, (1, 1))}
    assert "ABH" in county.access_figures.notes[-1]
    assert "Februar 2017" in county.access_figures.notes[-1]


def test_relatives_count_where_the_assumption_says_so(read, reach):
    table = reach(read(COUNTY), with_open=True).access_figures
    assert table.rows == (("county", "2017-02", 112, 46, 0.410714, 101, 0.455446),)
    assert table.assumptions == ("open_titles_eligible",)


def test_months_hold_all_persons_against_the_recognised(county):
    """In January 50 persons came and 80 recognised refugees were counted; nobody came later, and March was not counted."""
    assert county.access_months.rows == (("2017-01", 80, 50, 62.5), ("2017-02", 100, 0, 0.0), ("2017-03", None, 0, None))


def test_titles_are_held_against_the_county(county):
    """Rate 42/100: of 60 refugees 25.2 are expected, of 40 with subsidiary protection 16.8; both lie within."""
    rows = {row[0]: row[1:4] + row[-1:] for row in county.access_status.rows}
    assert rows[REFUGEE] == (30, 60, 0.5, "im Rahmen")
    assert rows[SUBSIDIARY] == (12, 40, 0.3, "im Rahmen")
    assert rows["Aufnahme"] == (0, None, None, "ohne Bezugsgröße")
    assert rows["zusammen"] == (42, 100, 0.42, "Vergleichswert")
    assert list(rows)[:2] == ["Asylberechtigung", REFUGEE], "in the contract's order, never by size"
    assert REUNION not in rows


def test_municipalities_by_hand(county):
    """46 live in Vacha or Geisa, however spelt; Eisenach and no place are not of the county's list."""
    rows = {row[0]: row[1:4] for row in county.access_municipality.rows}
    assert rows == {"Geisa, Stadt": (16, 42, 0.380952), "Vacha": (30, 70, 0.428571), "zusammen": (46, 112, 0.410714)}
    assert behind(county.access_municipality, "persons")[key_of({"municipality": ALL})] == (46, 46, (1, 1))
    assert "Eisenach" not in repr(county.access_municipality), "places that clients wrote are never printed"


def test_what_two_totals_leave_out_is_a_group_too(read, reach):
    """All places hold 103, the titles that count 100: printed beside each other the totals would tell of three people."""
    counts = [("02", "", REFUGEE, 60), ("02", "", SUBSIDIARY, 40), ("02", "Vacha", "", 70), ("02", "Geisa", "", 33)]
    table = reach(read({**COUNTY, "bezugsgroessen": reference(*counts)})).access_municipality
    assert behind(table, "residents_local")[key_of({"municipality": ALL})] == (3, 3, (1, 1))


def test_title_and_municipality_never_stand_together(county):
    keys = [cell.key for name in TABLES for cell in getattr(county, name).protection.cells]
    keys += [
        place[1] for name in TABLES for ratio in getattr(county, name).protection.ratios for place in (ratio.numerator, ratio.denominator)
    ]
    assert max(len(key) for key in keys) == 1


def test_who_is_counselled_by_hand(county):
    """Of 52 contacts two have no name and one a person without a title: 49 remain, of which 42 are of recognised refugees."""
    assert county.eligibility.rows == (
        ("anerkannt", 42, round(42 / 49, 6), 42, round(42 / 49, 6)),
        (REUNION, 4, round(4 / 49, 6), 4, round(4 / 49, 6)),
        ("Niederlassung", 0, 0.0, 0, 0.0),
        ("nicht anerkannt", 3, round(3 / 49, 6), 3, round(3 / 49, 6)),
        ("Status erfasst", 49, None, 49, None),
        ("alle", 50, None, 52, None),
    )
    assert {measure.name: measure.incomplete for measure in county.eligibility.protection.measures} == {
        "contacts": ("status", "topic"),
        "persons": ("status", "topic"),
    }


def test_tables_agree_on_the_dimension_and_on_each_number(read, county):
    """What the pilot year prints of titles and of all persons is the same number here."""
    records = read(COUNTY)
    tables = [titles_table(records), pilot_year(records).year, *(getattr(county, name) for name in TABLES)]
    dimensions, numbers = {}, {}
    for table in tables:
        for dimension in table.protection.dimensions:
            assert dimensions.setdefault(dimension.name, dimension) == dimension
        for cell in table.protection.cells:
            value = table.rows[cell.row][[column.name for column in table.columns].index(cell.column)]
            assert numbers.setdefault((cell.measure, cell.key), value) == value


def test_only_a_total_is_enough_for_county_and_months(read, reach):
    found = reach(read(COUNTY | {"bezugsgroessen": reference(("03", "", "", 84))}))
    assert found.access_figures.rows == (("county", "2017-03", 84, 42, 0.5, 84, 0.5),)
    assert [row[1] for row in found.access_months.rows] == [None, None, 84]
    assert found.access_status == NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen keinen Aufenthaltsstatus.")
    assert found.access_municipality == NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen keine Gemeinden.")


def test_municipalities_alone_make_the_county_total(read, reach):
    found = reach(read(COUNTY | {"bezugsgroessen": reference(("03", "Vacha", "", 60), ("03", "Geisa", "", 24))}))
    assert found.access_figures.rows[0][:5] == ("county", "2017-03", 84, 42, 0.5)


def test_without_counts_nothing_but_the_titles(read, reach):
    found = reach(read({name: text for name, text in COUNTY.items() if name != "bezugsgroessen"}))
    refusal = NotAssessable("nicht auswertbar: Tabelle „Bezugsgrößen“ fehlt")
    assert [getattr(found, name) for name in TABLES[:4]] == [refusal] * 4
    assert isinstance(found.eligibility, Table)


@pytest.mark.parametrize("missing", ["klienten", "beratungen"])
def test_partial_deliveries_are_refused_table_by_table(read, reach, missing):
    found = reach(read({name: text for name, text in COUNTY.items() if name != missing}))
    assert all(isinstance(getattr(found, name), NotAssessable) for name in TABLES if name != "access_months" or missing == "beratungen")


def test_a_tally_and_counts_give_the_months(read, reach):
    tally = "Monat;Beratungen;Personen\n01/2017;9;8\n02/2017;9;4\n03/2017;9;9\n"
    found = reach(read({"monatsstatistik": tally, "bezugsgroessen": COUNTY["bezugsgroessen"]}))
    assert found.access_months.rows == (("2017-01", 80, 8, 10.0), ("2017-02", 100, 4, 4.0), ("2017-03", None, 9, None))
    bare = reach(
        read({"monatsstatistik": "Monat;Beratungen\n01/2017;9\n02/2017;9\n03/2017;9\n"} | {"bezugsgroessen": COUNTY["bezugsgroessen"]})
    )
    assert bare.access_months == NotAssessable("nicht auswertbar: Die Monatsstatistik nennt keine Personen je Monat.")


def test_contacts_that_name_nobody_are_not_nobody(read, reach):
    found = reach(read({"beratungen": contacts(0, anonymous=20), "bezugsgroessen": COUNTY["bezugsgroessen"]}))
    assert "Keine Beratung nennt eine Person" in found.access_months.reason


def test_a_title_that_the_county_does_not_count_is_named(read, reach):
    counted = reference(("01", "", REFUGEE, 60), ("01", "", SUBSIDIARY, 40))
    found = reach(read(COUNTY | {"bezugsgroessen": counted}))
    for table in (found.access_status, found.access_figures):
        assert any(note.startswith("Ohne Bezugsgröße: Asylberechtigung, Abschiebungsverbot, Aufnahme.") for note in table.notes)
    only_total = reach(read(COUNTY | {"bezugsgroessen": reference(("01", "", "", 100))})).access_figures
    assert not any(note.startswith("Ohne Bezugsgröße") for note in only_total.notes)


@pytest.mark.parametrize(
    ("people", "table", "reason"),
    [
        (clients((20, "", "Vacha")), "access_figures", "Der Aufenthaltsstatus ist nicht erfasst."),
        (clients((20, "", "Vacha")), "access_status", "Der Aufenthaltsstatus ist nicht erfasst."),
        (clients((20, "", "Vacha")), "eligibility", "Der Aufenthaltsstatus ist nicht erfasst."),
        (clients((20, REFUGEE, "")), "access_municipality", "Keine Gemeinde der Klienten steht in den Bezugsgrößen."),
        (clients((20, REFUGEE, "16063003")), "access_municipality", "Keine Gemeinde der Klienten steht in den Bezugsgrößen."),
    ],
)
def test_what_nobody_recorded_is_refused(read, reach, people, table, reason):
    found = reach(read(COUNTY | {"klienten": people, "beratungen": contacts(20)}))
    assert getattr(found, table) == NotAssessable(f"nicht auswertbar: {reason}")


@pytest.mark.parametrize(
    "counts", [reference(("02", "", REFUGEE, 0)), reference(("02", "Vacha", "", 0)), "Monat;Gemeinde;Status;Personen;Quelle\n"]
)
def test_counts_of_nobody_are_refused_and_never_divided_by(read, reach, counts):
    found = reach(read(COUNTY | {"bezugsgroessen": counts}))
    assert all(isinstance(getattr(found, name), NotAssessable) for name in TABLES[:4])


def test_an_assumption_that_was_not_known_is_a_refusal(read, catalogue):
    basis = load_scenario(shipped("data") / "scenarios", "basis")
    found = access(read(COUNTY), Assumptions(catalogue, basis, date(2016, 1, 1)))
    assert {type(getattr(found, field.name)) for field in fields(found)} == {NotAssessable}


def test_order_of_rows_and_names_of_people_change_nothing(read, reach):
    def turned(text: str) -> str:
        head, *rows = text.strip().splitlines()
        return "\n".join((head, *rows[::-1], "")).replace("K1;", "KX;")

    plain = reach(read(COUNTY))
    other = reach(
        read({name: turned(text) for name, text in COUNTY.items()} | {"beratungen": COUNTY["beratungen"].replace(";K1\n", ";KX\n")})
    )
    assert [getattr(plain, name).rows for name in TABLES] == [getattr(other, name).rows for name in TABLES]
