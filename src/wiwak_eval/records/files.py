"""Which file of a folder belongs to which table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.records.contract import TableSpec, fold
from wiwak_eval.records.tables import TABLES

SUFFIX = ".csv"
_PARTS = re.compile(r"[\d.()]+$")


@dataclass(frozen=True)
class FolderFiles:
    """tables: canonical name to its files in natural order; unused: names of CSV files that belong to no table."""

    tables: Mapping[str, tuple[Path, ...]]
    unused: tuple[str, ...]


def find_files(folder: Path) -> FolderFiles:
    """The CSV files of a delivery: `beratungen.csv`, or in parts `beratungen_2017_1.csv`, `beratungen_2017_2.csv`."""
    names = {fold(word): table for table in TABLES.values() for word in (table.german, table.title, table.name)}
    found: dict[str, list[Path]] = {}
    unused = []
    files = [file for file in folder.iterdir() if file.suffix.lower() == SUFFIX and file.is_file() and not file.name.startswith(".")]
    for file in sorted(files, key=_natural):
        table = _table(file, names)
        if table is None:
            unused.append(file.name)
        else:
            found.setdefault(table.name, []).append(file)
    return FolderFiles({name: tuple(found[name]) for name in TABLES if name in found}, tuple(unused))


def _table(file: Path, names: Mapping[str, TableSpec]) -> TableSpec | None:
    stem = fold(file.stem)
    return names.get(stem) or names.get(_PARTS.sub("", stem))


def _natural(file: Path) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sorting key under which part 2 stands before part 10."""
    parts = re.split(r"(\d+)", file.name.casefold())
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts), file.name
