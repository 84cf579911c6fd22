"""One CSV file to columns of raw text, each distinct text once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from wiwak_eval.german import number
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.decoding import Rows, read_text
from wiwak_eval.records.fields import fit
from wiwak_eval.records.header import HEAD, Header, read_header
from wiwak_eval.records.parsing import TEXT, parse
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.scan import Layout, scan
from wiwak_eval.results import GermanError

__all__ = ["TEXT", "FileRows", "one_array", "read_rows"]


@dataclass(frozen=True)
class FileRows:
    """Rows of one file, sheet or table of a database, well-formed ones as columns.

    file: as messages name it; lines: first line of each well-formed row, or its ordinal where `numbered` says that the source has no lines;
    columns: canonical name to raw text in row order, dictionary-coded but for a key that
    differs in each row; malformed: line to number of fields found; width: number of fields expected; rows_read: all rows, counted
    apart from the parser; dropped: names of columns not in the contract; sheet: name of the sheet in a workbook.
    """

    file: str
    lines: Rows
    columns: Mapping[str, pa.Array | pa.ChunkedArray]
    malformed: Mapping[int, int]
    width: int
    rows_read: int
    dropped: tuple[str, ...]
    sheet: str = ""
    numbered: bool = True

    @property
    def bare(self) -> "FileRows":
        """What the account of a delivery needs: the same without the rows themselves."""
        return replace(self, lines=self.lines[:0], columns={})

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
        text = read_text(path)
    except OSError as error:
        raise TableRefused("die Datei lässt sich nicht öffnen") from error
    header = read_header(text.head(HEAD).encode(), table)
    layout = scan(text.data, header.separator.encode()).select(slice(1, None))
    rows_read, malformed = len(layout.start), {}
    try:
        raw = parse(layout, text.encoding, header, table)
    except pa.ArrowInvalid:
        layout, good, widths = fit(layout, header.width)
        malformed = dict(zip(layout.lines[~good].tolist(), widths[~good].tolist(), strict=True))
        layout = layout.select(good)
        raw = _parse_fitted(layout, text.encoding, header, table)
    if raw.num_rows != len(layout.start):
        counted, parsed = number(len(layout.start)), number(raw.num_rows)
        raise GermanError(f"{path.name}: {counted} Zeilen gezählt, aber {parsed} gelesen. Bitte die Datei neu ausgeben und erneut liefern.")
    columns = {name: raw.column(f"c{place}") for name, place in header.positions.items()}
    return FileRows(path.name, layout.lines, columns, malformed, header.width, rows_read, header.dropped)


def one_array(column: pa.ChunkedArray) -> pa.Array:
    """The chunks of a text column as one array, dictionaries merged."""
    joined = column.unify_dictionaries().combine_chunks()
    return joined if isinstance(joined, pa.Array) else pa.concat_arrays(joined.chunks)


def _parse_fitted(layout: Layout, encoding: str, header: Header, table: TableSpec) -> pa.Table:
    try:
        return parse(layout, encoding, header, table)
    except pa.ArrowInvalid as error:
        raise TableRefused("die Zeilen der Datei sind nicht lesbar") from error
