"""Small CSV files of the auditor's package: UTF-8, comma, LF, and no words that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from wiwak_eval.records.report import neutral

Entry = str | int
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[Entry]], quoted_before: int = 0) -> bytes:
    """A CSV file with a line of heads. quoted_before: so many columns come from a file that is safe already."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([*row[:quoted_before], *(_harmless(cell) for cell in row[quoted_before:])] for row in rows)
    return out.getvalue().encode()


def _harmless(cell: Entry) -> Entry | None:
    """Words that begin like a formula get an apostrophe; a negative number stays a number."""
    return cell if isinstance(cell, str) and _PLAIN_NUMBER.fullmatch(cell) else neutral(cell)
