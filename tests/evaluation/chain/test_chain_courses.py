"""From rows of the county to courses: clock, ends, repetitions."""

from math import inf

import pytest
from chain_samples import client, files, stage

from wiwak_eval.evaluation.chain.courses import DONE, EXIT, OPEN, course_ends, find_courses
from wiwak_eval.results import NotAssessable


@pytest.fixture
def course(read):
    def one(rows, event="done", station="housing", **moved):
        records = read(files([client("K1", **moved)], rows), last="08")
        ends, causes = course_ends(find_courses(records).of(station), event)
        return ends.tolist()[0], causes.tolist()[0]

    return one


END = 233
"""Days from 10 January to 31 August."""


@pytest.mark.parametrize(
    ("rows", "moved", "ends"),
    [
        ([stage("K1", "Wohnung", 5, 40)], {}, (40, DONE)),
        ([stage("K1", "Wohnung", -9, -2)], {}, (0, DONE)),
        ([stage("K1", "Wohnung", 5, None, "laufend")], {}, (END, OPEN)),
        ([stage("K1", "Sprachkurs", 5, 40)], {}, (END, OPEN)),
        ([stage("K1", "Wohnung", 5, None, "entfällt")], {}, (5, EXIT)),
        ([stage("K1", "Wohnung", 5, 40, "abgebrochen")], {}, (40, EXIT)),
        ([stage("K1", "Wohnung", 5, None, "abgebrochen")], {}, (5, EXIT)),
        ([stage("K1", "Wohnung", 5, 40, "abgebrochen"), stage("K1", "Wohnung", 60, None, "laufend")], {}, (END, OPEN)),
        ([stage("K1", "Wohnung", 5, 40, "abgebrochen"), stage("K1", "Wohnung", 60, 90)], {}, (90, DONE)),
        ([stage("K1", "Wohnung", 5, 40), stage("K1", "Wohnung", 60, None, "entfällt")], {}, (40, DONE)),
        ([stage("K1", "Wohnung", 5, 40)], {"left": 30}, (30, EXIT)),
        ([stage("K1", "Wohnung", 5, 40)], {"left": 40}, (40, DONE)),
        ([stage("K1", "Wohnung", 5, 40)], {"left": 30, "to": "Kreis"}, (40, DONE)),
        ([stage("K1", "Wohnung", 5, 400)], {}, (END, OPEN)),
    ],
)
def test_how_a_course_ends(course, rows, moved, ends) -> None:
    assert course(rows, **moved) == ends


def test_the_way_to_the_beginning_does_not_end_with_a_drop(course) -> None:
    assert course([stage("K1", "Wohnung", 5, 40, "abgebrochen")], "begun") == (5, DONE)
    assert course([stage("K1", "Wohnung", 5, None, "entfällt")], "begun") == (5, EXIT)


def test_the_clock_is_the_later_of_first_contact_and_recognition(read) -> None:
    lines = "K1;H1;01.03.2017;10.01.2017;;\nK2;H2;;10.01.2017;;\nK3;H3;01.03.2017;;;\nK4;H4;01.10.2016;01.12.2016;;\n"
    rows = [stage(f"K{n}", "Wohnung", 60, 80) for n in (1, 2, 3, 4)]
    people = find_courses(read(files([lines], rows), last="08")).people
    assert [f"{clock:%m-%d}" for clock in people["clock"]] == ["03-01", "01-10"]


def test_a_completion_without_a_date_is_left_out(read) -> None:
    rows = [stage("K1", "Wohnung", 5, None), stage("K1", "Aufenthaltstitel", 0, 3)]
    courses = find_courses(read(files([client("K1")], rows), last="08"))
    assert courses.stages["stage"].tolist() == ["residence_title"]
    assert courses.of("housing")["done"].tolist() == [inf]


def test_without_chain_or_newcomers_nothing_is_found(read) -> None:
    nobody = read(files([client("K1", clock=-30)], [stage("K1", "Wohnung", 1, 2)]))
    assert isinstance(find_courses(nobody), NotAssessable)
    later = read(files([client("K1")], [stage("K1", "Wohnung", 200, 210)]))
    assert "keiner Person" in find_courses(later).reason


@pytest.mark.parametrize(("undated", "named"), [(1, set()), (2, {"housing"})])
def test_a_stage_lacks_dates_where_more_than_one_completion_in_twenty_has_none(read, undated, named) -> None:
    people = [f"K{n:02}" for n in range(20)]
    rows = [stage(name, "Wohnung", 5, None if n < undated else 40) for n, name in enumerate(people)]
    rows += [stage(name, "Sprachkurs", 5, 40) for name in people]
    assert find_courses(read(files([client(name) for name in people], rows), last="08")).undated == named
