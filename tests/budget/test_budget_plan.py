from dataclasses import fields
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from wiwak_eval.budget import budget
from wiwak_eval.budget.costs import LABELS
from wiwak_eval.budget.financing import FUNDERS
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import NotAssessable, Table

POSTS = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST-1;S 12;3;1,00;01.01.2017\nST-2;E 6;3;0,50;01.01.2017\n"
DRAWS = np.random.default_rng(1).poisson(2928, (2, 400))
CASELOAD = Caseload((2018, 2019), (2928, 2400), tuple(tuple(int(count) for count in draws) for draws in DRAWS))
YEARS = ("y2018", "y2019")
KNOWN = date(2018, 7, 1)


@pytest.fixture
def plan(read, view):
    def make(posts=POSTS, caseload=CASELOAD, **more):
        return budget(read({"stellen": posts}), caseload, view(**more))

    return make


def column(table, name, without=("total",)):
    position = [column.name for column in table.columns].index(name)
    return [row[position] for row in table.rows if row[0] not in without]


def test_every_table_is_there(plan):
    result = plan()
    assert all(isinstance(getattr(result, field.name), Table) for field in fields(result))


def test_from_contacts_to_posts(plan):
    """(2,928 x 65 + 120,000) / 97,440 = 3.1847 and (2,400 x 65 + 120,000) / 97,440 = 2.8325."""
    workload = plan().workload
    assert [workload.cell("needed", year) for year in YEARS] == [3.1847, 2.8325]
    assert [workload.cell("planned", year) for year in YEARS] == [3.25, 3.0]


def test_the_posts_plan_fills_what_there_is(plan):
    posts = plan().posts_plan
    assert [(row[0], row[4], row[5], row[6]) for row in posts.rows] == [
        ("S1", 1.0, 1.0, 1.0),
        ("S2", 0.5, 0.5, 0.5),
        ("neu", 0.0, 1.75, 1.5),
        ("total", 1.5, 3.25, 3.0),
    ]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("as_of", [date(2017, 11, 15), KNOWN])
def test_totals_are_the_sums_of_what_stands_above_them(plan, year, as_of):
    result = plan(as_of=as_of)
    for table, keys in ((result.costs, LABELS), (result.financing, FUNDERS)):
        assert [row[0] for row in table.rows] == [*keys, "total"]
        assert table.cell("total", year) == sum(column(table, year))
    assert result.costs.cell("total", year) == result.financing.cell("total", year)
    months = [row[-1] for row in result.pay_months.rows if row[2].startswith(year[1:])]
    assert len(months) == 3 * 12
    assert result.costs.cell("personnel", year) == sum(months)


def test_before_a_decision_the_need_is_open_and_not_the_countys(plan):
    financing = plan().financing
    for year in YEARS:
        assert financing.cell("land", year) == financing.cell("county_cash", year) == 0
        assert financing.cell("open", year) == financing.cell("total", year) - financing.cell("county_in_kind", year) > 0
    assert any("noch" in note or "keine Landesförderung" in note for note in financing.notes)


def test_a_known_share_of_the_land_closes_it(plan):
    result = plan(as_of=KNOWN)
    for year in YEARS:
        cash = result.costs.cell("total", year) - result.costs.cell("rooms", year)
        assert result.financing.cell("land", year) == int(Decimal(cash) * Decimal("0.8") + Decimal("0.5"))
        assert result.financing.cell("open", year) == 0


def test_variants_show_three_decisions_for_each_year(plan):
    result = plan()
    variants, costs = result.financing_variants, result.costs
    assert [row[0] for row in variants.rows] == [f"{key}_{year}" for year in (2018, 2019) for key in ("from_january", "late", "none")]
    for year in (2018, 2019):
        assert {variants.cell(f"{key}_{year}", "total") for key in ("from_january", "late", "none")} == {costs.cell("total", f"y{year}")}
        assert variants.cell(f"none_{year}", "land") == 0
    assert 0 < variants.cell("late_2018", "land") < variants.cell("from_january_2018", "land")
    assert variants.cell("late_2019", "land") == variants.cell("from_january_2019", "land")
    for row in variants.rows:
        assert sum(row[3:6]) == row[6]


def test_ranges_are_ordered_and_hold_a_plan_at_the_middle_of_the_draws(plan):
    result = plan()
    assert result.posts_range.cell("2018", "p10") <= 3.25 <= result.posts_range.cell("2018", "p90")
    cost = result.cost_range
    assert cost.cell("2018", "p10") < cost.cell("2018", "plan") < cost.cell("2018", "p90")
    assert cost.cell("2018", "plan") == result.costs.cell("total", "y2018")


def test_a_caseload_without_doubt_costs_what_the_plan_says(plan):
    result = plan(caseload=Caseload((2018, 2019), (2928, 2400), ((2928,) * 50, (2400,) * 50)))
    for year in ("2018", "2019"):
        total = result.cost_range.cell(year, "plan")
        assert result.cost_range.cell(year, "p10") == result.cost_range.cell(year, "p90") == (total + 5000) // 10000 * 10000


def test_more_contacts_never_cost_less(plan):
    counts = range(0, 12_000, 1500)
    totals = [plan(caseload=Caseload((2018, 2019), (n, n), ((n,), (n,)))).costs.cell("total", "y2018") for n in counts]
    assert totals == sorted(totals)
    assert totals[0] > 0


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"posts": POSTS.replace("E 6;3", "EG 9b;3")}, "Entgeltgruppe „E9b“ fehlt ein Tabellenentgelt"),
        ({"posts": POSTS.replace("E 6;3", "E 13;3")}, "Entgeltgruppe „E13“ fehlt ein Tabellenentgelt"),
        ({"without": ("interpreter_rate_hour",)}, "interpreter_rate_hour"),
        ({"without": ("variant_land_share",)}, "variant_land_share"),
        ({"without": ("esf_amount_year",)}, "esf_amount_year"),
        ({"as_of": date(2016, 6, 1)}, "am Stichtag 01.06.2016 kein Wert bekannt"),
    ],
)
def test_a_missing_value_refuses_the_whole_budget_in_a_german_sentence(plan, more, reason):
    result = plan(**more)
    refusals = {getattr(result, field.name) for field in fields(result)}
    assert len(refusals) == 1
    refusal = refusals.pop()
    assert isinstance(refusal, NotAssessable)
    assert refusal.reason.startswith("nicht auswertbar: ")
    assert reason in refusal.reason
    assert "Bitte" in refusal.reason


def test_without_a_caseload_there_is_no_budget(plan):
    refusal = NotAssessable("nicht auswertbar: Eine Prognose braucht mindestens 6 Monate.")
    result = plan(caseload=refusal)
    assert {getattr(result, field.name) for field in fields(result)} == {refusal}


def test_without_a_posts_plan_all_posts_are_new(read, view):
    posts = budget(read({"klienten": "Klienten-ID\nK1\n"}), CASELOAD, view()).posts_plan
    assert [row[0] for row in posts.rows] == ["neu", "total"]
    assert posts.cell("neu", "y2018") == 3.25


def test_values_behind_the_budget_are_named(plan):
    read = set(plan().costs.assumptions)
    assert {"pay_S12_3", "pay_E6_3", "pay_index", "ceiling_health_care", "post_step", "price_index", "bonus_month"} <= read
    assert "pay_S17_4" not in read
