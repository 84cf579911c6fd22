"""Limits, p-values and words of a funnel are worked out from what is printed, so that they tell nothing new."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.groups import ORIGIN, PERSONS, SIMULATED, STATUS, cell
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.access.counting import FUNNEL_COLUMNS, counted_residents
from wiwak_eval.evaluation.funnel import FunnelCells, funnel_cells
from wiwak_eval.results import ALL, HIDDEN, Column, GroupFunnel, Level, Measure, Protection, ReleasedTable, Table, Unit, build_table, key_of

RESIDENTS = Measure("residents", "im Landkreis")
COLUMNS = (Column("group", "Gruppe", Unit.TEXT), Column("persons", "Personen", Unit.PERSONS), Column("residents", "da", Unit.PERSONS))

COUNTS = st.tuples(*[st.tuples(st.integers(20, 90), st.integers(100, 220))] * 3)


def funnel(counts: dict[str, tuple[int, int]]) -> Table:
    """Persons and residents of each category, all of them last."""
    total = (sum(count for count, _ in counts.values()), sum(size for _, size in counts.values()))
    rows = [(name, *pair) for name, pair in [*counts.items(), ("alle", total)]]
    cells = []
    for row, (name, count, size) in enumerate(rows):
        key = key_of({"status": ALL if name == "alle" else name})
        cells += [cell(row, key, count), counted_residents(row, "residents", "residents", key, size)]
    last = len(rows) - 1
    worked_out = funnel_cells([row[1] for row in rows], [row[2] for row in rows], last)
    protection = Protection(
        (STATUS,),
        (PERSONS, RESIDENTS),
        tuple(cells),
        funnels=(GroupFunnel("persons", "residents", last, tuple(column.name for column in FUNNEL_COLUMNS)),),
    )
    whole = [(*row, *more) for row, more in zip(rows, worked_out, strict=True)]
    return build_table("t", "Tabelle", (*COLUMNS, *FUNNEL_COLUMNS), whole, "02", protection=protection)


def released(table: Table, level: Level) -> ReleasedTable:
    defence = defend(statements([table]), level, HOUSE_RULE, ORIGIN)
    return door([table], defence, level, HOUSE_RULE, SIMULATED).release(table)


def test_the_columns_are_those_of_the_cells() -> None:
    assert [column.name for column in FUNNEL_COLUMNS] == list(FunnelCells.__dataclass_fields__)


def test_within_the_house_they_are_those_of_the_exact_numbers() -> None:
    table = funnel({"A": (13, 160), "B": (67, 120), "C": (43, 120)})
    assert released(table, Level.INTERN).rows == table.rows


def test_in_public_they_follow_from_the_printed_numbers() -> None:
    shown = released(funnel({"A": (13, 162), "B": (67, 121), "C": (43, 118)}), Level.OEFFENTLICH)
    assert [row[1:3] for row in shown.rows] == [(15, 160), (65, 120), (45, 120), (125, 400)]
    assert [row[3:] for row in shown.rows] == funnel_cells([15, 65, 45, 125], [160, 120, 120, 400], 3)


def test_numbers_and_words_are_hidden_with_the_count() -> None:
    shown = released(funnel({"A": (3, 162), "B": (67, 121), "C": (43, 118)}), Level.OEFFENTLICH)
    assert shown.rows[0][1] == HIDDEN
    assert set(shown.rows[0][3:]) == {HIDDEN}


@settings(deadline=None, max_examples=8)
@given(COUNTS, COUNTS)
def test_equal_prints_have_equal_limits_and_words(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> None:
    left, right = (released(funnel(dict(zip("ABC", counts, strict=True))), Level.OEFFENTLICH) for counts in (one, other))
    prints = [[row[1:3] for row in table.rows] for table in (left, right)]
    told = [[row[3:] for row in table.rows] for table in (left, right)]
    assert prints[0] != prints[1] or told[0] == told[1]
    for rows, table in zip(prints, told, strict=True):
        assert table == funnel_cells([count for count, _ in rows], [size for _, size in rows], 3)
