"""Ways, times, lateness, return and offices, worked by hand."""

import pandas as pd
import pytest
from slip_rows import Delivered, card, delivered, entries
from statsmodels.stats.proportion import proportion_confint

from wiwak_eval.evaluation.slips import slips
from wiwak_eval.evaluation.slips.cards import read_cards
from wiwak_eval.evaluation.slips.people import named
from wiwak_eval.evaluation.slips.returned import cohorts
from wiwak_eval.evaluation.slips.timing import lateness_class
from wiwak_eval.results import NotAssessable, key_of

DUE = "2017-02-01"


def january(*stamps, names=("Ausländerbehörde", "Jobcenter", "Krankenkasse")):
    return [(name, DUE, day and f"2017-01-{day:02d}") for name, day in zip(names, stamps, strict=False)]


def cards(*groups, **dates):
    """So many cards with these stations, each of another person."""
    rows = []
    for count, stations in groups:
        rows += [card(f"L{len(rows) + n}", f"K{len(rows) + n}", stations, **dates) for n in range(count)]
    return delivered(entries(*rows))


def test_rare_ways_are_pooled_until_the_rest_is_not_few():
    """12 in order, 11 the second first, 3 without the second: three alone would be few, so the eleven join them."""
    table = slips(cards((12, january(2, 5, 9)), (11, january(5, 2, 9)), (3, january(2, None, 9)))).slip_variants
    assert [row[:2] for row in table.rows] == [("1 → 2 → 3", 12), ("übrige", 14), ("Summe", 26)]
    assert table.notes[0].startswith("1 = Ausländerbehörde, 2 = Jobcenter, 3 = Krankenkasse.")
    assert table.protection.dimensions[0].rest == "übrige"


def test_ways_follow_their_stations_never_their_size():
    """Stamps of one day follow the card; a card without a stamp has a way of its own."""
    table = slips(cards((20, january(5, 2)), (30, january(None, None)), (10, january(2, 2)), (15, january(None, 7)))).slip_variants
    assert [row[:2] for row in table.rows] == [("ohne Stempel", 30), ("1 → 2", 10), ("2", 15), ("2 → 1", 20), ("Summe", 75)]


def test_an_office_of_few_is_neither_numbered_nor_named():
    table = slips(
        cards((15, january(2, 5)), (10, january(2, None)), (4, january(2, 5, names=("Ausländerbehörde", "Frau Beispiel"))))
    ).slip_variants
    assert "Beispiel" not in repr(table)
    assert [row[:2] for row in table.rows] == [("1 → 2", 15), ("übrige", 14), ("Summe", 29)]


def test_ways_that_nobody_shares_are_refused():
    assert slips(cards((6, january(2, 5)), (6, january(5, 2)))).slip_variants == NotAssessable(
        "nicht auswertbar: Keinen Weg nahmen mindestens 10 Personen; einzelne Wege werden nicht genannt."
    )


def test_households_not_persons_make_a_value_fit_to_be_named():
    rows = [("x", f"K{n}", "one") for n in range(12)] + [("y", f"L{n}", f"L{n}") for n in range(10)]
    rows += [("z", f"M{n}", f"M{n}") for n in range(11)]
    frame = pd.DataFrame(rows, columns=["office", "client_id", "household"])
    assert named(frame, "office") == ["y", "z"]
    assert named(frame, "office", whole_rest=True) == ["z"], "x is one household; with y, the smaller of the others, the rest is of eleven"


def there_and_back(straight, crossed):
    """Issued on the 1st. Straight: stamps of the 3rd, 5th and 9th, back a week later; crossed: first at the second office, never back."""
    one = [card(f"L{n}", f"K{n}", january(3, 5, 9), "2017-01-01", "2017-01-16") for n in range(straight)]
    other = [card(f"M{n}", f"M{n}", january(7, 3, 13), "2017-01-01") for n in range(crossed)]
    return slips(delivered(entries(*one, *other)))


def test_days_between_stamps_by_hand():
    """Straight 2, 2 and 4 days, crossed 2, 4 and 6. Of ten and eleven cards the eleventh value is the median: 2, 4, 6."""
    assert there_and_back(10, 11).slip_steps.rows == (
        ("Ausgabe → 1. Stempel", 21, 2.0),
        ("1. → 2. Stempel", 21, 4.0),
        ("2. → 3. Stempel", 21, 6.0),
        ("letzter Stempel → Rückgabe", 10, 7.0),
    )


def test_the_last_step_is_left_out_where_it_would_tell_the_few_that_did_not_come_back():
    assert [row[0] for row in there_and_back(10, 9).slip_steps.rows][-1] == "2. → 3. Stempel"


def test_rare_ways_between_offices_are_pooled():
    """Crossed cards went Jobcenter, Ausländerbehörde, Krankenkasse: nine times 4 and nine times 6 days."""
    flows = there_and_back(10, 9).slip_flows
    assert flows.staff
    assert flows.rows == (("Ausländerbehörde → Jobcenter", 10, 2.0), ("Jobcenter → Krankenkasse", 10, 4.0), ("übrige", 18, 5.0))


def test_the_legs_of_the_way_by_hand_are_those_of_each_office():
    """Twelve cards A 2nd, B 5th, C 9th; twelve A 2nd, C 6th: A → B 3 days, B → C 4 days, A → C 4 days."""
    found = slips(cards((12, january(2, 5, 9)), (12, january(2, None, 6)))).slip_flows
    assert found.rows == (
        ("Ausländerbehörde → Jobcenter", 12, 3.0),
        ("Ausländerbehörde → Krankenkasse", 12, 4.0),
        ("Jobcenter → Krankenkasse", 12, 4.0),
    )
    assert {(median.key, median.persons) for median in found.protection.medians} == {
        (key_of({"slip_flow": row[0]}), 12) for row in found.rows
    }


def test_steps_of_few_are_left_out_without_a_word():
    found = slips(cards((10, january(2, 5)), (5, january(2, 5, 9)))).slip_steps
    assert [row[:2] for row in found.rows] == [("1. → 2. Stempel", 15)]
    assert found.notes == slips(cards((15, january(2, 5)))).slip_steps.notes, "that some went further is not told"
    lonely = slips(cards((12, january(2)))).slip_steps
    assert lonely == NotAssessable("nicht auswertbar: Keinen Schritt von einem Stempel zum nächsten machten mindestens 10 Personen.")


@pytest.mark.parametrize(
    ("stamped", "label"),
    [
        ("2017-01-15", "bis zur Frist"),
        ("2017-02-01", "bis zur Frist"),
        ("2017-02-02", "1 bis 7 Tage danach"),
        ("2017-02-08", "1 bis 7 Tage danach"),
        ("2017-02-09", "8 bis 28 Tage danach"),
        ("2017-03-01", "8 bis 28 Tage danach"),
        ("2017-03-02", "mehr als 28 Tage danach"),
        (None, "ohne Stempel"),
    ],
)
def test_lateness_classes_at_their_edges(stamped, label):
    frame = pd.DataFrame({"due_on": [pd.Timestamp(DUE)], "stamped_on": [pd.Timestamp(stamped) if stamped else pd.NaT]})
    assert lateness_class(frame).tolist() == [label]


def test_lateness_counts_each_station_with_a_due_date_once():
    """Ten cards: first in time, second six days late, third missing, a fourth without due date."""
    stations = [("A", DUE, DUE), ("B", DUE, "2017-02-07"), ("C", DUE, None), ("D", None, "2017-05-01")]
    found = slips(cards((10, stations)))
    assert [row[:2] for row in found.slip_lateness.rows] == [
        ("bis zur Frist", 10), ("1 bis 7 Tage danach", 10), ("8 bis 28 Tage danach", 0), ("mehr als 28 Tage danach", 0),
        ("ohne Stempel", 10), ("Summe", 30),
    ]  # fmt: skip
    assert [row[2] for row in found.slip_lateness.rows][:2] == pytest.approx([1 / 3, 1 / 3], abs=1e-6)
    assert found.slip_offices.staff
    assert found.slip_offices.rows == (("A", 10, 10, 1.0, 0.0), ("B", 10, 10, 1.0, 6.0), ("C", 10, 0, 0.0, None))


def issued(quarter, back, stayed):
    """Cards issued on the first day of a quarter of 2017, of which so many came back."""
    day = f"2017-{3 * quarter - 2:02d}-02"
    return [card(f"L{quarter}{n}", f"K{quarter}{n}", january(3), day, "2017-06-01" if n < back else None) for n in range(back + stayed)]


def test_cards_returned_by_the_quarter_of_issue():
    """12 of 22 of the first quarter came back, 14 of 24 of the second; a card of last year and one without a day are left out."""
    rows = [*issued(1, 12, 10), *issued(2, 14, 10)]
    rows += [card("N1", "N1", january(3), "2016-12-30", "2017-02-01"), card("N2", "N2", january(3), None, "2017-02-01")]
    table = slips(delivered(entries(*rows))).slip_returned
    assert [row[:4] for row in table.rows] == [
        ("1. Quartal 2017", 22, 12, round(12 / 22, 6)), ("2. Quartal 2017", 24, 14, round(14 / 24, 6)),
    ]  # fmt: skip
    for row, (count, of) in zip(table.rows, ((12, 22), (14, 24)), strict=True):
        assert row[4:] == pytest.approx(proportion_confint(count, of, method="wilson"), abs=1e-6)
    assert table.protection.dimensions[0].time
    assert table.protection.measures[0].incomplete == ("slip_quarter",)


@pytest.mark.parametrize(
    ("quarters", "expected"),
    [
        ([(1, 30, 9), (2, 20, 10)], [("1. bis 2. Quartal 2017", 69)]),
        ([(1, 12, 10), (2, 20, 3)], [("1. bis 2. Quartal 2017", 45)]),
        ([(1, 3, 3), (2, 12, 12), (3, 11, 11), (4, 2, 2)], [("1. bis 2. Quartal 2017", 30), ("3. bis 4. Quartal 2017", 26)]),
        ([(1, 30, 9)], []),
        ([(1, 9, 30)], []),
    ],
)
def test_quarters_in_which_few_came_back_or_few_did_not_are_put_together(quarters, expected):
    cards = read_cards(delivered(entries(*(one for quarter in quarters for one in issued(*quarter))))).cards
    assert [(name, len(part)) for name, part in cohorts(cards)] == expected


def test_return_is_refused_where_nearly_all_came_back():
    assert slips(delivered(entries(*issued(1, 30, 3)))).slip_returned == NotAssessable(
        "nicht auswertbar: Weniger als 10 Personen brachten ihre Laufkarte zurück oder brachten sie nicht zurück."
    )


def test_years_stand_beside_quarters_where_they_differ():
    rows = issued(1, 12, 12)
    older = [[(slip + "a", client + "a", *rest[:-2], "2016-11-02", rest[-1]) for slip, client, *rest in one] for one in issued(1, 5, 5)]
    cards = read_cards(delivered(entries(*rows, *older))).cards
    assert [name for name, _ in cohorts(cards)] == ["4. Quartal 2016 bis 1. Quartal 2017"]


def test_return_without_issue_is_refused_and_the_rest_stands():
    found = slips(cards((12, january(2, 5)), returned="2017-03-01"))
    assert found.slip_returned == NotAssessable("nicht auswertbar: Auf den Laufkarten steht kein Tag der Ausgabe.")
    assert [row[0] for row in found.slip_steps.rows] == ["1. → 2. Stempel"], "all came back: their number would tell that nobody did not"


def test_offices_and_ways_of_few_are_refused():
    """Twelve cards, each at two offices of its own."""
    rows = [card(f"L{n}", f"K{n}", january(2, 5, names=(f"A{n}", f"B{n}"))) for n in range(12)]
    found = slips(delivered(entries(*rows)))
    assert found.slip_flows == NotAssessable("nicht auswertbar: Kein Weg von einem Amt zum nächsten kommt bei mindestens 10 Personen vor.")
    assert found.slip_offices == NotAssessable("nicht auswertbar: Kein Amt steht auf den Laufkarten von mindestens 10 Personen.")
    assert slips(Delivered({"slip_entries": entries(*rows)})).slip_lateness.rows[-1][1] == 24
