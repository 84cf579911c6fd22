"""What every form of a delivery comes down to: facts, and parts of tables that can be read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from wiwak_eval.records.cells import Cell, is_blank
from wiwak_eval.records.contract import TableSpec, fold

if TYPE_CHECKING:
    from wiwak_eval.records.rows import FileRows


@dataclass(frozen=True)
class Part:
    """A file, sheet or database table; `read` raises TableRefused where it cannot be read."""

    name: str
    read: "Callable[[TableSpec], FileRows]"


@dataclass(frozen=True)
class Source:
    """An opened delivery.

    name: as messages name it; facts_name: where the facts stand; facts: folded key to value, raises GermanError where there are none;
    tables: canonical name to parts in natural order; unused: names that belong to no table; expected: sentence on what was looked for;
    side_by_side: whether parts may be read in several threads at once.
    """

    name: str
    facts_name: str
    facts: Callable[[], Mapping[str, Cell]]
    tables: Mapping[str, tuple[Part, ...]]
    unused: tuple[str, ...]
    expected: str
    side_by_side: bool = False


def key_values(rows: Iterable[Sequence[Cell]]) -> Mapping[str, Cell]:
    """Folded key to value from rows that hold the one before the other, whatever stands around them; the first of equal keys counts."""
    found: dict[str, Cell] = {}
    for row in rows:
        filled = [cell for cell in row if not is_blank(cell)]
        for key, value in pairwise(filled):
            if isinstance(key, str):
                found.setdefault(fold(key), value)
    return found
