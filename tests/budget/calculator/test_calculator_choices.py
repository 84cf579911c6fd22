"""What is on offer: pay rounds that no table knows yet, ranges of consultations, numbers of posts."""

from datetime import date
from decimal import Decimal

from calculator_worlds import CONTACTS, YEARS

from wiwak_eval.assumptions import Patch, Scenario
from wiwak_eval.assumptions.resolve import Assumptions
from wiwak_eval.budget.calculator.grid import grids
from wiwak_eval.budget.calculator.pay_rounds import ASSUMED, _label, first_open_round, pay_rounds
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.budget.year_plan import year_plans
from wiwak_eval.forecast.volume import Caseload

END = date(2019, 12, 31)


def scenario(catalogue, id, *patches):
    view = Assumptions(catalogue, Scenario(id=id, label=id.title(), description="Probe", patches=patches), date(2017, 11, 15))
    return OtherScenario(id, id.title(), CONTACTS["basis"], view)


def pay(change, since="2018-03-01"):
    return Patch(id="pay_index", multiply=Decimal(change), valid_from=date.fromisoformat(since), reason="Probe")


def test_the_first_round_that_no_table_knows(view):
    assert first_open_round(view(), ["S12", "E6"], END) == date(2018, 3, 1)
    assert first_open_round(view(), ["S12"], date(2018, 2, 28)) is None
    assert first_open_round(view(date(2018, 7, 1)), ["S12"], END) is None


def test_once_the_table_is_known_there_is_no_choice_left(view):
    (only,) = pay_rounds(view(date(2018, 7, 1)), ["S12"], END, ())
    assert (only.key, only.rise, only.patches) == (ASSUMED, None, ())


def test_half_percents_around_the_assumption(view):
    rounds = pay_rounds(view(), ["S12"], END, ())
    assert [(one.key, one.rise) for one in rounds] == [
        (key, Decimal("1.024") * (1 + Decimal(key) / 100) - 1) for key in ("-1", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5")
    ]
    labels = [one.label.replace("\u202f", " ") for one in rounds]
    assert labels[1] == "plus 1,9 %, 0,5 % weniger als angenommen"
    assert labels[2:4] == ["plus 2,4 %, wie angenommen", "plus 2,9 %, 0,5 % mehr als angenommen"]
    assert {one.since for one in rounds} == {date(2018, 3, 1)}


def test_pay_that_falls_is_said_to_fall():
    """However the round is called."""
    labels = {rise: _label(Decimal("-0.01"), Decimal(rise), []).replace("\u202f", " ") for rise in ("-0.004", "0", "0.0138")}
    assert labels == {
        "-0.004": "minus 0,4 %, 1,0 % weniger als angenommen",
        "0": "plus 0,0 %, 1,0 % weniger als angenommen",
        "0.0138": "plus 1,4 %, 1,0 % weniger als angenommen",
    }


def test_another_scenarios_pay_is_one_of_the_steps_or_a_choice_of_its_own(view, catalogue):
    """One percent more from the round on is a step; a rise in the second round alone, or one in between, is not."""
    patches = {"step": pay("1.01"), "between": pay("1.007"), "second": pay("1.01", "2019-04-01")}
    others = [scenario(catalogue, id, patch) for id, patch in patches.items()]
    rounds = {one.key: one for one in pay_rounds(view(), ["S12"], END, others)}
    assert rounds["1"].scenarios == ("step",)
    assert "Szenario „Step“" in rounds["1"].label
    assert rounds["between"].rise == Decimal("1.024") * Decimal("1.007") - 1
    assert rounds["second"].rise == Decimal("0.024")
    assert [patch.set for patch in rounds["second"].patches][:2] == [Decimal("1.024"), Decimal("1.0486") * Decimal("1.01")]


def test_consultations_reach_from_the_forecasts_lowest_to_its_highest_fortieth_and_over_every_scenario(calculator_worlds):
    world = calculator_worlds["basis"]
    draws = tuple(tuple(range(1000, 5001)) for _ in YEARS)
    run = year_plans(world.records, Caseload(YEARS, CONTACTS["basis"], draws), views_of(world.assumptions))
    found = grids(run, Caseload(YEARS, CONTACTS["basis"], draws), [(6010, 2000), (2000, 999)])
    assert [one.contacts for one in found] == [(1100, 6100), (900, 4900)]


def test_thresholds_are_the_first_consultations_that_ask_for_a_step_more(calculator_worlds):
    world = calculator_worlds["stress"]
    run = year_plans(world.records, world.caseload, views_of(world.assumptions))
    for plan, found in zip(run.budget, grids(run, world.caseload, []), strict=True):
        for least, posts in found.thresholds[1:]:
            assert posts_for(least, run.measured, plan.rules.work) == posts > posts_for(least - 1, run.measured, plan.rules.work)
        assert found.thresholds[0][0] == found.contacts[0]
        assert posts_for(found.contacts[1], run.measured, plan.rules.work) == found.thresholds[-1][1]
        assert {posts for _, posts in found.thresholds} <= set(found.posts)
