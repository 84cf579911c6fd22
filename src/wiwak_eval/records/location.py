"""Where a delivery lies: a path, or a database whose address nobody gets to see."""

import hashlib
import re
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from wiwak_eval.results import GermanError

if TYPE_CHECKING:
    from sqlalchemy import URL

UNNAMED = "datenbank"
_PORT, _WHERE = 5432, ("host", "hostaddr", "port", "dbname", "service", "options")
_NAME = re.compile(r"[\w][\w.-]*")
_SCHEME = re.compile(r"(?P<dialect>[A-Za-z][A-Za-z0-9]*)(\+[A-Za-z0-9_]+)?://.*", re.DOTALL)


@dataclass(frozen=True)
class Database:
    """A database server.

    name: the database's own name, all that papers show; url: address with user and password; place: the name and a mark that tells it
    from databases of the same name elsewhere, from which neither host nor user can be read.
    """

    name: str
    url: str = field(repr=False)
    place: str = field(repr=False)

    def __str__(self) -> str:
        return self.name


Location = Path | Database


def parse_location(text: str) -> Location:
    """A path, also for `sqlite:///file.db`, or a database server for `postgresql://…`.

    Raises GermanError, which never repeats an address, where it is of another kind or cannot be understood.
    """
    scheme = _SCHEME.fullmatch(text)
    if scheme is None:
        return Path(text)
    dialect = scheme["dialect"].lower()
    if dialect not in {"sqlite", "postgresql", "postgres"}:
        raise GermanError("Diese Art von Datenbank wird nicht gelesen. Bitte sqlite:///… oder postgresql://… angeben.")
    url = parse_url(text)
    if dialect == "sqlite":
        if not url.database or url.database == ":memory:":
            raise GermanError("Der Adresse fehlt die Datei der Datenbank. Bitte in der Form sqlite:///ordner/datei.db angeben.")
        return Path(url.database)
    name = url.database or ""
    driven = url.set(drivername="postgresql+psycopg")
    shown = name if _NAME.fullmatch(name) else UNNAMED
    return Database(shown, driven.render_as_string(hide_password=False), f"{shown}#{_mark(url)}")


def place_of(location: Location) -> str:
    """What tells a delivery from all others: its path, or its database's place."""
    return location.place if isinstance(location, Database) else str(location)


def parse_url(text: str) -> "URL":
    """SQLAlchemy's reading of an address. Raises GermanError, which never repeats it."""
    need_driver()
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(text)
    except (ArgumentError, ValueError):
        raise GermanError("Die Adresse der Datenbank ist nicht lesbar. Bitte als postgresql://benutzer@rechner/name angeben.") from None


def _mark(url: "URL") -> str:
    """The same for every user and password of one database."""
    asked = {key: value for key, value in url.query.items() if key in _WHERE}
    where = repr((url.host, url.port or _PORT, url.database, sorted(asked.items())))
    return hashlib.sha256(where.encode()).hexdigest()[:8]


def need_driver() -> None:
    """Raise GermanError where the optional packages for databases are not installed."""
    if find_spec("sqlalchemy") is None or find_spec("psycopg") is None:
        raise GermanError("Für Datenbanken fehlt der Zusatz „db“. Bitte wiwak-eval mit diesem Zusatz installieren.")
