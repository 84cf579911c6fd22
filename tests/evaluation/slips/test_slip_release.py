"""What the release lets out of the tables of the slips, and what it keeps in."""

from dataclasses import fields

import pytest
from slip_rows import card, delivered, entries, wild_county

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
