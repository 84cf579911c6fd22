"""Small tables about groups of people, written by hand."""

from collections.abc import Mapping, Sequence
from datetime import date

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.results import (
    ALL,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    Key,
    Measure,
    Protection,
    Provenance,
    Table,
    Unit,
    build_table,
    key_of,
)

ORIGIN = Origin("Landratsamt", "erste", date(2017, 1, 1), date(2017, 10, 31))
SIMULATED = Provenance("Landratsamt", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15), simulated=True)
PERSONS = Measure("persons", "Personen")
STATUS = Dimension("status", "Status", ("A", "B", "C"))
PLACE = Dimension("place", "Ort", ("Nord", "Süd", "West"))
COLUMNS = (Column("group", "Gruppe", Unit.TEXT), Column("persons", "Personen", Unit.PERSONS))


def cell(row: int, key: Key, persons: int, households: int | None = None, column: str = "persons") -> GroupCell:
    """A count of persons; all in households of their own unless said otherwise."""
    alone = persons if households is None else households
    largest = (persons - alone + 1, 1) if persons else (0, 0)
    return GroupCell(row, column, "persons", key, persons, alone, largest)


def one_way(
    counts: Mapping[str, int],
    dimension: Dimension = STATUS,
    households: Mapping[str, int] | None = None,
    shares: bool = False,
    id: str = "t",
) -> Table:
    """A table with a row for each category, and its share where asked."""
    total, behind = sum(counts.values()), households or {}
    groups = [(row, key_of({dimension.name: name}), name) for row, name in enumerate(counts)]
    cells = tuple(cell(row, key, counts[name], behind.get(name)) for row, key, name in groups)
    everyone = ("persons", key_of({dimension.name: ALL}))
    ratios = tuple(GroupRatio(row, "share", ("persons", key), everyone, total, total) for row, key, _ in groups if shares)
    columns = (*COLUMNS, Column("share", "Anteil", Unit.SHARE, 0)) if shares else COLUMNS
    rows = [(name, count, count / total) if shares else (name, count) for name, count in counts.items()]
    return build_table(id, f"Tabelle {id}", columns, rows, "02", protection=Protection((dimension,), (PERSONS,), cells, ratios))


def county(total: int) -> Table:
    """The county's total."""
    return build_table("year", "Summe", COLUMNS, [("alle", total)], "02", protection=Protection((), (PERSONS,), (cell(0, (), total),)))


def two_way(counts: Sequence[Sequence[int]], id: str = "cross") -> Table:
    """STATUS by PLACE with both margins, one row each number."""
    found: list[tuple[Key, int]] = []
    for i, status in enumerate(STATUS.leaves):
        found += [(key_of({"status": status, "place": place}), counts[i][j]) for j, place in enumerate(PLACE.leaves)]
        found.append((key_of({"status": status}), sum(counts[i])))
    found += [(key_of({"place": place}), sum(row[j] for row in counts)) for j, place in enumerate(PLACE.leaves)]
    cells = tuple(cell(row, key, count) for row, (key, count) in enumerate(found))
    rows = [(str(key), count) for key, count in found]
    return build_table(id, f"Tabelle {id}", COLUMNS, rows, "02", protection=Protection((STATUS, PLACE), (PERSONS,), cells))
