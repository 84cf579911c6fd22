"""Deliveries brought to this machine once, however many runs read them."""

import os
import shutil
import tempfile
from pathlib import Path

from wiwak_eval.job.fanout.addresses import is_address, opened, shown
from wiwak_eval.job.fanout.machine import DELIVERIES
from wiwak_eval.job.fanout.task import Source
from wiwak_eval.records.key import resolve_key
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.home import PILOT, find_delivery
from wiwak_eval.study.keeping import locked


def fetched(source: Source, shared: Path) -> Path:
    """The path of a delivery's copy below the shared folder of this machine; the shipped pilot year stays where it is. Raises GermanError.

    A second run that wants the same waits until it is there whole.
    """
    if source.address == PILOT:
        return shipped("data") / PILOT
    place = shared / DELIVERIES / digests.of_text(source.address)[:24]
    try:
        with locked(place):
            copy = place / source.name
            if not copy.exists():
                _fetch(source, place, copy)
    except OSError as error:
        raise GermanError(
            f"Die Lieferung {shown(source.address)} ließ sich nicht holen ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
    return copy


def refuse_changed(source: Source, copy: Path, key: bytes | None) -> None:
    """Raises GermanError where a delivery is not what the driver found at the start. key: of the pseudonyms, where it is real."""
    if digests.of_delivery(copy, resolve_key(copy, True).value if source.simulated else key or b"") != source.digest:
        raise GermanError(
            f"Die Lieferung „{source.name}“ ist hier nicht die vom Beginn des Rasters: Sie hat sich inzwischen geändert, oder auf diesem "
            "Rechner liegt eine andere. Bitte das Raster in einem neuen Ordner beginnen."
        )


def _fetch(source: Source, place: Path, copy: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=".", dir=place) as folder:
        part = Path(folder) / source.name
        if is_address(source.address):
            _from_address(source.address, part)
        else:
            _from_path(source.address, part)
        part.rename(copy)


def _from_path(path: str, part: Path) -> None:
    """Copy what counts as the delivery: what its digest is made of, no link that leads out of it."""
    found = find_delivery(path)
    if not isinstance(found, Path):
        raise GermanError("Ein Raster liest keine Datenbank. Bitte die Lieferung vorher als Ordner ablegen.")
    if found.is_file():
        shutil.copyfile(found, part)
        return
    part.mkdir()
    for file in digests.delivery_files(found):
        target = part / file.relative_to(found)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _from_address(address: str, part: Path) -> None:
    system, root = opened(address)
    try:
        if system.isfile(root):
            system.get_file(root, os.fspath(part))
            return
        names = system.find(root)
        if not names:
            raise FileNotFoundError
        for name in names:
            inside = Path(name.removeprefix(root).lstrip("/"))
            if ".." in inside.parts:
                raise FileNotFoundError
            (part / inside).parent.mkdir(parents=True, exist_ok=True)
            system.get_file(name, os.fspath(part / inside))
    except Exception as error:  # each kind of address has errors of its own; their words may repeat a password
        raise GermanError(
            f"Unter {shown(address)} ist keine Lieferung zu lesen ({type(error).__name__}). Bitte Adresse und Zugang prüfen."
        ) from None
