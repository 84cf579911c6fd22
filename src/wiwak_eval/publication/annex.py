"""The tables of the annex on as few pages as can be read: two beside each other where they are narrow, notes that many share said once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from wiwak_eval.publication.display import is_number, notes, printed
from wiwak_eval.publication.sheets import line_counts, natural_width
from wiwak_eval.publication.typeset_blocks import table_data
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import ReleasedTable

ROOM, HALF = 504.0, 243.0
"""Points between the margins of a page of the annex, and of each of two columns on it."""
TYPE = 7.0
"""The largest size of type in a table of the annex, in points."""
_NARROW = 90
"""Characters a line of a table may need that stands in one of the two columns."""
_PAGE = 650.0
"""Points that two columns beside each other should not be higher than: a page without its heading."""
_WHOLE = 430.0
"""Points up to which a table is not broken, so that its notes stay with it."""
_MANY = 150
"""Letters of notes from which on a narrow table without another next to it takes the whole width: its notes then take few lines."""
_SHARED = 3
"""From so many tables on a note stands once for all of them."""
_NOTE_SIGN, _NOTE_LINE, _CAPTION_LINE, _BELOW = 3.2, 8.2, 10.5, 16.0
"""Points: width of a letter in a note, height of its line, of a line of a title; space below a table."""


@dataclass(frozen=True)
class Numbered:
    """A table and what it is called, as „A7“ or „zu Abbildung 3“."""

    number: str
    table: ReleasedTable


def shared_notes(tables: Sequence[ReleasedTable]) -> tuple[str, ...]:
    """Notes that stand under at least three of the tables, in the order in which they first do."""
    counts = Counter(note for table in tables for note in notes(table, sign_explained=True))
    return tuple(note for note, count in counts.items() if count >= _SHARED)


def annex_rows(tables: Sequence[Numbered], shared: Sequence[str]) -> list[Data]:
    """What stands below each other: wide tables first, then pairs of columns with narrow ones, each about as high as the other."""
    narrow = [one for one in tables if _is_narrow(one.table)]
    wide = [one for one in tables if one not in narrow]
    rows = [_wide(one, shared) for one in wide]
    for page in _pages([(one, _laid(one, shared, HALF)) for one in narrow]):
        left, right = _halved([data for _, data in page])
        alone = not right and sum(map(len, _notes(left[0]))) > _MANY
        rows.append(_wide(page[0][0], shared) if alone else {"kind": "pair", "left": left, "right": right})
    return rows


def in_order(tables: Sequence[Numbered]) -> list[ReleasedTable]:
    """The tables as `annex_rows` lays them one after the other."""
    return sorted((one.table for one in tables), key=_is_narrow)


def balanced(items: Sequence[tuple[str, Data]]) -> tuple[list[Data], list[Data]]:
    """Words in two columns of about the same length, in their order. items: what tells how long each is, and its data."""
    cut = _cut([float(len(words)) for words, _ in items])
    made = [data for _, data in items]
    return made[:cut], made[cut:]


def _is_narrow(table: ReleasedTable) -> bool:
    columns, rows = printed(table)
    return natural_width([column.label for column in columns], rows, [is_number(column) for column in columns]) <= _NARROW


def _laid(one: Numbered, shared: Sequence[str], room: float) -> Data:
    data = table_data(one.table, one.number, room, TYPE)
    all_notes = notes(one.table, sign_explained=True)
    own = [note for note in all_notes if note not in shared]
    places = [str(shared.index(note) + 1) for note in all_notes if note in shared]
    also = [f"Hinweis {', '.join(places)}."] if places else []
    laid = {**data, "notes": [*own, " ".join([*also, f"{data['source']}."])]}
    return {**laid, "whole": _table_height(laid, room) <= _WHOLE}


def _wide(one: Numbered, shared: Sequence[str]) -> Data:
    return {"kind": "wide", "table": _laid(one, shared, ROOM)}


def _pages(tables: Sequence[tuple[Numbered, Data]]) -> Iterator[list[tuple[Numbered, Data]]]:
    """Runs of tables, each as laid, that fill at most the two columns of a page."""
    page: list[tuple[Numbered, Data]] = []
    for one, laid in tables:
        if page and _height([data for _, data in page]) + _height([laid]) > 2 * _PAGE:
            yield page
            page = []
        page.append((one, laid))
    if page:
        yield page


def _halved(page: Sequence[Data]) -> tuple[list[Data], list[Data]]:
    cut = _cut([_height([table]) for table in page])
    return list(page[:cut]), list(page[cut:])


def _cut(heights: Sequence[float]) -> int:
    """How many stand left, so that the higher of the two columns is as low as it can be."""
    whole = sum(heights)
    return min(range(1, len(heights) + 1), key=lambda n: max((left := [*accumulate(heights)][n - 1]), whole - left), default=0)


def _height(tables: Sequence[Data]) -> float:
    """About how many points the tables take, one above the other, in one of two columns."""
    return sum(_table_height(table) for table in tables)


def _table_height(table: Data, room: float = HALF) -> float:
    size, title = table["size"], str(table["title"])
    assert isinstance(size, float)
    lines = line_counts(table, room)
    sheet = sum(lines) * size * 1.15 + len(lines) * size * 0.72
    below = sum(ceil(len(note) * _NOTE_SIGN / room) for note in _notes(table)) * _NOTE_LINE
    return sheet + below + (1 + ceil(len(title) * 4.2 / room)) * _CAPTION_LINE + _BELOW


def _notes(table: Data) -> Sequence[str]:
    under = table["notes"]
    assert isinstance(under, list)
    return under
