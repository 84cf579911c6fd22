import numpy as np
import pytest

from tests.disclosure.suppress.small_tables import PERSONS, dimension, place, secret, with_margins
from wiwak_eval.disclosure.disclosed import PublishedCell
from wiwak_eval.disclosure.suppress import Demand, suppress
from wiwak_eval.results import Measure, key_of

ROW, COLUMN = dimension("row", "a", "b", "c"), dimension("column", "x", "y", "z")
GROUP = dimension("group", "a", "b", "c")


def three_by_three(counts):
    return with_margins((ROW, COLUMN), np.array(counts), 5)


def one_row(*values, need=5):
    """Three groups of an exact total; small ones are to be hidden."""
    cells = [secret("persons", value, need if 0 < value < 5 else 0, group=leaf) for leaf, value in zip("abc", values, strict=True)]
    return [*cells, secret("persons", sum(values), exact=True)]


def known(low, high, **key):
    return PublishedCell("former", "persons", key_of(key), low, high)


def test_one_small_cell_needs_the_other_corners_of_a_rectangle():
    found = suppress((ROW, COLUMN), (PERSONS,), three_by_three([[2, 30, 40], [20, 50, 60], [70, 80, 90]]))
    assert found.secondary == {
        place("persons", row="a", column="y"),
        place("persons", row="b", column="x"),
        place("persons", row="b", column="y"),
    }
    assert found.hidden == found.secondary | {place("persons", row="a", column="x")}
    assert found.unprotected == ()


def test_two_small_cells_of_a_row_help_each_other():
    found = suppress((ROW, COLUMN), (PERSONS,), three_by_three([[4, 3, 40], [20, 50, 60], [70, 80, 90]]))
    assert found.secondary == {place("persons", row="b", column="x"), place("persons", row="b", column="y")}


def test_small_cells_that_give_each_other_too_little_need_more():
    enough, too_little = (suppress((GROUP,), (PERSONS,), one_row(small, 1, 30)) for small in (4, 3))
    assert enough.secondary == frozenset()
    assert too_little.secondary == {place("persons", group="c")}


def test_a_full_cell_can_only_be_less_and_needs_an_empty_one():
    secrets = [secret("persons", 12, 5, group="a"), secret("persons", 0, group="b"), secret("persons", 0, group="c")]
    found = suppress((GROUP,), (PERSONS,), [*secrets, secret("persons", 12, exact=True)])
    assert len(found.secondary) == 1
    assert found.unprotected == ()


def test_months_quarters_and_year_are_one_table():
    month = dimension("month", "1", "2", "3", "4", unions=(("Q1", ("1", "2", "3")), ("Q2", ("4",))), time=True)
    status = dimension("status", "s", "t")
    counts = np.array([[2, 30], [20, 40], [25, 45], [30, 50]])
    secrets = []
    for category in (*month.leaves, "Q1", "Q2"):
        inside = counts[[month.leaves.index(leaf) for leaf in month.members(category)]].sum(axis=0)
        secrets.append(secret("contacts", int(inside.sum()), exact=True, month=category))
        secrets += [
            secret("contacts", int(value), 5 if value < 5 else 0, month=category, status=leaf)
            for leaf, value in zip("st", inside, strict=True)
        ]
    found = suppress((month, status), (Measure("contacts", "Beratungen"),), secrets)
    other = place("contacts", month="2", status="s"), place("contacts", month="2", status="t")
    assert found.secondary == {place("contacts", month="1", status="t"), *other}


def test_categories_that_overlap_do_not_betray_each_other():
    secrets = one_row(2, 30, 8)
    overlapping = Measure("persons", "Personen", overlapping=("group",))
    assert len(suppress((GROUP,), (PERSONS,), secrets).secondary) == 1
    assert suppress((GROUP,), (overlapping,), secrets).secondary == frozenset()


def test_parts_that_are_not_recorded_for_all_do_not_betray_each_other():
    secrets = [*one_row(2, 30, 8)[:3], secret("persons", 60, exact=True)]
    assert suppress((GROUP,), (Measure("persons", "Personen", incomplete=("group",)),), secrets).secondary == frozenset()
    every = [*secrets, secret("persons", 40, group="*")]
    assert len(suppress((GROUP,), (Measure("persons", "Personen", incomplete=("group",)),), every).secondary) == 1


def test_what_cannot_be_kept_is_named():
    found = suppress((GROUP,), (PERSONS,), one_row(2, 1, 0))
    assert set(found.unprotected) == {place("persons", group="a"), place("persons", group="b")}
    asked = suppress((GROUP,), (PERSONS,), one_row(20, 30, 40), demands=[Demand("persons", (), 5)])
    assert asked.unprotected == (place("persons"),)
    assert asked.hidden == frozenset()


def test_a_number_told_before_hides_nothing():
    secrets = one_row(2, 20, 30)
    assert suppress((GROUP,), (PERSONS,), secrets).secondary == {place("persons", group="b")}
    told = suppress((GROUP,), (PERSONS,), secrets, [known(20, 20, group="b")])
    assert told.secondary == {place("persons", group="c")}
    both = suppress((GROUP,), (PERSONS,), secrets, [known(20, 20, group="b"), known(30, 30, group="c")])
    assert both.unprotected == (place("persons", group="a"),)


def test_a_number_told_roughly_before_hides_as_much_as_was_left_open():
    secrets = one_row(2, 20, 30, need=5)
    wide = suppress((GROUP,), (PERSONS,), secrets, [known(17, 22, group="b")])
    assert wide.secondary == {place("persons", group="b")}
    narrow = suppress((GROUP,), (PERSONS,), secrets, [known(18, 22, group="b"), known(None, None, group="c")])
    assert place("persons", group="c") in narrow.secondary
    assert narrow.unprotected == ()


def test_what_a_household_knows_of_itself_is_not_counted_on():
    secrets = one_row(4, 1, 30)
    asked = Demand(*place("persons", group="a"), 5, given=(place("persons", group="b"),))
    assert suppress((GROUP,), (PERSONS,), secrets).secondary == frozenset()
    assert suppress((GROUP,), (PERSONS,), secrets, demands=[asked]).secondary == {place("persons", group="c")}


def test_a_number_that_is_not_printed_can_be_asked_for():
    group = dimension("group", "a", "b", "c", unions=(("ab", ("a", "b")),))
    secrets = [secret("persons", 30, group="c"), secret("persons", 33, exact=True)]
    found = suppress((group,), (PERSONS,), secrets, demands=[Demand(*place("persons", group="ab"), 5)])
    assert found.hidden == found.secondary == {place("persons", group="c")}
    given = Demand(*place("persons", group="a"), 5, given=(place("persons", group="b"),))
    assert suppress((group,), (PERSONS,), secrets, demands=[given]).secondary == {place("persons", group="c")}


def test_measures_that_bound_each_other_share_the_pattern():
    measures = Measure("contacts", "Beratungen", at_least="persons"), PERSONS
    secrets = one_row(2, 20, 30)
    contacts = [secret("contacts", value, group=leaf) for leaf, value in zip("abc", (12, 31, 47), strict=True)]
    found = suppress((GROUP,), measures, [*secrets, *contacts, secret("contacts", 90, exact=True)])
    assert found.hidden == {place(name, group=leaf) for name in ("persons", "contacts") for leaf in "ab"}
    apart = suppress((GROUP,), (Measure("contacts", "Beratungen"), PERSONS), [*secrets, *contacts])
    assert {measure for measure, _ in apart.hidden} == {"persons"}


def test_a_measure_is_never_less_than_the_one_that_bounds_it():
    """Ten contacts of thirteen could be any number of them; not so if it is known how many persons came."""
    secrets = [secret("contacts", 10, 5, group="a"), secret("contacts", 3, group="b"), secret("contacts", 13, exact=True)]
    measures = Measure("contacts", "Beratungen", at_least="persons"), PERSONS
    assert suppress((GROUP,), measures, secrets).unprotected == ()
    assert suppress((GROUP,), measures, secrets, [known(8, 8, group="a")]).unprotected == ()
    assert suppress((GROUP,), measures, secrets, [known(9, 9, group="a")]).unprotected == (place("contacts", group="a"),)


def test_what_is_hidden_anyway_is_made_use_of():
    secrets = one_row(2, 20, 30)
    found = suppress((GROUP,), (PERSONS,), secrets, hidden=[place("persons", group="c")])
    assert found.hidden == {place("persons", group="a"), place("persons", group="c")}
    assert found.secondary == frozenset()


def test_the_order_of_numbers_and_measures_does_not_matter():
    secrets = three_by_three([[2, 30, 1], [20, 0, 60], [3, 80, 9]])
    found = suppress((ROW, COLUMN), (PERSONS,), secrets)
    assert suppress((COLUMN, ROW), (PERSONS,), secrets[::-1]) == found


def test_numbers_that_contradict_each_other_are_not_taken_for_secrets():
    wrong = [secret("persons", 2, 5, group="a"), secret("persons", 20, exact=True, group="b"), secret("persons", 19, exact=True)]
    with pytest.raises(ValueError, match="contradict"):
        suppress((GROUP,), (PERSONS,), wrong)
    with pytest.raises(ValueError, match="Not what is known"):
        suppress((GROUP,), (PERSONS,), one_row(2, 20, 30), [known(3, 9, group="b")])
