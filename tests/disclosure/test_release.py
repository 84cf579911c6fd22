import json
import re
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.disclosure.groups import ORIGIN, PERSONS, SIMULATED, STATUS, cell, county, one_way
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.model import AttackReport, Breach
from wiwak_eval.disclosure.notes import HIDDEN_NOTE, above_whole
from wiwak_eval.disclosure.printing import Print
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.results import (
    HIDDEN,
    Column,
    Dimension,
    GermanError,
    GroupCell,
    GroupCurve,
    GroupMedian,
    Level,
    Measure,
    Protection,
    ReleasedTable,
    Unit,
    build_table,
    key_of,
)


def opened(tables, level):
    defence = defend(statements(tables), level, HOUSE_RULE, ORIGIN)
    return door(tables, defence, level, HOUSE_RULE, SIMULATED)


def released(tables, level):
    let_out = opened(tables, level)
    return [let_out.release(table) for table in tables]


def test_within_the_house_everything_is_exact():
    table = one_way({"A": 1, "B": 13, "C": 400}, shares=True)
    assert released([table, county(414)], Level.INTERN)[0].rows == table.rows


def test_the_committee_sees_exact_numbers_but_small_ones_and_what_tells_them():
    """A is small, and alone it would be the total less the others: one more is hidden. Its share goes with it."""
    table = one_way({"A": 3, "B": 13, "C": 400}, shares=True)
    shown = released([table, county(416)], Level.GREMIUM)[0]
    assert shown.rows == (("A", HIDDEN, HIDDEN), ("B", HIDDEN, HIDDEN), ("C", 400, 0.96))
    assert HIDDEN_NOTE in shown.notes


def test_the_public_sees_counts_in_fives_and_the_county_total_exactly():
    shown, total = released([one_way({"A": 13, "B": 17, "C": 400}, shares=True), county(430)], Level.OEFFENTLICH)
    assert shown.rows == (("A", 15, 0.03), ("B", 15, 0.04), ("C", 400, 0.93))
    assert total.rows == (("alle", 430),)
    assert not any("•" in note for note in shown.notes)


def test_where_rounding_breaks_a_sum_the_note_says_so():
    shown = released([one_way({"A": 13, "B": 13, "C": 13}), county(39)], Level.OEFFENTLICH)[0]
    assert shown.column("persons") == (15, 15, 15)
    assert "Personen: Die gerundeten Zeilen ergeben zusammen 45; genau sind es 39." in shown.notes
    added_up = released([one_way({"A": 15, "B": 15, "C": 15}), county(45)], Level.OEFFENTLICH)[0]
    assert not any("ergeben" in note for note in added_up.notes)


@pytest.mark.parametrize(("printed", "said"), [(375, True), (370, False), ("•", False)])
def test_where_a_rounded_part_stands_above_its_exact_whole_the_note_says_so(printed, said):
    parts = one_way({"A": 373, "B": 0, "C": 0})
    assert parts.protection is not None
    cells = (*parts.protection.cells, cell(len(parts.rows), (), 374))
    table = replace(parts, rows=(*parts.rows, ("alle", 374)), protection=replace(parts.protection, cells=cells))
    shown = [("A", printed), *table.rows[1:]]
    assert any("genauen Gesamtzahl 374" in note for note in above_whole(table, shown)) is said


@given(st.integers(0, 10**6))
def test_a_rounded_count_is_the_nearest_five(count):
    how = Print(Level.OEFFENTLICH, HOUSE_RULE, rounded=True)
    spoken = statements([one_way({"A": 1})])
    low, high = how.bounds(key_of({"status": "A"}), count, Unit.PERSONS, spoken)
    printed = how.number(key_of({"status": "A"}), count, Unit.PERSONS, spoken)
    assert printed % 5 == 0
    assert abs(printed - count) <= 2
    assert low <= count <= high or count in (1, 2), "one or two are never printed"


@pytest.mark.parametrize(("people", "told"), [(19, HIDDEN), (20, 0.5), (99, 0.5), (100, 0.49)])
def test_shares_stand_on_enough_people_and_in_steps(people, told):
    table = one_way({"A": 490, "B": 510}, shares=True)
    few = tuple(replace(ratio, persons=people) for ratio in table.protection.ratios)
    table = replace(table, protection=replace(table.protection, ratios=few))
    assert released([table], Level.OEFFENTLICH)[0].cell("A", "share") == told


def median_table(persons):
    columns = (
        Column("group", "Gruppe", Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        Column("minutes", "Minuten", Unit.MINUTES),
    )
    key = key_of({"status": "A"})
    spoken = Protection((STATUS,), (PERSONS,), (cell(0, key, persons),), medians=(GroupMedian(0, "minutes", key, persons, persons),))
    return build_table("m", "M", columns, [("A", persons, 43.5)], "02", protection=spoken)


@pytest.mark.parametrize(
    ("level", "persons", "told"),
    [
        (Level.OEFFENTLICH, 10, 45),
        (Level.OEFFENTLICH, 9, HIDDEN),
        (Level.GREMIUM, 10, 44),
        (Level.GREMIUM, 9, HIDDEN),
        (Level.INTERN, 9, 43.5),
    ],
)
def test_a_median_stands_for_ten(level, persons, told):
    shown = released([median_table(persons), county(persons + 50)], level)[0]
    assert shown.cell("A", "minutes") == told
    notes = {Level.OEFFENTLICH: "Mediane sind auf 5 gerundet.", Level.GREMIUM: "Mediane sind auf ganze Zahlen gerundet."}
    assert (notes.get(level) in shown.notes) == (level is not Level.INTERN)


def test_a_survival_curve_ends_where_few_are_watched():
    columns = (Column("months", "Monate", Unit.TEXT), Column("share", "Anteil", Unit.SHARE))
    rows = [("0", 1.0), ("1", 0.8123), ("2", 0.7), ("3", 0.6)]
    spoken = Protection((), (), (), curves=(GroupCurve("share", (), (40, 30, 9, 12)),))
    table = build_table("stay", "S", columns, rows, "05", protection=spoken)
    assert released([table], Level.OEFFENTLICH)[0].column("share") == (1.0, 0.81, HIDDEN, HIDDEN)
    assert released([table], Level.INTERN)[0].column("share") == (1.0, 0.8123, 0.7, 0.6)


@pytest.mark.parametrize(
    ("level", "events", "first", "told"),
    [
        (Level.OEFFENTLICH, (0, 1, 10, 19, 20), (), (0, 2, 4)),
        (Level.OEFFENTLICH, (0, 10, 15, 20, 20), (2,), (0, 2)),
        (Level.OEFFENTLICH, (3, 3, 3, 3, 3), (), ()),
        (Level.GREMIUM, (0, 4, 5, 9, 10), (), (0, 2, 4)),
        (Level.INTERN, (0, 1, 2, 3, 4), (), (0, 1, 2, 3, 4)),
        (Level.OEFFENTLICH, (), (), (0, 1, 2, 3, 4)),
    ],
)
def test_a_survival_curve_whose_start_is_printed_takes_no_step_of_few(level, events, first, told):
    """Of 66 people 0.98 are left: one has gone. Between two months that are told nobody has, or as many as may be counted."""
    columns = (Column("months", "Monate", Unit.TEXT), Column("share", "Anteil", Unit.SHARE))
    rows = [(str(month), share) for month, share in enumerate((1.0, 0.98, 0.9, 0.8, 0.7))]
    spoken = Protection((), (), (), curves=(GroupCurve("share", (), (66,) * 5, events=events, first=first),))
    shown = released([build_table("stay", "S", columns, rows, "05", protection=spoken)], level)[0].column("share")
    assert tuple(month for month, cell in enumerate(shown) if cell != HIDDEN) == told


def test_a_table_that_was_not_defended_does_not_pass():
    let_out = opened([county(50)], Level.OEFFENTLICH)
    with pytest.raises(ValueError, match="table t was not held against the others of this release"):
        let_out.release(one_way({"A": 13}))


@pytest.mark.parametrize("level", Level)
def test_tables_that_speak_of_nobody_pass_untouched(level):
    whole = replace(one_way({"A": 1, "B": 2}), protection=None, notes=("Hinweis.",))
    shown = opened([county(50)], level).release(whole)
    assert (shown.rows, shown.notes) == (whole.rows, whole.notes)
    assert (shown.level, shown.provenance) == (level, SIMULATED)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.sampled_from(Level))
def test_no_hidden_number_is_left_in_any_form(persons, level):
    """Each group has its own number of contacts, found nowhere else: where it is hidden, no form of the table holds it."""
    names = tuple(f"Anliegen {chr(97 + place)}" for place in range(len(persons)))
    topic = Dimension("topic", "Anliegen", names)
    contacts = [7013 + 10 * place if count else 0 for place, count in enumerate(persons)]
    spoken = tuple(
        GroupCell(row, "contacts", "contacts", key_of({"topic": name}), persons[row], persons[row], (1, 1))
        for row, name in enumerate(names)
    )
    columns = (Column("topic", "Anliegen", Unit.TEXT), Column("contacts", "Beratungen", Unit.CONTACTS))
    protection = Protection((topic,), (Measure("contacts", "Beratungen"),), spoken)
    shown = released([build_table("topics", "A", columns, zip(names, contacts, strict=True), "02", protection=protection)], level)[0]
    hidden = [row for row, cells in enumerate(shown.rows) if cells[1] == HIDDEN]
    fewest = {Level.INTERN: 0, Level.GREMIUM: 5, Level.OEFFENTLICH: 10}[level]
    assert {row for row, count in enumerate(persons) if 0 < count < fewest} <= set(hidden)
    exact = {row for row in range(len(persons)) if row not in hidden and persons[row] and level is not Level.OEFFENTLICH}
    for form in (repr(shown), json.dumps(asdict(shown), default=str), TypeAdapter(ReleasedTable).dump_json(shown).decode()):
        numbers = set(re.findall(r"\d+", form))
        assert not {str(contacts[row]) for row in hidden if contacts[row]} & numbers  # a nought is also a number of decimals
        assert {str(contacts[row]) for row in exact} <= numbers
        assert "protection" not in form


def test_an_attack_that_still_succeeds_shuts_the_door():
    table = one_way({"A": 13, "B": 17, "C": 400})
    defence = defend(statements([table]), Level.OEFFENTLICH, HOUSE_RULE, ORIGIN)
    found = Breach("bounds", ("t",), "persons", key_of({"status": "A"}), 3, 4, 10)
    with pytest.raises(GermanError, match=r"Freigabe angehalten: Aus „Tabelle t“ ließe sich.*Bitte diese Tabellen gröber fassen"):
        door([table], replace(defence, after=AttackReport((), (found,))), Level.OEFFENTLICH, HOUSE_RULE, SIMULATED)
    with pytest.raises(GermanError, match=r"„Tabelle t“ widersprechen einander\. Bitte die Lieferung prüfen"):
        door([table], replace(defence, after=AttackReport((), (), ("t",))), Level.OEFFENTLICH, HOUSE_RULE, SIMULATED)
