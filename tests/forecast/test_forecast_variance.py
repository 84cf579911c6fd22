"""The monthly variance report: inside or not, and why."""

import math
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from tests.forecast.book_samples import HISTORY, counts, entry
from wiwak_eval.disclosure.printing import Pattern, Print
from wiwak_eval.disclosure.release import Door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.forecast.deviation import (
    BREAK,
    INSIDE,
    NEW,
    PER_PERSON,
    POLICY,
    RETURNING,
    REVISION,
    UNKNOWN,
    compare,
    decompose,
    logarithmic_mean,
)
from wiwak_eval.forecast.variance import variance
from wiwak_eval.publication.display import printed, text_table
from wiwak_eval.results import Level, NotAssessable, Provenance

PERSONS = (40,) * 10
NEW_PERSONS = (8,) * 10
POSITIVE = st.floats(min_value=0.5, max_value=1e5)
PROVENANCE = Provenance("Landkreis Probe", date(2017, 1, 1), date(2018, 1, 31), date(2018, 2, 15), True)


def variance_report(*given, **more):
    """The monthly table alone."""
    return variance(*given, **more).variance_months


def later(*contacts: int, persons: tuple[int, ...] | None = None, new: tuple[int, ...] | None = None):
    """Counts of the ten months and some more."""
    people = None if persons is None else (*PERSONS, *persons)
    newcomers = None if new is None else (*NEW_PERSONS, *new)
    return counts((*HISTORY, *contacts), people, newcomers)


def cells(table, column):
    place = [one.name for one in table.columns].index(column)
    return [row[place] for row in table.rows]


def planned_people(persons=50, new=10):
    return entry(persons=(persons,) * 26, new=(new,) * 26)


def cause(contacts, persons, new):
    return compare(planned_people(), later(contacts, persons=(persons,), new=(new,)), (), ()).months[0].cause


def test_what_comes_as_planned_deviates_by_nothing_and_is_inside():
    table = variance_report([planned_people()], later(100, 100, persons=(50, 50), new=(10, 10)))
    assert cells(table, "deviation") == [0, 0]
    assert cells(table, "deviation_share") == [0, 0]
    assert cells(table, "inside") == ["ja", "ja"]
    assert cells(table, "cause") == [INSIDE, INSIDE]
    assert cells(table, "mark") == [None, None]


def test_one_row_a_later_month_with_forecast_and_actual():
    table = variance_report([entry()], later(126, 79, 125, 80))
    assert [row[:6] for row in table.rows] == [
        ("2017-11", 100, 80, 125, 126, 26),
        ("2017-12", 100, 80, 125, 79, -21),
        ("2018-01", 100, 80, 125, 125, 25),
        ("2018-02", 100, 80, 125, 80, -20),
    ]
    assert cells(table, "inside") == ["nein", "nein", "ja", "ja"]
    assert cells(table, "deviation_share") == [0.26, -0.21, 0.25, -0.2]
    assert table.assumptions == ("caseload_level",)


@pytest.mark.parametrize(
    ("contacts", "persons", "new", "expected"),
    [
        (160, 80, 40, NEW),
        (160, 80, 10, RETURNING),
        (160, 50, 10, PER_PERSON),
        (50, 25, 0, RETURNING),
        (50, 41, 1, PER_PERSON),
        (70, 47, 8, PER_PERSON),
        (78, 39, 0, NEW),
        (160, 20, 5, PER_PERSON),
        (100, 10, 5, INSIDE),
        (125, 200, 190, INSIDE),
    ],
)
def test_the_cause_is_the_greatest_part_in_the_deviations_direction(contacts, persons, new, expected):
    assert cause(contacts, persons, new) == expected


def test_without_persons_a_deviation_is_not_taken_apart():
    for early, now in (
        (entry(), later(200, persons=(90,), new=(50,))),
        (planned_people(), later(200)),
        (planned_people(), later(0, persons=(0,), new=(0,))),
        (planned_people(persons=0, new=0), later(200, persons=(90,), new=(50,))),
    ):
        assert compare(early, now, (), ()).months[0].cause == UNKNOWN
        assert isinstance(variance([early], now).variance_causes, NotAssessable)


def test_new_persons_of_a_shorter_delivery_are_others():
    """Counted from single contacts, everyone seems new where the delivery begins."""
    short = counts((100, 200), (60, 90), (60, 50), first="2017-10", tally=False)
    assert compare(planned_people(), short, (), ()).months[0].parts is None
    assert compare(planned_people(), replace(short, from_tally=True), (), ()).months[0].parts is not None


@settings(deadline=None)
@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE, st.floats(0, 1), st.floats(0, 1))
def test_the_parts_add_up_to_the_deviation(plan, actual, plan_persons, persons, plan_new, new):
    parts = decompose((plan, plan_persons, plan_new * plan_persons), (actual, persons, new * persons))
    assert sum(parts.by_name.values()) == pytest.approx(actual - plan, rel=1e-6, abs=1e-6 * max(plan, actual))


def test_a_part_alone_carries_the_whole_deviation():
    assert decompose((100, 50, 10), (120, 60, 20)).by_name == pytest.approx({NEW: 20, RETURNING: 0, PER_PERSON: 0})
    assert decompose((100, 50, 10), (80, 40, 0)).by_name == pytest.approx({NEW: -20, RETURNING: 0, PER_PERSON: 0})
    assert decompose((100, 50, 10), (120, 50, 10)).by_name == pytest.approx({NEW: 0, RETURNING: 0, PER_PERSON: 20})


@settings(deadline=None)
@given(POSITIVE, POSITIVE)
def test_the_logarithmic_mean_lies_between(one, other):
    mean = logarithmic_mean(one, other)
    assert min(one, other) * (1 - 1e-9) <= mean <= max(one, other) * (1 + 1e-9)
    assert mean == pytest.approx(logarithmic_mean(other, one))
    assert logarithmic_mean(one, one) == one
    assert logarithmic_mean(1, math.e) == pytest.approx(math.e - 1)


def test_a_lever_marks_the_months_from_its_date_on():
    table = variance_report([entry()], later(100, 200, 100), lever_months=["2017-12", "2017-05"])
    assert cells(table, "mark") == [None, POLICY, POLICY]
    assert cells(table, "cause") == [INSIDE, UNKNOWN, INSIDE]
    assert any(note.startswith(POLICY) for note in table.notes)


@pytest.mark.parametrize("month", ["2017-01", "2017-10", "2018-02"])
def test_a_lever_before_or_after_marks_nothing(month):
    assert cells(variance_report([entry()], later(100, 100, 100), lever_months=[month]), "mark") == [None] * 3


def test_a_revised_month_is_marked_and_named():
    now = counts((*HISTORY[:3], HISTORY[3] + 2, *HISTORY[4:], 100))
    table = variance_report([entry()], now)
    assert cells(table, "mark") == [REVISION]
    assert [note for note in table.notes if note.startswith(REVISION)] == [
        "Datenberichtigung: Monate, aus denen die Prognose entstand, haben jetzt andere Zahlen (April 2017)."
    ]


def test_months_after_a_break_are_named_but_not_compared():
    tables = variance([entry()], later(100, 110, 500, 600), breaks=["2018-01"])
    table = tables.variance_months
    assert cells(table, "month") == ["2017-11", "2017-12", "2018-01", "2018-02"]
    assert cells(table, "actual") == [100, 110, 500, 600]
    assert cells(table, "inside") == ["ja", "ja", "nicht verglichen", "nicht verglichen"]
    assert cells(table, "deviation") == [0, 10, None, None]
    assert cells(table, "cause") == [INSIDE, INSIDE, BREAK, BREAK]
    assert cells(tables.variance_sums, "year") == ["2017"]
    assert cells(tables.forecast_record, "months") == [2]


def test_a_break_that_the_forecast_knew_stops_nothing():
    assert cells(variance_report([entry()], later(100), breaks=["2017-06"]), "inside") == ["ja"]


def test_where_all_months_lie_after_a_break_sums_are_refused():
    tables = variance([entry()], later(100, 100), breaks=["2017-11"])
    assert cells(tables.variance_months, "cause") == [BREAK, BREAK]
    reason = "nicht auswertbar: Seit der Prognose wurde die Erfassung umgestellt; die Monate danach sind nicht vergleichbar."
    assert tables.variance_sums == tables.forecast_record == NotAssessable(reason)


def test_an_empty_book_is_said():
    reason = "nicht auswertbar: Im Prognosebuch steht noch keine frühere Prognose dieser Behörde, mit der sich vergleichen ließe."
    tables = variance([], later(100))
    assert {getattr(tables, field.name) for field in fields(tables)} == {NotAssessable(reason)}
    assert variance_report([], later(100)) == NotAssessable(reason)


def test_a_forecast_without_a_later_month_is_refused():
    reason = "nicht auswertbar: Seit der letzten Prognose im Prognosebuch ist kein vollständiger Monat dazugekommen."
    assert variance_report([entry()], later()) == NotAssessable(reason)


def test_a_forecast_of_another_series_is_refused_or_left_out():
    """Two simulated counties of one name: no month that both know is equal."""
    other = entry(history=tuple(value + 7 for value in HISTORY), planned=(300,) * 26)
    found = variance_report([other], later(100))
    assert isinstance(found, NotAssessable)
    assert found.reason.endswith("Prognose und Lieferung zählen nicht dasselbe.")
    assert variance_report([other, entry()], later(100)) == variance_report([entry()], later(100))


def test_the_latest_forecast_is_reported_whatever_the_order():
    old, new = entry(), entry(history=(*HISTORY, 105), planned=(90,) * 25, made_on=date(2017, 12, 15))
    table = variance_report([new, old], later(105, 95, 90))
    assert table == variance_report([old, new], later(105, 95, 90))
    assert cells(table, "month") == ["2017-12", "2018-01"]
    assert cells(table, "planned") == [90, 90]
    assert table.notes[0] == (
        "Verglichen wird mit der Prognose vom 15.12.2017 aus Monaten bis November 2017 (Lieferung „probe“, Verfahren: Mittel der letzten "
        f"drei Monate, Eintrag {new.id})."
    )


def test_sums_of_a_year_are_held_against_the_forecast_from_before_it():
    november = entry()
    february = entry(history=(*HISTORY, 100, 100, 100), planned=(140,) * 23, made_on=date(2018, 2, 15))
    table = variance([november, february], later(100, 100, 100, 110, 120)).variance_sums
    assert [row[:6] for row in table.rows] == [
        ("2017", "15.11.2017", "November bis Dezember", 200, 200, 0),
        ("2018", "15.11.2017", "Januar bis März", 300, 330, 30),
    ]
    assert cells(table, "deviation_share") == [0, 0.1]
    assert cells(table, "year_planned") == [None, 1200]
    assert cells(table, "inside") == [None, None]


@pytest.mark.parametrize(("monthly", "verdict"), [(100, "ja"), (126, "nein"), (79, "nein")])
def test_a_whole_year_lies_in_its_own_range_or_not(monthly, verdict):
    table = variance([entry()], later(100, 100, *[monthly] * 12)).variance_sums
    assert table.rows[1][:6] == ("2018", "15.11.2017", "Januar bis Dezember", 1200, 12 * monthly, 12 * (monthly - 100))
    assert table.rows[1][8:] == (960, 1500, verdict)


def test_the_record_counts_all_forecasts():
    old, new = entry(), entry(history=(*HISTORY, 126), planned=(90,) * 25, made_on=date(2017, 12, 15))
    table = variance([old, new], later(126, 100)).forecast_record
    assert cells(table, "entry") == [old.id, new.id, "alle"]
    assert cells(table, "months") == [2, 1, 3]
    assert cells(table, "inside") == [1, 1, 2]
    assert cells(table, "bias") == [13, 10, 12]
    assert cells(table, "mae") == [13, 10, 12]
    assert (cells(table, "inside_low")[2], cells(table, "inside_high")[2]) == pytest.approx(
        (beta.ppf(0.025, 2, 2), beta.ppf(0.975, 3, 1)), abs=1e-6
    )


def test_a_single_forecast_needs_no_line_for_all():
    assert cells(variance([entry()], later(126)).forecast_record, "entry") == [entry().id]


def test_deviations_of_both_directions_cancel_in_the_bias_only():
    table = variance([entry()], later(130, 70)).forecast_record
    assert (cells(table, "bias"), cells(table, "mae")) == ([0], [30])


def test_the_causes_table_adds_up():
    table = variance([planned_people()], later(160, 120, persons=(80, 55), new=(40, 12))).variance_causes
    for _, deviation, *parts in table.rows:
        assert sum(parts) == pytest.approx(deviation, abs=1e-5)
    assert cells(table, "deviation") == [60, 20]


def test_people_read_german():
    whole = variance_report([planned_people()], later(126, persons=(80,), new=(40,)), lever_months=["2017-11"])
    table = Door(statements([]), Pattern(frozenset()), Print(Level.OEFFENTLICH, HOUSE_RULE, True), PROVENANCE).release(whole)
    heads, rows = printed(table)
    assert [column.label for column in heads][:5] == ["Monat", "Planwert", "80-%-Bereich von", "80-%-Bereich bis", "tatsächlich"]
    assert rows[0] == ("November 2017", "100", "80", "125", "126", "26", "26,0\u202f%", "nein", "Rechtsänderung", "Zugang")
    assert "Simulierte Daten" in text_table(table)


@settings(deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=400), min_size=1, max_size=26))
def test_any_months_give_a_report_without_a_gap(contacts):
    tables = variance([entry()], later(*contacts))
    inside = [80 <= count <= 125 for count in contacts]
    assert cells(tables.variance_months, "inside") == ["ja" if one else "nein" for one in inside]
    assert sum(cells(tables.variance_sums, "actual")) == sum(contacts)
    assert cells(tables.forecast_record, "inside") == [sum(inside)]
