"""Where the state that lasts lies, and where deliveries are found."""

import os
from pathlib import Path

from wiwak_eval.records import Database, Location, parse_location
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

HOME_VARIABLE = "WIWAK_HOME"
DELIVERIES_VARIABLE = "WIWAK_DELIVERIES"
DATABASE_VARIABLE = "WIWAK_DATABASE"
PILOT = "pilot"
ERROR_REPORT = "fehlerbericht.txt"
"""File of the state folder: where in the program the last error was that nobody foresaw; its text may hold a piece of a delivery."""


def home() -> Path:
    """The folder `.wiwak` (mode 700), made where there is none; see `home_place`."""
    folder = home_place()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def home_place() -> Path:
    """Where `.wiwak` lies or would lie, from the root: named by WIWAK_HOME, else at the project's root, else in the working folder.

    Notebooks run in their own folder and the command in any; both find the same state by looking upwards for `.wiwak` or a project file.
    """
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).resolve() if named else _root(Path.cwd()) / ".wiwak"


def _root(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / ".wiwak").is_dir() or (folder / "pyproject.toml").is_file():
            return folder
    return start


def find_delivery(name: str) -> Location:
    """The delivery a notebook or a command names: a path, an address of a database, one beside those a run was given, or the pilot year.

    A run passes only the delivery's name into its notebooks, so that neither a path of a machine nor a password stands in them; a
    database's address comes by WIWAK_DATABASE. Raises GermanError where there is no such delivery.
    """
    address = os.environ.get(DATABASE_VARIABLE)
    database = parse_location(address) if address else None
    if isinstance(database, Database) and database.name == name:
        return database
    asked = parse_location(name)
    if isinstance(asked, Database):
        return asked
    beside = os.environ.get(DELIVERIES_VARIABLE)
    candidates = [Path(beside) / name] if beside else []
    candidates += [shipped("data") / PILOT] if name == PILOT else [asked]
    for candidate in candidates:
        if candidate.exists():
            return candidate.resolve()
    raise GermanError(f"Die Lieferung „{_shown(name)}“ gibt es nicht. Bitte den Pfad prüfen; „{PILOT}“ ist das mitgelieferte Pilotjahr.")


def _shown(name: str) -> str:
    """A name as a message repeats it: without what could be user and password of an address that was mistyped."""
    return f"…@{name.rpartition('@')[2].partition('?')[0]}" if "@" in name else name
