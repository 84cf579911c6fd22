import shutil
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from money_samples import HOME, NO_RANGES, TOWN, around, caseload, place, ranges, records, view

from wiwak_eval.budget.risk.inputs import CASELOAD
from wiwak_eval.budget.risk.moving import end_patches
from wiwak_eval.shipped import shipped
from wiwak_eval.transfer.drawn_prices import price_models
from wiwak_eval.transfer.land_model import land_model
from wiwak_eval.transfer.land_plan import land_plan
from wiwak_eval.transfer.money import money_tables
from wiwak_eval.transfer.ranges import cents_ends, land_ranges

NOTICE = (
    "Finanzierung;Von;Bis;Finanzierungsart;Höchstbetrag;Beschieden am\n"
    "Bund;01.01.2018;31.12.2019;Festbetragsfinanzierung;48.000,00;01.11.2017\n"
)


@cache
def model(home=(2352, 2074), **values):
    return land_model(land_plan(records(), caseload(home), view(**values)))


@cache
def capped(cents):
    """With a ceiling of the Land for the home county, as its file may bring one."""
    plan = model().plan
    decisions = tuple(
        replace(one, terms={year: replace(terms, ceiling=cents) for year, terms in one.terms.items()}) for one in plan.base.decisions
    )
    return land_model(replace(plan, base=replace(plan.base, decisions=decisions)))


def central(made, count=1):
    return {id: given for id, given in made.inputs.central(count).items() if id != CASELOAD}


@pytest.mark.parametrize("home", [(2352, 2074), (0, 40), (9800, 301)])
def test_at_central_values_the_model_is_the_plan(home):
    """Posts exactly, costs to the cents that each item is rounded by; the home county by its scale."""
    made = model(home)
    planned = np.array(made.plan.caseload.planned, dtype=float)[:, :, None]
    found = made.outcome(planned, central(made))
    posts, cents = found.posts, found.cents
    for at, year in enumerate(made.plan.years):
        assert posts[at, :, 0].tolist() == [float(county.need.planned) for county in year.counties]
        assert cents[at, :, 0] == pytest.approx([county.total for county in year.counties], abs=10)
        others = [number for number in range(len(year.counties)) if number != made.plan.caseload.home]
        still_open = [year.counties[number].parts["open"] for number in others]
        assert found.cash[at, others, 0] == pytest.approx(still_open, abs=10)
        for payer, drawn in (("land", found.variant_land), ("county_cash", found.variant_county)):
            assert drawn[at, others, 0] == pytest.approx([year.counties[number].variant[payer] for number in others], abs=10)
            assert drawn[at, place(HOME), 0] == pytest.approx(year.counties[place(HOME)].variant[payer], rel=1e-3)


@pytest.mark.parametrize(("id", "side"), [
    ("materials_per_post_year", "high"), ("interpreter_rate_hour", "high"), ("price_index", "low"), ("pay_index", "high"),
    ("carrier_overhead_share", "high"), ("events_per_year", "low"), ("room_rent_m2_month", "high"), ("pay_index", "low"),
])  # fmt: skip
def test_at_the_end_of_a_range_the_model_is_the_engine(id, side):
    """One value moved: what the plan says for it, within a ten-thousandth; at home, where all is scaled alike, within a thousandth."""
    made, home = model(), place(HOME)
    given = next(value for value in made.inputs.values if value.id == id)
    moved = central(made) | {id: np.array(getattr(given, side))[:, None]}
    found = view()
    plan = land_plan(records(), caseload(), found.with_patches(end_patches(found, id, side)))
    planned = np.array(made.plan.caseload.planned, dtype=float)[:, :, None]
    cents = made.outcome(planned, moved).cents
    for at, year in enumerate(plan.years):
        exact = [county.total for county in year.counties]
        assert np.delete(cents[at, :, 0], home) == pytest.approx(np.delete(exact, home), rel=1e-4)
        assert cents[at, home, 0] == pytest.approx(exact[home], rel=1e-3)
        assert exact != [county.total for county in made.plan.years[at].counties]


def test_what_is_shared_is_drawn_once():
    """Prices are the same for all: with contacts known, counties' costs move together, and the sum's range is the sum of ranges."""
    made = model()
    drawn = made.drawn(400, 1)
    contacts = np.repeat(np.array(made.plan.caseload.planned, dtype=float)[:, :, None], 400, axis=2)
    known = {id: values for id, values in drawn.items() if id in {"pay_index", "price_index"}}
    cents = made.outcome(contacts, central(made, 400) | known).cents
    others = [place(name) for name in ("Gotha", "Greiz", TOWN)]
    assert np.corrcoef(cents[0, others]).min() > 0.999
    ends = np.diff([np.quantile(cents[0].sum(axis=0), end) for end in (0.1, 0.9)])[0]
    assert ends == pytest.approx(sum(np.diff(np.quantile(county, (0.1, 0.9)))[0] for county in cents[0]), rel=0.01)


def test_what_is_not_shared_cancels_out_in_part():
    made = model()
    found = land_ranges(made, made.drawn(300, 1), NO_RANGES)
    low, high = found.land_cost_ends(0)
    assert high - low < sum(end - start for start, end in (found.cost_ends(0, county) for county in range(23)))


def test_posts_come_in_whole_steps():
    made = model()
    found = land_ranges(made, made.drawn(300, 1), NO_RANGES)
    assert not (found.drawn.posts * 4 % 1).any()
    assert found.drawn.posts.min() >= float(made.plan.years[0].work.minimum)


def test_the_home_county_keeps_its_own_ranges_unless_it_was_moved():
    made, at = model(), place(HOME)
    told = land_ranges(made, made.drawn(300, 1), ranges(3.25, 5.75))
    assert told.posts_ends(0, at) == (3.25, 5.75)
    assert told.posts_ends(0, place(TOWN)) != (3.25, 5.75)
    pooled = replace(made, plan=replace(made.plan, caseload=replace(made.plan.caseload, pooled=True)))
    assert land_ranges(pooled, made.drawn(300, 1), ranges(3.25, 5.75)).posts_ends(0, at) != (3.25, 5.75)


def test_home_draws_stand_at_the_home_countys_level():
    """Its posts are paid by their own steps: draws are scaled to the plan, so that the sum's range fits the sum."""
    made, at = model(), place(HOME)
    year = made.plan.years[0]
    public = year.elsewhere(year.counties[at].contacts, made.plan.effort).total
    assert made.scale[0] == pytest.approx(year.counties[at].total / public)
    assert made.scale[0] != 1


def test_nothing_uncertain_nothing_wide():
    """Contacts known and every range closed: both ends of every range are the plan, to 100 euros."""
    steady = model()
    certain = tuple(replace(value, low=value.central, high=value.central) for value in steady.inputs.values)
    closed = replace(steady, inputs=replace(steady.inputs, values=certain))
    contacts = np.repeat(np.array(steady.plan.caseload.planned, dtype=float)[:, :, None], 50, axis=2)
    known = replace(closed, plan=replace(closed.plan, caseload=replace(closed.plan.caseload, draws=contacts)))
    found = land_ranges(known, known.drawn(50, 1), NO_RANGES)
    for county, planned in enumerate(known.plan.years[1].counties):
        assert found.posts_ends(1, county) == (float(planned.need.planned),) * 2
        assert found.cost_ends(1, county) == pytest.approx((planned.total,) * 2, abs=5_100)
        assert found.cash_ends(1, county) == pytest.approx((planned.parts["open"],) * 2, rel=1e-3, abs=5_100)
        for payer, ends in zip(("land", "county_cash"), found.variant_ends(1, county), strict=True):
            assert ends == pytest.approx((planned.variant[payer],) * 2, rel=1e-3, abs=7_100)


@pytest.mark.parametrize("rooms", [True, False])
def test_in_the_variant_the_land_pays_its_share_of_what_is_spent(rooms):
    """In every draw: its share of all but rooms where they come in kind; Land and county pay all cash together."""
    made = model(rooms_in_kind=rooms)
    found = made.outcome(caseload().draws, made.drawn(300, 1))
    others = np.delete(np.arange(23), place(HOME))
    whole = (found.variant_land + found.variant_county)[:, others]
    assert whole == pytest.approx(found.cash[:, others])
    assert found.variant_land[:, others] == pytest.approx(0.8 * whole)


def test_a_ceiling_known_for_the_home_county_holds_there_alone():
    made = capped(10_000_000)
    found = made.outcome(caseload().draws, made.drawn(300, 1))
    assert found.variant_land[:, place(HOME)].max() == 10_000_000
    assert found.variant_land[:, place("Stadt Erfurt")].max() > 10_000_000


def test_the_home_countys_payers_follow_its_own_range():
    """Its cash of 172,500 to 310,500 euros shared as the plan is, so that both payers make up what is open; the ceiling binds above."""
    made, at = model(), place(HOME)
    own, told = made.plan.years[0].counties[at].variant, land_ranges(made, made.drawn(300, 1), ranges(2.5, 4.5))
    land, county = told.variant_ends(0, at)
    assert [one + other for one, other in zip(land, county, strict=True)] == pytest.approx([17_250_000, 31_050_000], abs=10_000)
    share = own["land"] / (own["land"] + own["county_cash"])
    assert land == pytest.approx((17_250_000 * share, 31_050_000 * share), abs=5_001)
    bound = capped(15_000_000)
    most, rest = land_ranges(bound, bound.drawn(300, 1), ranges(2.5, 4.5)).variant_ends(0, at)
    assert most == (land[0], 15_000_000)
    assert rest == (county[0], 31_050_000 - 15_000_000)


def test_the_lands_payers_have_the_range_of_their_sum():
    made = model()
    found = land_ranges(made, made.drawn(300, 1), NO_RANGES)
    for drawn, ends in zip((found.drawn.variant_land, found.drawn.variant_county), found.land_variant_ends(1), strict=True):
        assert ends == cents_ends(drawn[1].sum(axis=0))


def test_what_others_granted_at_home_leaves_less_to_find(tmp_path):
    """A notice of 24,000 euros for each year: that much less in cash at the same draws, elsewhere nothing less."""
    folder = tmp_path / "lieferung"
    shutil.copytree(shipped("data") / "pilot", folder)
    (folder / "bescheide.csv").write_text(NOTICE, encoding="utf-8")
    without, funded = model(), land_model(land_plan(records(folder), caseload(), view()))
    drawn = without.drawn(300, 1)
    less = without.outcome(caseload().draws, drawn).cash - funded.outcome(caseload().draws, drawn).cash
    assert less[:, place(HOME)] == pytest.approx(np.full((2, 300), 2_400_000))
    assert np.abs(np.delete(less, place(HOME), axis=1)).max() < 1


def test_prices_for_a_year_in_which_the_home_centre_is_closed():
    """Others are open: their prices and what moves them do not hang on the home county's decision."""
    as_planned, _ = price_models(model().plan.base)
    closed, _ = price_models(model(centre_until="2018-12").plan.base)
    assert closed[1].prices == pytest.approx(as_planned[1].prices)
    assert {id for id, slopes in closed[1].slopes.items() if slopes.any()} == {
        id for id, slopes in as_planned[1].slopes.items() if slopes.any()
    }


def test_ends_are_printed_to_100_euros():
    assert cents_ends(np.array([1_004_999.0, 1_005_000.0])) == (1_000_000, 1_000_000)
    assert cents_ends(np.array([1_005_000.0, 1_005_000.0])) == (1_010_000, 1_010_000)


def test_more_draws_of_the_same_kind_move_a_range_little():
    few, many = (money_tables(records(), caseload(draws=draws), view(), around()) for draws in (2000, 8000))
    for name in (TOWN, "Gotha"):
        for end in ("p10", "p90"):
            assert few.land_costs.cell(name, f"cost_2018_{end}") == pytest.approx(many.land_costs.cell(name, f"cost_2018_{end}"), rel=0.05)
