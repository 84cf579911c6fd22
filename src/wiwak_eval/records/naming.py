"""Which table a file, a sheet or a database table belongs to, by its name."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from wiwak_eval.records.contract import TableSpec, fold
from wiwak_eval.records.source import Part
from wiwak_eval.records.tables import TABLES

FACTS_NAMES = frozenset({"lieferung", "delivery"})
_PARTS = re.compile(r"[\d.()]+$")


def table_named(name: str) -> TableSpec | None:
    """The table of `beratungen`, `Beratungen 2017` or `consultations_2`; None where the contract knows no such table."""
    stem = fold(name)
    return _names().get(stem) or _names().get(_PARTS.sub("", stem))


def holds_facts(name: str) -> bool:
    """Whether a sheet or database table of this name tells who delivers what."""
    return fold(name) in FACTS_NAMES


def by_table(parts: Iterable[tuple[str, Part]]) -> tuple[Mapping[str, tuple[Part, ...]], tuple[str, ...]]:
    """Parts under the names they bear: canonical table to its parts in natural order, and the names that belong to no table."""
    found: dict[str, list[Part]] = {}
    unused = []
    for name, part in sorted(parts, key=lambda named: natural(named[0])):
        table = table_named(name)
        if table is None:
            unused.append(part.name)
        else:
            found.setdefault(table.name, []).append(part)
    return {name: tuple(found[name]) for name in TABLES if name in found}, tuple(unused)


def natural(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sorting key under which part 2 stands before part 10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts), name


@cache
def _names() -> Mapping[str, TableSpec]:
    return {fold(word): table for table in TABLES.values() for word in (table.german, table.title, table.name)}
