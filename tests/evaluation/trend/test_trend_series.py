from fractions import Fraction

import pytest
from small_records import contacts, records_of

from wiwak_eval.evaluation.counts import MonthlyCounts
from wiwak_eval.evaluation.trend.exposure import full_time_posts, opening_days
from wiwak_eval.evaluation.trend.rates import trend_rates
from wiwak_eval.evaluation.trend.recording import Break, comparable
from wiwak_eval.evaluation.trend.series import NO_DAYS, NO_POSTS, PERSONS_ADDED_UP, Series, compared
from wiwak_eval.evaluation.trend.significance import trend_tests
from wiwak_eval.evaluation.trend.without import GOES, ONLY_THEN, STAYS, STILL_NONE, leave_one_out, trend_without
from wiwak_eval.results import NotAssessable

MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 11))
POSTS = """\
Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Bis
P1;S 12;3;1,0;01.05.2016;
P2;S 12;3;0,5;16.02.2017;
P3;E 6;3;0,25;01.01.2017;14.03.2017
P4;E 6;3;0,75;01.01.2017;
"""
OPEN = "Datum\n" + "".join(f"{day:02d}.{month:02d}.2017\n" for month in range(1, 7) for day in range(2, 2 + 9 + month)) + "11.06.2017\n"


def tally(rows):
    lines = "".join(f"{month:02d}/2017;{';'.join('' if n is None else str(n) for n in row)}\n" for month, row in enumerate(rows, start=1))
    return f"Monat;Beratungen;Personen\n{lines}"


@pytest.fixture
def steady(read):
    """Contacts double with the opening days and the posts stay; persons as many as half of them."""
    return read({"monatsstatistik": tally([(20, 10)] * 6), "oeffnungstage": OPEN, "stellen": POSTS}, last="06")


def test_full_time_posts_are_means_of_the_days_of_the_month(steady):
    """February: 1 + 0.25 + 0.75 all month, 0.5 on 13 of 28 days; March: 0.25 on 14 of 31 days; only three posts from January on."""
    found = full_time_posts(steady, MONTHS[:4])
    assert found == (2, 2 + Fraction(13, 56), Fraction(9, 4) + Fraction(14, 31) / 4, Fraction(9, 4))


def test_fewer_than_three_posts_tell_what_one_person_does(read):
    records = read({"monatsstatistik": tally([(20, 10)] * 6), "stellen": "\n".join(POSTS.splitlines()[:3]) + "\n"}, last="06")
    assert full_time_posts(records, MONTHS[:6]) == (None,) * 6
    assert {row[5:] for row in trend_rates(records).rows} == {(None, None, None)}


def test_opening_days_are_counted_once_and_no_calendar_stands_in(steady):
    assert opening_days(steady, MONTHS[:7]) == (10, 11, 12, 13, 14, 15, None)


def test_rates_by_hand(steady):
    table = trend_rates(steady)
    assert table.rows[0] == ("2017-01", 20, 10, 2.0, 1.0, 2.0, 10.0, 5.0)
    assert [row[3] for row in table.rows] == [round(20 / days, 6) for days in range(10, 16)]


def test_steady_counts_fall_by_opening_day(steady):
    table = trend_tests(compared(steady, ()))
    assert [row[0] for row in table.rows] == [
        *("contacts", "persons", "contacts_per_day", "persons_per_day", "contacts_per_post", "persons_per_post")
    ]
    assert table.cell("contacts", "s") == 0
    assert table.cell("contacts_per_day", "s") == table.cell("persons_per_day", "s") == -15
    assert table.cell("contacts_per_day", "ratio") < 1


def test_what_was_not_delivered_is_said(read):
    found = compared(read({"monatsstatistik": tally([(10 * n, None) for n in range(3, 9)])}, last="06"), ())
    assert [series.key for series in found.series] == ["contacts"]
    assert found.notes == (NO_DAYS, NO_POSTS)


def test_a_cumulated_tally_is_refused_and_cumulated_persons_are_left_out(read):
    refused = trend_tests(compared(read({"monatsstatistik": tally([(50 * n, n) for n in range(1, 9)])}, last="08"), ()))
    assert "fortlaufend aufsummiert" in refused.reason
    found = compared(read({"monatsstatistik": tally([(60 + n, 20 * n) for n in range(1, 9)])}, last="08"), ())
    assert [series.key for series in found.series] == ["contacts"]
    assert PERSONS_ADDED_UP in found.notes


def test_single_contacts_cannot_be_cumulated():
    """1, 2, 3, ... contacts a month look it; but each is there, with its day."""
    rows = [(f"{month:02d}-{day:02d}", "A") for month in range(1, 9) for day in range(1, month + 1)]
    assert compared(records_of(contacts(rows), 8), ()).series[0].counts == tuple(range(1, 9))


def counts(*values):
    return MonthlyCounts(MONTHS[: len(values)], values, None, None, None, None, True)


def test_months_before_and_after_a_break_are_not_compared(read):
    march = Break("2017-03", "Ab März 2017 wird anders erfasst.")
    assert comparable(counts(*range(30, 38)), (march,)).contacts == tuple(range(32, 38))
    assert comparable(counts(*range(30, 38)), ()).contacts == tuple(range(30, 38))
    late = comparable(counts(*range(30, 38)), (Break("2017-05", "Ab Mai 2017 wird anders erfasst."),))
    assert late == NotAssessable(
        "nicht auswertbar: Ab Mai 2017 wird anders erfasst; seitdem liegen erst 4 der nötigen 5 vergleichbaren Monate vor."
    )
    found = compared(read({"monatsstatistik": tally([(n, None) for n in range(30, 38)])}, last="08"), (march,))
    assert found.notes[0] == "Verglichen sind nur die Monate ab März 2017: Ab März 2017 wird anders erfasst."
    assert trend_tests(found).cell("contacts", "steps") == 5


def test_leave_one_out_by_hand():
    """Four months fall by one, then two leap: without either of these no order of the rest rises, the others change little."""
    results = leave_one_out(Series("contacts", "Beratungen", (10, 9, 8, 7, 100, 200)))
    pairs_falling, leaps = 6, 8
    assert [rank.s for rank, _ in results] == [7 - 3] * 4 + [4 - pairs_falling] * 2
    assert leaps + 1 - pairs_falling == 3, "S of the whole series"
    assert results[0][0].p_rising == pytest.approx(29 / 120), "S = 4 of 5 months: Kendall's table has 0.242"
    assert results[2][1].ratio == pytest.approx(fitted_factor([10, 9, 7, 100, 200], [0, 1, 3, 4, 5]), rel=1e-6)


def fitted_factor(values, at):
    """The slope at which observed and fitted centre agree, by bisection."""
    low, high = -5.0, 5.0
    centre = sum(v * m for v, m in zip(values, at, strict=True)) / sum(values)
    for _ in range(200):
        middle = (low + high) / 2
        weights = [2.718281828459045 ** (middle * m) for m in at]
        mean = sum(w * m for w, m in zip(weights, at, strict=True)) / sum(weights)
        low, high = (middle, high) if mean < centre else (low, middle)
    return 2.718281828459045**low


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((83, 124, 125, 163, 192, 228, 207, 191, 256, 286), {STAYS}),
        ((100, 98, 101, 99, 100, 97, 102, 100, 99, 101), {STILL_NONE}),
        ((500, 520, 550, 300, 580, 600, 620, 650), {ONLY_THEN, STILL_NONE}),
        ((100, 100, 100, 100, 100, 300, 320), {STAYS, GOES}),
    ],
)
def test_the_verdict_on_each_month(read, values, expected):
    table = trend_without(compared(read({"monatsstatistik": tally([(n, None) for n in values])}, last=f"{len(values):02d}"), ()))
    found = [row[5] for row in table.rows]
    assert set(found) <= expected
    assert [row[0] for row in table.rows] == list(MONTHS[: len(values)])
    if values[3] == 300:
        assert found[3] == ONLY_THEN, "the dip in April hides the rise"
        assert set(found[:3] + found[4:]) == {STILL_NONE}


def test_five_months_leave_too_few_when_one_is_left_out(read):
    refused = trend_without(compared(read({"monatsstatistik": tally([(n, None) for n in (30, 40, 50, 60, 70)])}, last="05"), ()))
    assert "erst ab 6 vergleichbaren Monaten" in refused.reason
