"""Cases filed as data: pay of one post in one month, and who pays a year's costs. Each names its arithmetic, redone here as well."""

import ast
from datetime import date
from decimal import Decimal
from operator import add, mul, sub, truediv
from pathlib import Path

import pytest
import yaml

from wiwak_eval.assumptions import Assumptions, Patch, Scenario, load_catalogue
from wiwak_eval.budget.costs import YearCosts
from wiwak_eval.budget.financing import GrantTerms, eligible, finance
from wiwak_eval.budget.pay import PayMonth, bonus_share, pay_month, pay_rules, post_year, table_pay
from wiwak_eval.money import round_half_up, share_of, to_cents
from wiwak_eval.shipped import shipped

FOLDER = Path(__file__).parent / "budget"
PAY_CASES = sorted(FOLDER.glob("20*/*.yaml"))
GRANT_CASES = sorted(FOLDER.glob("grants/*.yaml"))
PAY_STEPS = (
    "table_pay", "gross", "health", "care", "pension", "unemployment", "social_insurance", "zvk", "bonus", "bonus_social", "bonus_zvk",
    "total",
)  # fmt: skip
GRANT_STEPS = ("eligible", "county_in_kind", "federal", "esf", "third", "land", "county_cash", "open", "total")
FIRST_TABLE = date(2017, 2, 1)
OPERATORS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
FIXED = {"federal": "federal_amount_year", "esf": "esf_amount_year", "third": "third_party_amount_year"}


class _Exact(yaml.SafeLoader):
    """Numbers with a point as the decimals that are written there."""


_Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), _Exact)


def name(path):
    return f"{path.parent.name}/{path.stem}"


def value(node):
    """An expression of decimals with + - * / and min."""
    match node:
        case ast.Constant():
            return Decimal(str(node.value))
        case ast.BinOp():
            return OPERATORS[type(node.op)](value(node.left), value(node.right))
        case ast.Call(func=ast.Name(id="min")):
            return min(value(argument) for argument in node.args)
    raise ValueError(ast.dump(node))


def redone(expression):
    return round_half_up(value(ast.parse(str(expression), mode="eval").body) * 100)


def first_difference(steps, expected, found):
    """The step where a cent goes astray, as a sentence; empty where none does."""
    astray = [
        f"{step}: {expected[step]} expected, {found[step]} found" for step in steps if step in expected and expected[step] != found[step]
    ]
    return astray[0] if astray else ""


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(shipped("data") / "assumptions")


def scenario(*patches):
    return Scenario(id="golden", label="Golden", description="Golden", patches=tuple(Patch(reason="Golden", **patch) for patch in patches))


def pay_in(assumptions, year, month, post):
    """The month as the budget has it; January 2017 has no table, so that 2017 is priced month by month."""
    rules, share = pay_rules(assumptions, year), Decimal(str(post["share"]))
    if year > 2017:
        return post_year(assumptions, rules, post["group"], post["step"], share)[month - 1]
    tables = [table_pay(assumptions, post["group"], post["step"], max(FIRST_TABLE, date(year, m, 1))) for m in range(1, 13)]
    rate = bonus_share(rules, post["group"]) if month == rules.bonus_month else None
    return pay_month(rules, month, tables[month - 1], share, [share_of(table, share) for table in tables], rate)


@pytest.mark.parametrize("path", PAY_CASES, ids=name)
def test_pay_of_one_month(catalogue, path):
    case, (year, month) = read(path), map(int, path.parent.name.split("-"))
    pay = pay_in(Assumptions(catalogue, scenario(), case["as_of"]), year, month, case["post"])
    found = {step: getattr(pay, "social" if step == "social_insurance" else step) for step in PAY_STEPS}
    assert first_difference(PAY_STEPS, case["expected_cents"], found) == ""
    assert pay.month == month


def year_costs(case):
    months = [PayMonth(month, 0, Decimal(1), to_cents(gross), *[0] * 8) for month, gross in enumerate(case["costs"]["personnel"], start=1)]
    items = {item: to_cents(amount) for item, amount in case["costs"]["items"].items()}
    return YearCosts(2018, {"S1": tuple(months)}, {"personnel": sum(pay.gross for pay in months)} | items)


@pytest.mark.parametrize("path", GRANT_CASES, ids=name)
def test_who_pays_a_year(catalogue, path):
    case = read(path)
    patches = [{"id": FIXED[funder], "set": Decimal(amount)} for funder, amount in case["fixed"].items()]
    assumptions = Assumptions(catalogue, scenario(*patches), date(2017, 11, 15))
    costs, terms = year_costs(case), case["terms"]
    grant = terms and GrantTerms(terms["share"], terms["start"], None if terms["ceiling"] is None else to_cents(terms["ceiling"]))
    financing = finance(costs, assumptions, grant)
    found = financing.parts | {"total": financing.total, "eligible": eligible(costs, grant.start, costs.items["rooms"]) if grant else None}
    assert first_difference(GRANT_STEPS, case["expected_cents"], found) == ""
    assert sum(financing.parts.values()) == costs.total


@pytest.mark.parametrize("path", PAY_CASES + GRANT_CASES, ids=name)
def test_the_arithmetic_of_the_file_gives_its_cents(path):
    case = read(path)
    assert {step: redone(expression) for step, expression in case["arithmetic"].items()} == case["expected_cents"]


def test_there_are_cases_before_and_after_each_change():
    assert {path.parent.name for path in PAY_CASES} >= {"2017-03", "2018-02", "2018-03", "2018-11", "2019-04"}
    assert len(PAY_CASES) >= 12
    assert len(GRANT_CASES) >= 6


def test_the_step_where_a_cent_goes_astray_is_named():
    expected, found = {"gross": 352913, "health": 25763, "total": 9}, {"gross": 352913, "health": 25762, "total": 8}
    assert first_difference(PAY_STEPS, expected, found) == "health: 25763 expected, 25762 found"
