"""The driver's state as every run of a grid sees it: settings, own values, layout, key, and the books as they were at the start."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from wiwak_eval.assumptions.county.files import county_files, county_text
from wiwak_eval.job.fanout.task import State
from wiwak_eval.publication.council_file import TEMPLATE_FILE
from wiwak_eval.records.key import KEY_FILE, resolve_key
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests, forecast_book, release_ledger, settings_file
from wiwak_eval.study.book_lines import FORECAST_BOOK
from wiwak_eval.study.release_ledger import RELEASE_LEDGER
from wiwak_eval.study.sealed_file import read_book
from wiwak_eval.study.sealed_lines import Script

BOOKS: Mapping[str, Script[Any]] = {forecast_book.FILE: FORECAST_BOOK, release_ledger.FILE: RELEASE_LEDGER}
LABELS = {
    "forecast_book": "das Prognosebuch", "release_ledger": "das Freigabebuch", "settings": "geheimhaltung.yaml",
    "county_values": "eigene Annahmen", "council_template": "die eigene Beschlussvorlage", "key": "der Schlüssel der Pseudonyme",
}  # fmt: skip
_KEY_MARK = b"wiwak-eval: the key of a grid"


def state_of(home: Path, real: bool, lines: Mapping[str, int] | None = None) -> State:
    """What a state folder holds now. lines: of each book, where a grid that was begun saw fewer; real: whether the key is needed.

    Raises GermanError where a book was changed or is shorter than it was.
    """
    return State(dict(_files(home, lines)), resolve_key(home, simulated=False).value if real else None)


def lines_of(state: State) -> dict[str, int]:
    """How many lines of each book a state holds."""
    return {name: state.files.get(name, b"").count(b"\n") for name in BOOKS}


def digests_of(state: State) -> dict[str, str]:
    """A digest for each part of a state, by the names of LABELS; that of the key is keyed with it, so that nothing can be learnt of it."""
    names = {
        "forecast_book": [forecast_book.FILE], "release_ledger": [release_ledger.FILE], "settings": [settings_file.FILE],
        "county_values": [name for name in state.files if name.lower().startswith("annahmen.")], "council_template": [TEMPLATE_FILE],
    }  # fmt: skip
    found = {label: digests.of_mapping({name: state.files.get(name, b"").hex() for name in files}) for label, files in names.items()}
    return found | {"key": hmac.new(state.key, _KEY_MARK, hashlib.sha256).hexdigest() if state.key else ""}


def lay_out(state: State, folder: Path) -> None:
    """Write a state into an empty folder, for its owner alone. Raises OSError."""
    for name, content in state.files.items():
        _write(folder / name, content)
    if state.key is not None:
        _write(folder / KEY_FILE, state.key)


def _write(file: Path, content: bytes) -> None:
    file.touch(mode=0o600)
    file.write_bytes(content)


def _files(home: Path, lines: Mapping[str, int] | None) -> Iterator[tuple[str, bytes]]:
    for name, script in BOOKS.items():
        whole = read_book(home / name, script).whole
        content = (home / name).read_bytes()[:whole] if whole else b""
        known = content.splitlines(keepends=True)
        if lines is not None and len(known) < lines[name]:
            raise GermanError(
                f"Das {script.book} hat weniger Zeilen als beim Beginn dieses Rasters ({len(known)} statt {lines[name]}). Bitte die Datei "
                f"{home / name} aus einer Sicherung wiederherstellen oder das Raster in einem neuen Ordner beginnen."
            )
        if known:
            yield name, b"".join(known if lines is None else known[: lines[name]])
    values = county_files(home)
    for file in values:
        county_text(file)  # refuses what a run would refuse
    own = [settings_file.FILE, TEMPLATE_FILE, *(file.name for file in values)]
    yield from ((name, (home / name).read_bytes()) for name in own if (home / name).is_file())
