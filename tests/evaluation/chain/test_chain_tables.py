"""The tables of the chain on chains that the tests make."""

from dataclasses import fields

import pytest
from chain_samples import ALWAYS, ORDER, client, files, stage

from wiwak_eval.evaluation.chain.completed import completed_chains
from wiwak_eval.evaluation.chain.conformance import find_steps, order_table, waiting_table
from wiwak_eval.evaluation.chain.courses import find_courses
from wiwak_eval.evaluation.chain.curves import incidence_table, work_table
from wiwak_eval.evaluation.chain.durations import durations_table, offices_table
from wiwak_eval.evaluation.chain.figures import figures_table
from wiwak_eval.evaluation.chain.funnel import NOWHERE_NOT_NEEDED, funnel_table
from wiwak_eval.evaluation.chain.mean_times import mean_times, mean_times_table
from wiwak_eval.evaluation.chain.order import parse_order
from wiwak_eval.evaluation.chain.residence import residence_by_stage_table, residence_table
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import GroupCurve, NotAssessable

AGREED = parse_order(ORDER, ALWAYS)
PEOPLE = [f"K{n:02}" for n in range(24)]


@pytest.fixture
def courses(read):
    def find(stages, clients=None):
        rows = [row for one in stages for row in ([one] if isinstance(one, str) else one)]
        return find_courses(read(files(clients or [client(name) for name in PEOPLE], rows), last="08"))

    return find


def each(station, begun, done, names=PEOPLE, result="abgeschlossen", office="Amt"):
    return [stage(name, station, begun, done, result, office) for name in names]


def test_the_funnel_counts_those_who_need_a_stage_and_whose_window_has_passed(courses) -> None:
    late = [client(f"L{n}", clock=100) for n in range(9)]
    moved = client("M1", left=20)
    found = courses(
        [each("Aufenthaltstitel", 0, 10), each("Wohnung", 20, 100, PEOPLE[:8]), each("Wohnung", 20, 181, PEOPLE[8:12]),
         each("Wohnung", 20, None, PEOPLE[12:], "entfällt"), stage("M1", "Wohnung", 10, 30),
         each("Wohnung", 110, 120, [f"L{n}" for n in range(9)])],
        [*(client(name) for name in PEOPLE), *late, moved],
    )  # fmt: skip
    table = funnel_table(found)
    assert table.cell("Aufenthaltstitel", "persons") == 25
    assert [table.cell("Wohnung", name) for name in ("persons", "reached", "open")] == [13, 8, 5]
    shares = [table.cell("Wohnung", name) for name in ("share", "low", "high")]
    assert shares == pytest.approx([8 / 13, *wilson(8 / 13, 13)], abs=1e-6)
    assert NOWHERE_NOT_NEEDED not in table.notes


def test_the_funnel_shows_no_counts_where_they_would_tell_a_few_who_do_not_need_a_stage(courses) -> None:
    found = courses(
        [each("Aufenthaltstitel", 0, 10), each("Wohnung", 20, 100, PEOPLE[:11]), each("Wohnung", 2, None, PEOPLE[22:], "entfällt")]
    )
    table = funnel_table(found)
    assert table.cell("Wohnung", "persons") is None
    assert table.cell("Wohnung", "share") == pytest.approx(0.5)
    few_open = courses(
        [each("Aufenthaltstitel", 0, 10), each("Wohnung", 20, 100, PEOPLE[:20]), each("Wohnung", 2, None, PEOPLE[22:], "entfällt")]
    )
    assert funnel_table(few_open).cell("Wohnung", "share") is None


def test_a_stage_noted_as_not_needed_after_the_window_stays_in_the_funnel(courses) -> None:
    def needed(noted):
        stages = [each("Wohnung", 20, 100, PEOPLE[:12]), each("Wohnung", noted, None, PEOPLE[12:], "entfällt")]
        return funnel_table(courses([each("Aufenthaltstitel", 0, 10), *stages])).cell("Wohnung", "persons")

    assert (needed(180), needed(181)) == (12, 24)


def test_a_funnel_without_a_cohort_is_refused(courses) -> None:
    assert "Frist" in funnel_table(courses([each("Wohnung", 5, 10, PEOPLE[:9])])).reason


def test_a_delivery_without_not_needed_says_so(courses) -> None:
    assert NOWHERE_NOT_NEEDED in funnel_table(courses([each("Wohnung", 5, 10)])).notes


def test_incidence_by_months(courses) -> None:
    """Six of 24 done on day 45, two moved away on day 50: a quarter from the second month on."""
    clients = [client(name, left=50 if name in PEOPLE[22:] else None) for name in PEOPLE]
    table = incidence_table(courses([each("Wohnung", 5, 45, PEOPLE[:6]), each("Sprachkurs", 5, None, PEOPLE, "laufend")], clients))
    assert [row[:2] for row in table.rows[:4]] == [("0", 0.0), ("1", 0.0), ("2", 0.25), ("3", 0.25)]
    housing = next(curve for curve in table.protection.curves if curve.column == "housing")
    later = len(table.rows) - 2
    assert housing == GroupCurve("housing", (), (24, 24, *[16] * later), False, (0, 0, *[6] * later), (6,))


def test_work_begun_and_completed(courses) -> None:
    """Half of 24 began on day 25 and were done on day 70; two do not need it."""
    not_needed = each("Arbeit und Ausbildung", 5, None, PEOPLE[12:14], "entfällt")
    table = work_table(courses([each("Aufenthaltstitel", 0, 1), each("Arbeit und Ausbildung", 25, 70, PEOPLE[:12]), not_needed]))
    assert [(row[1], row[4]) for row in table.rows[:4]] == [(0, 0), (0.5, 0), (0.5, 0), (0.5, 0.5)]


def test_a_mean_over_all_is_refused_where_half_do_not_need_the_stage_or_few_reached_it(courses) -> None:
    found = courses(
        [each("Aufenthaltstitel", 0, 30), each("Wohnung", 1, None, PEOPLE[:12], "entfällt"), each("Wohnung", 5, 9, PEOPLE[12:]),
         each("Sprachkurs", 5, 9, PEOPLE[:9])]
    )  # fmt: skip
    table = mean_times_table(found, mean_times(found))
    assert table.cell("Aufenthaltstitel", "days") == 30
    assert table.cell("Wohnung", "days") is None
    assert table.cell("Sprachkurs", "days") is None


def test_steps_in_order_and_the_waits_between(courses) -> None:
    found = courses(
        [each("Aufenthaltstitel", 0, 10, PEOPLE[:14]), each("Leistungsbezug", 22, 40, PEOPLE[:11]),
         each("Leistungsbezug", 9, 40, PEOPLE[11:13]),
         each("Leistungsbezug", 30, 40, PEOPLE[20:]), each("Aufenthaltstitel", 3, None, PEOPLE[14:16], "laufend"),
         each("Leistungsbezug", 10, 12, PEOPLE[14:15]), each("Leistungsbezug", 10, None, PEOPLE[15:16], "entfällt")]
    )  # fmt: skip
    steps = find_steps(found, AGREED)
    row = order_table(steps).rows[0]
    assert row[:3] == ("Aufenthaltstitel → Leistungsbezug", 14, 11)
    assert row[3] == pytest.approx(11 / 14, abs=1e-6)
    assert waiting_table(steps).rows[0][:3] == ("Aufenthaltstitel → Leistungsbezug", 11, 12.0)
    assert order_table(steps).rows[1][:3] == ("Aufenthaltstitel → Wohnung", 0, 0)


def test_waiting_counts_from_the_clock_at_the_earliest(courses) -> None:
    steps = find_steps(courses([each("Aufenthaltstitel", -60, -30), each("Wohnung", 7, 50)]), AGREED)
    assert waiting_table(steps).cell("Aufenthaltstitel → Wohnung", "median") == 7


def test_another_order_counts_other_steps(courses) -> None:
    found = courses([each("Wohnung", 0, 10), each("Aufenthaltstitel", 20, 30)])
    assert order_table(find_steps(found, AGREED)).cell("Aufenthaltstitel → Wohnung", "in_order") == 0
    assert order_table(find_steps(found, parse_order("Wohnung > Aufenthaltstitel", ""))).rows[0][1:3] == (24, 24)
    assert isinstance(order_table(find_steps(found, parse_order("", ""))), NotAssessable)


def test_how_long_a_stage_stays_open(courses) -> None:
    found = courses([each("Wohnung", 10, 50, PEOPLE[:9]), each("Wohnung", 10, 90, PEOPLE[9:], office="Wohnungsamt")])
    assert durations_table(found).cell("Wohnung", "median") == 80
    offices = offices_table(found)
    assert offices.staff
    assert [row[:3] for row in offices.rows] == [("Wohnungsamt", 15, 80.0)]


def test_a_move_within_the_county_is_no_move(courses) -> None:
    def remaining(to):
        clients = [client(name, left=20 if name in PEOPLE[:6] else None, to=to) for name in PEOPLE]
        return residence_table(courses([each("Wohnung", 0, 5)], clients).people).cell("1", "share")

    assert (remaining("Kreis"), remaining("Thüringen"), remaining("außerhalb")) == (1.0, 0.75, 0.75)


def test_residence_by_stage_looks_at_what_was_reached_by_a_fixed_day(courses) -> None:
    """Who moves before day 90 is in neither group; who gets a flat later stays in the second."""
    left = dict.fromkeys(PEOPLE[:2], 60) | dict.fromkeys(PEOPLE[12:14], 100)
    clients = [client(name, left=left.get(name)) for name in PEOPLE]
    table = residence_by_stage_table(
        courses([each("Aufenthaltstitel", 0, 1), each("Wohnung", 5, 80, PEOPLE[:12]), each("Wohnung", 5, 130, PEOPLE[18:])], clients)
    )
    assert table.rows[1][1] == 1.0
    assert table.rows[1][4] == pytest.approx(10 / 12, abs=1e-6)
    assert [curve.at_risk[0] for curve in table.protection.curves if not curve.bound] == [10, 12]
    assert "NotAssessable" in repr(residence_by_stage_table(courses([each("Wohnung", 5, 80, PEOPLE[:5])])))


def test_residence_by_stage_does_not_look_ahead_for_who_needs_no_flat(courses) -> None:
    """„Entfällt“ on day 120 was not known on day 90: these people belong to those without a flat; noted on day 60 they belong to nobody."""

    def without_flat(noted):
        stages = [each("Wohnung", 5, 80, PEOPLE[:12]), each("Wohnung", noted, None, PEOPLE[22:], "entfällt")]
        table = residence_by_stage_table(courses([each("Aufenthaltstitel", 0, 1), *stages]))
        return [curve.at_risk[0] for curve in table.protection.curves if not curve.bound]

    assert without_flat(120) == [12, 12]
    assert without_flat(60) == [12, 10]


def test_completions_without_dates_are_not_told_as_not_reached(courses) -> None:
    found = courses([each("Aufenthaltstitel", 0, 10), each("Wohnung", 20, None), each("Arbeit und Ausbildung", 30, 90)])
    assert found.undated == {"housing"}
    assert funnel_table(found).rows[3] == ("Wohnung", *(None,) * 6)
    assert funnel_table(found).cell("Arbeit und Ausbildung", "share") == 1.0
    assert "„Wohnung“" in incidence_table(found).reason
    assert "„Wohnung“" in residence_by_stage_table(found).reason
    assert "„Wohnung“" in completed_chains(found, AGREED).reason
    assert "Wohnung" not in [row[0] for row in durations_table(found).rows]
    assert set(mean_times(found)) == {"residence_title", "work_training"}
    assert isinstance(work_table(courses([each("Arbeit und Ausbildung", 30, None), each("Wohnung", 1, 2)])), NotAssessable)
    nothing = courses([each("Wohnung", 20, None), each("Sprachkurs", 1, None, result="laufend", names=PEOPLE[:5])])
    for refused in (durations_table(nothing), offices_table(nothing), mean_times_table(nothing, mean_times(nothing))):
        assert "ohne Datum" in refused.reason, "the true reason, not that too few began"
    figures = figures_table(found, AGREED, find_steps(found, AGREED), mean_times(found))
    assert figures.cell("chain", "completed_share") is None
    assert "ohne Datum" in figures.notes[0]


def test_a_chain_is_completed_when_all_that_belongs_to_it_is(courses) -> None:
    rest = PEOPLE[6:]
    found = courses(
        [each("Aufenthaltstitel", 0, 10), each("Wohnung", 20, 100, PEOPLE[:3]), each("Wohnung", 20, None, PEOPLE[3:4], "entfällt"),
         each("Wohnung", 20, 181, PEOPLE[4:5]), each("Sprachkurs", 20, None, PEOPLE[:1], "laufend"),
         each("Wohnung", 20, None, rest, "laufend")]
    )  # fmt: skip
    chains = completed_chains(found, AGREED)
    assert len(chains.cohort) == 24
    assert sorted(chains.completed.index) == [1, 2, 3]


def test_the_cohort_of_completed_chains_is_closed(courses) -> None:
    found = courses([each("Aufenthaltstitel", 0, 1), each("Wohnung", 1, 2)], [client(name, clock=60 * (name > "K11")) for name in PEOPLE])
    assert len(completed_chains(found, AGREED).cohort) == 12


def test_each_table_knows_the_households_behind_a_number(courses) -> None:
    clients = [client(name, household=f"H{n // 8}") for n, name in enumerate(PEOPLE)]
    cells = funnel_table(courses([each("Wohnung", 5, 20)], clients)).protection.cells
    assert {(cell.persons, cell.households, cell.largest) for cell in cells if cell.column == "reached" and cell.persons} == {
        (24, 3, (8, 8))
    }


def test_the_names_of_the_tables_are_those_of_the_fields() -> None:
    from wiwak_eval.evaluation.chain import Chain

    names = {field.name for field in fields(Chain)}
    assert {"chain_figures", "chain_funnel", "chain_incidence", "chain_order", "residence", "work_status"} <= names


def test_what_is_not_delivered_is_refused_and_the_rest_told(read) -> None:
    from wiwak_eval.assumptions import Assumptions, Catalogue, load_scenario
    from wiwak_eval.evaluation.chain import chain
    from wiwak_eval.shipped import shipped

    both = files((client(name) for name in PEOPLE), each("Aufenthaltstitel", 0, 10))
    only_clients = read({"klienten": both["klienten"]}, last="08")
    scenario = load_scenario(shipped("data") / "scenarios", "basis")
    values = Assumptions(Catalogue({}), scenario, only_clients.facts.delivered_on)
    found = chain(only_clients, values)
    assert [field.name for field in fields(found) if not isinstance(getattr(found, field.name), NotAssessable)] == ["residence"]
    without_order = chain(read(both, last="08"), values)
    refused = {"chain_figures", "chain_waiting", "chain_order"}
    assert {name for name in refused if "festgelegt" in getattr(without_order, name).reason} == refused
    assert without_order.chain_funnel.cell("Aufenthaltstitel", "reached") == 24
