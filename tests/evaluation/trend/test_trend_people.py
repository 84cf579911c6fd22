from datetime import date
from itertools import product
from math import exp, log

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import t

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.evaluation.trend.breadth import SEVERAL, breadth, effective_number
from wiwak_eval.evaluation.trend.missing import in_steps, missing_values
from wiwak_eval.evaluation.trend.quarters import joined_quarters
from wiwak_eval.evaluation.trend.series import compared
from wiwak_eval.evaluation.trend.situation_trend import DECIMALS, share_trend, situation_figures
from wiwak_eval.evaluation.trend.situations import EVERYBODY, WITH_ONE, seen_with_situation, situation_quarters, situations
from wiwak_eval.results import Level, NotAssessable, key_of

MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 9))
HEAD = "Beratungs-ID;Datum;Klienten-ID;Anliegen\n"


def delivery(persons):
    """Persons as (first month, situation, household); each has one contact in that month, and one in each later one."""
    clients = "Klienten-ID;Haushalt;Problemlage\n" + "".join(f"K{n};{home};{what}\n" for n, (_, what, home) in enumerate(persons))
    rows = [(n, month) for n, (first, _, _) in enumerate(persons) for month in range(first, 9)]
    contacts = "".join(f"B{n}-{month};05.{month:02d}.2017;K{n};Wohnen\n" for n, month in rows)
    return {"klienten": clients, "beratungen": HEAD + contacts}


@pytest.fixture
def people():
    """Each month seven new persons; of them one is ill, from May on two; trauma in June and later, ten persons of one household."""
    found = [(month, "", f"H{month}{n}") for month in range(1, 9) for n in range(5)]
    found += [(month, "Krankheit", f"I{month}{n}") for month in range(1, 9) for n in range(2 if month > 4 else 1)]
    return found + [(month, "Trauma", "HT") for month in (6, 7) for _ in range(5)]


@pytest.fixture
def seen(read, people):
    return seen_with_situation(read(delivery(people), last="08"))


def test_situations_are_counted_over_all_persons_seen(seen):
    table = situations(seen)
    assert table.cell("Krankheit", "persons") == 12
    assert table.cell("Trauma", "persons") == 10
    assert table.cell(WITH_ONE, "persons") == 22
    assert table.cell(EVERYBODY, "persons") == 62
    assert table.cell("Krankheit", "share") == pytest.approx(12 / 62, abs=1e-6)
    assert (table.cell(WITH_ONE, "low"), table.cell(WITH_ONE, "high")) == pytest.approx(wilson(22 / 62, 62), abs=1e-6)
    assert table.protection.dimensions[0].sensitive
    behind = {cell.key: (cell.persons, cell.households) for cell in table.protection.cells}
    assert behind[key_of({"situation": "Trauma"})] == (10, 1)
    assert behind[key_of({"situation": WITH_ONE})] == (22, 13)


def test_an_incomplete_quarter_stands_with_its_neighbour(seen):
    table = situation_quarters(seen, joined_quarters(MONTHS))
    assert [row[:3] for row in table.rows] == [("1. Quartal 2017", 18, 3), ("April 2017 bis August 2017", 44, 19)]


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (1, 10, ["1. Quartal 2017", "2. Quartal 2017", "Juli 2017 bis Oktober 2017"]),
        (2, 6, ["Februar 2017 bis Juni 2017"]),
        (3, 10, ["März 2017 bis Juni 2017", "Juli 2017 bis Oktober 2017"]),
        (3, 4, ["März 2017 bis April 2017"]),
        (5, 5, ["2. Quartal 2017"]),
    ],
)
def test_parts_of_a_period(first, last, names):
    months = [f"2017-{month:02d}" for month in range(first, last + 1)]
    found = joined_quarters(months)
    assert list(found) == months
    assert list(dict.fromkeys(found.values())) == names


def test_only_situations_of_enough_households_are_called_late(read, people, seen):
    """Trauma began in June, but its ten persons are one household; in ten households it is one."""
    table = situation_figures(seen, compared(read(delivery(people), last="08"), ()))
    assert table.cell("situations", "late_categories") == 0
    assert table.protection.everybody == ("late_categories", "odds_ratio", "low", "high", "p_rising"), "not how many are of ten or more"
    apart = [(month, what, f"{home}{n}") for n, (month, what, home) in enumerate(people)]
    records = read(delivery(apart), last="08")
    assert situation_figures(seen_with_situation(records), compared(records, ())).cell("situations", "late_categories") == 1


def test_the_trend_of_a_share_is_statsmodels_quasi_binomial():
    """Shares with weights: of pairs of counts statsmodels works out `scale="X2"` as if each were a single trial."""
    marked, totals = np.array([2, 9, 3, 14, 5, 16, 12, 20]), np.array([30, 33, 31, 41, 46, 39, 39, 45])
    shares = sm.GLM(marked / totals, sm.add_constant(np.arange(8.0)), family=sm.families.Binomial(), var_weights=totals)
    fit = shares.fit(scale="X2")
    assert fit.scale > 1
    found, reach = share_trend(marked.tolist(), totals.tolist()), t.ppf(0.975, 6) * fit.bse[1]
    expected = (exp(fit.params[1]), exp(fit.params[1] - reach), exp(fit.params[1] + reach), t.sf(fit.tvalues[1], 6))
    assert (found.odds, found.low, found.high, found.p_rising) == pytest.approx(expected, rel=1e-9)


def test_reversed_months_turn_the_trend_of_a_share_round():
    there, back = share_trend([5, 6, 7, 9, 11], [40] * 5), share_trend([11, 9, 7, 6, 5], [40] * 5)
    assert there.odds * back.odds == pytest.approx(1, rel=1e-9)
    assert there.p_rising + back.p_rising == pytest.approx(1, abs=1e-9)
    assert share_trend([8] * 5, [40] * 5).odds == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("marked", "totals"),
    [([3] * 4, [9] * 4), ([1] * 9, [40] * 9), ([9] * 9, [10] * 9), ([2] * 9, [40] * 9), ([5, 5, 5, 5, 0], [9, 9, 9, 9, 0])],
)
def test_too_little_carries_no_trend_of_a_share(marked, totals):
    assert isinstance(share_trend(marked, totals), NotAssessable)


def test_without_situations_the_tables_are_refused(read):
    records = read(delivery([(1, "", "H")] * 12), last="08")
    refused = seen_with_situation(records)
    assert "Problemlagen sind nicht erfasst" in refused.reason
    assert situations(refused) == situation_quarters(refused, {}) == situation_figures(refused, compared(records, ())) == refused


def topics(read, rows):
    lines = "".join(f"B{n};{day}.2017;{person};{topic}\n" for n, (day, person, topic) in enumerate(rows))
    return breadth(read({"beratungen": HEAD + lines}, last="03"))


def test_breadth_by_hand(read):
    """Housing: 120 contacts of 40 persons; work: 80 of twenty of these; debt: 20 of four persons, two of whom came for housing too."""
    rows = [("03.01", f"P{n}", "Wohnen") for n in range(40)] * 3 + [("10.02", f"P{n}", "Arbeit") for n in range(20)] * 4
    rows += [("10.03", f"P{38 + n}", "Schulden") for n in range(4)] * 5
    table = topics(read, rows)
    effective = effective_number({"Wohnen": 120, "Arbeit": 80, "": 20})
    assert table.rows[0] == ("1. Quartal 2017", 42, pytest.approx(22 / 42), 1.0, 2, round(effective))
    ratio = table.protection.ratios[0]
    assert ratio.numerator == ("topic_persons", key_of({"topic_quarter": "2017-Q1", "topic_breadth": SEVERAL}))
    assert ratio.persons == 42


def test_the_mean_number_of_topics_is_coarse_and_needs_many_contacts(read):
    many = [("03.01", f"P{n}", "Wohnen+Arbeit" if n % 3 == 0 else "Wohnen") for n in range(200)]
    assert topics(read, many).rows[0][3] == 1.3
    assert topics(read, many[:199]).rows[0][3] is None


def test_the_effective_number_of_categories():
    """Equal ones count fully (Hill 1973: order 1 of n equal shares is n); shares 1/2, 1/4, 1/4 have entropy 1.5 ln 2."""
    assert effective_number({"a": 7, "b": 7, "c": 7, "d": 0}) == pytest.approx(3)
    assert effective_number({"a": 2, "b": 1, "c": 1}) == pytest.approx(exp(1.5 * log(2)))
    assert effective_number({}) == 0


def test_what_is_missing_is_told_in_steps(read):
    rows = "".join(f"B{n};03.01.2017;{'' if n < 2 else 'K1'};{'Wohnen' if n < 12 else ''}\n" for n in range(40))
    table = missing_values(read({"beratungen": HEAD + rows, "klienten": "Klienten-ID;Status\nK1;Duldung\nK2;\n"}))
    assert table.cell("Person", "missing") == "höchstens 50 %", "two of forty: a finer step would say that they are few"
    assert table.cell("Anliegen", "missing") == "mehr als die Hälfte"
    assert table.cell("Aufenthaltsstatus", "missing") == "keine", "K2 was never seen"
    assert table.cell("Herkunft", "missing") == "alle"
    assert not [cell for row in table.rows for cell in row if isinstance(cell, int | float)]


@pytest.mark.parametrize(
    ("missing", "of", "words"),
    [(0, 9, "keine"), (5, 100, "höchstens 25 %"), (11, 220, "höchstens 5 %"), (12, 220, "höchstens 10 %"), (3, 19, "einige"),
     (50, 100, "höchstens 50 %"), (51, 100, "mehr als die Hälfte"),
     (9, 9, "alle"), (0, 0, "alle")],
)  # fmt: skip
def test_steps(missing, of, words):
    assert in_steps(missing, of) == words


def test_the_factor_of_the_odds_does_not_give_the_number_of_persons_with_a_situation():
    """A reader knows the new persons of each month and the sum to the nearest five. Sum and weighted sum of those with a situation fix the
    factor: to six decimals it fits one pair alone, as printed it must leave every sum open."""
    marked, totals = [13, 6, 3, 5, 13, 9, 8, 6, 10, 6], [44, 33, 31, 41, 46, 39, 39, 26, 45, 30]
    printed = round(share_trend(marked, totals).odds, DECIMALS)
    possible = set()
    for fifth, sixth in product(range(-6, 7), repeat=2):
        other = [*marked[:4], marked[4] + fifth, marked[5] + sixth, *marked[6:]]
        if round(share_trend(other, totals).odds, DECIMALS) == printed:
            possible.add(sum(other))
    assert possible >= set(range(78, 83))


def test_how_many_topics_came_up_does_not_say_that_a_hidden_one_is_of_few(read):
    """Housing of forty persons; work of fifteen, or of five: the same number of topics."""
    housing = [("03.01", f"P{n}", "Wohnen") for n in range(40)]
    some, few = (topics(read, housing + [("10.02", f"P{n}", "Arbeit") for n in range(count)]) for count in (15, 5))
    assert some.rows[0][4] == few.rows[0][4] == 1


def test_that_somebody_new_has_a_situation_is_not_told_by_subtraction(read):
    """A second delivery has one person more, with an entry. Printed exactly both times, the row of all with an entry would tell it."""
    first = [(month, "Krankheit" if n < 6 else "", f"H{month}{n}") for month in range(1, 9) for n in range(20)]
    released = [situations(seen_with_situation(read(delivery(people), last="08"))) for people in (first, [*first, (3, "Trauma", "neu")])]
    former = defend(statements([released[0]]), Level.GREMIUM, HOUSE_RULE, Origin("Amt", "erste", date(2017, 1, 1), date(2017, 8, 31)))
    later = Origin("Amt", "zweite", date(2017, 1, 1), date(2017, 8, 31))
    defence = defend(statements([released[1]]), Level.GREMIUM, HOUSE_RULE, later, [former.disclosed])
    assert ("persons", key_of({"situation": WITH_ONE})) not in former.pattern.hidden
    assert ("persons", key_of({"situation": WITH_ONE})) in defence.pattern.hidden
    assert defence.after.breaches == ()
