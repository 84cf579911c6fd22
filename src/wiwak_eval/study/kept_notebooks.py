"""Executed notebooks, kept by all that decides what they print."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pydantic import TypeAdapter

from wiwak_eval.study import digests
from wiwak_eval.study.behind import Argument
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.notebook_file import INJECTED, notebook_bytes
from wiwak_eval.study.notebook_format import nbformat
from wiwak_eval.study.shown import Shown

if TYPE_CHECKING:
    from nbformat import NotebookNode

NOTEBOOK, RECORD = "notebook.ipynb", "record.json"


@dataclass(frozen=True)
class Base:
    """What is known of a notebook before any result: its code cells, parameters, the package, the lock file and what is installed."""

    name: str
    cells: tuple[str, ...]
    parameters: Mapping[str, str | int | float | bool]
    package: str
    lock: str
    installed: str

    @classmethod
    def of(cls, notebook: Path, parameters: Mapping[str, str | int | float | bool]) -> Self:
        """Of a notebook as it stands in its file."""
        return cls(notebook.name, code_cells(notebook), dict(parameters), digests.of_package(), digests.of_lock(), digests.of_installed())


@dataclass(frozen=True)
class Record:
    """What an executed notebook was made of: its base, what it printed, and the arguments behind that by name."""

    base: Base
    shown: tuple[Shown, ...]
    behind: Mapping[str, Argument]

    @property
    def printed(self) -> tuple[str, ...]:
        """A digest of each text that the executed notebook must hold, top down."""
        return tuple(digest for one in self.shown for digest in one.printed)

    @property
    def key(self) -> str:
        """Equal keys, equal outputs."""
        return digests.of_mapping({"base": asdict(self.base), "shown": [one.digest for one in self.shown]})[:24]


_RECORD = TypeAdapter(Record)


class KeptNotebooks:
    """The folder `notebooks` of a state folder: `<name>/<key>/` with the executed notebook and its record."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "notebooks"

    def records(self, name: str) -> tuple[Record, ...]:
        """Of a notebook, the one used last first; records of another version of this format are passed over."""
        found = sorted((self.folder / name).glob(f"*/{RECORD}"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        return tuple(record for file in found if (record := _read(file)) is not None)

    def place(self, record: Record) -> Path:
        """The folder of a record."""
        return self.folder / record.base.name / record.key

    def find(self, record: Record) -> "NotebookNode | None":
        """The executed notebook with this key; it counts as used."""
        folder = self.place(record)
        try:
            kept: NotebookNode = nbformat.read(folder / NOTEBOOK, as_version=4)
            os.utime(folder / RECORD)
        except (OSError, ValueError, nbformat.ValidationError):
            return None
        return kept

    def keep(self, record: Record, executed: Path) -> None:
        """Keep an executed notebook; the record comes last, so that one without it does not count."""
        folder = self.place(record)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder / NOTEBOOK, executed.read_bytes())
        write_whole(folder / RECORD, _RECORD.dump_json(record))


def _read(file: Path) -> Record | None:
    try:
        return _RECORD.validate_json(file.read_bytes())
    except (OSError, ValueError):
        return None


def code_cells(notebook: Path) -> tuple[str, ...]:
    """Sources of the code cells, top down."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return tuple("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def printed_in(executed: Path) -> tuple[str, ...]:
    """A digest of each text that an executed notebook holds, top down."""
    cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return tuple(digests.of_text("".join(output.get("data", {}).get("text/plain", ""))) for output in outputs)


def with_prose_of(source: "NotebookNode", kept: "NotebookNode") -> bytes:
    """The kept outputs below the source's own text: prose may have changed since, code cells may not."""
    executed = [cell for cell in kept.cells if cell.cell_type == "code"]
    cells: list[NotebookNode] = []
    for cell in source.cells:
        if cell.cell_type != "code":
            cells.append(cell)
            continue
        ran = executed.pop(0)
        cells.append(nbformat.from_dict({**cell, "outputs": ran.outputs, "execution_count": ran.execution_count}))
        if executed and INJECTED in executed[0].metadata.get("tags", []):
            cells.append(executed.pop(0))
    source.cells = cells
    return notebook_bytes(source)


def changed_cells(before: Sequence[str], after: Sequence[str]) -> tuple[int, ...]:
    """Numbers of the code cells that differ, from 1; a cell that is only in one of them counts."""
    longer = max(len(before), len(after))
    return tuple(place + 1 for place in range(longer) if before[place : place + 1] != after[place : place + 1])
