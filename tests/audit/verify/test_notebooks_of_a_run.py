"""Nothing of the run's own notebooks is executed: only outputs are taken from there."""

import json
import os
import sys
from pathlib import Path

import pytest

from wiwak_eval.audit.verify.notebooks import OTHER_CODE, _sides, check_notebooks
from wiwak_eval.audit.verify.result import Outcome

Cell = dict[str, object]


def code(source: str, output: str = "", **more: object) -> Cell:
    outputs = [{"output_type": "stream", "name": "stdout", "text": [output]}] if output else []
    return {"cell_type": "code", "execution_count": 1, "metadata": {}, "source": [source], "outputs": outputs, "id": "abcd", **more}


def folder(place: Path, *cells: Cell, name: str = "01.ipynb", **metadata: object) -> Path:
    (place / "notebooks").mkdir(parents=True, exist_ok=True)
    content = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (place / "notebooks" / name).write_text(json.dumps(content))
    return place


def checked(tmp_path: Path, run: Path, again: Path):  # type: ignore[no-untyped-def]
    return check_notebooks(run, again, Path(sys.executable), tmp_path / "raum", os.environ)


def forged(proof: Path) -> str:
    return f"open({str(proof)!r}, 'w').write('x')"


@pytest.mark.parametrize("kind", ["changed", "added", "another", "markdown", "twice"])
def test_code_that_the_repetition_does_not_have_is_named_and_not_executed(tmp_path: Path, kind: str) -> None:
    proof = tmp_path / "ausgefuehrt"
    again = folder(tmp_path / "b", code("1 + 1"), code("2 + 2"))
    cells = {"changed": [code("1 + 1"), code(forged(proof))], "added": [code("1 + 1"), code("2 + 2"), code(forged(proof))]}
    run = folder(tmp_path / "a", *cells.get(kind, [code("1 + 1"), code("2 + 2")]))
    if kind == "another":
        folder(run, code(forged(proof)), name="90_eigenes.ipynb")
    if kind == "markdown":
        folder(run, code("1 + 1"), {"cell_type": "markdown", "metadata": {}, "source": [forged(proof)], "id": "abcd"})
    if kind == "twice":
        file = run / "notebooks" / "01.ipynb"
        file.write_text(file.read_text().replace('"source": ["2 + 2"]', f'"source": ["2 + 2"], "source": [{json.dumps(forged(proof))}]'))
    found = checked(tmp_path, run, again)
    assert found.outcome is Outcome.DIFFERENT
    assert found.sentences == (OTHER_CODE,)
    place = {"changed": ("01", "Zelle 2"), "added": ("01", "Zelle 3"), "another": ("90_eigenes", "ganze Datei")}
    name, where = place.get(kind, ("01", "Zelle 2" if kind == "markdown" else "ganze Datei"))
    assert [(one.file, one.place) for one in found.deviations] == [(f"notebooks/{name}.ipynb", where)]
    assert not proof.exists()
    assert not (tmp_path / "raum").exists()


def test_tags_and_settings_of_the_run_say_nothing(tmp_path: Path) -> None:
    """A tag that lets a cell be skipped, in the run alone, does not hide its output."""
    again = folder(tmp_path / "b", code("print('a')", "a\n"))
    run = folder(tmp_path / "a", code("print('a')", "b\n", metadata={"tags": ["nbval-skip"]}), kernelspec={"name": "bash"})
    found = checked(tmp_path, run, again)
    assert found.outcome is Outcome.DIFFERENT
    assert [(one.place, one.in_run, one.found) for one in found.deviations] == [("Codezelle 1", "b", "a")]


BROKE = (
    "Notebook cell execution failed\nCell 0: Cell execution caused an exception\n\nInput:\nstudy.show()\n\nTraceback:\n\n"
    "#x1B[31mValueError#x1B[39m      Traceback (most recent call last)\n- Frau Muster\n\n#x1B[31mValueError#x1B[39m: Frau Muster\n"
)
WARNED = (
    "Notebook cell execution failed\nCell 1: Cell outputs differ\n\nInput:\nstudy.show('Frau Muster')\n\nTraceback:\n"
    "Unexpected output fields from running code: {'stderr'}\n"
)


def test_of_an_error_in_a_cell_only_the_kind_is_told() -> None:
    """As nbval words it; what an error or a warning says may hold somebody's data."""
    assert _sides(BROKE) == ("wie gespeichert", "abgebrochen (ValueError)")
    assert _sides(WARNED) == ("wie gespeichert", "Ausgaben anderer Art")
