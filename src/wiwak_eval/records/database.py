"""A database as a delivery: a table for each table, `lieferung` with the facts; opened to read, and for nothing else."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import ColumnElement, Connection, Engine, Text, and_, cast, column, false, func, inspect, or_, select, table
from sqlalchemy.exc import SQLAlchemyError

from wiwak_eval.german import number
from wiwak_eval.records.cells import LONGEST_TEXT, Cell, cell_text
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.grid import text_array
from wiwak_eval.records.header import match_columns
from wiwak_eval.records.location import Database, parse_url
from wiwak_eval.records.naming import by_table, holds_facts
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source, key_values
from wiwak_eval.records.unnumbered import unnumbered_rows
from wiwak_eval.results import GermanError

BATCH = 10_000
SECONDS = 600
MOST_FACTS = 1000
SETTINGS = {
    "default_transaction_read_only": "on",
    "statement_timeout": f"{SECONDS}s",
    "synchronize_seqscans": "off",
    "max_parallel_workers_per_gather": "0",
    "timezone": "Europe/Berlin",
}
"""Of a PostgreSQL session: nothing is written, nothing runs for ever, rows come in the order in which they lie."""


@contextmanager
def open_database(location: Path | Database) -> Iterator[Source]:
    """A database as a source, read in one transaction. Raises GermanError, which never names an address, where it cannot be opened."""
    engine = _server(location) if isinstance(location, Database) else _file(location)
    name = location.name
    try:
        with _connected(engine, name) as connection:
            names = _names(connection, name)
            parts = [(each, Part(f"{name}.{each}", partial(_read, connection, name, each))) for each in names if not holds_facts(each)]
            tables, unused = by_table(parts)
            facts = partial(_facts, connection, name, [each for each in names if holds_facts(each)])
            expected = "Dort gibt es keine Tabelle eines bekannten Namens wie „beratungen“."
            yield Source(name, f"{name}, Tabelle „lieferung“", facts, tables, unused, expected)
    finally:
        engine.dispose()


def _server(location: Database) -> Engine:
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    return sqlalchemy.create_engine(
        parse_url(location.url),
        connect_args={"options": options, "connect_timeout": 10},
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
        hide_parameters=True,
    )


def _file(path: Path) -> Engine:
    return sqlalchemy.create_engine("sqlite://", creator=_opener(path), poolclass=sqlalchemy.NullPool, hide_parameters=True)


def _opener(path: Path) -> Callable[[], sqlite3.Connection]:
    """How SQLite is opened: only to read, with no trust in what the file says it can do, for a bounded time."""

    def open_file() -> sqlite3.Connection:
        connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, check_same_thread=False)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 4 * LONGEST_TEXT)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}")
        end = monotonic() + SECONDS
        connection.set_progress_handler(lambda: monotonic() > end, 1_000_000)
        return connection

    return open_file


@contextmanager
def _connected(engine: Engine, name: str) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except (SQLAlchemyError, sqlite3.Error, ImportError, UnicodeError, ValueError):
        raise GermanError(f"Die Datenbank „{name}“ lässt sich nicht öffnen. Bitte Adresse, Benutzer und Kennwort prüfen.") from None
    with connection:
        yield connection


def _names(connection: Connection, name: str) -> list[str]:
    try:
        seen = inspect(connection)
        return [*seen.get_table_names(), *seen.get_view_names()]
    except (SQLAlchemyError, sqlite3.Error, UnicodeError):
        raise GermanError(f"Die Datenbank „{name}“ ist nicht lesbar. Bitte prüfen, ob sie unbeschädigt ist.") from None


def _read(connection: Connection, database: str, name: str, spec: TableSpec) -> FileRows:
    """The rows of one table; of columns that are not in the contract no more is asked for than whether a row holds anything there."""
    try:
        names = _columns(connection, name)
        positions, dropped = match_columns(names, spec)
        others: list[ColumnElement[Any]] = [column(each) for place, each in enumerate(names) if place not in positions.values()]
        filled = or_(false(), *(and_(each.is_not(None), cast(each, Text) != "") for each in others)).label("filled")
        wanted: list[ColumnElement[Any]] = [*(column(names[place]) for place in positions.values()), filled]
        counted = connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        texts: list[list[str]] = [[] for _ in positions]
        any_other: list[bool] = []
        for batch in connection.execution_options(yield_per=BATCH).execute(select(*wanted).select_from(table(name))).partitions():
            *cells, flags = zip(*batch, strict=True)
            any_other += map(bool, flags)
            for each, column_cells, found in zip(positions, cells, texts, strict=True):
                found += [cell_text(cell, spec.column(each).kind) for cell in column_cells]
    except (SQLAlchemyError, sqlite3.Error, UnicodeError, ValueError):
        raise TableRefused("die Datenbank gibt die Tabelle nicht heraus") from None
    if len(any_other) != counted:
        read = number(len(any_other))
        raise GermanError(f"{database}.{name}: {number(counted)} Zeilen gezählt, aber {read} gelesen. Bitte erneut versuchen.")
    arrays = {each: text_array(found, spec, each) for each, found in zip(positions, texts, strict=True)}
    return unnumbered_rows(f"{database}.{name}", arrays, len(names), dropped, lambda: any_other)


def _columns(connection: Connection, name: str) -> list[str]:
    return [str(each["name"]) for each in inspect(connection).get_columns(name)]


def _facts(connection: Connection, database: str, names: list[str]) -> Mapping[str, Cell]:
    if not names:
        raise GermanError(
            f"In der Datenbank „{database}“ fehlt die Tabelle „lieferung“; ohne sie wird die Lieferung nicht angenommen. Bitte eine "
            "Tabelle mit je einer Zeile für Behörde, Zeitraum von, Zeitraum bis, geliefert am und simuliert (ja/nein) anlegen."
        )
    try:
        columns: list[ColumnElement[Any]] = [column(each) for each in _columns(connection, names[0])]
        rows = connection.execute(select(*columns).select_from(table(names[0])).limit(MOST_FACTS)).fetchall()
    except (SQLAlchemyError, sqlite3.Error, UnicodeError, ValueError):
        raise GermanError(f"Die Tabelle „lieferung“ der Datenbank „{database}“ ist nicht lesbar. Bitte Inhalt und Rechte prüfen.") from None
    return key_values([tuple(row) for row in rows])
