from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_records import as_read, contacts, records_of

from wiwak_eval.evaluation.trend.growth import LABELS, NO_SHARES, Traffic, decompose, growth_parts
from wiwak_eval.evaluation.trend.person_months import person_months
from wiwak_eval.forecast.stock import active_persons, inflow_stock
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.simulate import pilot_parameters, simulate

SIX_MONTHS = [
    *[("01-10", "A"), ("01-12", "A"), ("01-20", "B"), ("01-31", None)],
    *[("02-01", "A"), ("02-14", "C"), ("02-15", "C")],
    *[("03-05", "B")],
    *[("04-03", "D"), ("04-04", None)],
    *[("05-02", "A"), ("05-09", "D"), ("05-10", "D"), ("05-11", "E"), ("05-12", None)],
    *[("06-01", "B"), ("06-02", "B"), ("06-03", "D"), ("06-29", "E"), ("06-30", None)],
]
"""January and February: A, B, C new (5 contacts), A back in February (1), 1 without a person.

May and June: E new (1); A, D in May and B, D, E in June back (7); 2 without a person.
"""

amounts = st.integers(0, 60).map(lambda count: Fraction(count, 3))


@st.composite
def traffics(draw):
    """Persons with at least one contact each, or none at all."""
    persons = [draw(amounts), draw(amounts)]
    return Traffic(*persons, *(count + draw(amounts) if count else Fraction(0) for count in persons), draw(amounts))


def table_of(records):
    table = growth_parts(records)
    assert isinstance(table, Table)
    return {row[0]: row[2:] for row in table.rows}


def test_six_months_by_hand():
    """New: (1/2 - 3/2) x (5/3 + 1)/2; returning: (5/2 - 1/2) x (1 + 7/5)/2; per new: (1 - 5/3) x 1; per returning: 2/5 x 3/2."""
    rows = table_of(records_of(contacts(SIX_MONTHS), 6))
    expected = {
        "new_persons": (3 / 2, 1 / 2, -4 / 3),
        "returning_persons": (1 / 2, 5 / 2, 12 / 5),
        "contacts_per_new": (5 / 3, 1.0, -2 / 3),
        "contacts_per_returning": (1.0, 7 / 5, 3 / 5),
        "anonymous": (1 / 2, 1.0, 1 / 2),
        "total": (7 / 2, 5.0, 3 / 2),
    }
    assert {key: row[:3] for key, row in rows.items()} == {key: pytest.approx(row, abs=1e-6) for key, row in expected.items()}
    assert rows["returning_persons"][3] == pytest.approx(8 / 5)
    assert sum(row[3] for key, row in rows.items() if key != "total") == pytest.approx(1, abs=1e-5)


@given(traffics(), traffics())
def test_parts_add_up_to_the_change_without_a_remainder(first, last):
    assert sum(part.change for part in decompose(first, last)) == last.contacts - first.contacts


@given(traffics(), traffics())
def test_swapped_periods_flip_every_sign(first, last):
    there, back = decompose(first, last), decompose(last, first)
    assert [part.change for part in there] == [-part.change for part in back]
    assert [(part.key, part.first, part.last) for part in there] == [(part.key, part.last, part.first) for part in back]


@given(traffics())
def test_no_change_has_no_parts(traffic):
    assert {part.change for part in decompose(traffic, traffic)} == {0}


@given(traffics(), traffics(), st.integers(2, 9))
def test_twice_the_contacts_are_twice_each_part(first, last, factor):
    scaled = [
        replace(
            one,
            new_contacts=factor * one.new_contacts,
            returning_contacts=factor * one.returning_contacts,
            anonymous=factor * one.anonymous,
        )
        for one in (first, last)
    ]
    assert [part.change for part in decompose(*scaled)] == [factor * part.change for part in decompose(first, last)]


def test_only_what_changed_has_a_part():
    base = Traffic(Fraction(10), Fraction(20), Fraction(15), Fraction(50), Fraction(3))
    cases = {
        "new_persons": (replace(base, new_persons=Fraction(14), new_contacts=Fraction(21)), 6),
        "returning_persons": (replace(base, returning_persons=Fraction(30), returning_contacts=Fraction(75)), 25),
        "contacts_per_new": (replace(base, new_contacts=Fraction(25)), 10),
        "contacts_per_returning": (replace(base, returning_contacts=Fraction(40)), -10),
        "anonymous": (replace(base, anonymous=Fraction(8)), 5),
    }
    for key, (last, change) in cases.items():
        assert {part.key: part.change for part in decompose(base, last) if part.change} == {key: change}


people = st.lists(
    st.tuples(st.integers(1, 7), st.integers(1, 28), st.sampled_from([None, "A", "B", "C", "D", "E"])), min_size=1, max_size=60
).filter(lambda rows: any(row[2] for row in rows))


@settings(max_examples=30, deadline=None)
@given(people, st.randoms(use_true_random=False))
def test_any_delivery_adds_up_and_knows_no_pseudonym(rows, random):
    plain = [(f"{month:02d}-{day:02d}", person) for month, day, person in rows]
    names = random.sample(["V", "W", "X", "Y", "Z"], 5)
    renamed = [(day, person and names["ABCDE".index(person)]) for day, person in plain]
    random.shuffle(renamed)
    records, other = records_of(contacts(plain), 7), records_of(contacts(renamed), 7)
    table, stock = table_of(records), inflow_stock(records)
    assert sum(row[2] for key, row in table.items() if key != "total") == pytest.approx(table["total"][2], abs=1e-5)
    assert (growth_parts(other), inflow_stock(other)) == (growth_parts(records), stock)
    for _, new, returning, low, high, seen, _ in stock.inflow_stock.rows:
        assert new + returning <= low <= high <= seen


def test_a_person_counts_as_in_counselling_between_contacts_ninety_days_apart():
    """Q: 31 January to 1 May are 90 days; R: to 2 May are 91 days, two episodes; S: last seen on 2 April, 89 days before the end."""
    rows = [("01-31", "Q"), ("05-01", "Q"), ("01-31", "R"), ("05-02", "R"), ("02-10", "S"), ("04-02", "S"), ("01-02", "T")]
    found = person_months(records_of(contacts(rows), 6))
    low, high = active_persons(found, records_of(contacts(rows), 6).provenance.period_to)
    assert low == (3, 2, 2, 2, 2, 0)
    assert high == (3, 2, 2, 2, 3, 3)


def test_ninety_days_before_the_end_an_episode_is_over():
    rows = [("04-01", "S"), ("04-02", "T")]
    records = records_of(contacts(rows), 6)
    assert active_persons(person_months(records), records.provenance.period_to) == ((0, 0, 0, 2, 0, 0), (0, 0, 0, 2, 1, 1))


def test_inflow_and_stock_by_hand():
    monthly = inflow_stock(records_of(contacts(SIX_MONTHS), 6)).inflow_stock
    assert [row[:3] for row in monthly.rows] == [
        ("2017-01", 2, 0), ("2017-02", 1, 1), ("2017-03", 0, 1), ("2017-04", 1, 0), ("2017-05", 1, 2), ("2017-06", 0, 3),
    ]  # fmt: skip
    assert [row[5:] for row in monthly.rows] == [(2, 4), (3, 3), (3, 1), (4, 2), (5, 5), (5, 5)]


def test_whose_the_latest_contacts_are():
    """April to June: A 1 and B 2 of 12 contacts come from persons of the first three months; D and E are new, D in April."""
    figures = inflow_stock(records_of(contacts(SIX_MONTHS), 6)).stock_figures
    assert figures.rows == (("latest", "April 2017 bis Juni 2017", 12, 3, 0.25, 2, 3, 8),)


def test_incomplete_months_are_not_compared_but_their_persons_are_known():
    rows = [("01-20", "A"), *SIX_MONTHS[4:], ("07-01", "A")]
    stock = inflow_stock(records_of(contacts(rows), 8, first_day=15, last_day=15))
    assert [row[0] for row in stock.inflow_stock.rows] == [f"2017-{month:02d}" for month in range(2, 8)]
    assert stock.inflow_stock.rows[0][1:6] == (1, 1, 2, 2, 2)


@pytest.mark.parametrize("rows", [SIX_MONTHS, [("01-10", "A"), ("06-10", None)]])
def test_too_few_months_are_refused(rows):
    short = records_of(contacts(rows), 6, last_day=29)
    for result in (growth_parts(short), inflow_stock(short).inflow_stock, inflow_stock(short).stock_figures):
        assert isinstance(result, NotAssessable)
        assert "mindestens 6 vollständigen Monaten" in result.reason


def test_a_tally_is_refused(tallied):
    result = growth_parts(tallied([83, 124, 125, 163, 192, 228]))
    assert isinstance(result, NotAssessable)
    assert "die Tabelle „Beratungen“ fehlt" in result.reason


def test_contacts_without_any_person_are_refused():
    assert isinstance(growth_parts(records_of(contacts([("01-10", None), ("06-10", None)]), 6)), NotAssessable)


def test_shares_are_not_shown_where_parts_cancel():
    """January and February: 2 new persons with one contact each; May and June: the same two come back, 2 + 1 contacts."""
    rows = [("01-10", "A"), ("02-10", "B"), ("05-10", "A"), ("06-10", "B")]
    table = growth_parts(records_of(contacts(rows), 6))
    assert {row[5] for row in table.rows} == {None}
    assert table.notes[-1] == NO_SHARES
    assert table.cell("returning_persons", "change") == -table.cell("new_persons", "change") == 1


def test_every_part_has_a_german_label():
    traffic = Traffic(*map(Fraction, (1, 1, 1, 1, 1)))
    assert {part.key for part in decompose(traffic, traffic)} | {"total"} == set(LABELS)


def simulated(seed, **counselling):
    truth = pilot_parameters()
    changed = {name: replace(getattr(truth.counselling, name), value=value) for name, value in counselling.items()}
    year = simulate(seed, replace(truth, counselling=replace(truth.counselling, **changed)))
    return records_of(as_read(year.tables["consultations"]), 10)


@pytest.mark.parametrize("seed", range(3))
def test_where_nobody_comes_back_all_growth_is_new_persons(seed):
    """Truth: contacts in the month of finding alone, 1 + NB(0.6) each, more persons finding the centre from month to month."""
    rows = table_of(simulated(seed, stays_in_touch=0.0, january_share=0.0, season=(1.0,) * 10, attended_share=1.0))
    assert rows["returning_persons"][:3] == rows["contacts_per_returning"][:3] == (0.0, 0.0, 0.0)
    assert rows["new_persons"][2] + rows["contacts_per_new"][2] + rows["anonymous"][2] == pytest.approx(rows["total"][2], abs=1e-5)
    assert rows["contacts_per_new"][0] == pytest.approx(1.6, abs=0.35)


@pytest.mark.parametrize("seed", range(3))
def test_where_everybody_stays_the_rise_is_accumulation(seed):
    """Truth: nobody is lost but by moving, each comes about twice a month, and ever fewer persons find the centre."""
    stays = {"stays_in_touch": 1.0, "contacts_by_month": (2.0,) * 12, "finding_hazard": tuple(np.linspace(0.3, 0.05, 10))}
    records = simulated(seed, **stays)
    rows, stock = table_of(records), inflow_stock(records).inflow_stock
    assert rows["new_persons"][2] < 0 < rows["returning_persons"][2]
    assert rows["returning_persons"][2] > 0.9 * rows["total"][2] > 0
    last = dict(zip([column.name for column in stock.columns], stock.rows[-1], strict=True))
    assert 0.8 * last["seen"] < last["active_high"] <= last["seen"]
    assert inflow_stock(records).stock_figures.cell("latest", "share_from_stock") > 0.7
