"""The calculator's tables as whole numbers: all that a page needs to add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column

MONTHS = tuple(f"m{month:02d}" for month in range(1, 13))
"""Columns of twelve months."""
CASH, IN_KIND, FLAT = "cash", "in_kind", "flat"
"""Parts of what hangs on posts: money, contributions in kind, and the grant that a flat rate gives."""


class Rows(Protocol):
    """A computed or a released table."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Its rows."""


@dataclass(frozen=True)
class Amounts:
    """Cents of a year; counted: what of each month a grant of the Land counts as eligible."""

    total: Cents
    counted: tuple[Cents, ...]


@dataclass(frozen=True)
class PerContact:
    """What grows with consultations: cents for one, exact, rounded once for the year and laid on months by their weights; counted: whether
    a grant counts it."""

    key: str
    cents: Fraction
    weights: tuple[int, ...]
    counted: bool


@dataclass(frozen=True)
class Grant:
    """The Land's terms in a year. kind: as in `grants.grant_table.NUMBERED`; promised: cents of a fixed sum; first, last: months (1-13)
    that count."""

    kind: int
    rate: Fraction
    promised: Cents
    own_cash: Cents
    ceiling: Cents | None
    first: int
    last: int


@dataclass(frozen=True)
class YearCoefficients:
    """One budget year.

    contacts: planned, fewest, most; open: whether the centre is, else no posts are planned; others: cents of Bund, ESF and third parties;
    decided: the Land's terms in force, None where they are open; offered: ceiling and last month of a share that a reader sets; thresholds:
    see `YearGrid`; the rest by number of posts, personnel also by the key of a pay round.
    """

    year: int
    contacts: tuple[int, int, int]
    open: bool
    others: Cents
    decided: Grant | None
    offered: Grant
    thresholds: tuple[tuple[int, Decimal], ...]
    per_contact: tuple[PerContact, ...]
    cash: Mapping[Decimal, Amounts]
    in_kind: Mapping[Decimal, Amounts]
    flat: Mapping[Decimal, Amounts]
    personnel: Mapping[tuple[Decimal, str], Amounts]


def coefficients(tables: Mapping[str, Rows]) -> tuple[YearCoefficients, ...]:
    """Read from the tables of `CalculatorTables` by their ids, computed or released ones."""
    rules = {str(row["key"]): row for row in _records(tables["calculator_rules"])}
    years = [int(column.label) for column in tables["calculator_rules"].columns[2:]]
    return tuple(_year(year, {key: row[f"y{year}"] for key, row in rules.items()}, tables) for year in years)


def _year(year: int, rule: Mapping[str, Cell], tables: Mapping[str, Rows]) -> YearCoefficients:
    workplaces = list(_of_year(tables["calculator_workplaces"], year))
    parts = {part: {_posts(row): _amounts(row) for row in workplaces if row["part"] == part} for part in (CASH, IN_KIND, FLAT)}
    return YearCoefficients(
        year,
        (whole(rule["contacts"]), whole(rule["contacts_fewest"]), whole(rule["contacts_most"])),
        bool(rule["open"]),
        whole(rule["others"]),
        _grant(rule, "decided") if rule["decided"] else None,
        _grant(rule, "offered"),
        tuple((whole(row["contacts"]), _posts(row)) for row in _of_year(tables["calculator_thresholds"], year)),
        tuple(_per_contact(row) for row in _of_year(tables["calculator_contacts"], year)),
        parts[CASH],
        parts[IN_KIND],
        parts[FLAT],
        {(_posts(row), str(row["pay"])): _amounts(row) for row in _of_year(tables["calculator_personnel"], year)},
    )


def number_key(posts: Decimal) -> str:
    """`3.25`, `3`: a number of posts as part of a key, however it was written."""
    return f"{posts.normalize():f}"


def whole(cell: Cell) -> int:
    """A cell that holds a whole number."""
    if not isinstance(cell, int):
        raise ValueError(f"{cell!r} is no whole number")
    return cell


def _records(table: Rows) -> Iterable[Mapping[str, Cell]]:
    names = [column.name for column in table.columns]
    return (dict(zip(names, row, strict=True)) for row in table.rows)


def _of_year(table: Rows, year: int) -> Iterable[Mapping[str, Cell]]:
    return (row for row in _records(table) if row["year"] == str(year))


def _posts(row: Mapping[str, Cell]) -> Decimal:
    return Decimal(str(row["posts"]))


def _amounts(row: Mapping[str, Cell]) -> Amounts:
    return Amounts(whole(row["total"]), tuple(whole(row[month]) for month in MONTHS))


def _per_contact(row: Mapping[str, Cell]) -> PerContact:
    weights = tuple(whole(row[month]) for month in MONTHS)
    return PerContact(str(row["item"]), Fraction(whole(row["numerator"]), whole(row["denominator"])), weights, bool(row["counted"]))


def _grant(rule: Mapping[str, Cell], kind: str) -> Grant:
    def of(name: str) -> int:
        return whole(rule[f"{kind}_{name}"])

    ceiling = rule[f"{kind}_ceiling"]
    return Grant(
        of("kind"),
        Fraction(of("rate_numerator"), of("rate_denominator")),
        of("promised"),
        of("own_cash"),
        None if ceiling is None else whole(ceiling),
        of("first"),
        of("last"),
    )
