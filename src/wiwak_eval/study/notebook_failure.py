"""What is told and kept of a notebook that failed: where and what to do; its outputs so far; no traceback, no values, no path."""

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.notebook_file import INJECTED, notebook_bytes
from wiwak_eval.study.notebook_format import nbformat

if TYPE_CHECKING:
    from nbformat import NotebookNode

PAGE = "fehler.md"
"""The page beside the notebook."""
_NUMBERED = re.compile(r"\[Errno (\d+)\]")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SECTION = re.compile(r"^##+ +(.+?) *$", re.MULTILINE)
_LAB = "Bitte das Notebook mit „wiwak lab“ öffnen und die Zelle ansehen."

LEFT = "Die Zelle beendet das Notebook vorzeitig (exit, quit). Bitte die Zeile entfernen."
_TOLD = {
    "SystemExit": LEFT,
    "CellTimeoutError": f"Die Zelle ist nach der Zeitgrenze nicht fertig und wurde beendet. {_LAB}",
    "DeadKernelError": "Der Rechenkern des Notebooks ist unerwartet zu Ende gegangen (vielleicht reichte der Arbeitsspeicher nicht). "
    "Bitte denselben Aufruf noch einmal starten.",
}


@dataclass(frozen=True)
class Failure:
    """A notebook that failed. sentence: what to tell; kept: the same without folders of this machine; content: its outputs so far."""

    name: str
    sentence: str
    kept: str
    content: bytes

    @classmethod
    def of(cls, notebook: Path, begun: "Sequence[NotebookNode]", sentence: str) -> Self:
        """begun: the cells that began, in order, the injected parameters among them."""
        so_far = _so_far(nbformat.read(notebook, as_version=4), begun)
        return cls(notebook.name, sentence, without_folders(sentence), notebook_bytes(so_far))

    def files(self, mark: str = "", release: str = "") -> dict[str, bytes]:
        """The page and the notebook by name; the page is the notebook's first cell too, for whoever opens it alone.

        mark: said on top where the data are simulated; release: level that was asked for, empty where the notebook knows none.
        """
        page = _page(self, mark, release)
        notebook = nbformat.reads(self.content.decode(), as_version=4)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(page.rstrip(), id="fehlgeschlagen"))
        return {self.name: notebook_bytes(notebook), PAGE: page.encode()}


def _page(failure: Failure, mark: str, release: str) -> str:
    lines = [
        f"# {failure.name} ist fehlgeschlagen",
        *([f"**{mark}**"] if mark else []),
        _not_released(release),
        failure.kept,
        "Gezählt sind die Codezellen des mitgelieferten Notebooks von oben, die der Parameter ist die erste.",
        f"Das Notebook liegt mit den Ausgaben bis zu dieser Stelle daneben: {failure.name}.",
        "Veröffentlicht wurde nichts; frühere Läufe sind unverändert. Ist die Ursache behoben, bitte denselben Aufruf noch einmal starten: "
        "Er macht dort weiter, wo dieser Lauf stehen blieb. Gelingt er, wird dieser Ordner entfernt.",
    ]
    return "\n\n".join(lines) + "\n"


def _not_released(release: str) -> str:
    """Whatever the level, nobody outside may have these outputs: the ledger gets a release only from a run that succeeds."""
    from wiwak_eval.publication.imprint import LEVELS
    from wiwak_eval.results import Level

    asked = f" Gerechnet wurde für die Freigabestufe „{LEVELS[Level(release)]}“." if release in set(Level) else ""
    return f"**Intern: nicht freigegeben, nicht weitergeben.**{asked} Freigegeben wird nur ein Lauf, der gelingt."


def place_of(name: str, begun: "Sequence[NotebookNode]") -> str:
    """The last of these cells as people find it in the shipped notebook: its number among the code cells, and the heading above it."""
    number = sum(cell.cell_type == "code" and INJECTED not in cell.metadata.get("tags", []) for cell in begun)
    headings = [words for cell in begun if cell.cell_type == "markdown" for words in _SECTION.findall(cell.source)]
    section = f", Abschnitt „{headings[-1]}“" if headings else ""
    return f"{name}, Zelle {number}{section}" if number else name


def sentence_of(name: str, begun: "Sequence[NotebookNode]", error: Exception) -> str:
    """One sentence on what went wrong where.

    Of an error in a cell only what a GermanError says is told, else its kind: the words of any other may hold people's data.
    begun: the cells that began, the last the one that failed.
    """
    said = str(error) if isinstance(error, GermanError) else _said(error)
    return said if said.startswith(name) else f"{place_of(name, begun)}: {said}"


def _said(error: Exception) -> str:
    kind, words = getattr(error, "ename", type(error).__name__), str(getattr(error, "evalue", ""))
    if is_ours(kind):
        return words
    if kind in _TOLD:
        return _TOLD[kind]
    if isinstance(error, RuntimeError):
        return _TOLD["DeadKernelError"]
    number = _errno(error, kind, words)
    if number in _FULL:
        return "Auf dem Datenträger ist kein Platz mehr. Bitte aufräumen und denselben Aufruf noch einmal starten."
    if number:
        return f"Eine Datei konnte nicht geschrieben oder gelesen werden ({system_words(number)}). Bitte Platz und Rechte prüfen."
    return f"Die Zelle ist mit „{kind}“ abgebrochen. {_LAB}"


def is_ours(kind: str) -> bool:
    """Whether errors of this kind say a German sentence that holds nobody's data."""
    return kind == "GermanError" or "Gap" in kind


def _errno(error: Exception, kind: str, words: str) -> int:
    """Number of an error of the operating system, from the words of one in a cell too; else 0."""
    if isinstance(error, OSError):
        return error.errno or 0
    found = _NUMBERED.match(words) if kind.endswith("Error") else None
    return int(found[1]) if found else 0


def _so_far(source: "NotebookNode", begun: "Sequence[NotebookNode]") -> "NotebookNode":
    """The cells that began, with the outputs that passed the door, then the others as they stand in the source without outputs."""
    injected = sum(INJECTED in cell.metadata.get("tags", []) for cell in begun)
    cells = [nbformat.from_dict(cell) for cell in begun]
    for cell in source.cells[len(begun) - injected :]:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        cells.append(cell)
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = [kept for output in cell.outputs if (kept := _without_words(output)) is not None]
    source.cells = cells
    return source


def _without_words(output: Any) -> Any:
    """An output as it may be kept: warnings are left out, and of errors the words that are not ours."""
    if output.get("name") == "stderr":
        return None
    if output.output_type == "error":
        said = without_folders(output.evalue) if is_ours(output.ename) else ""
        output = nbformat.v4.new_output("error", ename=output.ename, evalue=said, traceback=[])
    return output
