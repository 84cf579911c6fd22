from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from money_samples import HOME, NO_RANGES, TOWN, YEARS, around, caseload, place, ranges, records, view

from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.joint_centre import joint_centre_table
from wiwak_eval.transfer.land_model import land_model
from wiwak_eval.transfer.land_plan import land_plan
from wiwak_eval.transfer.money import money_tables
from wiwak_eval.transfer.ranges import land_ranges

SIDES = ("county", "town", "apart", "joint", "difference")


@pytest.fixture(scope="module")
def money():
    return money_tables(records(), caseload(), view(), around(ranges()))


@pytest.fixture(scope="module")
def plan():
    return land_plan(records(), caseload(), view())


def test_two_centres_are_the_rows_of_the_land(money):
    joint = money.joint_centre
    for year in YEARS:
        for key, county in (("county", HOME), ("town", TOWN)):
            assert joint.cell(key, f"cost_{year}") == money.land_costs.cell(county, f"cost_{year}")
            assert joint.cell(key, f"posts_{year}") == money.land_posts.cell(county, f"posts_{year}")
            assert joint.cell(key, f"cost_{year}_p90") == money.land_costs.cell(county, f"cost_{year}_p90")
        for column in (f"contacts_{year}", f"posts_{year}", f"cost_{year}"):
            assert joint.cell("apart", column) == joint.cell("county", column) + joint.cell("town", column)
        for column in (f"posts_{year}", f"cost_{year}"):
            assert joint.cell("difference", column) == joint.cell("joint", column) - joint.cell("apart", column)


def test_one_coordination_and_one_opening(money, plan):
    """Posts for all contacts at once, by the rules of the county's own centre."""
    for year in plan.years:
        contacts = money.joint_centre.cell("apart", f"contacts_{year.year}")
        assert money.joint_centre.cell("joint", f"contacts_{year.year}") == contacts
        assert money.joint_centre.cell("joint", f"posts_{year.year}") == float(posts_for(contacts, plan.effort, year.plan.rules.work))


def test_what_is_saved_is_posts_and_events_at_public_prices(money):
    """Joint less apart: fewer posts times what a post costs, and events once less; contacts cost the same in either."""
    prices, joint = money.land_prices, money.joint_centre
    for year in YEARS:
        posts = Decimal(str(joint.cell("difference", f"posts_{year}")))
        expected = posts * prices.cell("sum_post", f"y{year}") - prices.cell("sum_centre", f"y{year}")
        assert joint.cell("difference", f"cost_{year}") == pytest.approx(float(expected), abs=12)


def test_the_range_of_the_difference_is_its_own(money):
    """Both share prices and paths: the difference is surer than the ends of the two sides, taken crosswise."""
    joint = money.joint_centre
    for year in YEARS:
        low, high = (joint.cell("difference", f"cost_{year}_{end}") for end in ("p10", "p90"))
        assert low < high < 0
        crosswise = joint.cell("joint", f"cost_{year}_p90") - joint.cell("apart", f"cost_{year}_p10")
        assert high < crosswise


def test_nothing_uncertain_every_range_is_its_point(plan):
    """Contacts known and every range closed: both ends of each row are its cost, to 100 euros."""
    open_model = land_model(plan)
    certain = tuple(replace(value, low=value.central, high=value.central) for value in open_model.inputs.values)
    contacts = np.repeat(np.array(plan.caseload.planned, dtype=float)[:, :, None], 20, axis=2)
    known = replace(plan, caseload=replace(plan.caseload, draws=contacts))
    model = replace(open_model, plan=known, inputs=replace(open_model.inputs, values=certain))
    drawn = model.drawn(20, 1)
    table = joint_centre_table(model, land_ranges(model, drawn, NO_RANGES), drawn, ())
    for key in SIDES:
        for year in YEARS:
            ends = [table.cell(key, f"cost_{year}_{end}") for end in ("p10", "p90")]
            assert ends == pytest.approx([table.cell(key, f"cost_{year}")] * 2, abs=5_010)


def test_a_difference_has_no_contacts_of_its_own(money):
    assert [money.joint_centre.cell("difference", f"contacts_{year}") for year in YEARS] == [None, None]


def of_county(name):
    """A caseload whose evaluated county is another one."""
    return replace(caseload(), home=place(name))


def test_refused_for_a_county_that_the_pair_is_not_assumed_for():
    found = money_tables(records(), of_county("Gotha"), view(), around())
    assert found.joint_centre == NotAssessable(
        "nicht auswertbar: Das gemeinsame Zentrum ist für „Wartburgkreis“ und „Stadt Eisenach“ angenommen, ausgewertet wird „Gotha“; bitte "
        "„joint_centre_county“ auf „Gotha“ und "
        "„joint_centre_town“ auf die kreisfreie Stadt setzen, die sich ein Zentrum mit ihm teilen würde."
    )
    assert not isinstance(found.land_costs, NotAssessable)
    paired = view(joint_centre_county="Gotha", joint_centre_town="Stadt Erfurt")
    assert (
        money_tables(records(), of_county("Gotha"), paired, around()).joint_centre.title == "Gotha und Stadt Erfurt: ein Zentrum oder zwei"
    )


@pytest.mark.parametrize("name", [TOWN, "Stadt Erfurt"])
def test_refused_where_the_home_county_is_a_town(name):
    """Whatever pair is set: a town does not lie within a town, and Eisenach is one."""
    for values in ({}, {"joint_centre_county": name}):
        assert money_tables(records(), of_county(name), view(**values), around()).joint_centre == NotAssessable(
            f"nicht auswertbar: Ein gemeinsames Zentrum wird nur für einen Landkreis mit einer kreisfreien Stadt gerechnet; ausgewertet "
            f"wird „{name}“, selbst eine kreisfreie Stadt. Dafür bitte die Lieferung des Landkreises auswerten."
        )


@pytest.mark.parametrize("name", ["Entenhausen", "Gotha", HOME])
def test_refused_where_the_town_is_none(name):
    found = money_tables(records(), caseload(), view(joint_centre_town=name), around())
    assert found.joint_centre == NotAssessable(
        f"nicht auswertbar: „{name}“ (Annahme „joint_centre_town“) ist keine kreisfreie Stadt der Verteilungsverordnung; bitte den Namen "
        "wie in der Datei county_quotas.csv schreiben."
    )
    assert not isinstance(found.land_costs, NotAssessable)


def test_rows_in_order(money):
    assert tuple(row[0] for row in money.joint_centre.rows) == SIDES
