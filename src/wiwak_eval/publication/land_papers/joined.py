"""Released tables whose rows have the same keys, side by side as one table to print: no cell is worked out anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.publication.budget_papers.parts import Released, Source
from wiwak_eval.publication.display import text
from wiwak_eval.publication.phrases import joined as listed
from wiwak_eval.results import Cell, Column, NotAssessable, ReleasedTable, Unit

KEY = "key"
LAND = "land"
"""Key of the row of the whole Land."""
_CENTS_OF_A_THOUSAND = 100_000


@dataclass(frozen=True)
class Taken:
    """A column to print. table: id; column: its name, with `Y1`, `Y2` for the budget years; label: head; ends: of a range, columns of its
    low and high end, printed together instead."""

    table: str
    column: str
    label: str
    ends: tuple[str, str] | None = None


def side_by_side(source: Source, title: str, taken: Sequence[Taken]) -> Released:
    """One table of the columns behind key and name, in the order of the first table's rows; a refusal where one of the tables is refused.

    Money stands by the thousand euros. title: empty for that of the first table. Raises KeyError for a table that nobody made or a column
    that it does not have.
    """
    ids = list(dict.fromkeys(one.table for one in taken))
    tables = [source.released[id] for id in ids]
    refused = [table for table in tables if isinstance(table, NotAssessable)]
    if refused:
        return refused[0]
    known = {id: table for id, table in zip(ids, tables, strict=True) if isinstance(table, ReleasedTable)}
    first = known[ids[0]]
    columns = (*first.columns[:2], *(_head(source, known, one) for one in taken))
    rows = tuple(
        (key, name, *(_cell(source, known[one.table], key, one) for one in taken))
        for key, name in ((str(row[0]), row[1]) for row in first.rows)
    )
    notes = tuple(dict.fromkeys(note for table in known.values() for note in table.notes))
    unproven = tuple({one.id: one for table in known.values() for one in table.unproven}.values())
    return replace(
        first, id=listed(ids), title=source.dated(title) or first.title, columns=columns, rows=rows, notes=notes, unproven=unproven
    )


def _head(source: Source, known: Mapping[str, ReleasedTable], one: Taken) -> Column:
    found = column_of(known[one.table], source.dated(one.ends[0] if one.ends else one.column))
    return replace(found, name=f"{one.table}.{one.column}", label=source.dated(one.label))


def _cell(source: Source, table: ReleasedTable, key: str, one: Taken) -> Cell:
    if key not in map(str, table.column(KEY)):
        return None
    if one.ends is None:
        name = source.dated(one.column)
        return thousands(table.cell(key, name), column_of(table, name))
    names = [source.dated(end) for end in one.ends]
    low, high = (table.cell(key, name) for name in names)
    return None if low is None or high is None else span(low, high, column_of(table, names[0]))


def thousands(cell: Cell, column: Column) -> Cell:
    """Money by the thousand euros, since cents would say more than anybody knows; other cells as they are."""
    if column.unit is not Unit.CENTS or not isinstance(cell, int):
        return cell
    return f"{_by_thousand(cell)}{german.NARROW_SPACE}T€"


def span(low: Cell, high: Cell, column: Column) -> str:
    """Both ends of a range, their unit once; money as in `thousands`."""
    if column.unit is Unit.CENTS and isinstance(low, int) and isinstance(high, int):
        return f"{_by_thousand(low)} bis\u00a0{_by_thousand(high)}{german.NARROW_SPACE}T€"
    return f"{text(low, column)} bis\u00a0{text(high, column)}"


def _by_thousand(cents: int) -> str:
    return german.number(Decimal(cents) / _CENTS_OF_A_THOUSAND)


def column_of(table: ReleasedTable, name: str) -> Column:
    """The column of this name. Raises KeyError where there is none."""
    found = next((column for column in table.columns if column.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
