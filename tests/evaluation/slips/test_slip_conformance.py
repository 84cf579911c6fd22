"""Cards worked by hand, and what holds of any cards."""

from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slip_rows import card, clients, delivered, entries
from statsmodels.stats.proportion import proportion_confint

from wiwak_eval.evaluation.slips.cards import closed_cards, read_cards
from wiwak_eval.evaluation.slips.conformance import conformance, conformance_table
from wiwak_eval.results import NotAssessable, key_of

DUE = "2017-01-20"


def stations(*stamps):
    """Stations with one due date, named by their places."""
    return [(f"Amt {place}", DUE, stamp and f"2017-01-{stamp:02d}") for place, stamp in enumerate(stamps, start=1)]


def cards_of(*stamps):
    """One card of a person each, by the days of its stamps."""
    return read_cards(delivered(entries(*(card(f"L{n:02d}", f"K{n}", stations(*days)) for n, days in enumerate(stamps)))))


WHOLE = (2, 3, 4)
WORKED = [
    # stamps in the card's order, mandatory, missing, pairs, broken
    ((2, 5, None, 4, 4), 5, 1, 3, 1),  # 2<5 in order, 5>4 broken (past the gap), 4=4 in order: 1 - (1+1)/(5+3) = 3/4
    (WHOLE, 3, 0, 2, 0),  # 1
    ((4, 3, 2), 3, 0, 2, 2),  # 1 - 2/(3+2) = 3/5
    ((4, None, 2), 3, 1, 1, 1),  # 1 - 2/(3+1) = 1/2
    ((None, None), 2, 2, 0, 0),  # 1 - 2/2 = 0
    ((7,), 1, 0, 0, 0),  # 1
]


def test_cards_worked_by_hand():
    found = cards_of(*(stamps for stamps, *_ in WORKED), *[WHOLE] * 4).cards
    counted = found[["mandatory", "missing", "pairs", "broken"]].to_numpy().tolist()[: len(WORKED)]
    assert counted == [list(numbers) for _, *numbers in WORKED]
    assert conformance(found).tolist()[: len(WORKED)] == pytest.approx([0.75, 1, 0.6, 0.5, 0, 1])


def test_a_station_without_due_date_cannot_be_missing_but_has_its_place_in_the_order():
    """Two mandatory stations, none missing; the stamps of the 9th, 5th and 6th: one pair of two broken: 1 - 1/(2+2) = 3/4."""
    rows = card("L", "K", [("A", DUE, "2017-01-09"), ("B", None, "2017-01-05"), ("C", DUE, "2017-01-06"), ("D", None, None)])
    found = read_cards(delivered(entries(rows, *(card(f"L{n}", f"K{n}", stations(1)) for n in range(9))))).cards
    assert found.loc[0, ["mandatory", "missing", "pairs", "broken"]].tolist() == [2, 0, 2, 1]
    assert conformance(found)[0] == 0.75


def test_only_cards_whose_last_due_date_lies_four_weeks_back_count():
    """The period ends on 30 June: 28 days before is 2 June."""
    rows = [
        card(f"L{n}", f"K{n}", [("A", "2017-01-09", None), ("B", due, None)]) for n, due in enumerate(["2017-06-02", "2017-06-03", None])
    ]
    rows += [card(f"M{n}", f"M{n}", [("A", None, None)]) for n in range(7)]
    found = read_cards(delivered(entries(*rows))).cards
    assert found["closed"].tolist() == [True, False, True, *[False] * 7]


def test_classes_with_persons_and_wilson_intervals():
    """20 cards: 8 whole; 4 whole but out of order; 3 lack one of three stamps, 1 - 1/(3+1) = 3/4; 5 lack one of six, 1 - 1/(6+4) = 9/10."""
    found = cards_of(*[WHOLE] * 8, *[(3, 2)] * 4, *[(2, None, 4)] * 3, *[(2, 3, 4, None, 6, 7)] * 5)
    table = conformance_table(found)
    assert [row[:3] for row in table.rows] == [
        ("alle Stempel, Reihenfolge eingehalten", 8, 0.4),
        ("alle Stempel, Reihenfolge nicht eingehalten", 4, 0.2),
        ("Stempel fehlen, Erfüllungsgrad ab 80 %", 5, 0.25),
        ("Stempel fehlen, Erfüllungsgrad unter 80 %", 3, 0.15),
        ("Summe", 20, None),
    ]
    for row, count in zip(table.rows, (8, 4, 5, 3), strict=False):
        assert row[3:] == pytest.approx(proportion_confint(count, 20, method="wilson"), abs=1e-6)


def test_a_class_says_who_is_behind_it():
    """Two whole cards of one person and one of their brother: three cards, two persons, one household; it adds all three."""
    rows = [card(f"L{n}", person, stations(*WHOLE)) for n, person in enumerate(["K0", "K0", "K1"])]
    rows += [card(f"M{n}", f"M{n}", stations(2, None)) for n in range(9)]
    people = clients({"K0": "H", "K1": "H"} | {f"M{n}": None for n in range(9)})
    cells = {cell.key: cell for cell in conformance_table(read_cards(delivered(entries(*rows), people))).protection.cells}
    whole = cells[key_of({"slip_conformance": "alle Stempel, Reihenfolge eingehalten"})]
    assert (whole.persons, whole.households, whole.largest) == (2, 1, (3, 0))
    assert (cells[()].persons, cells[()].households) == (11, 10)


def test_a_slip_number_used_for_two_people_is_two_cards():
    rows = entries(card("L1", "K1", stations(*WHOLE)), *(card(f"M{n}", f"M{n}", stations(*WHOLE)) for n in range(9)))
    other = entries(card("L1", "K2", stations(None, None, 9))).assign(position=pd.array([4, 5, 6], dtype="Int64"))
    assert len(read_cards(delivered(pd.concat([rows, other]))).cards) == 11


@pytest.mark.parametrize(
    ("stamps", "due", "count", "reason"),
    [
        ("2017-01-09", DUE, 9, "nicht auswertbar: Es liegen weniger als 10 Laufkarten vor."),
        (None, DUE, 10, "nicht auswertbar: Auf den Laufkarten ist kein Stempel eingetragen."),
        ("2017-01-09", None, 10, "nicht auswertbar: Auf den Laufkarten steht keine Frist; wann ein Stempel fehlt, ist nicht zu sagen."),
        (
            "2017-01-09",
            "2017-06-20",
            10,
            "nicht auswertbar: Bei weniger als 10 Laufkarten liegt die letzte Frist mindestens vier Wochen zurück.",
        ),
    ],
)
def test_cards_that_carry_nothing_are_refused(stamps, due, count, reason):
    found = read_cards(delivered(entries(*(card(f"L{n}", f"K{n}", [("A", due, stamps)]) for n in range(count)))))
    assert (found if isinstance(found, NotAssessable) else closed_cards(found)) == NotAssessable(reason)


days = st.lists(st.none() | st.integers(1, 6), min_size=1, max_size=7)


def by_hand(stamps):
    """The definition, told once more without tables."""
    known = [stamp for stamp in stamps if stamp is not None]
    broken = sum(later < earlier for earlier, later in pairwise(known))
    return 1 - (len(stamps) - len(known) + broken) / (len(stamps) + max(len(known) - 1, 0))


@settings(max_examples=25, deadline=None)
@given(st.lists(days, min_size=10, max_size=14))
def test_conformance_is_a_share_and_is_what_the_definition_says(stamps):
    values = conformance(cards_of(*stamps).cards).tolist()
    assert values == pytest.approx([by_hand(one) for one in stamps])
    assert all(0 <= value <= 1 for value in values)


@settings(max_examples=25, deadline=None)
@given(st.lists(days.filter(any), min_size=10, max_size=14), st.data())
def test_losing_a_stamp_always_lowers_conformance(stamps, data):
    poorer = [list(one) for one in stamps]
    for one in poorer:
        one[data.draw(st.sampled_from([place for place, stamp in enumerate(one) if stamp is not None]))] = None
    assert (conformance(cards_of(*poorer).cards) < conformance(cards_of(*stamps).cards)).all()


def test_offices_are_one_whatever_blanks_and_capitals():
    spelt = ["Jobcenter", "jobcenter ", "JOBCENTER", "Job  Center", "Job Center"]
    rows = [card(f"L{n}", f"K{n}", [(spelt[n % 5], DUE, DUE)]) for n in range(10)]
    assert Counter(read_cards(delivered(entries(*rows))).entries["office"]) == {"JOBCENTER": 6, "Job Center": 4}
