"""How a database is opened: to read, for a bounded time, and without a word on its address."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from wiwak_eval.records.cells import LONGEST_TEXT
from wiwak_eval.records.location import Database, parse_url
from wiwak_eval.results import GermanError

SECONDS = 600
SETTINGS = {
    "default_transaction_read_only": "on",
    "statement_timeout": f"{SECONDS}s",
    "synchronize_seqscans": "off",
    "max_parallel_workers_per_gather": "0",
    "timezone": "Europe/Berlin",
}
"""Of a PostgreSQL session: nothing is written, nothing runs for ever, rows come in the order in which they lie."""


def engine_of(location: Path | Database) -> Engine:
    """What connects to a server, or to a file of SQLite."""
    return _server(location) if isinstance(location, Database) else _file(location)


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
def connected(engine: Engine, name: str) -> Iterator[Connection]:
    """A connection. Raises GermanError, which never names an address, where there is none to be had."""
    try:
        connection = engine.connect()
    except (SQLAlchemyError, sqlite3.Error, ImportError, UnicodeError, ValueError):
        raise GermanError(f"Die Datenbank „{name}“ lässt sich nicht öffnen. Bitte Adresse, Benutzer und Kennwort prüfen.") from None
    with connection:
        yield connection
