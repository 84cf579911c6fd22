"""Forget a delivery: what was kept of it, and the key of its pseudonyms where no other delivery needs that."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.german import number
from wiwak_eval.records.key import KEY_FILE
from wiwak_eval.records.location import place_of
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.home import ERROR_REPORT, find_delivery
from wiwak_eval.study.register import Entry, Register


@dataclass(frozen=True)
class Forgetting:
    """What is to go. entries: the delivery; folders: kept ones that no other delivery shares; key: its file, None where it stays.

    needed_by: names of other deliveries whose pseudonyms hang on the key.
    """

    entries: tuple[Entry, ...]
    folders: tuple[Path, ...]
    key: Path | None
    needed_by: tuple[str, ...]

    def announcement(self) -> Iterator[str]:
        """German sentences: what goes, what stays, and what the clerk has to see to."""
        names = ", ".join(f"„{entry.name}“ ({entry.place})" for entry in self.entries)
        word = "1 behaltenes Ergebnis" if len(self.folders) == 1 else f"{number(len(self.folders))} behaltene Ergebnisse"
        yield f"Gelöscht wird, was von {names} behalten wurde: {word}."
        if self.key is not None:
            yield (
                f"Gelöscht wird auch der Schlüssel der Pseudonyme ({self.key}); keine andere Lieferung braucht ihn. Danach lassen sich "
                "Pseudonyme niemandem mehr zuordnen, und dieselben Menschen bekommen in einer neuen Lieferung andere."
            )
        elif self.needed_by:
            yield f"Der Schlüssel der Pseudonyme bleibt, denn ihn braucht noch: {', '.join(self.needed_by)}."
        elif any(not entry.simulated for entry in self.entries):
            yield "Der Schlüssel der Pseudonyme liegt nicht hier (WIWAK_KEY). Bitte dort löschen, wo er aufbewahrt wird."
        for folder in sorted({folder for entry in self.entries for folder in entry.lists}):
            yield f"Nicht gelöscht werden die Prüflisten mit einzelnen Zeilen in {folder}. Bitte dort löschen."
        yield "Nicht gelöscht werden die Lieferung selbst und die Läufe; in den Läufen stehen keine einzelnen Zeilen."
        yield "Auch das Prognosebuch bleibt: Es hält nur Summen des Landkreises fest, keine Angaben über einzelne Menschen."
        yield (
            "Auch das Freigabebuch bleibt: Es hält nur fest, welche Zahlen freigegeben wurden, keine einzelnen Zeilen. Ohne es ließe sich "
            "nicht prüfen, ob eine spätere Freigabe zusammen mit einer früheren jemanden verrät."
        )


def plan_forgetting(register: Register, delivery: str) -> Forgetting:
    """What forgetting a delivery removes. Raises GermanError where nothing is kept of it, or where its name is not enough."""
    entries = _entries(register, delivery)
    others = [entry for entry in register.entries.values() if entry not in entries]
    shared = {name for entry in others for name in entry.kept}
    folders = sorted({name for entry in entries for name in entry.kept} - shared)
    needed_by = tuple(entry.name for entry in others if entry.key_file) if any(entry.key_file for entry in entries) else ()
    key = register.home / KEY_FILE
    goes = any(entry.key_file for entry in entries) and not needed_by and key.is_file()
    return Forgetting(entries, tuple(register.home / name for name in folders), key if goes else None, needed_by)


def forget(register: Register, plan: Forgetting) -> None:
    """Remove it. The register is changed last, so that what could not be removed is still known. Raises GermanError."""
    try:
        for folder in plan.folders:
            if folder.exists():
                shutil.rmtree(folder)
        if plan.key is not None:
            plan.key.unlink(missing_ok=True)
        (register.home / ERROR_REPORT).unlink(missing_ok=True)
    except OSError as error:
        raise GermanError(
            f"Nicht alles konnte gelöscht werden ({system_words(error)}). Bitte die Rechte von {register.home} prüfen und wiederholen."
        ) from None
    register.remove(tuple(entry.place for entry in plan.entries))


def _entries(register: Register, delivery: str) -> tuple[Entry, ...]:
    place = delivery if delivery in register.entries else _place(delivery)
    if place in register.entries:
        return (register.entries[place],)
    named = tuple(entry for entry in register.entries.values() if entry.name == delivery)
    if len(named) > 1:
        places = ", ".join(entry.place for entry in named)
        raise GermanError(f"Mehrere Lieferungen heißen „{delivery}“. Bitte den vollständigen Pfad angeben: {places}.")
    if not named:
        known = ", ".join(entry.name for entry in register.entries.values()) or "keine"
        raise GermanError(f"Von der Lieferung „{_shown(delivery)}“ ist nichts behalten. Bekannte Lieferungen: {known}.")
    return named


def _place(delivery: str) -> str:
    """Where a delivery lies that may be gone already."""
    try:
        return place_of(find_delivery(delivery))
    except GermanError:
        return str(Path(delivery).resolve())


def _shown(delivery: str) -> str:
    """The name without what could be a password in an address."""
    return "Datenbank" if "://" in delivery else delivery
