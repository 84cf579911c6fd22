"""The check report as files; each appears whole or not at all."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from wiwak_eval.records.model import Records

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def write_check(records: Records, folder: Path) -> None:
    """Write `faults.csv`, `intake.csv` and `monthly_control.csv` (UTF-8, comma) into a folder, made if need be.

    Text that a spreadsheet would take for a formula is preceded by an apostrophe. Faults are row-level data: never publish them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    faults = ((f.table, f.file, f.line, f.column, f.rule, f.action, f.advice) for f in records.faults)
    intake = ((i.table, i.file, i.rows_read, i.rows_used, i.rows_rejected) for i in records.intake)
    control = ((c.month, c.used, c.stated, c.difference) for c in records.control)
    _write(folder / "faults.csv", ("table", "file", "line", "column", "rule", "action", "advice"), faults)
    _write(folder / "intake.csv", ("table", "file", "rows_read", "rows_used", "rows_rejected"), intake)
    _write(folder / "monthly_control.csv", ("month", "used", "stated", "difference"), control)


def neutral(cell: str | int | None) -> str | int | None:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_MARKS) else cell


def _write(file: Path, header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    write_private(file, text.getvalue().encode())


def write_private(file: Path, content: bytes) -> None:
    """Write a file that only its owner may read (mode 600), whole or not at all."""
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.replace(draft, file)
    except BaseException:
        os.unlink(draft)
        raise
