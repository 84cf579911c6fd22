"""The calendar: days that follow from rules, from notices and from fixed terms, and how they stand on the as-of date."""

from datetime import date

import pytest
from small_books import GRANTS, LAND, NO_COSTS, POSTS, delivered, without

from wiwak_eval.budget.controlling import controlling
from wiwak_eval.budget.controlling.due_day import day_in, months_after


@pytest.fixture
def calendar(tmp_path, view):
    def read(files=None, last="31.03.2017", **asked):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        records = delivered(folder, without() if files is None else files, last=last, first=f"01.01.{last[-4:]}")
        return controlling(records, view(**asked), NO_COSTS).deadlines

    return read


def days(table):
    return {row[0]: row[1] for row in table.rows}


def test_days_follow_from_rules_notice_and_posts(calendar):
    found = days(calendar())
    assert found["notice_land"] == "01.02.2017"
    assert found["end_land"] == "31.12.2017"
    assert found["deadline_proof_months_land"] == "30.06.2018"
    assert found["deadline_proof_months_county_land"] == "31.12.2018"
    assert found["bylaw_2018"] == "01.12.2017"
    assert found["early_start_2018"] == "31.12.2017"
    assert found["begin_2018"] == "01.01.2018"


def test_of_2018_nothing_was_known_of_the_land_in_november_2017(calendar):
    table = calendar()
    assert table.cell("application_2018", "state") == table.cell("notice_2018", "state") == "offen"
    assert "nicht bekannt" in str(table.cell("application_2018", "what"))
    assert "31.10." not in str(table.rows)


def test_a_later_day_shows_the_next_year_of_its_own(calendar):
    """In June 2018 the application for 2019 is the one to be kept, although the delivery ended in 2017."""
    table = calendar(as_of=date(2018, 6, 30))
    assert (table.cell("application_2018", "state"), table.cell("application_2019", "state")) == ("vorbei", "später")
    assert days(table)["application_2019"] == "31.10.2018"
    assert "application_2019" not in days(calendar())


def test_with_hindsight_the_application_of_2018_has_a_day_and_that_of_2019_another(calendar):
    assert days(calendar(as_of=date(2018, 5, 1)))["application_2018"] == "30.04.2018"
    table = calendar({"stellen": POSTS}, last="31.03.2018", as_of=date(2018, 5, 1))
    assert days(table)["application_2019"] == "31.10.2018"
    assert "ungeprüft" in str(table.cell("application_2019", "basis"))


def test_passed_next_and_later_by_the_as_of_date(calendar):
    table = calendar(as_of=date(2017, 12, 31))
    states = {row[0]: row[4] for row in table.rows}
    assert states["bylaw_2018"] == "vorbei"
    assert states["early_start_2018"] == states["end_land"] == states["term_2017-12-31"] == "als Nächstes"
    assert states["begin_2018"] == "später"
    told = [(row[1][6:], row[1][3:5], row[1][:2]) for row in table.rows if row[1] != "–"]
    assert told == sorted(told)
    assert [row[1] for row in table.rows][len(told) :] == ["–"] * (len(table.rows) - len(told))


def test_fixed_terms_are_counted_not_named(calendar):
    table = calendar()
    assert table.cell("term_2017-12-31", "what") == "Befristung endet: 2 Stellen"
    assert table.cell("term_2018-06-30", "what") == "Befristung endet: 1 Stelle"
    assert not {"S1", "S2", "S3", "S 12"} & {word for row in table.rows for cell in row for word in str(cell).split()}


def test_two_years_without_reason_counted_for_the_countys_own_staff(calendar):
    """S1 began on 1 May 2016: 24 months end on 30 April 2018, its term two months later; S3 is the carrier's."""
    table = calendar()
    assert table.cell("limit_2018-04-30", "what") == (
        "Höchstdauer der Befristung ohne Sachgrund: 1 Stelle; vereinbart ist bei 1 Stelle eine spätere: Sachgrund prüfen"
    )
    assert table.cell("limit_2018-12-31", "what") == "Höchstdauer der Befristung ohne Sachgrund: 1 Stelle"


def test_both_tables_end_a_term_on_the_same_day(calendar):
    """Two years from 28 February 2018 end on 27 February 2020, although February 2018 ended with that day (section 188 (2) BGB)."""
    begun = POSTS + "S4;S 12;2;0,50;28.02.2018;;Kreis;31.12.2019\n"
    assert days(calendar(without(stellen=begun)))["limit_2020-02-27"] == "27.02.2020"


def test_terms_that_ended_before_the_year_are_left_out(calendar):
    old = POSTS + "S4;S 12;2;0,50;01.01.2015;31.12.2016;Kreis;31.12.2016\n"
    assert days(calendar(without(stellen=old))) == days(calendar())


def test_a_known_notice_for_the_next_year_is_not_missing(calendar):
    following = LAND.replace("01.01.2017;31.12.2017", "01.01.2018;31.12.2018").replace("01.02.2017", "01.11.2017")
    assert "notice_2018" not in days(calendar(without(bescheide=GRANTS + following)))


def test_a_notice_without_a_day_tells_none(calendar):
    found = days(calendar(without(bescheide=GRANTS.replace("01.02.2017;nein", ";nein"))))
    assert "notice_land" not in found
    assert found["end_land"] == "31.12.2017"


def test_a_rule_that_is_not_known_is_left_out(calendar):
    found = days(
        calendar(without=("deadline_proof_months", "fixed_term_limit_months", "deadline_bylaw_months", "deadline_early_start_days"))
    )
    assert "deadline_proof_months_county_land" in found
    gone = {"deadline_proof_months_land", "limit_2018-04-30", "bylaw_2018", "begin_2018", "early_start_2018"}
    assert not gone & set(found)


def test_the_county_can_change_a_rule(calendar):
    found = days(calendar(deadline_proof_months=3, deadline_early_start_days=32))
    assert found["deadline_proof_months_land"] == "31.03.2018"
    assert found["early_start_2018"] == "30.11.2017"


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2017, 12, 31), 6, date(2018, 6, 30)),
        (date(2017, 8, 31), 6, date(2018, 2, 28)),
        (date(2018, 2, 28), 12, date(2019, 2, 28)),
        (date(2018, 2, 28), 1, date(2018, 3, 31)),
        (date(2018, 1, 1), -1, date(2017, 12, 1)),
        (date(2016, 5, 1), 24, date(2018, 5, 1)),
        (date(2018, 1, 15), -13, date(2016, 12, 15)),
    ],
)
def test_months_later_and_earlier(day, months, found):
    assert months_after(day, months) == found


def test_a_day_that_a_month_does_not_have_is_its_last():
    assert day_in(2018, 4, 31) == date(2018, 4, 30)
