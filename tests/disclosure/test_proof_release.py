"""The report on targets at the door: the number of completed chains is printed as the chain's own tables print it, or not at all."""

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.budget.proof.report_table import proof_report
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation import pilot_year
from wiwak_eval.evaluation.chain import chain
from wiwak_eval.evaluation.slips import slips
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import Level
from wiwak_eval.shipped import shipped

CHAINS = "abgeschlossene Integrationsketten"


@pytest.fixture(scope="module")
def pilot():
    records = read_delivery(shipped("data") / "pilot", SIMULATED_KEY)
    scenario = load_scenario(shipped("data") / "scenarios", "basis")
    values = Assumptions(load_catalogue(shipped("data") / "assumptions"), scenario, records.facts.delivered_on)
    report = proof_report(records, values)
    return records.provenance, [report, chain(records, values).chain_figures, slips(records).slip_figures, pilot_year(records).year]


@pytest.mark.parametrize("level", [Level.INTERN, Level.GREMIUM, Level.OEFFENTLICH])
def test_the_report_prints_what_the_other_tables_print(pilot, level):
    provenance, tables = pilot
    origin = Origin(provenance.authority, "v", provenance.period_from, provenance.period_to, True, "m")
    defence = defend(statements(tables), level, HOUSE_RULE, origin)
    assert defence.after.breaches == ()
    let_out = door(tables, defence, level, HOUSE_RULE, provenance)
    report, figures, cards, year = (let_out.release(table) for table in tables)
    assert report.cell(CHAINS, "reached") == figures.cell("chain", "completed_persons")
    assert report.cell("Laufkarten", "reached") == cards.cell("slips", "slips")
    assert report.cell("Beratungen", "reached") == year.cell("pilot", "contacts")
    assert report.cell("Personen", "reached") == year.cell("pilot", "persons")


def test_in_public_the_number_of_chains_is_rounded_and_no_difference_tells_it(pilot):
    provenance, tables = pilot
    origin = Origin(provenance.authority, "v", provenance.period_from, provenance.period_to, True, "m")
    let_out = door(tables, defend(statements(tables), Level.OEFFENTLICH, HOUSE_RULE, origin), Level.OEFFENTLICH, HOUSE_RULE, provenance)
    exact, printed = tables[0], let_out.release(tables[0])
    assert exact.cell(CHAINS, "reached") % 5
    assert printed.cell(CHAINS, "reached") % 5 == 0
    assert printed.cell(CHAINS, "difference") is None
