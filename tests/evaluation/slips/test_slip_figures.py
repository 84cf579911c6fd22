"""Figures of a small county worked by hand."""

import pandas as pd
import pytest
from slip_rows import Delivered, card, clients, delivered, entries
from statsmodels.stats.proportion import proportion_confint

from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.slips import slips
from wiwak_eval.evaluation.slips.cards import read_cards
from wiwak_eval.evaluation.slips.conformance import conformance
from wiwak_eval.evaluation.slips.timing import CLASSES
from wiwak_eval.publication.texts import TEXTS
from wiwak_eval.results import NotAssessable, Table

DUE = "2017-02-01"


def county(count=30, returned=True):
    """Thirty new clients, each with one card of three stations; every third card lacks the last stamp, every fifth is late at the first and
    was at the second office before. Six cards came back. Five more clients have none, one came before the period."""
    rows = []
    for n in range(count):
        first, second, last = ("2017-02-03", "2017-01-20", "2017-02-06") if n % 5 == 0 else ("2017-01-10", "2017-01-20", "2017-02-01")
        back = "2017-02-10" if returned and n < 6 else None
        stations = [("A", DUE, first), ("B", DUE, second), ("C", "2017-02-06", None if n % 3 == 0 else last)]
        rows.append(card(f"L{n}", f"K{n}", stations, "2017-01-05", back))
    people = clients({f"K{n}": None for n in range(count + 5)})
    older = clients({"alt": None}, "2016-11-02")
    return delivered(entries(*rows), pd.concat([people, older], ignore_index=True))


def test_counts_and_shares_by_hand():
    """30 cards: 10 (0, 3, 6, …) lack a stamp: 90 - 10 = 80 stamps. Every fifth (6) is late at the first.
    Pairs: 20 cards with two, 10 with one: 50; broken: 6 cards with one each."""
    row = slips(county()).slip_figures
    values = {column.name: row.cell("slips", column.name) for column in row.columns}
    assert {name: values[name] for name in ("slips", "slips_closed", "slips_open", "persons_with_slip")} == {
        "slips": 30, "slips_closed": 30, "slips_open": 0, "persons_with_slip": 30,
    }  # fmt: skip
    assert (values["new_with_slip"], values["new_clients"]) == (30, 35)
    assert (values["stations"], values["stations_stamped"], values["stations_late"]) == (90, 80, 6)
    assert (values["slips_complete"], values["slips_returned"]) == (20, 6)
    shares = {"slip": 30 / 35, "stamped": 80 / 90, "late": 6 / 80, "order": 44 / 50, "complete": 20 / 30, "returned": 6 / 30}
    for name, share in shares.items():
        assert values[f"{name}_share"] == pytest.approx(share, abs=1e-6)
        assert values[f"{name}_low"] < share < values[f"{name}_high"]
    for name, count, of in (("slip", 30, 35), ("complete", 20, 30), ("returned", 6, 30)):
        assert (values[f"{name}_low"], values[f"{name}_high"]) == pytest.approx(proportion_confint(count, of, method="wilson"), abs=1e-6)


def test_mean_conformance_by_hand():
    """All there in order: 1 (16 cards); broken pair: 1 - 1/5 (4); last missing: 1 - 1/4 (8); both: first after second, last missing:
    1 - 2/4 (2: the cards 0 and 15). Mean (16 + 4 * 0.8 + 8 * 0.75 + 2 * 0.5) / 30 = 26.2 / 30."""
    row = slips(county()).slip_figures
    assert row.cell("slips", "conformance") == pytest.approx(26.2 / 30, abs=1e-6)
    assert row.cell("slips", "conformance_low") < 26.2 / 30 < row.cell("slips", "conformance_high")


def test_the_summary_says_the_same_as_the_figures():
    found = slips(county())
    shares = {row[0]: row[5] for row in found.slip_summary.rows}
    assert shares.pop("closed") is None
    figures = {name: found.slip_figures.cell("slips", name if name == "conformance" else f"{name}_share") for name in shares}
    assert shares == figures
    assert len(shares) == 7


def test_a_station_of_one_household_moves_the_interval_as_a_whole():
    """Five stations on each of 40 cards, all or none stamped: as uncertain as 40 units, not as 200."""
    cards = [card(f"L{n}", f"K{n}", [(f"A{place}", DUE, DUE if n % 2 else None) for place in range(5)]) for n in range(40)]
    row = slips(delivered(entries(*cards))).slip_figures
    alone = proportion_confint(20, 40, method="wilson")
    assert (row.cell("slips", "stamped_low"), row.cell("slips", "stamped_high")) == pytest.approx(alone, abs=0.03)


def test_below_twenty_households_no_interval_is_drawn_and_no_mean_told():
    row = slips(county(19)).slip_figures
    assert row.cell("slips", "stamped_share") is not None
    assert [row.cell("slips", name) for name in ("stamped_low", "late_low", "order_high", "conformance", "conformance_low")] == [None] * 5
    assert isinstance(row.cell("slips", "complete_low"), float)


def test_what_the_cards_do_not_carry_is_missing_and_the_rest_stands():
    """No due dates: still who has a card."""
    slips_only = county().table("slip_entries").assign(due_on=pd.NaT)
    found = slips(Delivered({"slip_entries": slips_only, "clients": county().table("clients")}))
    assert found.slip_figures.cell("slips", "slip_share") == pytest.approx(30 / 35, abs=1e-6)
    assert found.slip_figures.cell("slips", "slips_closed") == 0
    assert found.slip_figures.cell("slips", "stamped_share") is None
    reason = "nicht auswertbar: Auf den Laufkarten steht keine Frist; wann ein Stempel fehlt, ist nicht zu sagen."
    assert {getattr(found, name) for name in ("slip_conformance", "slip_variants", "slip_steps", "slip_lateness")} == {
        NotAssessable(reason)
    }


def test_without_first_contacts_nobody_is_known_to_be_new():
    people = county().table("clients").assign(first_contact=pd.NaT)
    found = slips(Delivered({"slip_entries": county().table("slip_entries"), "clients": people}))
    assert found.slip_figures.cell("slips", "slip_share") is None
    assert found.slip_figures.cell("slips", "stamped_share") == pytest.approx(80 / 90, abs=1e-6)


def test_without_return_days_nothing_came_back_or_stayed():
    found = slips(county(returned=False))
    assert found.slip_figures.cell("slips", "returned_share") is None
    assert found.slip_returned == NotAssessable("nicht auswertbar: Auf keiner Laufkarte steht ein Tag der Rückgabe.")


def test_a_late_delivery_without_slips_is_refused_everywhere():
    found = slips(Delivered({"clients": clients({"K1": None})}))
    assert {type(table) for table in vars(found).values()} == {NotAssessable}
    assert slips(Delivered({"slip_entries": entries()})).slip_figures == NotAssessable(
        "nicht auswertbar: Es liegen weniger als 10 Laufkarten vor."
    )


def test_read_from_files(read):
    """The same through the reader: two stations due in January, one stamp each; three of twelve cards lack it."""
    head = "Karten-Nr;Klienten-ID;Lfd. Nr;Amt;Fällig am;Abgestempelt am\n"
    rows = "".join(f"L{n};K{n};1;Jobcenter;20.01.2017;{'' if n < 3 else '19.01.2017'}\n" for n in range(12))
    people = "Klienten-ID;Erstkontakt\n" + "".join(f"K{n};02.01.2017\n" for n in range(12))
    records = read({"laufkarten": head + rows, "klienten": people})
    figures = slips(records).slip_figures
    assert (figures.cell("slips", "stations"), figures.cell("slips", "stations_stamped")) == (12, 9)
    assert conformance(read_cards(records).cards).mean() == 0.75


def test_every_table_that_counts_missing_stamps_says_what_they_are_not():
    found = slips(county())
    told = "Ein fehlender Stempel ist keine fehlende Leistung"
    for table in (found.slip_figures, found.slip_summary, found.slip_conformance, found.slip_lateness, found.slip_offices):
        assert any(note.startswith(told) for note in table.notes), table.id
    assert any(told in sentence for sentence in TEXTS["slips"])


def test_all_tables_tell_one_number_of_one_group():
    """Counts and classes speak in the same terms, so that a release cannot hide in one table what another tells."""
    found = slips(county())
    said = statements(table for table in vars(found).values() if isinstance(table, Table)).numbers
    told = {number.place: number.value for number in said}
    assert all(told[number.place] == number.value for number in said)
    timing, classes = (
        {category: value for (_, key), value in told.items() for name, category in key if name == dimension}
        for dimension in ("slip_timing", "slip_conformance")
    )
    assert (timing["gestempelt"], timing["nach der Frist"]) == (80, 6)
    assert sum(timing[name] for name in CLASSES[:4]) == 80
    assert sum(timing[name] for name in CLASSES[1:4]) == 6
    assert classes.pop("alle Stempel") == 20
    assert sum(value for name, value in classes.items() if name.startswith("alle Stempel")) == 20


def test_no_count_of_steps_tells_the_stamps():
    """A card has one step less than stamps: their number beside that of cards would tell the stamps exactly."""
    found = slips(county())
    assert found.slip_summary.cell("order", "count") is None
    assert found.slip_summary.cell("order", "of") is None
    assert not any(cell.measure == "slip_pairs" for cell in found.slip_figures.protection.cells)
