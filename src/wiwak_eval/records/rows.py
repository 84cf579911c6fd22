"""One CSV file to columns of raw text, each distinct text once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pacsv

from wiwak_eval.german import number
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.decoding import to_utf8
from wiwak_eval.records.header import Header, read_header
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.scan import Layout, Positions, scan
from wiwak_eval.results import GermanError

_BLOCK = 1 << 22
TEXT = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True)
class FileRows:
    """Rows of one file, well-formed ones as columns.

    lines: first line of each well-formed row; columns: canonical name to raw text in row order, dictionary-coded but for a key that
    differs in each row; malformed: line to
    number of fields found; width: number of fields expected; rows_read: all rows, counted apart from the parser.
    """

    file: str
    lines: Positions
    columns: Mapping[str, pa.Array]
    malformed: Mapping[int, int]
    width: int
    rows_read: int
    dropped: tuple[str, ...]


def read_rows(path: Path, table: TableSpec) -> FileRows:
    """The rows of one CSV file of a table. Raises TableRefused where it cannot be read, GermanError where rows would be lost."""
    try:
        data = to_utf8(path.read_bytes())
    except OSError as error:
        raise TableRefused("die Datei lässt sich nicht öffnen") from error
    header = read_header(data, table)
    layout = _body(scan(data, header.separator.encode()))
    ends = _trimmed_ends(layout, header)
    good = (layout.widths == header.width) | (ends != layout.end)
    raw = _parse(layout, ends, good, header, _types(header, table))
    if raw.num_rows != int(good.sum()):
        counted, parsed = number(int(good.sum())), number(raw.num_rows)
        raise GermanError(f"{path.name}: {counted} Zeilen gezählt, aber {parsed} gelesen. Bitte die Datei neu ausgeben und erneut liefern.")
    columns = {name: one_array(raw.column(f"c{place}")) for name, place in header.positions.items()}
    malformed = dict(zip(layout.lines[~good].tolist(), layout.widths[~good].tolist(), strict=True))
    return FileRows(path.name, layout.lines[good], columns, malformed, header.width, len(layout.start), header.dropped)


def _body(layout: Layout) -> Layout:
    """All records but the header."""
    return Layout(layout.data, layout.start[1:], layout.end[1:], layout.lines[1:], layout.widths[1:], layout.separators)


def _trimmed_ends(layout: Layout, header: Header) -> Positions:
    """Ends of the records, surplus empty fields cut off where a record has any."""
    ends = layout.end.copy()
    wide = np.flatnonzero(layout.widths > header.width)
    first = np.searchsorted(layout.separators, layout.start[wide])
    cut = layout.separators[first + header.width - 1] if wide.size else first
    nothing = b' \t"' + header.separator.encode()
    bare = layout.end[wide] - cut == layout.widths[wide] - header.width
    for i, place, is_bare in zip(wide, cut, bare, strict=True):
        if is_bare or not layout.data[place : layout.end[i]].strip(nothing):
            ends[i] = place
    return ends


def _parse(layout: Layout, ends: Positions, good: npt.NDArray[np.bool_], header: Header, types: dict[str, pa.DataType]) -> pa.Table:
    names = [f"c{place}" for place in range(header.width)]
    if not good.any():
        return pa.table({name: pa.array([], kind) for name, kind in types.items()})
    try:
        return _read(pa.BufferReader(_kept(layout, ends, good)), names, types, header.separator, b'"' in layout.data)
    except pa.ArrowInvalid as error:
        raise TableRefused("die Zeilen der Datei sind nicht lesbar") from error


def _read(source: pa.BufferReader, names: list[str], types: dict[str, pa.DataType], separator: str, quoted: bool) -> pa.Table:
    return pacsv.read_csv(
        source,
        read_options=pacsv.ReadOptions(column_names=names, block_size=_BLOCK),
        parse_options=pacsv.ParseOptions(delimiter=separator, newlines_in_values=quoted, ignore_empty_lines=False),
        convert_options=pacsv.ConvertOptions(
            include_columns=list(types),
            column_types=types,
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
            check_utf8=False,
        ),
    )


def _kept(layout: Layout, ends: Positions, good: npt.NDArray[np.bool_]) -> pa.Buffer:
    """The text of the good records alone: whole runs where nothing lies between, so that clean files are not copied."""
    start, end = layout.start[good], ends[good]
    runs = np.flatnonzero(start[1:] != end[:-1] + 1)
    first, last = np.append(0, runs + 1), np.append(runs, len(start) - 1)
    view = memoryview(layout.data)
    if len(first) == 1:
        return pa.py_buffer(view[start[0] : end[-1]])
    return pa.py_buffer(b"\n".join(view[start[a] : end[b]] for a, b in zip(first, last, strict=True)))


def _types(header: Header, table: TableSpec) -> dict[str, pa.DataType]:
    return {f"c{place}": pa.string() if table.key == (name,) else TEXT for name, place in header.positions.items()}


def one_array(column: pa.ChunkedArray) -> pa.Array:
    """The chunks of a text column as one array, dictionaries merged."""
    joined = column.unify_dictionaries().combine_chunks()
    return joined if isinstance(joined, pa.Array) else pa.concat_arrays(joined.chunks)
