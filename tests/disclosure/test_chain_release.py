"""The chain's tables at the door: nothing can be worked out, and what a council asks for is still told."""

from dataclasses import fields

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.chain import chain
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import HIDDEN, Level
from wiwak_eval.shipped import shipped


@pytest.fixture(scope="module")
def pilot():
    records = read_delivery(shipped("data") / "pilot", SIMULATED_KEY)
    scenario = load_scenario(shipped("data") / "scenarios", "basis")
    values = Assumptions(load_catalogue(shipped("data") / "assumptions"), scenario, records.facts.delivered_on)
    found = chain(records, values)
    return records.provenance, [getattr(found, field.name) for field in fields(found)]


@pytest.mark.parametrize("level", [Level.GREMIUM, Level.OEFFENTLICH])
def test_nothing_of_the_pilot_can_be_worked_out_and_the_main_shares_are_told(pilot, level):
    provenance, tables = pilot
    origin = Origin(provenance.authority, "v", provenance.period_from, provenance.period_to, True, "m")
    defence = defend(statements(tables), level, HOUSE_RULE, origin)
    assert defence.after.breaches == ()
    let_out = door(tables, defence, level, HOUSE_RULE, provenance)
    released = {table.id: let_out.release(table) for table in tables}
    for stage in ("Leistungsbezug", "Wohnung", "Sprachkurs", "Arbeit und Ausbildung"):
        assert isinstance(released["chain_funnel"].cell(stage, "share"), float), stage
    assert released["chain_funnel"].cell("Aufenthaltstitel", "share") == HIDDEN
    assert HIDDEN not in released["chain_order"].column("share")
    assert isinstance(released["chain_figures"].cell("chain", "completed_share"), float)
    assert isinstance(released["chain_figures"].cell("chain", "stay_share_6"), float)
