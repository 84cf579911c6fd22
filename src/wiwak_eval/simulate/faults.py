"""Clerical faults, as they happen in every office: few, listed in the truth, and put in after the year was drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wiwak_eval.records import TABLES
from wiwak_eval.simulate.writing import Rows


@dataclass(frozen=True)
class ClericalFault:
    """One fault of the delivery: German table and column, line in the file, and what the check must say of it."""

    table: str
    line: int
    column: str
    text: str
    rule: str
    action: str


@dataclass(frozen=True)
class _Slip:
    """Where a fault is put: the first row after `place` (a share of the table) whose cell passes `fits`."""

    table: str
    column: str
    place: float
    fits: Callable[[str], bool]
    wrong: Callable[[str], str]
    rule: str
    action: str


def _filled(text: str) -> bool:
    return text != ""


SLIPS = (
    _Slip("consultations", "date", 0.2, _filled, lambda day: day[:6] + "2071", "outside_period", "rejected"),
    _Slip("consultations", "minutes", 0.35, _filled, lambda _: "600", "out_of_range", "cleared"),
    _Slip("consultations", "date", 0.4, lambda day: day[3:5] == "06", lambda _: "31.06.2017", "bad_date", "rejected"),
    _Slip("consultations", "channel", 0.55, _filled, lambda _: "Fax", "unknown_code", "cleared"),
    _Slip("consultations", "client_id", 0.7, _filled, lambda _: "K9999", "unknown_reference", "cleared"),
    _Slip("clients", "birth_year", 0.3, _filled, lambda _: "1897", "out_of_range", "cleared"),
    _Slip("chain_stages", "completed_on", 0.5, _filled, lambda day: day[:6] + "2015", "wrong_order", "rejected"),
    _Slip("referrals", "to_id", 0.6, _filled, lambda _: "RATHAUS", "unknown_reference", "rejected"),
)
REPEATED_PLACE = 0.85
"""Where in the consultations one row was entered twice."""


def with_faults(clean: Mapping[str, Rows]) -> tuple[Mapping[str, Rows], tuple[ClericalFault, ...]]:
    """The rows of a delivery with its clerical faults, and the list of the faults in order of table and line."""
    rows = {name: [list(row) for row in table] for name, table in clean.items()}
    faults = [_repeat_a_consultation(rows["consultations"]), *(_slip(rows[slip.table], slip) for slip in SLIPS)]
    return rows, tuple(sorted(faults, key=lambda fault: (fault.table, fault.line)))


def _repeat_a_consultation(rows: Rows) -> ClericalFault:
    place = int(len(rows) * REPEATED_PLACE)
    rows.insert(place + 1, list(rows[place]))
    return _fault("consultations", place + 1, "consultation_id", rows[place][0], "duplicate_row", "rejected")


def _slip(rows: Rows, slip: _Slip) -> ClericalFault:
    column = [spec.name for spec in TABLES[slip.table].columns].index(slip.column)
    start = int(len(rows) * slip.place)
    place = next(place for place in range(start, len(rows)) if slip.fits(rows[place][column]))
    rows[place][column] = slip.wrong(rows[place][column])
    return _fault(slip.table, place, slip.column, rows[place][column], slip.rule, slip.action)


def _fault(table: str, place: int, column: str, text: str, rule: str, action: str) -> ClericalFault:
    """`place` counts rows from 0; the header is line 1."""
    spec = TABLES[table]
    return ClericalFault(spec.german, place + 2, spec.column(column).header, text, rule, action)
