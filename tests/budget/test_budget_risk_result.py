from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from wiwak_eval.assumptions import Patch, all_scenarios
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.budget.risk.alternatives import ORDER
from wiwak_eval.budget.risk.result import Risk, risk
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import NotAssessable, Table, Unit
from wiwak_eval.shipped import shipped

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
POSTS = (
    "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
    "ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis;30.06.2018\n"
    "ST-2;Beratung;S 12;3;01.12.2016;1,00;01.12.2016;;Kreis;31.12.2017\n"
    "ST-3;Beratung;S 11b;2;01.01.2017;0,50;01.01.2017;;Träger;31.12.2017\n"
)
RNG = np.random.default_rng(1)
SAME = RNG.lognormal(0, 0.3, 3000)
CASELOAD = Caseload((2018, 2019), (2400, 2000), tuple(tuple(int(count * scale) for scale in SAME) for count in (2400, 2000)))
YEARS = ("2018", "2019", "both")


@pytest.fixture(scope="module")
def choices():
    return all_scenarios(shipped("data") / "alternatives")


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("delivery")
    (folder / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "stellen.csv").write_text(POSTS, encoding="utf-8")
    return read_delivery(folder, SIMULATED_KEY, accept_losses=True)


@pytest.fixture(scope="module")
def run(records, view, choices):
    def make(caseload=CASELOAD, choices=choices, **values):
        return risk(records, caseload, view(budget_draws=4000, **values), choices)

    return make


@pytest.fixture(scope="module")
def default(run):
    return run()


def cells(table, column):
    place = [one.name for one in table.columns].index(column)
    return {row[0]: row[place] for row in table.rows}


def test_every_table_is_there_under_its_id(default):
    result = default
    tables = {field.name: getattr(result, field.name) for field in fields(Risk)}
    assert {name: table.id for name, table in tables.items()} == {name: name for name in tables}
    assert {table.notebook for table in tables.values()} == {"07_unsicherheit"}
    assert [name for name, table in tables.items() if table.staff] == ["alternatives"]
    assert not any(is_pay_row(id) for table in tables.values() for id in table.assumptions)


def test_quantiles_are_in_order_and_years_add_up_path_by_path(default):
    table = default.risk_quantiles
    for key in (f"{part}_{year}" for part in ("total", "cash") for year in YEARS):
        quantiles = [table.cell(key, name) for name in ("p10", "p50", "p80", "p95")]
        assert quantiles == sorted(quantiles)
        assert all(cents % 100_00 == 0 for cents in quantiles)
    assert table.cell("total_both", "plan") == table.cell("total_2018", "plan") + table.cell("total_2019", "plan")
    parts = sum(table.cell(f"total_{year}", "p95") for year in ("2018", "2019"))
    assert table.cell("total_both", "p95") == pytest.approx(parts, rel=0.02)
    assert max(cells(table, "error").values()) < 0.02


def test_ranges_keep_their_columns(default):
    result = default
    assert [column.name for column in result.posts_range.columns][:4] == ["year", "planned", "p10", "p90"]
    assert [column.name for column in result.cost_range.columns] == ["year", "plan", "p10", "p90", "cash_p10", "cash_p90"]
    for year in ("2018", "2019"):
        assert result.cost_range.cell(year, "p10") == result.risk_quantiles.cell(f"total_{year}", "p10")
        assert result.cost_range.cell(year, "cash_p10") == result.risk_quantiles.cell(f"cash_{year}", "p10")
        assert result.risk_quantiles.cell(f"cash_{year}", "p80") <= result.cost_range.cell(year, "cash_p90")
        assert result.cost_range.cell(year, "cash_p90") <= result.risk_quantiles.cell(f"cash_{year}", "p95")
        assert result.posts_range.cell(year, "p10") <= result.posts_range.cell(year, "p50") <= result.posts_range.cell(year, "p90")


def test_a_caseload_and_assumptions_without_doubt_cost_what_the_plan_says(records, view, choices):
    """Where nothing has a range, every quantile is the plan."""
    sure = Caseload((2018, 2019), (2400, 2000), ((2400,) * 50, (2000,) * 50))
    narrowed = view(budget_draws=500)
    values = {
        id: float(entry.values[0].value)
        for id, entry in narrowed.catalogue.entries.items()
        if entry.values[0].low is not None and id not in {"pay_index", "price_index"}
    }
    result = risk(records, sure, view(budget_draws=500, pay_index=1.02, price_index=1.01, **values), choices)
    for key, plan in cells(result.risk_quantiles, "plan").items():
        assert {result.risk_quantiles.cell(key, name) for name in ("p10", "p50", "p80", "p95")} == {(plan + 5000) // 10000 * 10000}


def test_overspending_is_the_countys(default):
    """The Land's grant is made on the plan: above it each cent is the county's, below it four fifths go back to the Land."""
    result = default
    table, total = result.risk_funders, result.risk_quantiles
    share = table.cell("from_january_2018", "plan") / (table.cell("from_january_2018", "plan") + table.cell("from_january_2018", "land"))
    assert share == pytest.approx(0.2, abs=1e-4)
    above = table.cell("from_january_2018", "p95") - table.cell("from_january_2018", "p80")
    assert above == pytest.approx(total.cell("cash_2018", "p95") - total.cell("cash_2018", "p80"), abs=100_00)
    below = table.cell("from_january_2018", "plan") - table.cell("from_january_2018", "p10")
    assert below == pytest.approx(0.2 * (total.cell("cash_2018", "plan") - total.cell("cash_2018", "p10")), abs=200_00)
    for year in YEARS:
        assert table.cell(f"none_{year}", "land") == 0
        assert table.cell(f"none_{year}", "p80") == total.cell(f"cash_{year}", "p80")
        assert table.cell(f"late_{year}", "land") <= table.cell(f"from_january_{year}", "land")


def test_a_decided_grant_is_no_longer_open(run):
    result = run(as_of=date(2019, 6, 1))
    labels = cells(result.risk_quantiles, "label")
    assert labels["cash_2018"] == "Landkreis, bar"
    assert result.risk_quantiles.cell("cash_2018", "plan") < result.risk_quantiles.cell("total_2018", "plan") / 2


def test_both_orders_stand_side_by_side(default):
    result = default
    assert result.tornado.rows[0][0] == result.sobol.rows[0][0] == "caseload"
    swings = [row[5] for row in result.tornado.rows]
    assert swings == sorted(swings, reverse=True)
    assert result.sobol.rows[-1][0] == "unmeasured"
    assert sorted(cells(result.sobol, "sobol_rank").values(), key=str)[:-1] != []
    assert {row[0] for row in result.tornado.rows} - {"plan"} == {row[0] for row in result.sobol.rows} - {"unmeasured"}
    assert {row[0] for row in result.risk_inputs.rows} == {row[0] for row in result.tornado.rows} - {"plan"}
    assert abs(result.tornado.cell("plan", "low") - result.risk_quantiles.cell("total_both", "plan")) <= 50_00
    unmeasured = result.sobol.cell("unmeasured", "total")
    assert 0 < unmeasured < 1


def test_thresholds_of_posts(default):
    table = default.switching
    for year in ("2018", "2019"):
        assert table.cell(f"down_{year}", "contacts") < table.cell(f"up_{year}", "plan") < table.cell(f"up_{year}", "contacts")
        assert table.cell(f"up_{year}", "posts_then") - table.cell(f"up_{year}", "posts_now") == 0.25
        assert table.cell(f"down_{year}", "posts_now") - table.cell(f"down_{year}", "posts_then") == 0.25


def test_the_countys_limit(run, default):
    """The rate at which the county's cash passes 50,000 euros; rent never does while rooms come in kind, but does as a bill."""
    table = default.switching_county
    assert table.cell("rate_2018", "cash") < table.cell("rate_2018", "limit") == 5_000_000
    assert table.cell("rate_2018", "change") < 0 < table.cell("pay_2018", "change")
    assert table.cell("rent_2018", "reading") == "Räume als Sachleistung kosten kein Geld"
    assert table.cell("rent_2018", "change") is None
    assert run(rooms_in_kind=False).switching_county.cell("rent_2018", "change") > 0
    lower = run(county_cash_limit_year=20_000).switching_county
    assert lower.cell("rate_2018", "reading") == "bei diesem Wert nicht mehr über der Grenze"
    assert lower.cell("rate_2018", "change") > 0


def test_who_saves_is_not_who_pays(default):
    table = default.break_even
    assert table.cell("county_2018", "months") is None
    assert table.cell("county_2018", "reading") == "nie: spart nichts"
    assert table.cell("land_2018", "pays") > table.cell("county_2018", "pays") > table.cell("federal_2018", "pays") == 0
    months = table.cell("together_2018", "months")
    assert months * table.cell("together_2018", "saves") >= table.cell("together_2018", "pays")
    assert (months - 1) * table.cell("together_2018", "saves") < table.cell("together_2018", "pays")
    assert table.cell("together_2018", "persons") == -(-months // 12)
    assert "keine Wirkung" in table.notes[0]


def test_a_threshold_without_its_values_refuses_itself_alone(run):
    result = run(without=("basic_income_housing_month",))
    assert isinstance(result.break_even, NotAssessable)
    assert "basic_income_housing_month" in result.break_even.reason
    assert isinstance(result.risk_quantiles, Table)


def test_alternatives_side_by_side(default):
    result = default
    table = result.alternatives
    assert [row[0] for row in table.rows] == list(ORDER)
    assert table.cell("fortfuehrung", "y2018") == result.risk_quantiles.cell("total_2018", "plan")
    assert table.cell("fortfuehrung", "posts") + 1 == table.cell("ausbau", "posts")
    assert table.cell("ende", "posts") == 0
    assert 0 < table.cell("ende", "y2018") < table.cell("fortfuehrung", "y2018") / 4
    assert table.cell("ende", "y2019") == table.cell("ende", "y2020") == 0
    assert table.cell("ende", "land") == 0, "nobody funds a centre that is closed"
    own, carrier, contract = (table.cell(key, "y2018") for key in ("eigenes_personal", "traeger", "vertrag"))
    assert own < table.cell("fortfuehrung", "y2018") < carrier < contract
    for row in table.rows:
        assert row[5] + row[6] + row[7] == row[3] + row[4]


def test_the_end_of_a_contract_tells_no_pay_in_public(default):
    """Only the post that runs on to 30 June is paid: in public its cost is an upper bound."""
    result = default
    public, exact = result.alternatives_groups, result.alternatives
    assert public.cell("ende", "y2018") == "unter 40.000\u202f€"
    assert exact.cell("ende", "y2018") < 4_000_000
    assert public.cell("ende", "y2019") == 0
    assert any("Obergrenze" in note for note in public.notes)
    assert public.rows[0] == exact.rows[0]
    assert [row[:3] for row in public.rows] == [row[:3] for row in exact.rows]


def test_an_alternative_sets_even_what_was_measured(read, view, choices):
    lines = "".join(f"B{n};{n % 28 + 1:02d}.03.2017;{'aufsuchend' if n % 10 == 0 else 'persönlich'}\n" for n in range(40))
    records = read({"stellen": POSTS, "beratungen": f"Beratungs-ID;Datum;Kanal\n{lines}"})
    only = [choice for choice in choices if choice.id in {"fortfuehrung", "aufsuchend"}]
    without_posts = [replace_patches(choice) for choice in only]
    table = risk(records, CASELOAD, view(budget_draws=500), without_posts).alternatives
    trips = round(2400 * 0.25 * 40 * 30 * 1.015) - round(2400 * 0.10 * 30 * 30 * 1.015)
    assert table.cell("aufsuchend", "y2018") - table.cell("fortfuehrung", "y2018") == pytest.approx(trips, abs=1)


def replace_patches(choice):
    """The alternative without its further posts."""
    return choice.model_copy(update={"patches": tuple(patch for patch in choice.patches if patch.id != "further_posts")})


def test_an_alternative_that_lacks_a_value_is_left_out_with_a_reason(run, choices):
    lacking = choices[0].model_copy(update={"id": "zz", "patches": (Patch(id="new_post_group", set="E 14", reason="Probe"),)})
    table = run(choices=(*choices, lacking)).alternatives
    assert "zz" not in [row[0] for row in table.rows]
    assert any(note.startswith("Nicht gerechnet: ") and "E" in note for note in table.notes)
    assert isinstance(run(choices=()).alternatives, NotAssessable)


def test_the_weight_of_each_assumption(default):
    table = default.assumption_impacts
    total, moved = cells(table, "total"), cells(table, "moved")
    sizes = [abs(cents) for cents in total.values() if cents is not None]
    assert sizes == sorted(sizes, reverse=True)
    assert moved["room_rent_m2_month"] == "Spanne"
    assert moved["zvk_employer" if "zvk_employer" in moved else "pay_rates"] == "±10 %"
    assert total["variant_land_share"] == 0 > table.cell("variant_land_share", "county")
    assert total["esf_amount_year"] is None
    assert not any(id.startswith(("pay_S", "ceiling")) for id in total)
    assert {column.unit for column in table.columns if column.name in {"total", "county"}} == {Unit.CENTS}
    assert all(cents % 100_00 == 0 for name in ("total", "county") for cents in cells(table, name).values() if cents is not None)


def test_the_run_records_what_alternatives_and_limits_read(records, view, choices):
    """A kept result must hang on every value it used, also those that only an alternative asks for."""
    assumptions = view(budget_draws=500)
    risk(records, CASELOAD, assumptions, choices)
    assert {"county_cash_limit_year", "basic_income_standard_month", "budget_draws", "forecast_seed", "vat_share"} <= set(
        assumptions.ids_read
    )
    assert any(read.id == "outreach_share" for read in assumptions.reads)


def test_without_a_caseload_nothing_is_said(run):
    refusal = NotAssessable("nicht auswertbar: Eine Prognose braucht mindestens 6 Monate.")
    result = run(caseload=refusal)
    assert {getattr(result, field.name) for field in fields(Risk)} == {refusal}


def test_a_missing_value_refuses_everything_in_a_german_sentence(run):
    result = run(without=("interpreter_rate_hour",))
    refusals = {getattr(result, field.name) for field in fields(Risk)}
    assert len(refusals) == 1
    assert "interpreter_rate_hour" in refusals.pop().reason


def test_nothing_depends_on_the_order_of_paths(records, view, choices):
    order = np.random.default_rng(9).permutation(3000)
    shuffled = replace(CASELOAD, draws=tuple(tuple(np.array(year)[order].tolist()) for year in CASELOAD.draws))
    one, other = (risk(records, caseload, view(budget_draws=500), choices) for caseload in (CASELOAD, shuffled))
    assert one == other
