"""The tables that the workbook's formulas start from: they repeat the plan, and say nothing of posts that are held."""

from datetime import date

import pytest

from wiwak_eval.assumptions import Assumptions, Patch, Scenario
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.budget import budget, finance_plan
from wiwak_eval.budget.workings import workings
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import NotAssessable, Table

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
POSTS = (
    "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber\n"
    "ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis\nST-2;Beratung;S 12;5;01.12.2016;1,00;01.12.2016;;Kreis\n"
)
CASELOAD = Caseload((2018, 2019), (5000, 4000), ((5000,), (4000,)))


@pytest.fixture
def made(catalogue, tmp_path):
    """The tables of the budget, of who pays, and of the workings, with values set over the assumptions."""
    (tmp_path / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "stellen.csv").write_text(POSTS, encoding="utf-8")

    def make(as_of=date(2017, 11, 15), caseload=CASELOAD, **values):
        patches = tuple(Patch(id=id, set=value, reason="Probe") for id, value in values.items())
        view = Assumptions(catalogue, Scenario(id="probe", label="Probe", description="Probe", patches=patches), as_of)
        records = read_delivery(tmp_path, SIMULATED_KEY)
        return workings(records, caseload, view), budget(records, caseload, view), finance_plan(records, caseload, view)

    return make


def column(table, name):
    place = [each.name for each in table.columns].index(name)
    return {row[0]: row[place] for row in table.rows}


def test_the_months_add_up_to_the_posts_of_the_year(made):
    found, plan, _ = made(centre_until="2019-06")
    posts = column(found.month_rules, "posts")
    for year in ("2018", "2019"):
        mean = sum(value for month, value in posts.items() if month.startswith(year)) / 12
        assert mean == pytest.approx(plan.workload.cell("post_years", f"y{year}"), abs=1e-4)
    is_open = column(found.month_rules, "open")
    assert [month for month, value in is_open.items() if not value] == [f"2019-{month:02d}" for month in range(7, 13)]
    assert [month for month, value in column(found.month_rules, "bonus").items() if value] == ["2018-11", "2019-11"]


def test_further_posts_are_the_same_rows_as_in_the_months_of_all_posts_and_public(made):
    found, plan, _ = made()
    further = [row for row in plan.pay_months.rows if str(row[0]).startswith("neu/")]
    assert list(found.further_months.rows) == further
    assert any(row[-1] for row in further)
    assert plan.pay_months.staff
    assert not found.further_months.staff


def test_no_table_tells_the_steps_that_are_held_by_the_pay_rows_it_names(made, catalogue):
    found, _, _ = made()
    for table in (found.month_rules, found.surcharges, found.grant_rules, found.further_months):
        assert isinstance(table, Table)
        named = {id for id in table.assumptions if is_pay_row(id)}
        groups = {id.rsplit("_", 1)[0] for id in named}
        assert named == {id for id in catalogue.entries if is_pay_row(id) and id.rsplit("_", 1)[0] in groups}


def test_while_nothing_is_decided_applications_use_the_assumed_share_from_january(made):
    found, _, finance = made()
    rules = found.grant_rules
    assert finance.grant.cell("land_decided", "y2018") == 0
    assert rules.cell("assumed_on", "y2018") == 0
    assert rules.cell("used_share", "y2018") == rules.cell("variant_share", "y2018") == 0.8
    assert (rules.cell("used_first", "y2018"), rules.cell("used_last", "y2018")) == (1, 12)
    assert rules.cell("late_start", "y2018") == 7
    assert rules.cell("eligible_personnel", "y2018") == 1


def test_what_is_decided_is_used(made):
    found, _, _ = made(as_of=date(2018, 7, 1), land_share=0.6, land_start_month="2018-05")
    rules = found.grant_rules
    assert (rules.cell("used_share", "y2018"), rules.cell("used_first", "y2018"), rules.cell("used_first", "y2019")) == (0.6, 5, 1)
    assert rules.cell("variant_share", "y2018") == 0.8


def test_surcharges_are_shares_and_the_county_pays_no_overhead(made):
    found, _, _ = made()
    shares = column(found.surcharges, "y2018")
    assert shares["vat"] == 0.19
    assert shares["insolvency_own"] == 0
    assert shares["overhead_other"] > 0


def test_without_a_forecast_or_a_pay_table_all_are_refused_with_the_budget(made):
    refused = NotAssessable("nicht auswertbar: keine Prognose")
    assert made(caseload=refused)[0].month_rules == refused
    found, plan, _ = made(new_post_group="S4")
    assert isinstance(found.further_months, NotAssessable)
    assert found.further_months.reason == plan.costs.reason
