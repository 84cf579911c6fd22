"""Addresses of files elsewhere (s3://…, sftp://…, memory://…), by fsspec; nothing of an address but its kind is ever shown."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from wiwak_eval.results import GermanError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_HERE = "file://"
_DATABASES = ("postgres", "postgresql", "sqlite")


def is_address(text: str) -> bool:
    """Whether a text names a place by fsspec rather than a path of this machine."""
    return ("://" in text or "::" in text) and not text.startswith(_HERE)


def local_path(text: str, beside: Path) -> Path:
    """A path, absolute; relative ones are seen from a folder."""
    return (beside / Path(text.removeprefix(_HERE)).expanduser()).resolve()


def refuse_database(text: str) -> None:
    """Raises GermanError for an address of a database: it holds a password, and many runs would ask it at once."""
    if text.partition("://")[0].partition("+")[0].lower() in _DATABASES and "://" in text:
        raise GermanError(
            "Ein Raster liest keine Datenbank: Ihre Adresse müsste mit dem Passwort auf jeden Rechner. Bitte die Lieferung vorher als "
            "Ordner ablegen und diesen in der Rasterdatei nennen."
        )


def shown(text: str) -> str:
    """An address as a message may repeat it: its kind and the last name in it, no user, password or host."""
    if not is_address(text):
        return text
    return f"{text.partition('://')[0]}://…/{text.rstrip('/').rpartition('/')[2].rpartition('@')[2]}"


def opened(address: str) -> "tuple[AbstractFileSystem, str]":
    """The file system of an address, and the path in it. Raises GermanError where that is not to be had."""
    if find_spec("fsspec") is None:
        raise GermanError("Für Adressen wie s3://… fehlt der Zusatz „cluster“. Bitte wiwak-eval mit diesem Zusatz installieren.")
    from fsspec.core import url_to_fs

    try:
        found, root = url_to_fs(address)
    except Exception as error:  # each kind of address has errors of its own; their words may repeat a password
        raise GermanError(
            f"Der Ort {shown(address)} ist nicht zu öffnen ({type(error).__name__}). Bitte Adresse und Zugang prüfen; manche Arten von "
            "Adressen brauchen ein weiteres Paket, zum Beispiel s3fs."
        ) from None
    return found, str(root).rstrip("/")
