"""Delivered text back into cells: numbers and days where they are understood, else the text as it came."""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.records.contract import ColumnSpec, Kind
from wiwak_eval.records.rows import one_array
from wiwak_eval.records.sheet_style import Formats, put_text
from wiwak_eval.records.template_columns import FORMATS, cell_format
from wiwak_eval.records.values import read_value

Shown = str | int | float | date
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count the days before this one differently."""


def shown_values(column: ColumnSpec, raw: pa.Array | pa.ChunkedArray, rows: Sequence[int]) -> list[Shown]:
    """What some rows of a column show; a text is understood once, however many rows hold it."""
    whole = one_array(raw) if isinstance(raw, pa.ChunkedArray) else raw
    chosen = whole.take(pa.array(rows, pa.int64()))
    coded = chosen if isinstance(chosen, pa.DictionaryArray) else chosen.dictionary_encode()
    values = [_shown(text or "", column) for text in coded.dictionary.to_pylist()]
    return ["" if place is None else values[place] for place in coded.indices.to_pylist()]


def put_value(sheet: Worksheet, place: tuple[int, int], value: Shown, column: ColumnSpec, formats: Formats, mark: str = "") -> None:
    """Write a value; `mark` names the style of a faulty cell."""
    shape = formats[f"{cell_format(column) if not isinstance(value, str) else 'text'} {mark}".strip()]
    if isinstance(value, date):
        sheet.write_datetime(*place, value, shape)
    elif isinstance(value, str) and value:
        put_text(sheet, *place, value, shape)
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, shape)
    elif mark:
        sheet.write_blank(*place, None, shape)


def _shown(text: str, column: ColumnSpec) -> Shown:
    if column.kind not in FORMATS:
        return text
    value = read_value(text.strip(), column).value
    if isinstance(value, date):
        return value if value >= FIRST_DAY else text
    if not isinstance(value, int | float):
        return text
    return value / 100 if column.kind is Kind.MONEY else value
