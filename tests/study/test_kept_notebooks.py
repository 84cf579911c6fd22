from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from wiwak_eval.study.behind import Argument
from wiwak_eval.study.kept_notebooks import RECORD, Base, KeptNotebooks, Record, changed_cells, with_prose_of
from wiwak_eval.study.notebook_file import INJECTED, notebook_bytes
from wiwak_eval.study.shown import Shown

BASE = Base("a.ipynb", ("x = 1", "study.introduce()"), {"delivery": "pilot"}, "package", "lock", "installed")
RECORD_A = Record(BASE, (Shown("Text", "digest"),), {"as_of": Argument("Stichtag", "1.1.2018", "d")})


def source(*prose: str) -> NotebookNode:
    cells = [nbformat.v4.new_code_cell("x = 1", metadata={"tags": ["parameters"]}, id="a")]
    cells += [nbformat.v4.new_markdown_cell(text, id=f"p{place}") for place, text in enumerate(prose)]
    cells += [nbformat.v4.new_code_cell("study.introduce()", id="b")]
    return nbformat.v4.new_notebook(cells=cells)


def executed(*prose: str) -> NotebookNode:
    notebook = source(*prose)
    injected = nbformat.v4.new_code_cell("delivery = 'pilot'", metadata={"tags": [INJECTED]}, id=INJECTED)
    notebook.cells.insert(1, injected)
    for number, cell in enumerate([cell for cell in notebook.cells if cell.cell_type == "code"], start=1):
        cell.execution_count = number
    notebook.cells[-1].outputs = [nbformat.v4.new_output("display_data", {"text/plain": "Angaben"})]
    return notebook


def kept(home: Path, record: Record = RECORD_A) -> KeptNotebooks:
    file = home / "executed.ipynb"
    file.write_bytes(notebook_bytes(executed("alt")))
    store = KeptNotebooks(home)
    store.keep(record, file)
    return store


def test_what_is_kept_is_found_by_an_equal_record_only(tmp_path: Path) -> None:
    store = kept(tmp_path)
    assert store.records("a.ipynb") == (RECORD_A,)
    found = store.find(RECORD_A)
    assert found is not None
    assert found.cells[-1].outputs[0].data["text/plain"] == "Angaben"
    for other in (
        Record(Base("a.ipynb", ("x = 2", "study.introduce()"), {"delivery": "pilot"}, "package", "lock", "installed"), RECORD_A.shown, {}),
        Record(Base("a.ipynb", BASE.cells, {"delivery": "anderes"}, "package", "lock", "installed"), RECORD_A.shown, {}),
        Record(Base("a.ipynb", BASE.cells, BASE.parameters, "other", "lock", "installed"), RECORD_A.shown, {}),
        Record(Base("a.ipynb", BASE.cells, BASE.parameters, "package", "other", "installed"), RECORD_A.shown, {}),
        Record(Base("a.ipynb", BASE.cells, BASE.parameters, "package", "lock", "other"), RECORD_A.shown, {}),
        Record(BASE, (Shown("Text", "anders"),), RECORD_A.behind),
    ):
        assert store.find(other) is None
    assert store.find(Record(BASE, (Shown("ein anderer Titel", "digest"),), {})) is not None, "the key is made of what is printed"


@pytest.mark.parametrize("damage", [b"", b"{", b'{"base": 1}'])
def test_a_damaged_record_or_notebook_does_not_count(tmp_path: Path, damage: bytes) -> None:
    store = kept(tmp_path)
    (store.place(RECORD_A) / "notebook.ipynb").write_bytes(damage)
    assert store.find(RECORD_A) is None
    (store.place(RECORD_A) / RECORD).write_bytes(damage)
    assert store.records("a.ipynb") == ()


def test_changed_prose_stands_above_the_kept_outputs_as_if_it_had_run() -> None:
    again = with_prose_of(source("neu", "und mehr"), executed("alt"))
    assert again == notebook_bytes(executed("neu", "und mehr"))


def test_changed_cells_are_numbered_from_one() -> None:
    assert changed_cells(("a", "b"), ("a", "c")) == (2,)
    assert changed_cells(("a",), ("a", "b", "c")) == (2, 3)
    assert changed_cells(("a", "b"), ("a", "b")) == ()
