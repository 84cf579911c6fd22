"""The rules of the contract applied to one table: which rows are used, which values are cleared, and every fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from wiwak_eval.records import advice
from wiwak_eval.records.assembly import TableRows
from wiwak_eval.records.columns import Column, Flags
from wiwak_eval.records.duplicates import find_duplicates
from wiwak_eval.records.model import DeliveryFacts, Fault
from wiwak_eval.records.references import KeyIndex, find_missed
from wiwak_eval.records.rules import ROW_RULES, Action, Rule


@dataclass(frozen=True)
class Found:
    """A fault of a row before it is known what happens to the row; column: canonical name."""

    row: int
    column: str
    rule: Rule
    advice: str
    consequence: bool = False


@dataclass(frozen=True)
class Checked:
    """rejected: rows not used; own: rows rejected for a fault of their own; cleared: canonical column to rows whose value is
    cleared, columns without such rows left out.
    """

    table: TableRows
    rejected: Flags
    own: Flags
    cleared: Mapping[str, Flags]
    faults: tuple[Fault, ...]

    @property
    def rows_read(self) -> int:
        """All rows of the table's files, malformed ones included."""
        return sum(file.rows_read for file in self.table.files)

    @property
    def own_rejected(self) -> int:
        """Rows rejected for a fault of their own."""
        return int(self.own.sum()) + sum(len(file.malformed) for file in self.table.files)

    @property
    def own_share(self) -> float:
        """Share (0–1) of the rows read that are rejected for a fault of their own."""
        return self.own_rejected / max(self.rows_read, 1)


def check(table: TableRows, facts: DeliveryFacts, indexes: Mapping[str, KeyIndex]) -> Checked:
    """All faults of a table; references to tables that are not in `indexes` are not checked."""
    found = list(chain(_value_faults(table, facts), _order_faults(table), _duplicate_faults(table), _reference_faults(table, indexes)))
    rows = len(table.lines)
    rejected, own = np.zeros(rows, np.bool_), np.zeros(rows, np.bool_)
    cleared = {name: np.zeros(rows, np.bool_) for name in {fault.column for fault in found}}
    for fault in found:
        cleared[fault.column][fault.row] = True
        if _rejects(table, fault):
            rejected[fault.row] = True
            own[fault.row] |= not fault.consequence
    faults = [_fault(table, fault, rejected) for fault in found] + list(_malformed_faults(table))
    return Checked(table, rejected, own, cleared, tuple(faults))


def _rejects(table: TableRows, fault: Found) -> bool:
    spec = table.spec
    return fault.rule in ROW_RULES or spec.column(fault.column).required or fault.column in spec.key


def _value_faults(table: TableRows, facts: DeliveryFacts) -> Iterator[Found]:
    for name, column in table.columns.items():
        for row in np.flatnonzero(column.faulty).tolist():
            rule = column.rule(row)
            yield Found(row, name, rule, advice.value_advice(column, row, rule, facts))


def _order_faults(table: TableRows) -> Iterator[Found]:
    for first, second in table.spec.order:
        earlier, later = table.columns[first], table.columns[second]
        for row in np.flatnonzero(_days(later) < _days(earlier)).tolist():
            yield Found(row, second, Rule.WRONG_ORDER, advice.order_advice(later, earlier, row))


def _days(column: Column) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
    """Days of all rows; not a time, which is before and after nothing, where there is none."""
    values = [None if code in column.broken else value for code, value in enumerate(column.distinct)]
    return np.array([*values, None], "datetime64[D]")[column.codes]


def _duplicate_faults(table: TableRows) -> Iterator[Found]:
    duplicates = find_duplicates(table)
    for row, first in duplicates.repeated.items():
        yield Found(row, table.spec.key[0], Rule.DUPLICATE_ROW, advice.repeated_advice(table.place(first)))
    for row, other in duplicates.conflicting.items():
        yield Found(row, table.spec.key[0], Rule.DUPLICATE_KEY, advice.conflict_advice(table.place(other)))


def _reference_faults(table: TableRows, indexes: Mapping[str, KeyIndex]) -> Iterator[Found]:
    for name, column in table.columns.items():
        index = indexes.get(column.spec.references or "")
        if index is None:
            continue
        missed = find_missed(column, index)
        astray = np.zeros(len(column.distinct) + 1, np.bool_)
        astray[list(missed)] = True
        for row in np.flatnonzero(astray[column.codes]).tolist():
            miss = missed[int(column.codes[row])]
            yield Found(row, name, Rule.UNKNOWN_REFERENCE, miss.advice, miss.consequence)


def _fault(table: TableRows, fault: Found, rejected: Flags) -> Fault:
    action = Action.REJECTED if rejected[fault.row] else Action.CLEARED
    file = table.files[table.file_of[fault.row]]
    return Fault(
        table.spec.german,
        file.file,
        file.line(int(table.lines[fault.row])),
        table.spec.column(fault.column).header,
        fault.rule.value,
        action.value,
        f"{fault.advice} {advice.outcome(action)}",
        not fault.consequence,
        file.sheet,
    )


def _malformed_faults(table: TableRows) -> Iterator[Fault]:
    for file in table.files:
        for line, fields in file.malformed.items():
            text = f"{advice.malformed_advice(fields, file.width)} {advice.outcome(Action.REJECTED)}"
            yield Fault(
                table.spec.german, file.file, file.line(line), "", Rule.MALFORMED_ROW.value, Action.REJECTED.value, text, sheet=file.sheet
            )
