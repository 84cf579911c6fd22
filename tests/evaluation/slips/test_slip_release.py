"""What the release lets out of the tables of the slips, and what it keeps in."""

from dataclasses import fields

import pandas as pd
import pytest
from slip_rows import card, clients, delivered, entries, wild_county

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.slips import slips
from wiwak_eval.results import HIDDEN, Level, Table


def released(records, level):
    found = slips(records)
    guarded = [table for field in fields(found) if isinstance(table := getattr(found, field.name), Table)]
    origin = Origin("Landratsamt", "1", records.provenance.period_from, records.provenance.period_to)
    defence = defend(statements(guarded), level, HOUSE_RULE, origin)
    assert not defence.after.breaches
    assert not defence.after.contradiction
    out = door(guarded, defence, level, HOUSE_RULE, records.provenance)
    return found, {table.id: out.release(table) for table in guarded}


@pytest.mark.parametrize("level", [Level.OEFFENTLICH, Level.GREMIUM])
def test_figures_pass_the_gate_and_are_told(level):
    _, told = released(wild_county(), level)
    shares = [told["slip_figures"].cell("slips", f"{name}_share") for name in ("slip", "stamped", "late", "order", "complete", "returned")]
    assert all(isinstance(share, float) for share in shares)


def test_the_public_reads_counts_of_stamps_and_cards_rounded_alike_in_all_tables():
    found, told = released(wild_county(), Level.OEFFENTLICH)
    exact = found.slip_figures.cell("slips", "stations_stamped")
    printed = told["slip_figures"].cell("slips", "stations_stamped")
    assert exact % 5
    assert printed == 5 * round(exact / 5)
    assert told["slip_summary"].cell("stamped", "count") == told["slip_summary"].cell("late", "of") == printed


def test_a_few_late_stamps_are_hidden_in_every_table():
    """Thirty cards of two stations; the second stamps of six came late: told nowhere, nor the rest that would tell it."""
    late = [("A", "2017-02-01", "2017-02-01"), ("B", "2017-02-01", "2017-02-03")]
    good = [("A", "2017-02-01", "2017-02-01"), ("B", "2017-02-01", "2017-02-01")]
    records = delivered(entries(*(card(f"L{n}", f"K{n}", late if n < 6 else good, "2017-01-02") for n in range(30))))
    _, told = released(records, Level.OEFFENTLICH)
    assert told["slip_lateness"].cell("1 bis 7 Tage danach", "stations") == HIDDEN
    assert told["slip_lateness"].cell("bis zur Frist", "stations") == HIDDEN
    assert told["slip_figures"].cell("slips", "stations_late") == HIDDEN
    assert told["slip_figures"].cell("slips", "late_share") == HIDDEN


@pytest.mark.parametrize("level", [Level.OEFFENTLICH, Level.GREMIUM])
def test_the_steps_do_not_tell_how_few_cards_stopped_at_a_stamp(level):
    """Forty cards of three stamps, three of two, thirty of four: 73 minus 70 would be the three."""

    def of(stamps):
        return [("A", "2017-02-01", f"2017-01-{day:02d}") for day in range(3, 3 + 2 * stamps, 2)]

    lengths = [3] * 40 + [2] * 3 + [4] * 30
    rows = [card(f"L{n}", f"K{n}", of(stamps), "2017-01-01") for n, stamps in enumerate(lengths)]
    found, told = released(delivered(entries(*rows)), level)
    assert [row[1] for row in found.slip_steps.rows] == [73, 73, 70, 30]
    assert told["slip_steps"].cell("2. → 3. Stempel", "slips") == HIDDEN
    assert told["slip_steps"].cell("1. → 2. Stempel", "slips") != HIDDEN
    assert told["slip_steps"].cell("3. → 4. Stempel", "slips") == 30


def newcomers(with_card, without, older):
    people = clients(dict.fromkeys([f"K{n}" for n in range(with_card)] + [f"O{n}" for n in range(without)]))
    before = clients(dict.fromkeys(f"A{n}" for n in range(older)), "2016-11-02")
    good = [("A", "2017-02-01", "2017-02-01"), ("B", "2017-02-01", "2017-02-01")]
    rows = [card(f"L{name}", name, good, "2017-01-02") for name in (*(f"K{n}" for n in range(with_card)), *before["client_id"])]
    return delivered(entries(*rows), pd.concat([people, before], ignore_index=True))


@pytest.mark.parametrize("level", [Level.OEFFENTLICH, Level.GREMIUM])
@pytest.mark.parametrize(("without", "older"), [(3, 0), (30, 3), (0, 0)])
def test_the_few_without_a_card_or_with_one_from_before_are_not_to_be_subtracted(level, without, older):
    """Sixty new clients have a card. Of all new ones, printed exactly, three have none; or of all with a card three are not new."""
    _, told = released(newcomers(60, without, older), level)
    figures = told["slip_figures"]
    assert figures.cell("slips", "new_clients") == 60 + without
    for table, row, column in (("slip_figures", "slips", "new_with_slip"), ("slip_summary", "slip", "count")):
        assert told[table].cell(row, column) == (HIDDEN if without == 3 else 60)
    assert (figures.cell("slips", "slip_share") == HIDDEN) == (without == 3)
    assert figures.cell("slips", "persons_with_slip") == (HIDDEN if older else 60)
