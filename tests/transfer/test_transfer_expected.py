"""Persons expected in the Land, by hand and by properties; every county's part of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from tests.transfer.model_samples import CONTEXT, catalogue, delivered, known, view
from wiwak_eval.assumptions import Patch
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.counties import counties_of, home_of
from wiwak_eval.transfer.expected import expected_in_land
from wiwak_eval.transfer.refugees_table import persons_shared, refugees_table, residence

DAY = date(2017, 10, 31)


def test_a_month_by_hand():
    """August 2017: decisions of July 11,764, June 14,384 and May 35,943, weighted 0.4, 0.4, 0.2, x 2.69 %; family reunion 69."""
    land = expected_in_land(known(), view(), 2018)
    positive = {item.month: item.positive for item in CONTEXT.asylum_monthly}
    decisions = 0.4 * positive["2017-07"] + 0.4 * positive["2017-06"] + 0.2 * positive["2017-05"]
    assert positive["2017-06"] == 14_384
    assert positive["2017-05"] == 35_943
    assert land.new[0, land.months.index("2017-08")] == pytest.approx(decisions * 0.0269 + 69)


def test_the_stock_grows_by_who_comes_less_the_share_who_leave():
    land = expected_in_land(known(), view(), 2018)
    kept = land.stock[0, :-1] * (1 - 0.005) + land.new[0, 1:]
    assert land.stock[0, 1:] == pytest.approx(kept)
    assert land.stock_in(2018)[0] == land.stock[0, land.months.index("2018-06")]
    assert land.stock[0, 0] == land.new[0, 0]


def test_unpublished_months_are_at_the_recent_level():
    land = expected_in_land(known(), view(), 2018)
    recent = sum(item.positive for item in known().asylum_monthly[-3:]) / 3
    assert land.new[0, land.months.index("2018-02")] == pytest.approx(recent * 0.0269 + 69)


def test_draws_agree_on_the_past_and_part_with_the_horizon():
    certain = [Patch(id="land_family_reunion_month", set=69, reason="ohne Streuung"), Patch(id="land_share_log_sd", set=0, reason="ebenso")]
    land = expected_in_land(known(), view(*certain), 2019, 4_000, 3)
    past, near, far = (land.new[:, land.months.index(month)] for month in ("2017-09", "2018-01", "2019-12"))
    assert past.std() == pytest.approx(0, abs=1e-9)
    assert 0 < np.log(near).std() < np.log(far).std()


def test_nobody_who_leaves_or_follows_leaves_only_the_decisions_unsure():
    none = [Patch(id=id, set=0, reason="Probe") for id in ("land_family_reunion_month", "land_outflow_month", "land_share_log_sd")]
    land = expected_in_land(known(), view(*none), 2018, 100, 3)
    assert land.stock == pytest.approx(land.new.cumsum(axis=1))
    assert land.stock[:, land.months.index("2017-09")].std() == pytest.approx(0, abs=1e-6)


def test_the_part_that_came_to_the_land_is_one_for_all_months_of_a_draw():
    """Nothing else unsure: the log of what came of decisions is the log of the share, whatever the month."""
    only = [Patch(id=id, set=0, reason="Probe") for id in ("land_family_reunion_month", "land_outflow_month")]
    central = expected_in_land(known(), view(*only), 2017)
    drawn = expected_in_land(known(), view(*only), 2017, 4_000, 3)
    months = slice(central.months.index("2015-06"), central.months.index("2017-10"))
    share = np.log(drawn.new[:, months] / central.new[:, months])
    assert np.ptp(share, axis=1).max() == pytest.approx(0, abs=1e-9)
    assert share[:, 0].std() == pytest.approx(0.10, rel=0.05)
    assert share[:, 0].mean() == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(("name", "quota"), [("Stadt Suhl", "0.017"), ("Stadt Erfurt", "0.095")])
def test_the_land_does_not_depend_on_whose_delivery_is_evaluated(tmp_path, name, quota):
    few = Patch(id="forecast_draws", set=200, reason="Probe")
    other = view(few, Patch(id="home_county", set=name, reason="Probe"), Patch(id="county_quota", set=Decimal(quota), reason="Probe"))
    records = delivered(tmp_path, (100,) * 10)
    ours, theirs = (refugees_table(records, known(), values, (2018, 2019)) for values in (view(few), other))
    assert ours.rows == theirs.rows


def test_family_reunion_of_the_land_is_the_home_countys_by_quota_day_by_day():
    """To the whole person: 4 / 0.058 = 69, 8 / 0.058 = 138, 6 / 0.058 = 103."""
    county, land = (catalogue().entries[id].values for id in ("family_reunion_month", "land_family_reunion_month"))
    for one, whole in zip(county, land, strict=True):
        assert (one.valid_from, one.known_since, one.kind, one.status) == (whole.valid_from, whole.known_since, whole.kind, whole.status)
        for end in ("value", "low", "high"):
            assert getattr(whole, end) == round(getattr(one, end) / Decimal("0.058"))


def test_a_scenario_moves_the_land_by_what_all_counties_share_and_not_by_shifts_between_them():
    base, moved = (expected_in_land(known(), values, 2019) for values in (view(), view(scenario="stress")))
    factors = {month: moved.new[0, place] / base.new[0, place] for place, month in enumerate(base.months)}
    assert factors["2017-12"] == factors["2018-03"] == 1
    assert factors["2018-04"] == factors["2019-12"] == pytest.approx(1.25)
    shifts = [Patch(id=id, set=3, reason="Probe") for id in ("lever_inflow_quota", "lever_persistence_residence_rule")]
    assert (expected_in_land(known(), view(*shifts), 2019).stock == base.stock).all()


def test_the_table_says_which_month_was_the_last_one_known(tmp_path):
    table = refugees_table(
        delivered(tmp_path, (100,) * 10), known(), view(Patch(id="forecast_draws", set=200, reason="Probe")), (2018, 2019)
    )
    assert any("bis September 2017" in note for note in table.notes)
    for column in ("new_2018", "new_2019", "stock_2018", "stock_2019"):
        assert sum(table.cell(county.name, column) for county in counties_of(known())) == table.cell("land", column)
        low, high = (table.cell("Gotha", f"{column}_{end}") for end in ("p10", "p90"))
        assert low < table.cell("Gotha", column) < high


def test_nothing_published_is_refused():
    refused = expected_in_land(replace(known(), asylum_monthly=()), view(), 2018)
    assert refused == NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")


def test_all_counties_together_are_the_land_to_the_person():
    counties = counties_of(known())
    for total in (0, 1, 22, 23, 6_148, 25_100, 999_999):
        parts = persons_shared(total, counties)
        assert sum(parts) == total
        assert all(abs(part - total * float(county.quota)) < 1 for part, county in zip(parts, counties, strict=True))


def test_where_people_really_live_scatters_around_the_quota_and_adds_up():
    counties = counties_of(known())
    parts = residence(counties, 0.2, 4_000, np.random.default_rng(1))
    assert parts.sum(axis=0) == pytest.approx(1)
    assert np.median(parts, axis=1) == pytest.approx([float(county.quota) for county in counties], rel=0.05)
    assert np.log(parts).std(axis=1) == pytest.approx(0.2, rel=0.15)


def test_the_home_county_is_named_and_has_the_quota_of_the_ordinance():
    counties = counties_of(known())
    assert counties[home_of(counties, view(), DAY)].name == "Wartburgkreis"
    unknown = home_of(counties, view(Patch(id="home_county", set="Rhönkreis", reason="Probe")), DAY)
    assert unknown.reason.startswith("nicht auswertbar: „Rhönkreis“ (Annahme „home_county“) steht nicht unter den Landkreisen")
    other = home_of(
        counties,
        view(Patch(id="county_quota", multiply=2, reason="Probe")),
        DAY,
    )
    assert other.reason.startswith("nicht auswertbar: Die Quote in den Annahmen (county_quota, 11,6")


def test_without_a_home_county_nobody_is_expected(tmp_path):
    nowhere = view(Patch(id="county_quota", set=0, reason="Probe"))
    assert "county_quota, 0,0" in refugees_table(delivered(tmp_path, (100,) * 10), known(), nowhere, (2018, 2019)).reason


def test_only_what_was_published_is_known_of_the_counties():
    by_name = {county.name: county for county in counties_of(known())}
    assert by_name["Wartburgkreis"].persons == 124_729
    assert float(by_name["Wartburgkreis"].area) == 1307.43
    assert sum(county.persons for county in by_name.values()) == 2_158_128
    assert [county.town for county in counties_of(known())] == [True] * 6 + [False] * 17
