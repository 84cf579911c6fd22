"""Numbers of the chain that are nearly all of another one: the release must not tell the few between."""

import pytest
from chain_samples import ALWAYS, ORDER, client, files, stage

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.chain.conformance import find_steps, order_table, waiting_table
from wiwak_eval.evaluation.chain.courses import find_courses
from wiwak_eval.evaluation.chain.durations import durations_table
from wiwak_eval.evaluation.chain.figures import figures_table
from wiwak_eval.evaluation.chain.order import parse_order
from wiwak_eval.results import HIDDEN, Level

PEOPLE = [f"K{n:03}" for n in range(60)]
PAIR, STAGE = "Aufenthaltstitel → Wohnung", "Wohnung"
LEVELS = [Level.INTERN, Level.GREMIUM, Level.OEFFENTLICH]


@pytest.fixture
def told(read):
    """The released tables of sixty clients, by id, at a level."""

    def release(stages, level):
        records = read(files([client(name) for name in PEOPLE], stages), last="08")
        courses, order = find_courses(records), parse_order(ORDER, ALWAYS)
        steps = find_steps(courses, order)
        tables = [order_table(steps), waiting_table(steps), durations_table(courses), figures_table(courses, order, steps, {})]
        origin = Origin("Landratsamt", "v", records.provenance.period_from, records.provenance.period_to, True, "m")
        let_out = door(tables, defend(statements(tables), level, HOUSE_RULE, origin), level, HOUSE_RULE, records.provenance)
        return {table.id: let_out.release(table) for table in tables}

    return release


def both(names, title_done=10, housing_begun=20):
    titles = [stage(name, "Aufenthaltstitel", 0, title_done) for name in names]
    housing = [stage(name, STAGE, housing_begun, 90) for name in names]
    return [*titles, *housing, *(stage(name, "Leistungsbezug", 30, 90) for name in names)]


@pytest.mark.parametrize("level", LEVELS)
def test_the_few_out_of_order(told, level):
    """Three of sixty moved before their title came; thirty are a number like any other."""
    few = told([*both(PEOPLE[3:]), *both(PEOPLE[:3], housing_begun=5)], level)
    hidden = level is not Level.INTERN
    cells = [few["chain_order"].cell(PAIR, "in_order"), few["chain_order"].cell(PAIR, "share"), few["chain_waiting"].cell(PAIR, "persons")]
    assert [cell == HIDDEN for cell in (*cells, few["chain_figures"].cell("chain", "order_share"))] == [hidden] * 4
    many = told([*both(PEOPLE[30:]), *both(PEOPLE[:30], housing_begun=5)], level)
    assert many["chain_order"].cell(PAIR, "in_order") == 30
    assert many["chain_figures"].cell("chain", "order_share") == 0.75


@pytest.mark.parametrize("level", LEVELS)
def test_the_few_who_began_without_the_stage_before(told, level):
    """Sixty began to look for housing; of three no title is recorded."""
    found = told([*both(PEOPLE[3:]), *(stage(name, STAGE, 20, 90) for name in PEOPLE[:3])], level)
    assert found["chain_durations"].cell(STAGE, "begun") == 60
    assert (found["chain_order"].cell(PAIR, "persons") == HIDDEN) == (level is not Level.INTERN)


@pytest.mark.parametrize("level", LEVELS)
def test_the_few_who_have_not_begun_a_stage(told, level):
    """All sixty are in the chain, three of them have not begun with housing."""
    found = told([*both(PEOPLE[3:]), *(stage(name, "Aufenthaltstitel", 0, 10) for name in PEOPLE[:3])], level)
    assert found["chain_figures"].cell("chain", "persons") == 60
    assert (found["chain_durations"].cell(STAGE, "begun") == HIDDEN) == (level is not Level.INTERN)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("without", "few"), [(3, True), (30, False), (0, False)])
def test_the_few_new_clients_of_whom_no_chain_is_recorded(told, level, without, few):
    share = told(both(PEOPLE[without:]), level)["chain_figures"].cell("chain", "recorded_share")
    assert (share == HIDDEN) == (few and level is not Level.INTERN)
