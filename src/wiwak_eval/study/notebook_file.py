"""A notebook as a file: its declared parameters, its code cells, and its bytes without what differs from run to run."""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wiwak_eval.results import GermanError
from wiwak_eval.study.notebook_format import nbformat

if TYPE_CHECKING:
    from nbformat import NotebookNode

INJECTED = "injected-parameters"


def check_parameters(notebook: Path, parameters: Mapping[str, object]) -> None:
    """Refuse a parameter that the notebook does not declare: papermill would only warn and run on."""
    declared = declared_parameters(nbformat.read(notebook, as_version=4))
    unknown = [name for name in parameters if name not in declared]
    if unknown:
        known = ", ".join(f"„{name}“" for name in declared)
        raise GermanError(f"{notebook.name} kennt den Parameter „{unknown[0]}“ nicht. Bekannt sind {known}. Bitte die Schreibweise prüfen.")


def declared_parameters(notebook: "NotebookNode") -> tuple[str, ...]:
    """Names assigned in the cell tagged `parameters`."""
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    assigned = [node for cell in cells for node in ast.parse(cell.source).body if isinstance(node, ast.Assign)]
    return tuple(target.id for node in assigned for target in node.targets if isinstance(target, ast.Name))


def runs_code(cell: "NotebookNode") -> bool:
    """Whether the kernel runs this cell, so that it gets a number."""
    return bool(cell.cell_type == "code" and cell.source.strip())


def notebook_bytes(notebook: "NotebookNode") -> bytes:
    """The notebook without anything that differs from run to run: times, durations, paths, random cell ids."""
    plain = nbformat.from_dict(notebook)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    plain.metadata = nbformat.from_dict({"kernelspec": kernel, "language_info": {"name": "python"}})
    for cell in plain.cells:
        if INJECTED in cell.metadata.get("tags", []):
            cell["id"] = INJECTED
        cell.metadata = nbformat.from_dict({"tags": cell.metadata.tags} if cell.metadata.get("tags") else {})
    text: str = nbformat.writes(plain, version=4)
    return (text.rstrip("\n") + "\n").encode()
