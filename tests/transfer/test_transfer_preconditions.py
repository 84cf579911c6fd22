"""Preconditions that public data can test: by hand, at their thresholds, and where something is not known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import hypot, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.shipped import shipped
from wiwak_eval.transfer.limits_table import limits_table
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.preconditions import Met, Thresholds, check, mean_distance, places, thresholds
from wiwak_eval.transfer.preconditions_tables import ROW, preconditions_table, transfer_table
from wiwak_eval.transfer.readiness import Readiness

LIMITS = Thresholds(persons=300, distance=15, factor=1.5)
STRICT, GENEROUS = Thresholds(520, 10, 1.25), Thresholds(150, 20, 2)
HOME = County("Kreis", False, Decimal("0.5"), 100_000, Decimal(900))
TOWN = County("Stadt Klein", True, Decimal("0.2"), 20_000, Decimal(100))
WIDE = County("Weit", False, Decimal("0.2"), 60_000, Decimal(2000))
BLANK = County("Unbekannt", False, Decimal("0.1"))
COUNTIES = (HOME, TOWN, WIDE, BLANK)
PERSONS = (1000, 299, 700, 400)


def readiness(**more: object) -> Readiness:
    whole = Readiness(places(COUNTIES, PERSONS), 0, (LIMITS, LIMITS, LIMITS), "Mitte 2018", ["home_county"])
    return replace(whole, **more)  # type: ignore[arg-type]


def test_distance_is_that_of_points_drawn_in_a_disc() -> None:
    """A disc of 900 square kilometres has a radius of 16.93 km, two thirds of it are 11.28 km."""
    assert mean_distance(900) == pytest.approx(11.284, abs=0.001)
    rng, radius = np.random.default_rng(1), sqrt(900 / pi)
    points = rng.uniform(-radius, radius, size=(200_000, 2))
    away = [hypot(*point) for point in points if hypot(*point) <= radius]
    assert np.mean(away) == pytest.approx(mean_distance(900), rel=0.01)


def test_each_precondition_by_hand() -> None:
    """Town: 299 < 300; 14.95 per 1,000 against 10 is a factor of 1.495. Wide: two thirds of 25.2 km are 16.8 km; 11.7 against 10."""
    home, town, wide, blank = check(places(COUNTIES, PERSONS), 0, LIMITS)
    assert home.each == (Met.YES, Met.YES, Met.YES)
    assert town.each == (Met.NO, Met.YES, Met.YES)
    assert wide.each == (Met.YES, Met.NO, Met.YES)
    assert blank.each == (Met.YES, Met.UNKNOWN, Met.UNKNOWN)
    assert [one.all_met for one in (home, town, wide, blank)] == [Met.YES, Met.NO, Met.NO, Met.UNKNOWN]


@pytest.mark.parametrize(("persons", "answer"), [(1500, Met.YES), (1501, Met.NO), (667, Met.YES), (666, Met.NO)])
def test_a_share_may_be_a_factor_above_or_below_the_home_county(persons: int, answer: Met) -> None:
    found = check(places((HOME, replace(HOME, name="Anderer")), (1000, persons)), 0, LIMITS)
    assert found[1].share is answer


def test_a_failed_precondition_outweighs_what_is_not_known() -> None:
    assert check(places((HOME, BLANK), (1000, 10)), 0, LIMITS)[1].all_met is Met.NO


def test_a_home_county_nobody_lives_in_leaves_shares_unknown() -> None:
    assert check(places((BLANK, TOWN), (1000, 500)), 0, LIMITS)[1].share is Met.UNKNOWN
    assert check(places((HOME, TOWN), (0, 500)), 0, LIMITS)[1].share is Met.UNKNOWN


@given(st.lists(st.integers(0, 3000), min_size=4, max_size=4))
def test_stricter_thresholds_are_never_met_by_more(persons: list[int]) -> None:
    known = places(COUNTIES, persons)
    strict, loose = (check(known, 0, limits) for limits in (Thresholds(520, 10, 1.25), Thresholds(150, 20, 2)))
    assert all(one.all_met is not Met.YES or other.all_met is Met.YES for one, other in zip(strict, loose, strict=True))


def test_the_shipped_thresholds_have_an_end_on_each_side() -> None:
    values = Assumptions(
        load_catalogue(shipped("data") / "assumptions"), load_scenario(shipped("data") / "scenarios", "basis"), date(2017, 11, 15)
    )
    as_set, strict, generous = thresholds(values, date(2017, 10, 31))
    assert strict.persons > as_set.persons > generous.persons
    assert strict.distance < as_set.distance < generous.distance
    assert 1 < strict.factor < as_set.factor < generous.factor


def test_the_share_counts_what_is_known_to_hold_and_its_range_what_might() -> None:
    """Of four, the home county alone holds all, and is no evidence for itself: of the three others none does. Strictly nobody (11.3 km are
    too far); generously all (299 persons, 16.8 km, and the unknown one)."""
    table = transfer_table(readiness(limits=(LIMITS, STRICT, GENEROUS)))
    names = ("counties", "persons_met", "distance_met", "per_1000_met", "prepared", "prepared_low", "prepared_high", "unknown")
    found = {row: [table.cell(row, name) for name in names] for row in (ROW, "counties", "towns", "home", "all")}
    assert found == {
        ROW: [3, 2, 1, 2, 0, 0, 3, 1],
        "counties": [2, 2, 0, 1, 0, 0, 2, 1],
        "towns": [1, 0, 1, 1, 0, 0, 1, 0],
        "home": [1, 1, 1, 1, 1, 0, 1, 0],
        "all": [4, 3, 2, 3, 1, 0, 4, 1],
    }
    assert [table.cell(ROW, name) for name in ("prepared_share", "share_low", "share_high")] == [0, 0, 1]
    assert [table.cell("all", name) for name in ("prepared_share", "share_low", "share_high")] == [0.25, 0, 1]
    assert table.cell(ROW, "by_cases") is None


def test_the_thresholds_stand_in_a_table_with_how_many_each_lets_through() -> None:
    table = limits_table(readiness(limits=(LIMITS, STRICT, GENEROUS)))
    rows = {str(row[0]): row[3:] for row in table.rows}
    assert rows["persons"] == (300, 520, 150, 3, 2, 1, 3, "erfüllt", "erfüllt")
    assert rows["distance"] == (15, 10, 20, 3, 1, 1, 2, "erfüllt", "nicht erfüllt")
    assert rows["factor"] == (1.5, 1.25, 2, 3, 2, 1, 2, "erfüllt", "erfüllt")
    assert rows["all"] == (None, None, None, 3, 0, 0, 2, "erfüllt", "nicht erfüllt")


def test_where_everybody_passes_the_table_says_that_nothing_is_told_apart() -> None:
    words, fails = "Die Prüfung trennt dann nichts", "auch der Pilotkreis selbst nicht"
    table = transfer_table(readiness())
    assert not any(words in note or fails in note for note in table.notes)
    alike = readiness(known=places((HOME, replace(HOME, name="Anderer")), (1000, 1000)), limits=(LIMITS, STRICT, GENEROUS))
    assert any(words in note for note in transfer_table(alike).notes)
    assert any(fails in note for note in transfer_table(alike).notes)
    assert not any(words in note for note in transfer_table(readiness(known=places((HOME,), (1000,)))).notes)


def test_where_posts_are_known_it_is_counted_whose_number_contacts_decide() -> None:
    table = transfer_table(readiness(by_cases=(True, False, True, False), delivered=frozenset({"Kreis", "Stadt Klein"})))
    assert [table.cell(row, "delivered") for row in (ROW, "counties", "towns", "all")] == [1, 0, 1, 2]
    assert [table.cell(row, "by_cases") for row in (ROW, "counties", "towns", "home", "all")] == [1, 1, 0, 1, 2]


def test_where_the_home_county_has_the_longest_ways_the_table_says_that_its_limit_parts_nobody() -> None:
    words = "Eine Grenze, die er einhält, halten alle ein."
    assert not any(words in note for note in transfer_table(readiness()).notes)
    widest = replace(readiness(), known=places((HOME, TOWN, BLANK), (1000, 299, 400)))
    assert any(words in note for note in transfer_table(widest).notes)


def test_without_towns_their_share_is_blank() -> None:
    table = transfer_table(replace(readiness(), known=places((HOME,), (1000,))))
    assert table.cell("towns", "prepared_share") is None


def test_every_county_has_its_row_in_words() -> None:
    table = preconditions_table(readiness())
    assert [row[0] for row in table.rows] == [county.name for county in COUNTIES]
    assert table.cell("Weit", "distance_met") == "nicht erfüllt"
    assert table.cell("Unbekannt", "per_1000") is None
    assert table.cell("Kreis", "all_met") == table.cell("Kreis", "all_strict") == "erfüllt"
    strict = preconditions_table(readiness(limits=(LIMITS, replace(LIMITS, distance=10), LIMITS)))
    assert [strict.cell("Kreis", name) for name in ("all_met", "all_strict")] == ["erfüllt", "nicht erfüllt"]
    assert table.assumptions == ("home_county",)
