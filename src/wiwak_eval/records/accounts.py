"""The account of a checked delivery: intake, faults in order, control against the county's totals, notes."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from wiwak_eval import german
from wiwak_eval.records.check import Checked
from wiwak_eval.records.columns import Used
from wiwak_eval.records.frames import used_column
from wiwak_eval.records.model import ControlLine, Fault, IntakeLine
from wiwak_eval.records.rules import Rule
from wiwak_eval.records.tables import TABLES
from wiwak_eval.results import GermanError


def intake_lines(checked: Mapping[str, Checked]) -> tuple[IntakeLine, ...]:
    """One line for each file. Raises GermanError where the rows counted are not the rows accounted for."""
    lines = []
    for table in checked.values():
        files = table.table.files
        used = np.bincount(table.table.file_of[~table.rejected], minlength=len(files)).tolist()
        rejected = np.bincount(table.table.file_of[table.rejected], minlength=len(files)).tolist()
        repeated = Counter((fault.file, fault.sheet) for fault in table.faults if fault.rule == Rule.DUPLICATE_ROW)
        for file, rows_used, well_formed in zip(files, used, rejected, strict=True):
            rows_rejected, again = well_formed + len(file.malformed), repeated[file.file, file.sheet]
            line = IntakeLine(table.table.spec.german, file.file, file.rows_read, rows_used, rows_rejected, again, file.sheet)
            if line.rows_read != line.rows_used + line.rows_rejected:
                raise GermanError(f"{line.file}: Von {line.rows_read} Zeilen sind nicht alle nachgewiesen. Bitte den Vorfall melden.")
            lines.append(line)
    return tuple(lines)


def sorted_faults(checked: Mapping[str, Checked]) -> tuple[Fault, ...]:
    """All faults by table, file, line, column."""
    faults = [fault for table in checked.values() for fault in table.faults]
    return tuple(sorted(faults, key=lambda fault: (fault.table, fault.file, fault.line or 0, fault.column, fault.rule)))


def rejected_shares(checked: Mapping[str, Checked]) -> dict[str, float]:
    """Canonical table name to the share of rows rejected for a fault of their own."""
    return {name: table.own_share for name, table in checked.items()}


def control_lines(checked: Mapping[str, Checked], frames: Mapping[str, pd.DataFrame]) -> tuple[ControlLine, ...]:
    """Used consultations against the stated total, for each month that has one."""
    if "consultations" not in frames or "monthly_totals" not in frames:
        return ()
    totals = frames["monthly_totals"]
    stated = totals[totals["dimension"].isna() & totals["category"].isna()].sort_values("month")
    used = _by_month(used_column(checked["consultations"], "date"))
    lines = zip(stated["month"].tolist(), stated["consultations"].tolist(), strict=True)
    return tuple(ControlLine(month, used.get(month, 0), count, used.get(month, 0) - count) for month, count in lines)


def _by_month(days: Used) -> Counter[str]:
    """Rows of each month as `2017-03`."""
    counts = np.bincount(days.codes[days.codes >= 0], minlength=len(days.known)).tolist()
    found: Counter[str] = Counter()
    for day, rows in zip(days.known, counts, strict=True):
        if rows:
            found[f"{day:%Y-%m}"] += rows
    return found


def notes(checked: Mapping[str, Checked], frames: Mapping[str, pd.DataFrame]) -> tuple[str, ...]:
    """Sentences on references that could not be checked and on equal rows that count as events of their own."""
    return (*_unchecked_references(checked), *_equal_rows(checked, frames))


def _unchecked_references(checked: Mapping[str, Checked]) -> list[str]:
    sentences = []
    for target, spec in TABLES.items():
        sources = [
            table.table.spec for table in checked.values() if any(column.references == target for column in table.table.spec.columns)
        ]
        if target not in checked and sources:
            names = ", ".join(f"„{source.title}“" for source in sources)
            sentences.append(f"Verweise auf „{spec.title}“ wurden nicht geprüft, weil diese Tabelle nicht vorliegt (betrifft {names}).")
    return sentences


def _equal_rows(checked: Mapping[str, Checked], frames: Mapping[str, pd.DataFrame]) -> list[str]:
    sentences = []
    for name in ("referrals", "bookings"):
        equal = int(frames[name].duplicated().sum()) if name in frames else 0
        if equal:
            title = checked[name].table.spec.title
            rows = "1 Zeile gleicht" if equal == 1 else f"{german.number(equal)} Zeilen gleichen"
            sentences.append(f"„{title}“: {rows} einer früheren; jede zählt als eigener Vorgang.")
    return sentences
