"""The interval of a share is worked out from what is printed, so that it tells nothing new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.disclosure.groups import ORIGIN, PERSONS, SIMULATED, STATUS, cell
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import ALL, HIDDEN, Column, GroupRatio, Level, Protection, Table, Unit, build_table, key_of

COLUMNS = (
    Column("group", "Gruppe", Unit.TEXT),
    Column("persons", "Personen", Unit.PERSONS),
    Column("share", "Anteil", Unit.SHARE, 0),
    Column("low", "von", Unit.SHARE, 0),
    Column("high", "bis", Unit.SHARE, 0),
)


def shares(counts: dict[str, int]) -> Table:
    """A row for each category and one for all, with the interval of each share."""
    total = sum(counts.values())
    everyone = ("persons", key_of({"status": ALL}))
    cells, ratios, rows = [], [], []
    for row, (name, count) in enumerate(counts.items()):
        key = key_of({"status": name})
        cells.append(cell(row, key, count))
        ratios.append(GroupRatio(row, "share", ("persons", key), everyone, total, total, "low", "high"))
        rows.append((name, count, count / total, *wilson(count / total, total)))
    cells.append(cell(len(rows), everyone[1], total))
    rows.append(("alle", total, None, None, None))
    return build_table("t", "Tabelle", COLUMNS, rows, "02", protection=Protection((STATUS,), (PERSONS,), tuple(cells), tuple(ratios)))


def released(table: Table, level: Level) -> Table:
    defence = defend(statements([table]), level, HOUSE_RULE, ORIGIN)
    return door([table], defence, level, HOUSE_RULE, SIMULATED).release(table)


def test_within_the_house_the_interval_is_that_of_the_exact_share() -> None:
    table = shares({"A": 13, "B": 17, "C": 33})
    assert released(table, Level.INTERN).rows == table.rows


def test_in_public_it_follows_from_the_printed_share_and_the_printed_number() -> None:
    """31 of 63 persons: printed are 50 % of 65."""
    shown = released(shares({"A": 13, "B": 31, "C": 19}), Level.OEFFENTLICH)
    assert shown.cell("alle", "persons") == 65
    assert shown.rows[1][2:] == (0.5, *(round(limit, 2) for limit in wilson(0.5, 65)))


def test_it_is_hidden_with_its_share() -> None:
    shown = released(shares({"A": 3, "B": 120, "C": 40}), Level.OEFFENTLICH)
    assert shown.rows[0][1:] == (HIDDEN, HIDDEN, HIDDEN, HIDDEN)


@given(st.tuples(*[st.integers(20, 150)] * 3), st.tuples(*[st.integers(20, 150)] * 3))
def test_equal_prints_have_equal_intervals(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    left, right = (released(shares(dict(zip("ABC", counts, strict=True))), Level.OEFFENTLICH) for counts in (one, other))
    for a, b in zip(left.rows[:3], right.rows[:3], strict=True):
        if a[2] == b[2] and left.rows[3][1] == right.rows[3][1]:
            assert a[3:] == b[3:]


def test_a_table_that_does_not_print_the_number_cannot_have_the_interval() -> None:
    table = shares({"A": 13, "B": 17, "C": 33})
    assert table.protection is not None
    cells = table.protection.cells[:-1]
    with pytest.raises(ValueError, match="must print"):
        build_table(
            "t", "Tabelle", COLUMNS, table.rows[:3], "02", protection=Protection((STATUS,), (PERSONS,), cells, table.protection.ratios)
        )
