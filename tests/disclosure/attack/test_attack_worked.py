"""Attacks small enough to be worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from tests.disclosure.attack.attack_samples import PERSONS, SEX, TOWN, cell, release
from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.disclosed import PublishedRatio
from wiwak_eval.disclosure.model import Insider, Target, Tried
from wiwak_eval.results import ALL, Dimension, Measure, key_of


def target(need=5, measure="persons", **categories):
    return Target(measure, key_of(categories), need)


def found(kind, *seen, targets=(), insiders=(), fewest=5, sensitive=10):
    """What an attack of a kind finds: key and bounds."""
    report = attack(seen, targets, insiders, fewest, sensitive)
    assert report.contradiction == ()
    return {breach.key: (breach.low, breach.high) for breach in report.breaches if breach.kind == kind}


MARGINS = (cell(100), cell(60, sex="f"), cell(40, sex="m"), cell(50, town="a"), cell(30, town="b"), cell(20, town="c"))


def test_a_single_hidden_cell_is_the_difference():
    told = release(*MARGINS, cell(30, sex="f", town="a"), cell(27, sex="f", town="b"), cell(None, sex="f", town="c"))
    lonely = key_of({"sex": "f", "town": "c"})
    assert found("bounds", told, targets=[target(sex="f", town="c")]) == {lonely: (3, 3)}
    report = attack([told], [target(sex="f", town="c")], [], 5, 10)
    assert {breach.tables for breach in report.breaches} == {("t",)}
    assert {breach.key for breach in report.breaches if breach.kind == "small"} == {lonely, key_of({"sex": "m", "town": "b"})}


def test_four_hidden_cells_in_a_rectangle_hold():
    told = release(*MARGINS, cell(30, sex="f", town="a"), *(cell(None, sex=sex, town=town) for sex in "fm" for town in "bc"))
    report = attack([told], [target(sex="f", town="c"), target(21, sex="f", town="c")], [], 5, 10)
    assert [(breach.low, breach.high) for breach in report.breaches] == [(0, 20)]
    assert report.tried[0] == Tried("bounds", 2, 1)


def test_two_hidden_numbers_that_add_up_to_three_are_too_narrow():
    told = release(cell(40), cell(37, town="a"), cell(None, town="b"), cell(None, town="c"))
    assert found("bounds", told, targets=[target(town="b")]) == {key_of({"town": "b"}): (0, 3)}
    together = key_of({"town": "* ohne a"})
    assert found("small", told) == {together: (3, 3)}


def test_small_groups_are_looked_for_only_where_a_threshold_asks():
    origin = Dimension("origin", "Herkunft", ("x", "y"), sensitive=True)
    told = release(cell(40), cell(33, origin="x"), cell(None, origin="y"), cell(37, sex="f"), dimensions=(SEX, origin))
    assert found("small", told) == {key_of({"origin": "y"}): (7, 7), key_of({"sex": "m"}): (3, 3)}
    assert found("small", told, fewest=0) == {key_of({"origin": "y"}): (7, 7)}
    assert found("small", told, fewest=0, sensitive=0) == {}


def test_time_alone_names_nobody():
    assert found("small", release(cell(9), cell(3, month="1"), cell(2, month="2"))) == {}


def test_a_printed_share_is_solved_for_its_numerator():
    """43 % of seven can only be three; of two hundred it may be any of several."""
    share = PublishedRatio("q", ("persons", key_of({"sex": "f", "town": "a"})), ("persons", key_of({"town": "a"})), 0.425, 0.435)
    few, many = (release(cell(300), cell(whole, town="a"), cell(None, sex="f", town="a"), ratios=(share,)) for whole in (7, 200))
    hidden = key_of({"sex": "f", "town": "a"})
    assert found("bounds", few, targets=[target(sex="f", town="a")]) == {hidden: (3, 3)}
    assert found("bounds", many, targets=[target(sex="f", town="a")]) == {hidden: (85, 87)}
    assert found("bounds", many, targets=[target(2, sex="f", town="a")]) == {}


def test_a_share_and_a_mean_tell_a_group_that_is_nowhere_printed():
    """Eight contacts, two for each woman: four women. They are four sevenths of everybody; three sevenths they cannot be."""
    contacts = Measure("contacts", "Beratungen", at_least="persons")
    women = key_of({"sex": "f"})
    mean = PublishedRatio("mean", ("contacts", women), ("persons", women), 2.0, 2.0)
    share = PublishedRatio("share", ("persons", women), ("persons", ()), 4 / 7, 4 / 7)
    told = release(cell(8, measure="contacts", sex="f"), measures=(PERSONS, contacts), ratios=(share, mean))
    assert found("small", told) == {women: (4, 4), key_of({"sex": "m"}): (3, 3)}
    wrong = replace(told, ratios=(mean, replace(share, low=3 / 7, high=3 / 7)))
    assert attack([wrong], [], [], 5, 10).contradiction == ("t", "mean", "share")


def test_part_of_a_small_group_may_be_nobody():
    """Three live in towns b and c. That some of them are women is nowhere told."""
    told = release(cell(50), cell(47, town="a"), cell(20, town="a", sex="f"))
    assert found("small", told) == {key_of({"town": "b + c"}): (3, 3)}


def test_months_and_their_quarter_give_the_hidden_month():
    told = release(
        cell(90),
        cell(30, town="a", month="Q1"),
        cell(16, town="a", month="1"),
        cell(11, town="a", month="2"),
        cell(None, town="a", month="3"),
    )
    hidden = key_of({"town": "a", "month": "3"})
    assert found("bounds", told, targets=[target(town="a", month="3")]) == {hidden: (3, 3)}
    assert key_of({"town": "a", "month": "3"}) in found("small", told)


def test_people_counted_in_several_months_do_not_subtract():
    persons = Measure("persons", "Personen", overlapping=("month",))
    numbers = (cell(90), cell(30, town="a", month="Q1"), cell(16, town="a", month="1"), cell(11, town="a", month="2"))
    told = release(*numbers, cell(None, town="a", month="3"), measures=(persons,))
    assert found("bounds", told, targets=[target(27, town="a", month="3")]) == {}
    assert found("bounds", told, targets=[target(28, town="a", month="3")]) == {key_of({"town": "a", "month": "3"}): (3, 30)}


def test_topics_that_overlap_bound_each_other_from_below():
    """Twenty women came, seventeen of them with one topic: at least three came with the other."""
    topic = Dimension("topic", "Anliegen", ("work", "home"))
    persons = Measure("persons", "Personen", overlapping=("topic",))
    told = release(
        cell(50),
        cell(20, sex="f"),
        cell(17, sex="f", topic="work"),
        cell(None, sex="f", topic="home"),
        measures=(persons,),
        dimensions=(SEX, topic),
    )
    assert found("bounds", told, targets=[target(18, sex="f", topic="home")]) == {key_of({"sex": "f", "topic": "home"}): (3, 20)}


def test_what_is_not_recorded_for_all_does_not_add_up():
    numbers = (cell(40), cell(37, town="a"), cell(None, town="b"), cell(0, town="c"))
    assert found("small", release(*numbers)) == {key_of({"town": "b"}): (3, 3), key_of({"town": "* ohne a"}): (3, 3)}
    part = Measure("persons", "Personen", incomplete=("town",))
    assert found("small", release(*numbers, measures=(part,))) == {}
    recorded = release(*numbers, cell(39, town=ALL), measures=(part,))
    assert found("small", recorded) == {key_of({"town": "b"}): (2, 2), key_of({"town": "* ohne a"}): (2, 2)}


def test_two_groupings_of_age_give_a_band_of_one_year():
    told = release(cell(100), cell(30, age="0-17"), cell(32, age="0-18"))
    assert found("small", told) == {key_of({"age": "18"}): (2, 2)}
    bands = release(cell(100), cell(33, age="18-26"), cell(30, age="19-26"))
    assert found("small", bands) == {key_of({"age": "18"}): (3, 3)}


def test_a_union_less_a_part_is_a_group_too():
    region = replace(TOWN, leaves=("a", "b", "c", "d"), unions=(("north", ("a", "b", "c")),))
    told = release(cell(100), cell(40, town="north"), cell(37, town="a"), dimensions=(region,))
    assert found("small", told) == {key_of({"town": "b + c"}): (3, 3)}


def test_an_insider_subtracts_their_household():
    """Two hidden towns share nine people; the five of town b are one household and know it."""
    told = release(cell(40), cell(31, town="a"), cell(None, town="b"), cell(None, town="c"))
    insider = Insider("persons", key_of({"town": "b"}), 5, alone=True)
    hidden = key_of({"town": "c"})
    targets = [target(town="b"), target(town="c")]
    assert found("bounds", told, targets=targets) == {}
    assert found("insider", told, targets=targets, insiders=[insider]) == {hidden: (4, 4)}
    assert found("insider", told, targets=targets, insiders=[replace(insider, alone=False)]) == {hidden: (0, 4)}
    assert found("insider", told, targets=targets, insiders=[replace(insider, own=4, alone=False)]) == {}


def test_each_insider_is_asked():
    told = release(cell(40), cell(31, town="a"), cell(None, town="b"), cell(None, town="c"))
    insiders = [Insider("persons", key_of({"town": "b"}), own, alone=False) for own in (5, 6)]
    report = attack([told], [target(town="c")], insiders, 5, 10)
    assert [(one.low, one.high) for one in report.breaches if one.kind == "insider"] == [(0, 4), (0, 3)]


def test_an_insider_subtracts_what_is_printed_of_their_number_too():
    """The fifteen of the north are ten printed ones of town a and five of town b; so five are left for town c."""
    region = replace(TOWN, leaves=("a", "b", "c", "d"), unions=(("north", ("a", "b")),))
    numbers = (cell(40), cell(20, town="d"), cell(10, town="a"), cell(None, town="b"), cell(None, town="c"), cell(None, town="north"))
    insider = Insider("persons", key_of({"town": "north"}), 15, alone=True)
    told = release(*numbers, dimensions=(region,))
    assert found("insider", told, targets=[target(town="c")], insiders=[insider]) == {key_of({"town": "c"}): (5, 5)}


def test_what_an_insider_knows_must_be_possible():
    told = release(cell(40), cell(31, town="a"), cell(None, town="b"), cell(None, town="c"))
    report = attack([told], [target(town="c")], [Insider("persons", key_of({"town": "b"}), 10, alone=True)], 5, 10)
    assert report.contradiction == ("t",)


OCTOBER = (cell(200), cell(50, town="a"), cell(20, town="b"))
LATER = date(2017, 11, 30)


def test_two_versions_that_differ_by_one_person():
    revised = release(cell(201), cell(51, town="a"), cell(20, town="b"), version="2")
    assert found("difference", release(*OCTOBER), revised) == {key_of({"town": "a"}): (1, 1)}
    gone = release(cell(199), cell(49, town="a"), cell(20, town="b"), version="2")
    assert found("difference", release(*OCTOBER), gone) == {key_of({"town": "a"}): (-1, -1)}
    spelled = replace(revised, authority="AMT")
    assert found("difference", release(*OCTOBER), spelled) == {key_of({"town": "a"}): (1, 1)}, (
        "whose releases they are is for the ledger to say"
    )


def test_a_month_more_tells_who_came():
    longer = release(cell(203), cell(53, town="a"), cell(None, town="b"), version="2", until=LATER)
    assert found("difference", release(*OCTOBER), longer) == {key_of({"town": "a"}): (3, 3)}
    assert found("difference", release(*OCTOBER), replace(longer, period_from=date(2017, 2, 1))) == {}


def test_nobody_vanishes_so_a_former_release_bounds_from_below():
    longer = release(cell(203), cell(150, town="a"), cell(None, town="b"), cell(None, town="c"), version="2", until=LATER)
    former = release(cell(200), cell(150, town="a"), cell(20, town="b"), cell(30, town="c"))
    assert found("bounds", longer, targets=[target(town="b")]) == {}
    assert found("bounds", former, longer, targets=[target(town="b")]) == {key_of({"town": "b"}): (20, 23)}


def test_where_somebody_vanished_nothing_is_assumed():
    fewer = release(cell(190), cell(150, town="a"), cell(None, town="b"), cell(None, town="c"), version="2", until=LATER)
    former = release(cell(200), cell(150, town="a"), cell(20, town="b"), cell(30, town="c"))
    assert found("bounds", former, fewer, targets=[target(41, town="b")]) == {key_of({"town": "b"}): (0, 40)}


def test_what_can_be_assumed_of_one_former_release_is_assumed():
    """Somebody vanished before the second release, nobody has to have vanished since."""
    first = release(cell(300), cell(250, town="a"), cell(30, town="c"), version="0", until=date(2017, 9, 30))
    second = release(cell(200), cell(150, town="a"), cell(20, town="b"), cell(30, town="c"))
    third = release(cell(203), cell(150, town="a"), cell(None, town="b"), cell(None, town="c"), version="2", until=LATER)
    assert found("bounds", first, second, third, targets=[target(town="b")]) == {key_of({"town": "b"}): (20, 23)}


def test_a_former_release_of_the_same_people_tells_what_this_one_hides():
    former = release(cell(40), cell(None, town="b"), cell(37, town="a"), cell(1, town="c"))
    again = release(cell(40), cell(None, town="b"), cell(None, town="c"))
    assert found("bounds", again, targets=[target(town="b")]) == {}
    assert found("bounds", former, again, targets=[target(town="b")]) == {key_of({"town": "b"}): (2, 2)}


def test_the_rest_of_one_release_holds_what_another_names():
    """Origins x, y, rest here, x and rest there: the rest there is y and the rest here."""
    fine = Dimension("origin", "Herkunft", ("x", "y", "rest"), rest="rest")
    coarse = Dimension("origin", "Herkunft", ("x", "rest"), rest="rest")
    former = release(cell(None, origin="x"), cell(30, origin="rest"), dimensions=(coarse,))
    again = release(cell(None, origin="y"), cell(28, origin="rest"), dimensions=(fine,))
    assert found("bounds", former, again, targets=[target(origin="y")]) == {key_of({"origin": "y"}): (2, 2)}


def test_a_rest_that_lost_a_name_is_no_difference():
    fine = Dimension("origin", "Herkunft", ("x", "y", "rest"), rest="rest")
    coarse = Dimension("origin", "Herkunft", ("x", "rest"), rest="rest")
    former = release(cell(30, origin="rest"), cell(20, origin="x"), dimensions=(coarse,))
    again = release(cell(28, origin="rest"), cell(20, origin="x"), dimensions=(fine,), version="2")
    assert found("difference", former, again) == {}
    assert found("difference", replace(former, dimensions=(fine,)), again) == {key_of({"origin": "rest"}): (-2, -2)}


def test_what_a_former_release_gave_away_is_not_held_against_this_one():
    former = release(cell(40), cell(3, town="a"))
    assert found("small", former) == {key_of({"town": "a"}): (3, 3)}
    assert found("small", former, release(cell(60), cell(20, town="a"), version="2")) == {}


def test_this_release_can_give_away_what_a_former_one_hid():
    """Then a and c made eight, c at least four. Now c has five, so it had no more: at least three stood in a."""
    former = release(cell(18), cell(10, town="b"), cell(None, town="a"), cell(4, 8, town="c"))
    now = release(cell(40), cell(5, town="c"), cell(None, town="a"), cell(None, town="b"), version="2", until=LATER)
    assert found("small", former) == {} == found("small", now)
    assert found("small", former, now) == {key_of({"town": "a"}): (3, 4)}


def test_the_number_of_groups_tried_is_limited(monkeypatch):
    told = release(*MARGINS)
    assert attack([told], [], [], 5, 10).tried[1] == Tried("small", 8, 0)
    monkeypatch.setattr("wiwak_eval.disclosure.attack.attacker.MOST", 6)
    assert attack([told], [], [], 5, 10).tried[1] == Tried("small", 6, 0)


def test_numbers_that_cannot_all_be_true_are_named():
    told = release(cell(10), cell(6, sex="f", table="s"), cell(5, sex="m", table="s"), cell(4, town="a", table="other"))
    report = attack([told], [target(sex="f")], [], 5, 10)
    assert report.contradiction == ("t", "s")
    assert [one.tried for one in report.tried] == [0] * 5


def test_a_release_without_numbers_is_no_trouble():
    report = attack([release()], [], [], 5, 10)
    assert report.breaches == () == report.contradiction


def test_a_number_without_any_limit_is_protected():
    assert found("bounds", release(cell(None, town="a"), cell(20, town="b")), targets=[target(5000, town="a")]) == {}


@pytest.mark.parametrize("cents", [123_456_789, 40])
def test_cents_are_bounded_as_sharply_as_people(cents):
    money = Measure("cents", "Kosten")
    told = release(
        cell(2 * cents + 7, measure="cents"),
        cell(2 * cents, measure="cents", town="a"),
        cell(None, measure="cents", town="b"),
        cell(None, measure="cents", town="c"),
        measures=(money,),
    )
    assert found("bounds", told, targets=[target(8, "cents", town="b")]) == {key_of({"town": "b"}): (0, 7)}


def test_what_is_listed_is_there_even_where_its_number_is_hidden():
    """Six in two towns: 0 to 6 each. Both towns are listed because somebody lives there: 1 to 5, a width of four."""
    margins = (cell(100), cell(94, town="a"))
    silent = release(*margins, cell(None, town="b"), cell(None, town="c"))
    listed = release(*margins, *(replace(cell(None, town=town), least=1) for town in "bc"))
    assert found("bounds", silent, targets=[target(town="b")]) == {}
    assert found("bounds", listed, targets=[target(town="b")]) == {key_of({"town": "b"}): (1, 5)}
