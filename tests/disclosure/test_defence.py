from dataclasses import replace
from datetime import date

import pytest

from benchmarks.disclosure.trials import try_set
from tests.disclosure.groups import COLUMNS, ORIGIN, PERSONS, PLACE, STATUS, cell, county, one_way, two_way
from wiwak_eval.disclosure.audience import audiences, read_by
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.families import families, statements_of
from wiwak_eval.disclosure.parts import Parts
from wiwak_eval.disclosure.primary import Rules
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.results import Column, GroupCell, GroupRatio, Level, Measure, Protection, Unit, build_table, key_of

A, B, C = (("persons", key_of({"status": name})) for name in STATUS.leaves)


def held(tables, level=Level.GREMIUM, former=(), parts=None, origin=ORIGIN):
    return defend(statements(tables), level, HOUSE_RULE, origin, former, parts or Parts())


def kinds(report):
    return {breach.kind for breach in report.breaches}


def test_one_small_group_costs_one_more():
    """3 of 416: the total less the others. The cheapest other one goes too."""
    defence = held([one_way({"A": 3, "B": 13, "C": 400}), county(416)])
    assert defence.primary == {A}
    assert defence.pattern.hidden == {A, B}
    assert kinds(defence.before) == {"bounds", "small"}
    assert defence.after.breaches == ()


def test_without_a_total_nothing_can_be_subtracted():
    assert held([one_way({"A": 3, "B": 13, "C": 400})]).pattern.hidden == {A}


def test_a_share_can_tell_of_a_group_that_is_printed_nowhere():
    """2 % of the 200 in A are from Nord: 3 to 5 people. The share goes; the numbers may stay."""
    columns = (Column("group", "Gruppe", Unit.TEXT), Column("share", "davon Nord", Unit.SHARE))
    ratio = GroupRatio(0, "share", ("persons", key_of({"status": "A", "place": "Nord"})), A, 200, 200)
    spoken = Protection((STATUS, PLACE), (PERSONS,), (), (ratio,))
    shares = build_table("shares", "Anteile", columns, [("A", 0.02)], "02", protection=spoken)
    tables = [one_way({"A": 200, "B": 43, "C": 50}), shares, county(293)]
    assert kinds(held(tables, Level.OEFFENTLICH, parts=Parts(ratios=False)).after) == {"small"}
    careful = held(tables, Level.OEFFENTLICH)
    assert careful.after.breaches == ()
    assert (careful.pattern.no_ratios, careful.pattern.hidden) == ({"shares"}, frozenset())


def people_and_contacts(persons, contacts, largest=(1, 1)):
    """Both measures by status and in all; every person in a household of their own, `largest` contributions to the first group."""
    measures = (Measure("contacts", "Beratungen", at_least="persons"), PERSONS)
    columns = (*COLUMNS, Column("contacts", "Beratungen", Unit.CONTACTS))
    cells = []
    for row, (name, count) in enumerate(zip(STATUS.leaves, persons, strict=True)):
        key = key_of({"status": name})
        cells.append(cell(row, key, count))
        cells.append(GroupCell(row, "contacts", "contacts", key, count, count, largest if row == 0 else (1, 1)))
    rows = list(zip(STATUS.leaves, persons, contacts, strict=True))
    by_status = build_table("t", "Tabelle t", columns, rows, "02", protection=Protection((STATUS,), measures, tuple(cells)))
    whole = tuple(GroupCell(0, name, name, (), 0, 0, (0, 0)) for name in ("persons", "contacts"))
    total = [("alle", sum(persons), sum(contacts))]
    return [by_status, build_table("year", "Summe", columns, total, "02", protection=Protection((), measures, whole))]


def test_each_person_has_a_contact():
    """Persons A + B = 16 and contacts A + C = 20 are left open; but C has 16 persons, so that A has at most 4 contacts, and people."""
    tables = people_and_contacts((3, 13, 16), (4, 500, 16))
    assert "bounds" in kinds(held(tables, parts=Parts(coupling=False)).after)
    assert held(tables).after.breaches == ()


def test_what_one_household_makes_up_is_not_told():
    """Twenty people, but 950 of their 1,000 contacts are one household's: the number tells it to within 50."""
    tables = people_and_contacts((20, 30, 40), (1000, 60, 80), largest=(950, 3))
    careless = held(tables, parts=Parts(rules=Rules(dominance=False)))
    assert "bounds" in kinds(careless.after)
    assert ("contacts", key_of({"status": "A"})) in held(tables).primary
    assert held(tables).after.breaches == ()


def test_what_the_county_total_tells_anyway_is_no_finding():
    """Nine people came in all: no group among them can be uncertain by ten. Everything is hidden, and nothing more can be asked."""
    defence = held([one_way({"A": 4, "B": 5, "C": 0}), county(9)], Level.OEFFENTLICH)
    assert {A, B} <= defence.pattern.hidden
    assert defence.after.breaches == ()


def test_another_table_by_the_same_attribute_is_held_against_the_first():
    """By place everything may be told, by status and place not: the cross is hidden so that rows and columns do not give it back."""
    crossed = two_way([[3, 20, 20], [20, 20, 20], [20, 20, 20]])
    defence = held([crossed, county(163)])
    secondary = defence.pattern.hidden - defence.primary
    assert defence.primary == {("persons", key_of({"status": "A", "place": "Nord"}))}
    assert len(secondary) == 3, "a rectangle"
    assert defence.after.breaches == ()


LATER = replace(ORIGIN, version="zweite", period_to=date(2017, 10, 31))


def test_one_person_more_is_not_told_by_two_releases():
    first = held([one_way({"A": 50, "B": 60, "C": 70}), county(180)])
    tables = [one_way({"A": 50, "B": 61, "C": 70}), county(181)]
    careless = held(tables, former=[first.disclosed], origin=LATER, parts=Parts(former=False))
    assert kinds(careless.after) == {"difference"}
    careful = held(tables, former=[first.disclosed], origin=LATER)
    assert careful.after.breaches == ()
    assert B in careful.pattern.hidden
    assert careful.pattern.hidden > careful.primary


def test_the_same_release_again_costs_nothing():
    tables = [one_way({"A": 3, "B": 13, "C": 400}), county(416)]
    first = held(tables)
    again = held(tables, former=[first.disclosed])
    assert again.pattern == first.pattern
    assert again.after.breaches == ()


def test_what_the_committee_was_told_counts_for_the_committee_when_the_public_is_told():
    """The committee knows B and C exactly; the public paper may not give it A."""
    tables = [one_way({"A": 3, "B": 13, "C": 400}), county(416)]
    committee = held(tables)
    public = held(tables, Level.OEFFENTLICH, [committee.disclosed])
    assert {A, B} <= public.pattern.hidden
    assert public.after.breaches == ()


def test_readers_and_what_they_have_read():
    public, committee = (replace(held([county(50)], level).disclosed) for level in (Level.OEFFENTLICH, Level.GREMIUM))
    assert audiences(Level.OEFFENTLICH, []) == (Level.OEFFENTLICH,)
    assert audiences(Level.OEFFENTLICH, [committee]) == (Level.OEFFENTLICH, Level.GREMIUM)
    assert audiences(Level.GREMIUM, [public]) == (Level.GREMIUM,)
    assert read_by(Level.OEFFENTLICH, [committee, public]) == (public,)
    assert read_by(Level.GREMIUM, [committee, public]) == (committee, public)


def test_attributes_that_never_meet_are_defended_apart():
    by_status, by_place = one_way({"A": 3, "B": 13, "C": 400}, id="s"), one_way({"Nord": 16, "Süd": 400}, PLACE, id="p")
    spoken = statements([by_status, by_place, county(416)])
    assert families(spoken, ()) == (frozenset({"place"}), frozenset({"status"}))
    assert {number.table for number in statements_of(spoken, frozenset({"place"})).numbers} == {"p", "year"}
    assert families(statements([two_way([[9] * 3] * 3)]), ()) == (frozenset({"place", "status"}),)
    assert families(statements([by_status]), [held([two_way([[30] * 3] * 3)]).disclosed]) == (frozenset({"place", "status"}),)


@pytest.mark.parametrize("seed", [1, 3, 4, 5, 6, 7])
def test_random_linked_tables_released_twice_give_nobody_away(seed):
    """Two to four attributes, hierarchies, quarters, two releases; `make bench-disclosure` tries three hundred."""
    whole, bare = try_set(seed, switched_off=False)
    assert whole.found == ()
    assert whole.cells > 50
    assert bare.under_protected
