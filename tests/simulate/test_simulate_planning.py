"""Planned amounts, notices and targets of the simulated year: they fit each other and the books, and touch no other table."""

from dataclasses import replace

import pytest

from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.simulate import PILOT_SEED, delivery_files, pilot_parameters, simulate

TABLES = ("budget_lines", "grants", "targets")
FILES = {"haushaltsansaetze.csv", "bescheide.csv", "ziele.csv"}


@pytest.fixture(scope="module")
def pilot(pilot_folder):
    return read_delivery(pilot_folder, SIMULATED_KEY)


def test_the_shipped_tables_are_read_without_a_fault(pilot):
    assert {name: pilot.rejected_share[name] for name in TABLES} == dict.fromkeys(TABLES, 0)
    assert not {fault.table for fault in pilot.faults} & {"haushaltsansaetze", "bescheide", "ziele"}
    assert {name: len(pilot.tables[name]) for name in TABLES} == {"budget_lines": 14, "grants": 2, "targets": 6}


def test_every_line_that_is_booked_is_planned(pilot):
    lines, bookings = pilot.tables["budget_lines"], pilot.tables["bookings"]
    planned = set(zip(lines.loc[lines["year"] == 2017, "budget_code"], lines.loc[lines["year"] == 2017, "direction"], strict=True))
    assert set(zip(bookings["budget_code"], bookings["direction"], strict=True)) == planned


def test_planned_income_is_what_the_notices_promise_and_nobody_paid_more(pilot):
    lines, grants, bookings = (pilot.tables[name] for name in ("budget_lines", "grants", "bookings"))
    income = lines[(lines["year"] == 2017) & (lines["direction"] == "income")]
    assert int(income["planned"].sum()) == int(grants["ceiling"].sum())
    received = bookings[bookings["direction"] == "income"].groupby("funder")["amount"].sum()
    ceilings = grants.set_index("funder")["ceiling"]
    assert all(received[funder] <= ceilings[funder] for funder in received.index)
    paid_on = bookings.loc[(bookings["direction"] == "income") & (bookings["funder"] == "land"), "date"].min()
    assert (grants.loc[grants["funder"] == "land", "decided_on"] <= paid_on).all()


def test_what_the_land_and_the_esf_give_stands_on_lines_of_their_own(pilot):
    lines, bookings = pilot.tables["budget_lines"], pilot.tables["bookings"]
    planned = lines[(lines["year"] == 2017) & (lines["direction"] == "income")].set_index("budget_code")["planned"]
    assert planned.to_dict() == {"4070.1710": 18000000, "4070.1740": 4950000}
    income = bookings[bookings["direction"] == "income"]
    assert income.groupby("funder")["budget_code"].unique().map(list).to_dict() == {"land": ["4070.1710"], "esf": ["4070.1740"]}


def test_the_lands_share_covers_what_is_booked_on_it(pilot):
    """Ten months: the Land's bookings stay below 80 % of all that is eligible, so that its share can be what it pays."""
    grants, bookings = pilot.tables["grants"], pilot.tables["bookings"]
    eligible = bookings[bookings["eligible"]]
    share = float(grants.loc[grants["funder"] == "land", "share"].iloc[0])
    assert int(eligible.loc[eligible["funder"] == "land", "amount"].sum()) < share * int(eligible["amount"].sum())


def test_the_year_before_follows_from_the_posts_held_then(pilot_year):
    """Lead from May, one counsellor in December, at the pay before the rise of February 2017: 8 × 5,043.04 + 4,224.78; ESF 8 × 4,034.43."""
    lines = pilot_year.tables["budget_lines"]
    before = lines[lines["year"] == 2016].set_index("budget_code")
    assert before.loc["4070.4140", "result"] == 8 * 504304 + 422478
    assert before.loc["4070.1740", "result"] == 8 * 403443
    assert before["result"].notna().all()
    assert lines.loc[lines["year"] == 2017, "result"].isna().all()
    assert (before["result"] <= before["planned"]).all()


def test_another_seed_changes_only_what_is_drawn(pilot_year):
    other = simulate(PILOT_SEED + 1, pilot_parameters()).tables
    here = pilot_year.tables
    assert here["grants"].equals(other["grants"])
    assert here["targets"].equals(other["targets"])
    changed = here["budget_lines"].compare(other["budget_lines"])
    assert list(here["budget_lines"].loc[changed.index, "budget_code"]) == ["4070.6500"]


def test_plans_touch_no_other_file(pilot_year):
    truth = pilot_parameters()
    planning = truth.planning
    changed = replace(
        planning,
        planned_2017=replace(planning.planned_2017, value={**planning.planned_2017.value, "travel": 1}),
        targets_2017=replace(planning.targets_2017, value={"Beratungen": 1}),
        notices=replace(planning.notices, value=planning.notices.value[:1]),
    )
    here, there = delivery_files(pilot_year), delivery_files(simulate(PILOT_SEED, replace(truth, planning=changed)))
    assert {name for name in here if here[name] != there[name]} == FILES | {"true_parameters.json"}
