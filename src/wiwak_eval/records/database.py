"""A database as a delivery: a table for each table, `lieferung` with the facts; opened to read, and for nothing else."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, cast, column, false, func, inspect, or_, select, table
from sqlalchemy.exc import SQLAlchemyError

from wiwak_eval.german import number
from wiwak_eval.records.cells import Cell, cell_text
from wiwak_eval.records.contract import Kind, TableSpec
from wiwak_eval.records.database_access import connected, engine_of
from wiwak_eval.records.grid import text_array
from wiwak_eval.records.header import match_columns
from wiwak_eval.records.limits import MOST_ROWS
from wiwak_eval.records.location import Database
from wiwak_eval.records.naming import by_table, holds_facts
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source, key_values
from wiwak_eval.records.unnumbered import unnumbered_rows
from wiwak_eval.results import GermanError

BATCH = 10_000
MOST_FACTS = 1000


@contextmanager
def open_database(location: Path | Database) -> Iterator[Source]:
    """A database as a source, read in one transaction. Raises GermanError, which never names an address, where it cannot be opened."""
    engine = engine_of(location)
    name = location.name
    try:
        with connected(engine, name) as connection:
            names = _names(connection, name)
            parts = [(each, Part(f"{name}.{each}", partial(_read, connection, name, each))) for each in names if not holds_facts(each)]
            tables, unused = by_table(parts)
            facts = partial(_facts, connection, name, [each for each in names if holds_facts(each)])
            expected = "Dort gibt es keine Tabelle eines bekannten Namens wie „beratungen“."
            yield Source(name, f"{name}, Tabelle „lieferung“", facts, tables, unused, expected)
    finally:
        engine.dispose()


def _names(connection: Connection, name: str) -> list[str]:
    try:
        seen = inspect(connection)
        return [*seen.get_table_names(), *seen.get_view_names()]
    except (SQLAlchemyError, sqlite3.Error, UnicodeError):
        raise GermanError(f"Die Datenbank „{name}“ ist nicht lesbar. Bitte prüfen, ob sie unbeschädigt ist.") from None


def _read(connection: Connection, database: str, name: str, spec: TableSpec) -> FileRows:
    """The rows of one table, behind a savepoint, so that a table that fails spoils no other.

    Of columns that are not in the contract no more is asked for than whether a row holds anything there.
    """
    try:
        with connection.begin_nested():
            names = _columns(connection, name)
            positions, dropped = match_columns(names, spec)
            others: list[ColumnElement[Any]] = [column(each) for place, each in enumerate(names) if place not in positions.values()]
            filled = or_(false(), *(and_(each.is_not(None), cast(each, Text) != "") for each in others)).label("filled")
            wanted: list[ColumnElement[Any]] = [*(column(names[place]) for place in positions.values()), filled]
            counted = connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            if counted > MOST_ROWS:
                raise TableRefused("die Tabelle hat mehr als 30 Millionen Zeilen")
            texts, any_other = _fetched(connection, name, wanted, [spec.column(each).kind for each in positions])
    except (SQLAlchemyError, sqlite3.Error, UnicodeError, ValueError):
        raise TableRefused("die Datenbank gibt die Tabelle nicht heraus") from None
    if len(any_other) != counted:
        read = number(len(any_other))
        raise GermanError(f"{database}.{name}: {number(counted)} Zeilen gezählt, aber {read} gelesen. Bitte erneut versuchen.")
    arrays = {each: text_array(found, spec, each) for each, found in zip(positions, texts, strict=True)}
    return unnumbered_rows(f"{database}.{name}", arrays, len(names), dropped, lambda: any_other)


def _fetched(connection: Connection, name: str, wanted: list[ColumnElement[Any]], kinds: list[Kind]) -> tuple[list[list[str]], list[bool]]:
    """Texts of the columns, whose last tells whether a row holds anything else, and what that says."""
    texts: list[list[str]] = [[] for _ in kinds]
    flags: list[bool] = []
    found_rows = connection.execute(select(*wanted).select_from(table(name)), execution_options={"yield_per": BATCH})
    for batch in found_rows.partitions():
        *columns, last = zip(*batch, strict=True)
        flags += map(bool, last)
        for kind, cells, found in zip(kinds, columns, texts, strict=True):
            found += [cell_text(cell, kind) for cell in cells]
    return texts, flags


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
