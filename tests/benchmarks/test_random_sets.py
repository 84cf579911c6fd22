"""The cases of the proving ground: what is printed adds up as the declared dimensions and measures say, and each seed has its set."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.disclosure.people import People
from benchmarks.disclosure.random_sets import (
    FEWEST_IN_ALL,
    FEWEST_NUMBERS,
    FEWEST_PERSONS,
    FEWEST_SMALL,
    KINDS,
    MOST_ATOMS,
    MOST_NUMBERS,
    MOST_PERSONS,
    SMALL,
    draw_set,
)
from benchmarks.disclosure.sizes import atoms_of
from benchmarks.disclosure.tabulate import Layout, table_of
from wiwak_eval.results import ALL, Dimension, Measure, Unit

SEEDS = st.integers(0, 59)


@cache
def drawn(seed):
    return draw_set(seed)


def releases(seed):
    return drawn(seed).releases


def values(release):
    """Measure and key to the printed number; the same number in two tables must be one."""
    found = {}
    for table in release.tables:
        names = [column.name for column in table.columns]
        for cell in table.protection.cells:
            value = table.rows[cell.row][names.index(cell.column)]
            assert found.setdefault((cell.measure, cell.key), value) == value
    return found


def measures(release):
    return {measure.name: measure for table in release.tables for measure in table.protection.measures}


def cells(release):
    return [cell for table in release.tables for cell in table.protection.cells]


def parts_of(key, name, leaves, found, measure):
    """The numbers of a group's parts along a dimension, or None where they are not all printed."""
    rest = tuple(pair for pair in key if pair[0] != name)
    keys = [tuple(sorted((*rest, (name, leaf)))) for leaf in leaves]
    return [found[measure, part] for part in keys] if all((measure, part) in found for part in keys) else None


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_margins_are_the_sum_of_their_parts_or_on_the_side_that_the_measure_declares(seed):
    for release in releases(seed):
        found, declared = values(release), measures(release)
        for (measure, key), whole in found.items():
            for name, dimension in release.dimensions.items():
                category = dict(key).get(name, "")
                covered = dimension.leaves if category in {"", ALL} else dimension.members(category)
                parts = parts_of(key, name, covered, found, measure)
                if parts is None:
                    continue
                gaps = category == "" and name in declared[measure].incomplete
                several = name in declared[measure].overlapping
                assert max(parts) <= whole
                assert gaps or whole <= sum(parts)
                assert several or whole >= sum(parts)


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_coarser_categories_hold_their_leaves_and_are_held_by_the_margin(seed):
    for release in releases(seed):
        found = values(release)
        for (measure, key), value in found.items():
            for name, category in key:
                rest = tuple(pair for pair in key if pair[0] != name)
                wider = [ALL, *(union for union, leaves in release.dimensions[name].unions if category in leaves)]
                around = [found.get((measure, tuple(sorted((*rest, (name, union)))))) for union in wider]
                around.append(found.get((measure, rest)))
                assert all(value <= other for other in around if other is not None)


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_households_persons_and_contacts_fit_together(seed):
    for release in releases(seed):
        found = values(release)
        for cell in cells(release):
            value, (first, second) = found[cell.measure, cell.key], cell.largest
            assert cell.households <= cell.persons <= 6 * cell.households
            assert value >= cell.persons if cell.measure == "contacts" else value == cell.persons
            assert first >= second >= 0
            assert first + second <= value
            assert (first > 0) == (cell.households > 0)
            assert (second > 0) == (cell.households > 1)
            assert release.truth(cell.measure, cell.key) == value


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_every_number_of_a_table_says_whom_it_is_about_and_ratios_are_those_of_printed_groups(seed):
    for release in releases(seed):
        for table in release.tables:
            units = {column.name: column.unit for column in table.columns}
            names = list(units)
            named = {name for cell in table.protection.cells for name, _ in cell.key}
            assert named == {dimension.name for dimension in table.protection.dimensions}
            for ratio in table.protection.ratios:
                printed = table.rows[ratio.row][names.index(ratio.column)]
                assert printed == release.truth(*ratio.numerator) / release.truth(*ratio.denominator)
                assert units[ratio.column] is (Unit.SHARE if ratio.column == "share" else Unit.NUMBER)
                assert ratio.column != "share" or 0 <= printed <= 1
                assert ratio.persons == release.truth("persons", ratio.denominator[1])


@pytest.mark.parametrize("seed", range(30))
def test_sizes_are_kept(seed):
    found = drawn(seed)
    assert FEWEST_NUMBERS <= found.numbers <= MOST_NUMBERS
    assert found.atoms <= MOST_ATOMS
    assert sum(1 <= cell.households < SMALL for cell in found.cells) >= FEWEST_SMALL
    assert all(cell.households >= FEWEST_IN_ALL for cell in found.cells if {name for name, _ in cell.key} <= {"month"})
    for release in found.releases:
        assert 2 <= len(release.dimensions) <= 4
        assert 2 <= len(release.tables) <= 4
    people = found.releases[1].people
    assert FEWEST_PERSONS <= len(np.unique(people.person)) <= MOST_PERSONS
    assert np.bincount(people.household).max() <= 6


def test_atoms_are_the_groups_that_the_tables_tell_apart_for_each_overlapping_category():
    age = Dimension("age", "Alter", ("jung", "mittel", "alt"), (("ab 40", ("mittel", "alt")),))
    month = Dimension("month", "Monat", ("2017-01", "2017-02"), time=True)
    people = People(np.array([0, 1]), np.array([0, 1]), {"age": np.eye(3, dtype=bool)[:2], "month": np.eye(2, dtype=bool)})
    coarse, fine = (
        Layout("c", (("age", ("unions",)), ("month", ("leaves",))), ("persons",)),
        Layout("f", (("age", ("leaves",)),), ("persons",)),
    )
    dimensions, persons = {"age": age, "month": month}, Measure("persons", "Personen", ("month",))
    assert atoms_of([table_of(coarse, people, dimensions, {"persons": persons})]) == 2 * 3
    assert atoms_of([table_of(layout, people, dimensions, {"persons": persons}) for layout in (coarse, fine)]) == 3 * 3
    gaps = replace(persons, overlapping=(), incomplete=("age",))
    assert atoms_of([table_of(coarse, people, dimensions, {"persons": gaps})]) == 2 * 2


@settings(deadline=None, max_examples=10)
@given(SEEDS)
def test_a_seed_has_its_set_and_no_other_seed_has_it(seed):
    again, other = draw_set(seed), drawn((seed + 1) % 60)
    told = [[release.tables for release in found.releases] for found in (drawn(seed), again, other)]
    assert told[0] == told[1]
    assert told[0] != told[2]


@pytest.mark.parametrize("seed", range(60))
def test_the_second_release_differs_as_its_kind_says(seed):
    found = drawn(seed)
    first, second = found.releases
    assert (first.version == second.version) == (found.kind == "regrouped")
    assert first.period_from == second.period_from
    assert (first.period_to < second.period_to) == (found.kind == "later")
    if found.kind == "regrouped":
        assert {table.id for table in first.tables}.isdisjoint(table.id for table in second.tables)
        assert first.people is second.people
    if found.kind in {"later", "grown"}:
        earlier, later = values(first), values(second)
        rests = {(name, dimension.rest) for name, dimension in second.dimensions.items()}
        shared = {place for place in earlier.keys() & later.keys() if rests.isdisjoint(place[1])}
        assert shared
        assert all(earlier[place] <= later[place] for place in shared)


def test_all_kinds_of_sets_come_up():
    found = [drawn(seed) for seed in range(60)]
    both = [release for one in found for release in one.releases]
    protections = [table.protection for release in both for table in release.tables]
    dimensions = [dimension for protection in protections for dimension in protection.dimensions]
    declared = [measure for protection in protections for measure in protection.measures]
    assert {one.kind for one in found} == KINDS.keys()
    assert {len(one.releases[1].dimensions) for one in found} == {2, 3, 4}
    assert any(dimension.sensitive for dimension in dimensions)
    assert any(dimension.unions and not dimension.time for dimension in dimensions)
    assert any(dimension.rest for dimension in dimensions)
    assert any(
        dimension.rest and len(one.releases[0].dimensions[name].leaves) < len(dimension.leaves)
        for one in found
        for name, dimension in one.releases[1].dimensions.items()
    )
    assert {"month", "topic"} <= {name for measure in declared for name in measure.overlapping}
    assert any(measure.incomplete for measure in declared)
    assert any(measure.name == "persons" and "month" not in measure.overlapping for measure in declared)
    assert any(protection.ratios for protection in protections)


def test_families_fill_cells_alone_and_full_cells_come_up():
    """Cases that persons alone do not show: five or six people of one household, and a group that is all in one category."""
    found = [(cell, release) for seed in range(60) for release in releases(seed) for cell in cells(release)]
    assert sum(cell.persons >= 5 and cell.households == 1 for cell, _ in found) >= 10
    full = 0
    for seed in range(60):
        known = values(releases(seed)[1])
        for (measure, key), value in known.items():
            rests = [tuple(pair for pair in key if pair[0] != name) for name, _ in key if name != "month"]
            full += value > 0 and any(rest and known.get((measure, rest)) == value for rest in rests)
    assert full >= 20


@pytest.mark.parametrize("seed", range(20))
def test_series_by_month_quarter_and_period_speak_of_the_same_time(seed):
    for release in releases(seed):
        if "month" in release.dimensions:
            month = release.dimensions["month"]
            assert [leaf for _, leaves in month.unions for leaf in leaves] == list(month.leaves)
            assert all(earlier < later for earlier, later in pairwise(month.leaves))
            assert release.period_to.isoformat().startswith(month.leaves[-1])
