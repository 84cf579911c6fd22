"""Cases filed as data: pay of one post in one month. Each names its arithmetic, redone here as well."""

from decimal import Decimal
from pathlib import Path

import pytest
from golden_cases import first_difference, name, read, redone

from wiwak_eval.assumptions import Assumptions, Patch, Scenario, load_catalogue
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import Form, PostLine
from wiwak_eval.shipped import shipped

FOLDER = Path(__file__).parent / "budget"
PAY_CASES = sorted(FOLDER.glob("20*/*.yaml"))
PAY_STEPS = (
    "table_pay", "gross", "health", "care", "pension", "unemployment", "social_insurance", "zvk", "bonus", "bonus_social", "bonus_zvk",
    "performance", "performance_social", "performance_zvk", "accident", "insolvency", "carrier_overhead", "vat", "total",
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(shipped("data") / "assumptions")


def scenario(*patches):
    return Scenario(id="golden", label="Golden", description="Golden", patches=tuple(Patch(reason="Golden", **patch) for patch in patches))


def pay_in(assumptions, year, month, post):
    """The month as the budget has it. months: first and last one in which the post is filled; the whole year where not named."""
    share, (first, last) = Decimal(str(post["share"])), post.get("months", [1, 12])
    form, since = Form(post.get("form", "own")), post.get("in_step_since")
    line = PostLine("S1", "", post["group"], post["step"], share, form, in_step_since=since)
    shares = [share if first <= number <= last else Decimal(0) for number in range(1, 13)]
    return post_year(assumptions, pay_rules(assumptions, year), line, shares)[month - 1]


@pytest.mark.parametrize("path", PAY_CASES, ids=name)
def test_pay_of_one_month(catalogue, path):
    case, (year, month) = read(path), map(int, path.parent.name.split("-"))
    pay = pay_in(Assumptions(catalogue, scenario(), case["as_of"]), year, month, case["post"])
    found = {step: getattr(pay, "social" if step == "social_insurance" else step) for step in PAY_STEPS}
    assert first_difference(PAY_STEPS, case["expected_cents"], found) == ""
    assert pay.month == month


@pytest.mark.parametrize("path", PAY_CASES, ids=name)
def test_the_arithmetic_of_the_file_gives_its_cents(path):
    case = read(path)
    assert {step: redone(expression) for step, expression in case["arithmetic"].items()} == case["expected_cents"]


def test_there_are_cases_before_and_after_each_change():
    assert {path.parent.name for path in PAY_CASES} >= {
        "2017-03",
        "2018-02",
        "2018-03",
        "2018-07",
        "2018-08",
        "2018-11",
        "2018-12",
        "2019-04",
    }
    assert len(PAY_CASES) >= 30


def test_the_step_where_a_cent_goes_astray_is_named():
    expected, found = {"gross": 352913, "health": 25763, "total": 9}, {"gross": 352913, "health": 25762, "total": 8}
    assert first_difference(PAY_STEPS, expected, found) == "health: 25763 expected, 25762 found"
