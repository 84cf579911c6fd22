"""The home county's place among all."""

from decimal import Decimal

import pytest

from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.ranks import Measure, rank, ranks_table

COUNTIES = tuple(County(name, False, Decimal("0.25")) for name in "ABCD")


def table(*values: float | int | None, home: int = 1):
    return ranks_table(COUNTIES, home, [Measure("area", "Fläche", "km²", values)], [])


@pytest.mark.parametrize(
    ("values", "expected"), [((9, 7, 5), 2), ((9, 9, 5), 1), ((None, 7, None), 1), ((9, None, 5), None), ((9, 0, 0), 2)]
)
def test_rank_one_is_the_largest_and_equals_share_the_better(values: tuple[int | None, ...], expected: int | None) -> None:
    assert rank(values, 1) == expected


def test_ends_and_middle_with_their_counties() -> None:
    found = table(10, 4.5, 1, 7)
    assert found.title == "B neben allen Landkreisen und kreisfreien Städten"
    assert [found.cell("area", name) for name in ("home", "rank", "known")] == [4.5, 3, 4]
    assert [found.cell("area", name) for name in ("lowest", "lowest_county", "middle", "highest", "highest_county")] == [
        1,
        "C",
        5.75,
        10,
        "A",
    ]


def test_counts_stay_whole() -> None:
    assert isinstance(table(10, 4, 1, 7).cell("area", "home"), int)


@pytest.mark.parametrize(("values", "named"), [((3, 1, 1, 2), "B und C"), ((1, 1, 1, 2), "A und 2 weitere")])
def test_several_at_an_end_are_named_or_counted(values: tuple[int, ...], named: str) -> None:
    assert table(*values).cell("area", "lowest_county") == named


def test_a_measure_nobody_knows_is_a_row_of_blanks() -> None:
    found = table(None, None, None, None)
    assert [found.cell("area", name) for name in ("home", "rank", "known", "lowest", "lowest_county")] == [None, None, 0, None, ""]
    assert table(5, None, 1, 2).cell("area", "rank") is None
