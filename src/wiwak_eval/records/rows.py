"""One CSV file to columns of raw text, each distinct text once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from wiwak_eval.german import number
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.decoding import to_utf8
from wiwak_eval.records.fields import fit
from wiwak_eval.records.header import Header, read_header
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.scan import Layout, Positions, scan
from wiwak_eval.results import GermanError

TEXT = pa.dictionary(pa.int32(), pa.string())
_BLOCK = 1 << 22


@dataclass(frozen=True)
class FileRows:
    """Rows of one file, sheet or table of a database, well-formed ones as columns.

    file: as messages name it; lines: first line of each well-formed row, or its ordinal where `numbered` says that the source has no lines;
    columns: canonical name to raw text in row order, dictionary-coded but for a key that
    differs in each row; malformed: line to number of fields found; width: number of fields expected; rows_read: all rows, counted
    apart from the parser; dropped: names of columns not in the contract; sheet: name of the sheet in a workbook.
    """

    file: str
    lines: Positions
    columns: Mapping[str, pa.Array]
    malformed: Mapping[int, int]
    width: int
    rows_read: int
    dropped: tuple[str, ...]
    sheet: str = ""
    numbered: bool = True

    def line(self, line: int) -> int | None:
        """The line that an editor shows, None where the source has no lines."""
        return line if self.numbered else None

    def place(self, line: int) -> str:
        """Where a row stands, as messages name it."""
        sheet = f", Blatt „{self.sheet}“" if self.sheet else ""
        return f"{self.file}{sheet}, {'Zeile' if self.numbered else 'Datensatz'} {line}"


def read_rows(path: Path, table: TableSpec) -> FileRows:
    """The rows of one CSV file of a table. Raises TableRefused where it cannot be read, GermanError where rows would be lost."""
    try:
        data = to_utf8(path.read_bytes())
    except OSError as error:
        raise TableRefused("die Datei lässt sich nicht öffnen") from error
    header = read_header(data, table)
    layout = scan(data, header.separator.encode()).select(slice(1, None))
    rows_read, malformed = len(layout.start), {}
    try:
        raw = _parse(layout, header, table)
    except pa.ArrowInvalid:
        layout, good, widths = fit(layout, header.width)
        malformed = dict(zip(layout.lines[~good].tolist(), widths[~good].tolist(), strict=True))
        layout = layout.select(good)
        raw = _parse_fitted(layout, header, table)
    if raw.num_rows != len(layout.start):
        counted, parsed = number(len(layout.start)), number(raw.num_rows)
        raise GermanError(f"{path.name}: {counted} Zeilen gezählt, aber {parsed} gelesen. Bitte die Datei neu ausgeben und erneut liefern.")
    columns = {name: one_array(raw.column(f"c{place}")) for name, place in header.positions.items()}
    return FileRows(path.name, layout.lines, columns, malformed, header.width, rows_read, header.dropped)


def one_array(column: pa.ChunkedArray) -> pa.Array:
    """The chunks of a text column as one array, dictionaries merged."""
    joined = column.unify_dictionaries().combine_chunks()
    return joined if isinstance(joined, pa.Array) else pa.concat_arrays(joined.chunks)


def _parse_fitted(layout: Layout, header: Header, table: TableSpec) -> pa.Table:
    try:
        return _parse(layout, header, table)
    except pa.ArrowInvalid as error:
        raise TableRefused("die Zeilen der Datei sind nicht lesbar") from error


def _parse(layout: Layout, header: Header, table: TableSpec) -> pa.Table:
    """The records as raw text. A key of one column is plain text, since a dictionary of as many entries as rows saves nothing."""
    types = {f"c{place}": pa.string() if table.key == (name,) else TEXT for name, place in header.positions.items()}
    if not len(layout.start):
        return pa.table({name: pa.array([], kind) for name, kind in types.items()})
    return pacsv.read_csv(
        pa.BufferReader(_text_of(layout)),
        read_options=pacsv.ReadOptions(column_names=[f"c{place}" for place in range(header.width)], block_size=_BLOCK),
        parse_options=pacsv.ParseOptions(delimiter=header.separator, newlines_in_values=bool(layout.quotes.size), ignore_empty_lines=False),
        convert_options=pacsv.ConvertOptions(
            include_columns=list(types),
            column_types=types,
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
            check_utf8=False,
        ),
    )


def _text_of(layout: Layout) -> pa.Buffer:
    """The text of the records alone: whole runs where nothing lies between, so that clean files are not copied."""
    start, end = layout.start, layout.end
    runs = np.flatnonzero(start[1:] != end[:-1] + 1)
    first, last = np.append(0, runs + 1), np.append(runs, len(start) - 1)
    view = memoryview(layout.data)
    if len(first) == 1:
        return pa.py_buffer(view[start[0] : end[-1]])
    return pa.py_buffer(b"\n".join(view[start[a] : end[b]] for a, b in zip(first, last, strict=True)))
