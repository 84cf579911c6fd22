"""The environment of a run beside that of its repetition."""

import json
from pathlib import Path

from wiwak_eval.audit.environment import MACHINE_FILE
from wiwak_eval.audit.names import BUNDLE

MACHINE = f"{BUNDLE}/{MACHINE_FILE}"
"""What stands there is of the machine: it is shown, not compared."""
Side = tuple[str, str, str]

SIDES = {
    "Python": ("python",),
    "Betriebssystem": ("system",),
    "C-Bibliothek": ("libc",),
    "Bauart": ("machine",),
    "Prozessor": ("processor",),
    "zlib": ("zlib",),
    "Rechenbibliothek von numpy": ("blas", "numpy"),
    "Rechenbibliothek von scipy": ("blas", "scipy"),
}
"""German name of each fact of the record, and where it stands there."""


def sides_of(run: Path, again: Path) -> list[Side]:
    """The environment of the run and of its repetition, by name."""
    in_run, here = (_record(folder / MACHINE) for folder in (run, again))
    return [(name, _fact(in_run, path), _fact(here, path)) for name, path in SIDES.items()]


def _record(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _fact(record: object, path: tuple[str, ...]) -> str:
    """A fact as text; a dash where the record has none."""
    for part in path:
        record = record.get(part) if isinstance(record, dict) else None
    if isinstance(record, dict):
        return " ".join(str(value) for value in record.values())
    return "–" if record in {None, ""} else str(record)
