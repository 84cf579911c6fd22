"""The arrays of the risk model against the exact engine."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.risk.building import build
from wiwak_eval.budget.risk.exact import costs_under, exact, totals_under
from wiwak_eval.budget.risk.funding import granted
from wiwak_eval.budget.risk.granting import grant_rule
from wiwak_eval.budget.risk.inputs import CASELOAD
from wiwak_eval.budget.risk.known_ranges import MEASURED, year_inputs
from wiwak_eval.budget.risk.moving import moved
from wiwak_eval.forecast.volume import Caseload

POSTS = (
    "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
    "ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis;30.06.2018\n"
    "ST-2;Beratung;S 12;3;01.12.2016;1,00;01.12.2016;;Kreis;31.12.2017\n"
    "ST-3;Beratung;S 11b;2;01.01.2017;0,50;01.01.2017;;Träger;31.12.2017\n"
)
DRAWS = np.random.default_rng(1).poisson((2400, 2000), (400, 2)).T
CASELOAD_2018 = Caseload((2018, 2019), (2400, 2000), tuple(tuple(int(count) for count in year) for year in DRAWS))


@pytest.fixture
def base(read, view):
    def make(**values):
        return exact(read({"stellen": POSTS}), CASELOAD_2018, view(**values))

    return make


def test_central_values_give_the_plan_to_the_cent(base):
    run = base()
    model, inputs = build(run)
    outcome = model.outcome(inputs.central())
    assert outcome.posts[:, 0].tolist() == [float(plan.planned) for plan in run.plans]
    assert outcome.total[:, 0] == pytest.approx([plan.costs.total for plan in run.plans], abs=0.01)
    assert outcome.left[:, 0] == pytest.approx([plan.costs.cash for plan in run.plans], abs=0.01)
    for place, decision in enumerate(run.decisions, start=1):
        parts = [funder_parts(plan.costs, plan.fixed, decision.terms[plan.year]) for plan in run.plans]
        assert outcome.land[:, place, 0] == pytest.approx([part["land"] for part in parts], abs=1)
        assert outcome.rest(place)[:, 0] == pytest.approx([part["county_cash"] for part in parts], abs=1)


def test_a_value_is_as_well_known_as_the_least_known_of_its_months(view):
    """The index of the table in force is derived, the rises expected after it are nobody's knowledge."""
    (index,) = year_inputs(view(), ["pay_index"], (2018, 2019))
    assert (index.status, index.assumed) == ("unverified", True)


def test_what_is_undecided_stays_open(base):
    run = base()
    model, inputs = build(run)
    assert not model.outcome(inputs.central()).land[:, 0].any()
    assert model.variants[0].rules == (None, None)


def test_every_uncertain_input_moves_the_model_as_it_moves_the_engine(base):
    """Each input at both its ends: within two hundredths of a percent of the exact total, posts the same."""
    run = base()
    model, inputs = build(run)
    moving = [value for value in inputs.values if not value.certain]
    assert {"pay_index", "price_index", "contact_minutes", "carrier_overhead_share", "room_rent_m2_month"} <= {value.id for value in moving}
    for value in moving:
        for side in ("low", "high"):
            drawn = inputs.central()
            drawn[value.id] = np.array(getattr(value, side))[:, None]
            outcome = model.outcome(drawn)
            engine = totals_under(run, moved(run.assumptions, value.id, side))
            assert outcome.total[:, 0] == pytest.approx(engine.total, rel=2e-4), (value.id, side)


def test_all_inputs_at_once(base):
    """Halfway to one end or the other, all together, with other contacts: within half a percent of the engine."""
    run = base()
    model, inputs = build(run)
    rng = np.random.default_rng(4)
    moving = [value for value in inputs.values if not value.certain and len(set(value.central)) == 1]
    for contacts in (1500, 2400, 4000):
        drawn = inputs.central()
        drawn[CASELOAD] = np.full((2, 1), float(contacts))
        patches = []
        for value in moving:
            there = round((value.central[0] + (value.low[0], value.high[0])[rng.integers(2)]) / 2, 4)
            drawn[value.id] = np.full((2, 1), there)
            patches.append(Patch(id=value.id, set=Decimal(str(there)), reason="Probe"))
        view = run.assumptions.with_patches(patches)
        outcome = model.outcome(drawn)
        for place in (0, 1):
            engine = costs_under(run, place, view, contacts=contacts)
            assert outcome.total[place, 0] == pytest.approx(engine.total, rel=5e-3)
            assert sum(float(pay.share) for months in engine.personnel.values() for pay in months) == pytest.approx(
                float(model.years[place].filled[model.years[place].steps({id: given[place] for id, given in drawn.items()})[0]].sum())
            )


def test_what_is_nought_in_the_plan_can_still_rise(base):
    """A value of nought with a range: the model knows what it would cost at its upper end."""
    run = base()
    known = run.assumptions
    entry = known.catalogue.entries["events_per_year"]
    nought = entry.values[0].model_copy(update={"value": Decimal(0), "low": Decimal(0)})
    entries = {**known.catalogue.entries, entry.id: entry.model_copy(update={"values": (nought,)})}
    again = exact(run.records, run.caseload, Assumptions(Catalogue(entries), known.scenario, known.as_of))
    model, inputs = build(again)
    drawn = inputs.central()
    assert drawn["events_per_year"].tolist() == [[0], [0]]
    assert model.outcome(drawn).total[:, 0] == pytest.approx([plan.costs.total for plan in again.plans], abs=0.01)
    drawn["events_per_year"] = np.full((2, 1), float(nought.high))
    engine = totals_under(again, moved(again.assumptions, "events_per_year", "high"))
    assert model.outcome(drawn).total[:, 0] == pytest.approx(engine.total, rel=1e-6)


def test_a_form_of_employment_that_only_more_posts_would_have_is_priced_like_the_engine(base):
    """The plan fills the county's posts only; more contacts need the carrier's post and a contract: their surcharges are drawn, too."""
    run = base(employment_form_new="contract", further_posts=Decimal("-1.5"))
    assert not run.plans[0].costs.items["carrier"] + run.plans[0].costs.items["contract"]
    model, inputs = build(run)
    given = {value.id: value for value in inputs.values}
    assert {"carrier_overhead_share", "vat_share"} <= set(inputs.uncertain)
    for id in ("carrier_overhead_share", "vat_share", "performance_pay_share"):
        drawn = inputs.central()
        drawn[CASELOAD], drawn[id] = np.full((2, 1), 4000.0), np.array(given[id].low)[:, None]
        view = moved(run.assumptions, id, "low")
        engine = [costs_under(run, place, view, contacts=4000) for place in (0, 1)]
        assert all(costs.items["carrier"] and costs.items["contract"] for costs in engine)
        assert model.outcome(drawn).total[:, 0] == pytest.approx([costs.total for costs in engine], rel=2e-4), id


def test_a_measured_mean_scatters_like_its_sample(read, view):
    """32 contacts, half of 30 and half of 50 minutes: standard error 10·√(32/31)/√32 = 1.796, half width √6 times that = 4.399."""
    lines = "".join(f"B{n};{n % 28 + 1:02d}.03.2017;{30 if n % 2 else 50};20\n" for n in range(32))
    records = read({"stellen": POSTS, "beratungen": f"Beratungs-ID;Datum;Dauer (Min);Nacharbeit (Min)\n{lines}"})
    _, inputs = build(exact(records, CASELOAD_2018, view()))
    minutes = next(value for value in inputs.values if value.id == "contact_minutes")
    assert (minutes.status, minutes.central) == (MEASURED, (40.0, 40.0))
    assert minutes.high[0] - 40 == pytest.approx(40 - minutes.low[0]) == pytest.approx(4.399, abs=0.001)
    assert next(value for value in inputs.values if value.id == "follow_up_minutes").certain


def test_under_a_ceiling_savings_go_back_in_proportion_as_in_the_proof_of_use(base):
    """The notice pays half of what was asked for, at most: with half the costs, half of that is due, not all of it."""
    plan = base().plans[0]
    terms = GrantTerms(GrantKind.SHARE, frozenset(LABELS), rate=Decimal("0.8"))
    asked = funder_parts(plan.costs, plan.fixed, terms)["land"]
    notice = grant_rule(plan, replace(terms, ceiling=asked // 2))
    months = np.array([plan.costs.months[item] for item in LABELS], dtype=float).T
    both = np.stack([months, months / 2])
    found = granted(notice, both, np.ones((2, 12)), np.full(2, float(plan.costs.cash)))
    assert found == pytest.approx([asked // 2, asked // 2 / 2], abs=1)


def test_decisions_are_no_risk(base):
    """The Land's rate has a range, but no draw decides on it; nor is what moves nothing drawn."""
    _, inputs = build(base())
    assert not {"variant_land_share", "utilisation_warning", "vat_share"} & set(inputs.uncertain)


def test_a_known_pay_round_is_no_risk(base):
    before, after = (build(base(as_of=day))[1].uncertain for day in (date(2017, 11, 15), date(2019, 6, 1)))
    assert "pay_index" in before
    assert "pay_index" not in after
