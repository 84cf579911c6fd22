"""Assumptions that became known between two days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumption, Catalogue, DatedValue
from wiwak_eval.assumptions.holding import holding, known_values, value_key
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.table import WITHOUT_UNIT, range_text
from wiwak_eval.assumptions.units import unit_text

NOTHING_BEFORE = "kein Wert"


@dataclass(frozen=True)
class NewValue:
    """A value that one could not know on the earlier day.

    key: names it among all values; id: of its assumption or series; before, after: as German text; valid_from: first day it holds; item:
    German, under which it is listed together with others; table: whether the item is a pay table; series: whether it is a public series.
    """

    key: str
    id: str
    label: str
    before: str
    after: str
    valid_from: date
    known_since: date
    item: str
    table: bool = False
    series: bool = False


def new_values(catalogue: Catalogue, earlier: date, later: date) -> tuple[NewValue, ...]:
    """Each dated value known on the later day and not on the earlier one, by id and first day; the values without any scenario."""
    return tuple(value for _, entry in sorted(catalogue.entries.items()) for value in _of_entry(entry, earlier, later))


def _of_entry(entry: Assumption, earlier: date, later: date) -> Iterator[NewValue]:
    seen = known_values(entry, earlier)
    for value in known_values(entry, later):
        if any(value is other for other in seen):
            continue
        found = holding(entry, value.valid_from, earlier)
        before = NOTHING_BEFORE if found is None else _text(entry, range_text(found, entry.unit))
        yield NewValue(
            value_key(entry.id, value.valid_from),
            entry.id,
            entry.label,
            before,
            _text(entry, range_text(value, entry.unit)),
            value.valid_from,
            value.known_since,
            _item(entry, value),
            is_pay_row(entry.id),
        )


def _item(entry: Assumption, value: DatedValue) -> str:
    """The pay table a cell belongs to, else the assumption itself."""
    return value.source.title if is_pay_row(entry.id) else entry.label


def _text(entry: Assumption, words: str) -> str:
    return words if entry.unit in WITHOUT_UNIT else f"{words} {unit_text(entry.unit)}"
