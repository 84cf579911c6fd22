from collections.abc import Callable
from datetime import date

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Gap, Scenario
from wiwak_eval.results import GermanError

BASIS = Scenario(id="basis", label="Basis", description="nichts")
Make = Callable[..., Catalogue]


def test_only_what_was_known_exists(small: Make) -> None:
    catalogue = small(("2017-01-01", "2016-12-01", "0.1"), ("2018-01-01", "2018-04-26", "0.8"))
    before, after = (Assumptions(catalogue, BASIS, day) for day in (date(2018, 4, 25), date(2018, 4, 26)))
    assert before.number("rate", date(2018, 6, 1)) == 0.1
    assert after.number("rate", date(2018, 6, 1)) == 0.8
    assert after.get("rate", date(2017, 12, 31)).valid_from == date(2017, 1, 1)


def test_a_correction_replaces_from_the_day_it_is_known(small: Make) -> None:
    catalogue = small(("2017-01-01", "2017-01-01", "0.1"), ("2017-01-01", "2017-09-01", "0.2"))
    assert Assumptions(catalogue, BASIS, date(2017, 8, 31)).number("rate", date(2017, 3, 1)) == 0.1
    assert Assumptions(catalogue, BASIS, date(2017, 9, 1)).number("rate", date(2017, 3, 1)) == 0.2


def test_nothing_holds_after_the_last_day(small: Make) -> None:
    catalogue = small(("2016-01-01", "2016-01-01", "0.1"), ("2017-01-01", "2016-01-01", "0.2"), extra="      valid_to: 2017-06-30\n")
    view = Assumptions(catalogue, BASIS, date(2017, 11, 15))
    assert view.number("rate", date(2017, 6, 30)) == 0.2
    assert not view.has("rate", date(2017, 7, 1))


def test_a_gap_says_what_is_missing_and_nothing_of_the_future(small: Make) -> None:
    view = Assumptions(small(("2018-01-01", "2018-04-26", "0.8")), BASIS, date(2017, 11, 15))
    with pytest.raises(Gap) as caught:
        view.get("rate", date(2018, 6, 1))
    message = str(caught.value)
    assert "„Satz“ (rate)" in message
    assert "01.06.2018" in message
    assert "15.11.2017" in message
    assert "04.2018" not in message
    assert "Bitte" in message


def test_a_gap_names_the_first_known_day(small: Make) -> None:
    view = Assumptions(small(("2017-02-01", "2016-12-31", "0.8")), BASIS, date(2017, 11, 15))
    with pytest.raises(Gap, match=r"gilt ab 01\.02\.2017"):
        view.get("rate", date(2017, 1, 15))


def test_an_unknown_id_is_a_gap(small: Make) -> None:
    view = Assumptions(small(("2017-01-01", "2017-01-01", "1")), BASIS, date(2017, 11, 15))
    with pytest.raises(Gap, match="„pay_S13_3“"):
        view.number("pay_S13_3", date(2017, 3, 1))
    assert not view.has("pay_S13_3", date(2017, 3, 1))


def test_kinds_of_value_are_told_apart(small: Make) -> None:
    day = date(2017, 3, 1)
    text = Assumptions(small(("2017-01-01", "2017-01-01", '"S12"')), BASIS, day)
    assert text.text("rate", day) == "S12"
    with pytest.raises(GermanError, match="muss eine Zahl sein"):
        text.number("rate", day)
    yes = Assumptions(small(("2017-01-01", "2017-01-01", "true")), BASIS, day)
    assert yes.number("rate", day) == 1.0
    with pytest.raises(GermanError, match="muss ein Text sein"):
        yes.text("rate", day)


def test_single_ids_can_be_seen_as_of_another_day(small: Make) -> None:
    catalogue = small(("2017-01-01", "2016-12-01", "0.1"), ("2018-01-01", "2018-04-26", "0.8"))
    early, late, day = date(2017, 11, 15), date(2018, 6, 30), date(2018, 6, 1)
    for made in (lambda view: view, lambda view: view.fresh(), lambda view: view.part()):
        assert made(Assumptions(catalogue, BASIS, early, {"rate": late})).number("rate", day) == 0.8
        assert made(Assumptions(catalogue, BASIS, late, {"rate": early})).number("rate", day) == 0.1
        assert made(Assumptions(catalogue, BASIS, early, {"other": late})).number("rate", day) == 0.1
    assert Assumptions(catalogue, BASIS, early, {"rate": late}).as_of == early


def test_single_values_can_be_seen_as_of_another_day(small: Make) -> None:
    catalogue = small(("2017-01-01", "2016-12-01", "0.1"), ("2018-01-01", "2018-04-26", "0.8"), ("2019-01-01", "2018-04-26", "0.7"))
    early, late = date(2017, 11, 15), date(2018, 6, 30)
    view = Assumptions(catalogue, BASIS, early, {"rate@2019-01-01": late})
    assert [view.number("rate", date(year, 6, 1)) for year in (2017, 2018, 2019)] == [0.1, 0.1, 0.7]
    view = Assumptions(catalogue, BASIS, early, {"rate": late, "rate@2018-01-01": early})
    assert [view.number("rate", date(year, 6, 1)) for year in (2017, 2018, 2019)] == [0.1, 0.1, 0.7]
