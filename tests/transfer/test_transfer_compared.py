"""All counties held against each other, from the tables that were worked out for each."""

from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.shipped import shipped
from wiwak_eval.transfer.compared import Compared, compare_counties
from wiwak_eval.transfer.model import County

DAY = date(2017, 10, 31)
NO = NotAssessable("nicht auswertbar: Tabelle „Beratungen“ fehlt.")
COUNTIES = (
    County("Wartburgkreis", False, Decimal("0.058"), 100_000, Decimal(900)),
    County("Stadt Gera", True, Decimal("0.044"), 80_000, Decimal(100)),
    County("Gotha", False, Decimal("0.063")),
)


def view(as_of: date = date(2017, 11, 15)) -> Assumptions:
    return Assumptions(load_catalogue(shipped("data") / "assumptions"), load_scenario(shipped("data") / "scenarios", "basis"), as_of)


def table(id: str, column: Column, cells: tuple[Cell, ...], read: tuple[str, ...] = ()) -> Table:
    rows = [(county.name, cell) for county, cell in zip(COUNTIES, cells, strict=True)]
    return build_table(id, "Zahlen", (Column("key", "Schlüssel", Unit.TEXT), column), rows, "09_thueringen", assumptions=read)


REFUGEES = table("land_refugees", Column("stock_2018", "Bestand", Unit.PERSONS), (1000, 700, 1300), ("land_outflow_month",))
POSTS = table("land_posts", Column("binding_2018", "maßgeblich", Unit.TEXT), ("Fälle", "Öffnungszeit", "Fälle"), ("minimum_posts",))


def compared(refugees=REFUGEES, rates=NO, posts=POSTS, counties=COUNTIES, values: Assumptions | None = None) -> Compared:
    return compare_counties(counties, refugees, rates, posts, values or view(), DAY, 2018)


def cell(found: Table | NotAssessable, row: str, column: str) -> Cell:
    assert isinstance(found, Table)
    return found.cell(row, column)


def test_each_measure_of_the_home_county_by_hand() -> None:
    """10.0 per 1,000 inhabitants; 111.1 per 100 square kilometres."""
    ranks = compared().land_ranks
    expected = {
        "quota": (5.8, 2, 3), "inhabitants": (100_000, 1, 2), "area": (900, 1, 2), "density": (111.111111, 2, 2), "persons": (1000, 2, 3),
        "per_1000": (10.0, 1, 2), "per_100_km2": (111.111111, 2, 2),
    }  # fmt: skip
    for key, numbers in expected.items():
        assert tuple(cell(ranks, key, name) for name in ("home", "rank", "known")) == numbers, key


def test_what_posts_rest_on_counts_where_they_are_shown() -> None:
    found = compared()
    assert isinstance(found.land_ranks, Table)
    assert isinstance(found.transfer, Table)
    assert isinstance(found.land_preconditions, Table)
    assert "minimum_posts" in found.transfer.assumptions
    assert {"home_county", "land_outflow_month", "precondition_distance_most"} <= set(found.land_preconditions.assumptions)
    assert "minimum_posts" not in {*found.land_preconditions.assumptions, *found.land_ranks.assumptions}


def test_counties_that_delivered_are_those_of_the_rates_and_else_the_home_county_alone() -> None:
    rates = build_table("land_rates", "Raten", REFUGEES.columns, [("Gotha", 1), ("Wartburgkreis", 2)], "09_thueringen")
    assert cell(compared().transfer, "all", "delivered") == 1
    assert cell(compared(rates=rates).transfer, "all", "delivered") == 2


def test_without_posts_the_rest_stands() -> None:
    found = compared(posts=NO)
    assert cell(found.transfer, "all", "by_cases") is None
    assert cell(compared().transfer, "all", "by_cases") == 2
    assert isinstance(found.land_ranks, Table)
    assert isinstance(found.land_limits, Table)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (lambda: compared(refugees=NO), "Beratungen"),
        (lambda: compared(counties=COUNTIES[1:]), "Wartburgkreis"),
        (lambda: compared(values=view(date(2016, 6, 1))), "precondition"),
    ],
)
def test_what_cannot_be_compared_is_refused_as_a_whole(found, words: str) -> None:
    refused = vars(found())
    assert all(isinstance(one, NotAssessable) for one in refused.values())
    assert len({one.reason for one in refused.values()}) == 1
    assert words in refused["transfer"].reason
