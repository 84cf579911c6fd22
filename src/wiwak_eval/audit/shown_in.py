"""In which cell of which executed notebook a table is printed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.publication.display import title
from wiwak_eval.results import NotAssessable, ReleasedTable

KEY_FIGURES = "Die Aussagen der Unterlagen"
"""Title of the table of all findings, where the numbers of tables that no notebook prints are printed too."""


@dataclass(frozen=True)
class Place:
    """A cell: notebook without ending, the number in its brackets after the run, its id in the file."""

    notebook: str
    cell: int
    id: str


def shown_in(run: Path, released: Mapping[str, ReleasedTable | NotAssessable]) -> dict[str, Place]:
    """The first cell that prints each released table, by the table's id; the cell of all key figures where no notebook prints it."""
    first: dict[str, Place] = {}
    for words, place in _printed(run / "notebooks"):
        first.setdefault(words, place)
    found = {id: first.get(title(table)) for id, table in released.items() if isinstance(table, ReleasedTable)}
    anyway = first.get(KEY_FIGURES)
    return {id: place for id, place in ((id, place or anyway) for id, place in found.items()) if place is not None}


def _printed(notebooks: Path) -> Iterator[tuple[str, Place]]:
    """The first line of each output, and where it is."""
    for file in sorted(notebooks.glob("*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                text = output.get("data", {}).get("text/plain", "")
                words = text if isinstance(text, str) else "".join(text)
                yield words.partition("\n")[0], Place(file.stem, cell["execution_count"], cell["id"])
