"""Which form a delivery has, and the way into it."""

from contextlib import AbstractContextManager
from pathlib import Path

from wiwak_eval.records.location import Database, Location, need_driver
from wiwak_eval.records.source import Source
from wiwak_eval.results import GermanError

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
DATABASE_SUFFIXES = frozenset({".sqlite", ".sqlite3", ".db"})
_SQLITE = b"SQLite format 3\0"


def open_source(location: Location) -> AbstractContextManager[Source]:
    """The delivery as a source of facts and tables. Raises GermanError where there is none, here or when it is entered."""
    if is_database(location):
        need_driver()
        from wiwak_eval.records.database import open_database

        return open_database(location)
    assert isinstance(location, Path)
    if not location.exists():
        raise GermanError(f"Die Lieferung {location} gibt es nicht. Bitte den Pfad prüfen.")
    if location.is_dir():
        from wiwak_eval.records.folder import open_folder

        return open_folder(location)
    if location.suffix.lower() in SUFFIXES:
        from wiwak_eval.records.workbook import open_workbook

        return open_workbook(location)
    raise GermanError(
        f"{location} ist kein Ordner, keine Arbeitsmappe (XLSX, XLSM, XLS, ODS) und keine Datenbank. "
        "Bitte einen Ordner mit CSV-Dateien und lieferung.yaml oder eine Arbeitsmappe angeben."
    )


def is_database(location: Location) -> bool:
    """Whether the delivery is a database: a server's, or a file that ends or begins like SQLite's."""
    if isinstance(location, Database):
        return True
    if not location.is_file():
        return False
    try:
        with location.open("rb") as file:
            return location.suffix.lower() in DATABASE_SUFFIXES or file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
