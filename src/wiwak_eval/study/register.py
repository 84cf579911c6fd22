"""What the state folder keeps of which delivery, so that it can be forgotten."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from wiwak_eval.records import DeliveryFacts, Location
from wiwak_eval.records.key import KEY_VARIABLE
from wiwak_eval.records.location import place_of
from wiwak_eval.study.keeping import locked, write_whole

FILE = "deliveries.json"


@dataclass(frozen=True)
class Entry:
    """A delivery that was opened.

    place: its path, or the name and a mark of its database, never an address; key_file: whether its pseudonyms hang on the key file;
    kept: folders below the state folder; lists: folders elsewhere that hold lists of single rows.
    """

    name: str
    place: str
    simulated: bool
    key_file: bool
    retain_until: date | None = None
    kept: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


_ENTRIES = TypeAdapter(dict[str, Entry])


class Register:
    """The file `deliveries.json` in the state folder; place of a delivery to its entry."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All deliveries of which something is kept."""
        file = self.home / FILE
        return _ENTRIES.validate_json(file.read_bytes()) if file.is_file() else {}

    def enter(self, location: Location, facts: DeliveryFacts) -> None:
        """Note that a delivery was opened."""
        place = place_of(location)
        key_file = not facts.simulated and not os.environ.get(KEY_VARIABLE)
        entry = Entry(location.name, place, facts.simulated, key_file, facts.retain_until)

        def entered(known: Entry | None) -> Entry:
            if known is None:
                return entry
            return replace(entry, key_file=entry.key_file or known.key_file, kept=known.kept, lists=known.lists)

        self._change(place, entered)

    def note_kept(self, location: Location, folder: Path) -> None:
        """Note a folder of results or papers below the state folder."""
        name = folder.relative_to(self.home).as_posix()
        self._change(place_of(location), lambda entry: entry and replace(entry, kept=_with(entry.kept, name)))

    def note_lists(self, location: Location, folder: Path) -> None:
        """Note a folder that holds lists of single rows."""
        name = str(folder.resolve())
        self._change(place_of(location), lambda entry: entry and replace(entry, lists=_with(entry.lists, name)))

    def remove(self, places: tuple[str, ...]) -> None:
        """Strike deliveries out."""
        with locked(self.home):
            self._write({place: entry for place, entry in self.entries.items() if place not in places})

    def overdue(self, today: date) -> tuple[Entry, ...]:
        """Deliveries of which something is kept although their date of deletion has passed."""
        return tuple(entry for entry in self.entries.values() if entry.retain_until is not None and today > entry.retain_until)

    def _change(self, place: str, change: Callable[[Entry | None], Entry | None]) -> None:
        """Replace one entry; notebooks that run side by side wait for each other, but only where something is new."""
        if change(self.entries.get(place)) == self.entries.get(place):
            return
        with locked(self.home):
            entries = dict(self.entries)
            changed = change(entries.get(place))
            if changed is not None:
                self._write({**entries, place: changed})

    def _write(self, entries: Mapping[str, Entry]) -> None:
        write_whole(self.home / FILE, _ENTRIES.dump_json(dict(sorted(entries.items())), indent=1))


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(sorted({*names, name}))
