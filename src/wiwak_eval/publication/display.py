"""How one cell and one table look: German for people, plain for machines, the same in every paper."""

import csv
import io
import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from wiwak_eval import german
from wiwak_eval.publication.design import ALARM
from wiwak_eval.publication.signs import explained, signed
from wiwak_eval.results import HIDDEN, Cell, Column, ReleasedTable, Unit

MISSING = "–"
TEXT_UNITS = frozenset({Unit.TEXT, Unit.MONTH})
NOTEBOOK_STYLE = (
    "<style>.wiwak table{border-collapse:collapse}.wiwak caption{text-align:left;font-weight:600}"
    ".wiwak td,.wiwak th{text-align:left!important}.wiwak .num{text-align:right!important}"
    ".wiwak .note,.wiwak .mark{font-size:.9em;margin:.2em 0}.wiwak .mark{color:" + ALARM + "}</style>"
)
"""For notebooks, which right-align every cell; the web page has its own style."""

_HIDDEN_NOTE = f"{HIDDEN} = aus Datenschutzgründen nicht ausgewiesen"
_MISSING_NOTE = f"{MISSING} = keine Angabe"
_MONTH_KEY = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_FORMULA_START = ("=", "+", "-", "@")


def text(cell: Cell, column: Column) -> str:
    """One cell in German. Whole numbers print no decimals, posts two; words in a column of numbers stay as they are.

    Raises ValueError for NaN and infinity, which no released table may hold.
    """
    if cell is None:
        return MISSING
    if isinstance(cell, str):
        return german.month(cell) if column.unit is Unit.MONTH and _MONTH_KEY.fullmatch(cell) else _CONTROL.sub(" ", cell)
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    return _german_number(_finite(cell, column), column)


def machine(cell: Cell, column: Column) -> str:
    """One cell for CSV: decimal dots, euros with two decimals, nothing for a missing value, the sign for a hidden one.

    Numbers have six decimals at most: further ones differ between makes of processor. Raises ValueError as `text` does.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _CONTROL.sub(" ", cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    value = Decimal(str(_finite(cell, column)))
    if column.unit is Unit.CENTS:
        return str((value / 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
    rounded = value if isinstance(cell, int) else value.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP).normalize()
    return format(rounded + 0, "f")


def without_label(reason: str) -> str:
    """A refusal's reason where „Nicht auswertbar:“ already stands before it."""
    return reason.removeprefix("nicht auswertbar: ")


def is_number(column: Column) -> bool:
    """Whether a column is right-aligned: all but words, months and years in the key column."""
    return column.unit not in TEXT_UNITS


def title(table: ReleasedTable) -> str:
    """The table's title, with the sign where its numbers rest on unverified assumptions."""
    return signed(table.title, table)


def notes(table: ReleasedTable, sign_explained: bool = False) -> tuple[str, ...]:
    """The table's notes and, where its cells need them and no note says so yet, what the signs mean.

    sign_explained: the page itself says which assumptions are not verified.
    """
    cells = {cell for row in table.rows for cell in row}
    said = " ".join(table.notes)
    hidden = (_HIDDEN_NOTE,) if HIDDEN in cells and HIDDEN not in said else ()
    missing = (_MISSING_NOTE,) if None in cells and f"{MISSING} =" not in said else ()
    unproven = explained(table.unproven)
    return (*table.notes, *hidden, *missing, *((unproven,) if unproven and not sign_explained else ()))


def printed(table: ReleasedTable) -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Columns and German cells as people see them: a machine's key ("key", „Schlüssel“) is left out where words stand beside it."""
    beside = len(table.columns) > 1 and table.columns[1].unit is Unit.TEXT
    first = 1 if beside and (table.columns[0].name == "key" or table.columns[0].label == "Schlüssel") else 0
    columns = table.columns[first:]
    return columns, tuple(tuple(text(cell, column) for cell, column in zip(row[first:], columns, strict=True)) for row in table.rows)


def text_table(table: ReleasedTable) -> str:
    """The table as aligned plain text, for notebooks: title, rule, rows, notes, simulated mark."""
    columns, rows = printed(table)
    lines = [tuple(column.label for column in columns), *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    aligned = [_aligned(line, widths, columns) for line in lines]
    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    mark = table.provenance.mark
    return "\n".join([title(table), "", aligned[0], rule, *aligned[1:], *notes(table), *([mark] if mark else [])])


def csv_text(table: ReleasedTable) -> str:
    """The table as CSV: comma, LF, English column names. Words that a spreadsheet would run as a formula get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_harmless(cell, machine(cell, column)) for cell, column in zip(row, table.columns, strict=True)])
    return out.getvalue()


def _german_number(value: int | float, column: Column) -> str:
    match column.unit:
        case Unit.CENTS:
            return f"{german.number(Decimal(str(value)) / 100, 2)}{german.NARROW_SPACE}€"
        case Unit.SHARE:
            return german.percent(value, column.decimals)
        case Unit.YEAR | Unit.TEXT | Unit.MONTH:
            return str(value)
        case Unit.NUMBER if isinstance(value, int):
            return german.number(value)
        case _:
            return german.number(value, column.decimals or (2 if column.unit is Unit.POSTS else 0))


def _harmless(cell: Cell, printed: str) -> str:
    """A leading apostrophe before words that a spreadsheet would run; numbers, negative ones too, stay numbers."""
    runs = isinstance(cell, str) and printed.startswith(_FORMULA_START) and not _PLAIN_NUMBER.fullmatch(printed)
    return f"'{printed}" if runs else printed


def _finite(cell: int | float, column: Column) -> int | float:
    if not math.isfinite(cell):
        raise ValueError(f"column {column.name} holds {cell}")
    return cell


def _aligned(line: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    cells = [
        cell.rjust(width) if is_number(column) else cell.ljust(width) for cell, width, column in zip(line, widths, columns, strict=True)
    ]
    return "  ".join(cells).rstrip()
