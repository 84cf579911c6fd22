"""The same delivery in the other forms of the contract, made from a folder of CSV files."""

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
import yaml

from wiwak_eval.records import TABLES, ColumnSpec, Kind, TableSpec, fold
from wiwak_eval.records.decoding import to_utf8
from wiwak_eval.records.values import Reading, read_value

Typed = Callable[[str, ColumnSpec | None], object]


def facts_of(folder: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.load((folder / "lieferung.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def tables_of(folder: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Name and rows of each CSV file, the header first, rows of no table left out."""
    for file in sorted(folder.glob("*.csv")):
        text = to_utf8(file.read_bytes()).decode()
        separator = max(";,\t", key=text.partition("\n")[0].count)
        yield file.stem, [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]


def spec_of(name: str) -> TableSpec:
    return next(table for table in TABLES.values() if fold(name).startswith((fold(table.german), fold(table.name))))


def as_text(text: str, column: ColumnSpec | None) -> object:
    return text


def as_typed(text: str, column: ColumnSpec | None) -> object:
    """What a program that knows types would hold: numbers, days and yes or no where the text can be read, else the text."""
    if column is None or column.kind in {Kind.TEXT, Kind.IDENTIFIER, Kind.CODE, Kind.PAY_GROUP, Kind.MONTH} or not text.strip():
        return text
    reading = read_value(text.strip(), column)
    if reading.value is None or reading == Reading():
        return text
    if column.kind is Kind.MONEY:
        return int(reading.value) / 100
    return reading.value


def typed_rows(name: str, rows: list[list[str]], typed: Typed) -> list[list[object]]:
    spec = spec_of(name)
    columns = [spec.headers.get(fold(header)) for header in rows[0]]
    columns += [None] * max(0, max(map(len, rows)) - len(columns))
    return [[typed(cell, column) for cell, column in zip(row, columns, strict=False)] for row in rows[1:]]


def to_xlsx(folder: Path, file: Path, typed: Typed = as_text) -> Path:
    """A workbook with title lines above each header, one of them merged."""
    with xlsxwriter.Workbook(file) as book:
        days, bold = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"bold": True})
        sheet = book.add_worksheet("lieferung")
        for row, pair in enumerate(facts_of(folder).items()):
            sheet.write_row(row, 0, ["", *pair])
        for name, rows in tables_of(folder):
            sheet = book.add_worksheet(name)
            sheet.merge_range(0, 0, 0, 3, f"Landratsamt: {name}", bold)
            for place, header in enumerate(rows[0]):
                sheet.write_string(2, place, header)
            for row, cells in enumerate(typed_rows(name, rows, typed), 3):
                for place, cell in enumerate(cells):
                    write = sheet.write_boolean if isinstance(cell, bool) else sheet.write_string if isinstance(cell, str) else None
                    if isinstance(cell, date):
                        sheet.write_datetime(row, place, cell, days)
                    elif write is not None:
                        write(row, place, cell)
                    else:
                        sheet.write_number(row, place, cell)
    return file


def to_sqlite(folder: Path, file: Path, typed: Typed = as_text) -> Path:
    connection = sqlite3.connect(file)
    with connection:
        fill(folder, connection.executemany, typed, "?")
    connection.close()
    return file


def fill(folder: Path, execute: Callable[[str, list[tuple[object, ...]]], object], typed: Typed, mark: str, kind: str = "") -> None:
    """Create and fill the tables of a database through `execute`, which takes a statement and rows."""
    execute(f"CREATE TABLE lieferung (angabe {kind}, wert {kind})", [()])
    execute(f"INSERT INTO lieferung VALUES ({mark}, {mark})", list(facts_of(folder).items()))
    for name, rows in tables_of(folder):
        width = len(rows[0])
        execute(f'CREATE TABLE "{name}" ({", ".join(f"{quoted(header)} {kind}" for header in rows[0])})', [()])
        cells = [_plain(row, width) for row in typed_rows(name, rows, typed)]
        execute(f'INSERT INTO "{name}" VALUES ({", ".join([mark] * width)})', cells)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(row: list[object], width: int) -> tuple[object, ...]:
    cells = [cell.isoformat() if isinstance(cell, date) else None if cell == "" else cell for cell in row]
    return tuple([*cells, *[None] * width][:width])


def to_parquet(folder: Path, out: Path) -> Path:
    """A folder of Parquet files: a column is typed where all of it can be, else it stays text."""
    out.mkdir()
    (out / "lieferung.yaml").write_bytes((folder / "lieferung.yaml").read_bytes())
    for name, rows in tables_of(folder):
        cells = list(zip(*(_filled(row, len(rows[0])) for row in typed_rows(name, rows, as_typed)), strict=True))
        texts = list(zip(*(_filled(list(row), len(rows[0])) for row in rows[1:]), strict=True))
        columns = [typed_column(each, text) for each, text in zip(cells, texts, strict=True)]
        pq.write_table(pa.table(columns, names=rows[0]), out / f"{name}.parquet")
    return out


def _filled(row: list[object], width: int) -> list[object]:
    return [*row, *[""] * width][:width]


def typed_column(cells: tuple[object, ...], texts: tuple[object, ...]) -> pa.Array:
    try:
        return pa.array([None if cell == "" else cell for cell in cells])
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array(texts, pa.string())
