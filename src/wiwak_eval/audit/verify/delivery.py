"""The delivery against the run's keyed digest of it."""

import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.other_delivery import what_differs
from wiwak_eval.audit.verify.result import Outcome, Section
from wiwak_eval.records import Database, Location, read_facts
from wiwak_eval.records.key import KEY_FILE, KEY_VARIABLE, SIMULATED_KEY
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.home import PILOT, find_delivery

TITLE = "Lieferung"
_NOT_GIVEN = (
    "Die Lieferung wurde nicht angegeben (--delivery). Ohne sie lässt sich weder ihre Prüfsumme vergleichen noch der Lauf wiederholen; die "
    "gespeicherten Ergebnisse sind nur gegen die Prüfsummen geprüft."
)
_NO_KEY = (
    "Der Schlüssel der Pseudonyme ist hier nicht bekannt (Umgebungsvariable WIWAK_KEY oder Datei pseudonym.key im Ordner .wiwak). Die "
    "Prüfsumme einer echten Lieferung hängt an ihm, damit niemand kleine Dateien erraten kann. Ob die angegebene Lieferung die des Laufs "
    "ist, lässt sich nur dort prüfen, wo der Schlüssel liegt."
)
_OTHER_NAME = (
    "Der Inhalt der Datenbank ist der des Laufs, aber sie heißt „{here}“ und hieß beim Lauf „{then}“. Der Name steht in den Notebooks; "
    "deshalb lässt sich der Lauf nur aus einer Datenbank gleichen Namens wiederholen."
)


@dataclass(frozen=True)
class Delivered:
    """location: the delivery if it is the run's, else None; named: how the run made again is told where it lies."""

    section: Section
    location: Location | None


def check_delivery_of(claimed: Claimed, given: str, house: Path, room: Path) -> Delivered:
    """Compare the digest of the delivery with the run's.

    given: path or address, empty where none is named: then only the shipped pilot year is at hand; room: an empty place for a copy, which
    is made where the delivery has another name today, since its name stands in the notebooks. Raises GermanError where it is not there.
    """
    name = claimed.parameters.delivery
    location = find_delivery(given) if given else _shipped_pilot(claimed)
    if location is None:
        return Delivered(Section(TITLE, Outcome.UNCHECKED, (_NOT_GIVEN,)), None)
    key = SIMULATED_KEY if claimed.simulated else _key(house)
    if key is None:
        return Delivered(Section(TITLE, Outcome.UNCHECKED, (_NO_KEY,)), None)
    if isinstance(location, Path) and location.name != name:
        location = _copied(location, room / name)
    called = replace(location, name=name) if isinstance(location, Database) else location
    digest = digests.of_delivery(called, key)
    if digest != claimed.digests["delivery"]:
        return Delivered(Section(TITLE, Outcome.DIFFERENT, *what_differs(claimed, called, key, digest)), None)
    kind = "Simulierte Lieferung" if claimed.simulated else "Echte Lieferung, Prüfsumme mit dem Schlüssel der Pseudonyme"
    equal = f"{kind}: „{name}“ ist die des Laufs (Prüfsumme {digest})."
    hindered = _hindered(location, name)
    if hindered:
        return Delivered(Section(TITLE, Outcome.UNCHECKED, (equal, hindered)), None)
    return Delivered(Section(TITLE, Outcome.EQUAL, (equal,)), location)


def _hindered(location: Location, name: str) -> str:
    """Why a run cannot be made again from its own delivery; empty where it can."""
    if isinstance(location, Database) and location.name != name:
        return _OTHER_NAME.format(here=location.name, then=name)
    try:
        refuse_expired(read_facts(location), date.today())
    except GermanError as error:
        return str(error)
    return ""


def _shipped_pilot(claimed: Claimed) -> Location | None:
    """The pilot year that travels with the program, if the run is of that."""
    place = shipped("data") / PILOT
    return place.resolve() if claimed.parameters.delivery == PILOT and claimed.simulated and place.is_dir() else None


def _key(house: Path) -> bytes | None:
    """The key where it is at hand; none is made."""
    given = os.environ.get(KEY_VARIABLE, "").strip()
    if given:
        return given.encode()
    file = house / KEY_FILE
    try:
        return file.read_bytes().strip() or None
    except OSError:
        return None


def _copied(location: Path, place: Path) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if location.is_dir():
            shutil.copytree(location, place)
        else:
            shutil.copyfile(location, place)
    except (OSError, shutil.Error):
        raise GermanError(f"Die Lieferung {location} lässt sich nicht kopieren. Bitte Platz und Rechte prüfen.") from None
    return place


def as_argument(location: Location) -> tuple[str, dict[str, str]]:
    """How the run made again is told of the delivery: an argument, and variables where it is a database with a password."""
    from wiwak_eval.study.home import DATABASE_VARIABLE

    return (location.name, {DATABASE_VARIABLE: location.url}) if isinstance(location, Database) else (str(location), {})
