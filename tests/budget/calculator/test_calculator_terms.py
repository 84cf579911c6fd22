"""Notices, kinds of grant, prices and forms of employment that the shipped scenarios do not have: still the engine's cents."""

import re
from datetime import date
from decimal import Decimal

import pytest
from calculator_worlds import COARSE, OWN, World, caseload_of, table_set

from benchmarks.calculator.points import corners, random_points
from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Scenario
from wiwak_eval.assumptions.model import Assumption
from wiwak_eval.budget.calculator import calculator, pay_rounds
from wiwak_eval.budget.calculator.outcome import Setting, outcomes
from wiwak_eval.budget.calculator.pay_rounds import ASSUMED
from wiwak_eval.results import NotAssessable

HEAD = "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
POSTS = HEAD + (
    "ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis;30.06.2018\n"
    "ST-2;Beratung;S 12;3;01.03.2015;0,75;01.03.2015;;Kreis;\n"
    "ST-3;Beratung;S 12;2;01.03.2016;0,50;01.03.2016;;Träger;\n"
)
NUMBER = re.compile(r"\d+(\.\d+)?")
LAND = {"land_share": "0.7", "land_start_month": "2018-03"}
CASES = {
    "a share with a ceiling that binds": LAND | {"land_ceiling_year": "90000"},
    "a late notice without early start": LAND | {"land_decided_month": "2018-06"},
    "a late notice with early start": LAND | {"land_decided_month": "2018-06", "land_early_start_allowed": True},
    "a deficit": {"land_grant_kind": "fehlbedarf", "land_own_cash_year": "60000"},
    "a fixed sum": {"land_grant_kind": "festbetrag", "land_amount_year": "85000.01", "land_start_month": "2018-05"},
    "a flat rate": {"land_grant_kind": "pauschale", "land_amount_post_month": "3333.33", "land_start_month": "2018-02"},
    "in kind counts": LAND | {"land_in_kind_counts": True, "land_share": "1"},
    "rooms cost money and count": LAND | {"rooms_in_kind": False},
    "personnel is all that counts": LAND
    | {f"land_eligible_{item}": False for item in ("interpreting", "materials", "training", "travel", "outreach", "events", "rooms")},
    "the carrier's posts do not count": LAND | {"land_eligible_carrier": False, "land_eligible_interpreting": False},
    "others pay": {"federal_amount_year": "20000", "esf_amount_year": "15000.5", "third_party_amount_year": "3000"},
    "others pay nearly all": {"federal_amount_year": "120000", "esf_amount_year": "90000", "land_share": "0.5"},
    "a flat workplace, an odd step, further posts late": {
        "workplace_basis": "flat", "post_step": "0.3", "minimum_posts": "0.5", "further_posts": "0.1", "further_posts_from": "2019-05",
    },
    "the centre ends": {"centre_until": "2019-04"},
    "the centre has ended before the second year": {"centre_until": "2018-06"},
    "all posts under contract, paid interpreting in part": {"employment_form_all": "contract", "interpreting_paid_share": "0.35"},
    "a plan at mean pay": {"pay_planning": "mean"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch):
    """Two pay rounds will do here."""
    monkeypatch.setattr(pay_rounds, "FEWEST", 0)
    monkeypatch.setattr(pay_rounds, "MOST", 1)


@pytest.fixture
def world(request, read, catalogue):
    """A small delivery under the shipped assumptions with those of a case in their place."""
    values = {id: Decimal(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value for id, value in request.param.items()}
    new = {id: own_assumption(id, value) for id, value in values.items() if id not in catalogue.entries}
    patches = tuple(Patch(id=id, set=value, reason="Probe") for id, value in values.items() if id not in new)
    scenario = Scenario(id="probe", label="Probe", description="Probe", patches=patches)
    assumptions = Assumptions(Catalogue({**catalogue.entries, **new}), scenario, date(2017, 11, 15))
    return World(read({"stellen": POSTS}), caseload_of((1500, 900)), assumptions, (), ("S12", "S17"))


def own_assumption(id, value):
    """What a county enters itself."""
    known = {"valid_from": "2018-01-01", "known_since": "2017-01-01", "kind": "assumed", "status": "unverified", "quality": "low"}
    return Assumption(id=id, label=id, unit="EUR/year", values=[{**known, "value": value, "source": {"title": "Probe"}}])


@pytest.mark.parametrize("world", CASES.values(), ids=CASES.keys(), indirect=True)
def test_each_cent_is_the_engines_under_other_terms(world):
    for kind, count in ((OWN, 8), (COARSE, 3)):
        years, exact = world.years(kind), getattr(world.engine, kind)
        points = [*corners(years)[::43], *random_points(years, count, seed=3)]
        assert [(point, outcomes(years, point), exact(point)) for point in points if outcomes(years, point) != exact(point)] == []


@pytest.mark.parametrize("world", [CASES["a share with a ceiling that binds"]], indirect=True)
def test_the_ceiling_binds_whatever_rate_is_set(world):
    years = world.years(OWN)
    assert {one.land for one in outcomes(years, Setting((1500, 900), ASSUMED))} == {9_000_000}


@pytest.mark.parametrize("world", [CASES["a plan at mean pay"]], indirect=True)
def test_at_mean_pay_everybody_sees_the_same(world):
    assert table_set(world.tables, OWN)["calculator_personnel"].rows == table_set(world.tables, COARSE)["calculator_personnel"].rows


def test_without_a_caseload_or_a_pay_table_all_is_refused_in_one_sentence(read, view):
    records = read({"stellen": POSTS})
    reason = NotAssessable("nicht auswertbar: Probe.")
    assert set(vars(calculator(records, reason, view())).values()) == {reason}
    gap = set(vars(calculator(records, caseload_of((1500, 900)), view(without=("price_index",)))).values())
    assert len(gap) == 1
    assert isinstance(next(iter(gap)), NotAssessable)
