"""What a column of a released table holds, for people and for machines: type, unit and a German description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.results import HIDDEN, Cell, Column, ReleasedTable, Unit

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_BOUND = re.compile(r"(\d+(,\d+)? % )?(von|bis)")
_LOWER, _UPPER = ("low", "p10", "p2_5", "p25"), ("high", "p90", "p97_5", "p75")
UNITS = {
    Unit.CONTACTS: "Beratungen",
    Unit.PERSONS: "Personen",
    Unit.COUNT: "Anzahl",
    Unit.SHARE: "Anteil von 0 bis 1",
    Unit.MINUTES: "Minuten",
    Unit.POSTS: "Vollzeitstellen",
    Unit.CENTS: "Euro",
    Unit.YEAR: "Jahr",
    Unit.MONTH: "Monat",
}
BY_LABEL = "siehe Bezeichnung"
"""Unit of numbers whose label says what they are: days, factors, p values."""
KINDS = {
    "string": "Text",
    "yearmonth": "Monat (JJJJ-MM)",
    "integer": "ganze Zahl",
    "number": "Zahl mit Dezimalpunkt",
    "boolean": "ja/nein (true/false)",
}
ROW_KEY = "Kennung der Zeile"


@dataclass(frozen=True)
class Field:
    """A column as a data dictionary lists it.

    kind: type in Table Schema; unit: German, empty for words but not where a word stands among numbers; meaning: German, the label where
    that says all; signs: German sentences on what stands in its cells beside values.
    """

    name: str
    label: str
    kind: str
    unit: str
    meaning: str
    signs: tuple[str, ...]


def fields_of(table: ReleasedTable) -> tuple[Field, ...]:
    """The fields of a table in the order of its columns."""
    return tuple(_field(table, place) for place in range(len(table.columns)))


def _field(table: ReleasedTable, place: int) -> Field:
    column, cells = table.columns[place], [row[place] for row in table.rows]
    kind = _kind(column, cells)
    words = column.unit is Unit.TEXT or kind == "boolean" or (kind == "string" and column.unit in {Unit.MONTH, Unit.YEAR})
    unit = "" if words else UNITS.get(column.unit, BY_LABEL)
    return Field(column.name, column.label, kind, unit, _meaning(table.columns, place), _signs(cells))


def _meaning(columns: Sequence[Column], place: int) -> str:
    """The label; of a bound that is only called „von“ or „bis“ also what it is a bound of."""
    column = columns[place]
    if place == 0 and column.name == "key":
        return ROW_KEY
    bound = "untere" if column.name.endswith(_LOWER) else "obere" if column.name.endswith(_UPPER) else ""
    if not bound or not _BOUND.search(column.label):
        return column.label
    of = next((before.label for before in reversed(columns[:place]) if not before.name.endswith((*_LOWER, *_UPPER))), "")
    return f"{column.label}: {bound} Grenze der Spanne zu „{of}“" if of else column.label


def _signs(cells: Sequence[Cell]) -> tuple[str, ...]:
    """What empty cells and the sign mean, where the column has them."""
    missing = ("Leer: keine Angabe.",) if None in cells else ()
    hidden = (f"„{HIDDEN}“: aus Datenschutzgründen nicht ausgewiesen.",) if HIDDEN in cells else ()
    return (*missing, *hidden)


def _kind(column: Column, cells: Sequence[Cell]) -> str:
    """The narrowest Table Schema type that each cell of the column has; words among numbers make it a string."""
    known = [cell for cell in cells if cell is not None and cell != HIDDEN]
    if column.unit is Unit.MONTH and all(isinstance(cell, str) and _MONTH.fullmatch(cell) for cell in known):
        return "yearmonth"
    if column.unit is Unit.TEXT or any(isinstance(cell, str) for cell in known):
        return "string"
    if column.unit in {Unit.CENTS, Unit.SHARE} or any(isinstance(cell, float) for cell in known):
        return "number"
    return "boolean" if known and all(isinstance(cell, bool) for cell in known) else "integer"
