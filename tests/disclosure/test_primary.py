from dataclasses import replace

import pytest

from tests.disclosure.groups import PERSONS, PLACE, STATUS, cell, county, one_way, two_way
from wiwak_eval.disclosure.primary import ALL_RULES, Rules, needs
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.results import Column, Dimension, GroupCell, Level, Measure, Protection, Unit, build_table, key_of


def named(table, level, rules=ALL_RULES, others=()):
    found = needs(statements([table, *others]), level, HOUSE_RULE, rules)
    return {dict(key).get("status", dict(key).get("place", "")): need for (_, key), need in found.items()}


@pytest.mark.parametrize(("level", "hidden"), [(Level.INTERN, {}), (Level.GREMIUM, {"B": 5}), (Level.OEFFENTLICH, {"A": 10, "B": 10})])
def test_small_groups_are_primary_and_noughts_are_not(level, hidden):
    assert named(one_way({"A": 5, "B": 4, "C": 0}), level) == hidden


def test_a_family_of_six_is_one_household():
    """Hand-worked: 12 persons in 4 households stay hidden from the committee, 12 in 5 do not."""
    table = one_way({"A": 12, "B": 12, "C": 30}, households={"A": 4, "B": 5})
    assert named(table, Level.GREMIUM) == {"A": 5}
    assert named(table, Level.GREMIUM, Rules(households=False)) == {}


def test_a_sensitive_attribute_is_strict_at_every_level():
    sensitive = replace(STATUS, sensitive=True)
    for level in Level:
        assert named(one_way({"A": 9, "B": 10, "C": 30}, sensitive), level) == {"A": 10}


def test_a_full_cell_tells_everybody_s_attribute():
    """All twenty are B: whoever is known to have come is known to be B."""
    table = one_way({"A": 0, "B": 20, "C": 0})
    assert named(table, Level.GREMIUM, others=[county(20)]) == {"A": 5, "B": 5}
    assert named(table, Level.GREMIUM, Rules(full_cells=False), [county(20)]) == {}


def test_a_full_row_of_a_crossed_table_is_primary():
    found = needs(statements([two_way([[20, 0, 0], [7, 8, 9], [9, 9, 9]])]), Level.GREMIUM, HOUSE_RULE)
    assert ("persons", key_of({"status": "A", "place": "Nord"})) in found
    assert {key for _, key in found} <= {key_of({"status": "A", "place": place}) for place in PLACE.leaves}


def test_all_of_those_recorded_in_one_category_is_full_too():
    """The status is recorded for twenty of thirty, and all twenty are B: the noughts beside them tell it, so that one is hidden."""
    table = one_way({"A": 0, "B": 20, "C": 0})
    assert named(table, Level.GREMIUM, others=[county(30)]) == {"A": 5}
    assert named(one_way({"A": 0, "B": 20, "C": 1}), Level.GREMIUM, others=[county(30)]) == {"C": 5}


def test_time_is_no_attribute():
    month = Dimension("month", "Monat", ("2017-01", "2017-02"), time=True)
    table = one_way({"2017-01": 3, "2017-02": 0}, month)
    assert named(table, Level.OEFFENTLICH, others=[county(3)]) == {}


def dominated(value, largest, persons=20):
    contacts = Measure("contacts", "Beratungen")
    spoken = GroupCell(0, "contacts", "contacts", key_of({"status": "A"}), persons, persons, largest)
    columns = (Column("group", "Gruppe", Unit.TEXT), Column("contacts", "Beratungen", Unit.CONTACTS))
    return build_table("t", "T", columns, [("A", value)], "02", protection=Protection((STATUS,), (contacts,), (spoken,)))


@pytest.mark.parametrize(
    ("value", "largest", "need"),
    [
        (1000, (500, 400), None),  # rest 100 is 20 % of 500; the two hold exactly 90 %
        (1000, (500, 401), 50),  # more than 90 %
        (949, (900, 0), 90),  # rest 49 is below 10 % of 900
        (60, (40, 19), 5),  # 10 % of 40 is below the threshold
    ],
)
def test_sums_that_one_or_two_households_make_up(value, largest, need):
    """p % with p = 10 and (2, 90 %), by hand."""
    found = needs(statements([dominated(value, largest)]), Level.GREMIUM, HOUSE_RULE)
    assert list(found.values()) == ([] if need is None else [need])
    assert not needs(statements([dominated(value, largest)]), Level.GREMIUM, HOUSE_RULE, Rules(dominance=False))


def test_tables_that_disagree_are_a_mistake():
    with pytest.raises(ValueError, match="was 5 elsewhere and is 6 here"):
        statements([one_way({"A": 5}, id="one"), one_way({"A": 6}, id="two")]).values  # noqa: B018


def test_a_dimension_means_one_thing():
    other = one_way({"Nord": 5}, replace(PLACE, name="status"))
    with pytest.raises(ValueError, match="dimension status is another one elsewhere"):
        statements([one_way({"A": 5}), other])


def test_what_nobody_speaks_of_cannot_be_protected():
    columns = (Column("group", "Gruppe", Unit.TEXT), Column("persons", "Personen", Unit.PERSONS), Column("more", "Weiteres", Unit.COUNT))
    spoken = Protection((STATUS,), (PERSONS,), (cell(0, key_of({"status": "A"}), 5),))
    with pytest.raises(ValueError, match="row 0, column more does not say which people it is about"):
        build_table("t", "T", columns, [("A", 5, 3)], "02", protection=spoken)
    build_table("t", "T", columns, [("A", 5, None)], "02", protection=spoken)
    with pytest.raises(ValueError, match="row 0, column persons is a number about people and must be whole"):
        build_table("t", "T", columns, [("A", 5.5, None)], "02", protection=spoken)
