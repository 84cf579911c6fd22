"""Whose folder it is: a grid is written down where it lies, so that no other is mixed into it."""

import json
from collections.abc import Mapping
from typing import Any

from wiwak_eval.job.fanout.grid import Grid
from wiwak_eval.job.fanout.state import LABELS
from wiwak_eval.job.fanout.store import Store
from wiwak_eval.results import GermanError

FILE = "raster.json"
INPUTS = {
    "deliveries": "die Lieferungen", "asked": "Szenarien, Stichtage oder Freigabestufe", "package": "das Programm",
    "shipped": "Notebooks oder mitgelieferte Annahmen", "lock": "die Sperrdatei der Umgebung", **LABELS,
}  # fmt: skip
"""What a grid is made of, as it is called in a message."""


def written(store: Store) -> dict[str, Any] | None:
    """The grid that lies there as it was written down; None where there is none. Raises GermanError where that cannot be read."""
    content = store.read(FILE)
    if content is None:
        return None
    try:
        found: dict[str, Any] = json.loads(content)
        return {"inputs": dict(found["inputs"]), "lines": dict(found["lines"]), "grid": str(found["grid"])}
    except (ValueError, KeyError, TypeError):
        raise GermanError(f"Die Datei {FILE} ist beschädigt. Bitte mit --out einen neuen Ordner wählen.") from None


def lines_to_see(store: Store, out: str, resume: bool) -> Mapping[str, int] | None:
    """How many lines of each book the grid saw that lies there; None for a new one. Raises GermanError where one lies there unasked."""
    found = written(store)
    if found is not None and not resume:
        raise GermanError(
            f"In {out} liegt schon ein Raster. Bitte mit --resume weitermachen (Fertiges wird geprüft und bleibt) oder mit --out einen "
            "anderen Ordner wählen."
        )
    return None if found is None else found["lines"]


def claim(store: Store, grid: Grid) -> None:
    """Write a grid down. Raises GermanError where another lies there, and says what it differs in."""
    found = written(store)
    if found is None:
        store.write(FILE, grid.text)
        found = written(store) or {"inputs": {}}
    other = [words for name, words in INPUTS.items() if found["inputs"].get(name) != grid.inputs.get(name)]
    if other:
        raise GermanError(
            f"Dort liegt ein anderes Raster. Anders ist: {', '.join(other)}. Bitte mit --out einen neuen Ordner wählen, oder "
            "wiederherstellen, was sich geändert hat."
        )
