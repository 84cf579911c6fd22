"""Each committed notebook is thin, was run, and holds its outputs: nbval compares nothing of a cell that was not run."""

import ast
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
PARAMETERS = ["delivery", "scenario", "as_of", "release"]
MOST_CODE_LINES = 48
SHOWING = {"introduce", "say", "show"}
COMPUTING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.comprehension, ast.BinOp)
MARK = "Simulierte Daten – keine Zahlen des WiWAK"

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    return notebook


def code_cells(path: Path) -> list[NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def shown(cell: NotebookNode) -> int:
    """How many things a cell shows: one output each, two where a chart is asked for."""
    calls = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
    showing = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in SHOWING]
    return sum(1 + any(keyword.arg == "chart" for keyword in call.keywords) for call in showing)


def test_there_are_notebooks() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]


@notebooks
def test_notebook_is_valid_and_plain(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert path.read_bytes().endswith(b"}\n")


@notebooks
def test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag(path: Path) -> None:
    tags = [cell.metadata.get("tags", []) for cell in read(path).cells]
    assert [found for found in tags if found] == [["parameters"]]
    tagged = next(cell for cell in code_cells(path) if cell.metadata.get("tags"))
    statements = ast.parse(tagged.source).body
    targets = [node.targets[0] for node in statements if isinstance(node, ast.Assign)]
    assert [target.id for target in targets if isinstance(target, ast.Name)] == PARAMETERS
    assert all(isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) for node in statements)


@notebooks
def test_nothing_is_hidden_from_the_comparison(path: Path) -> None:
    for cell in read(path).cells:
        assert "NBVAL" not in cell.source.upper()
        assert not cell.source.lstrip().startswith(("%", "!"))


@notebooks
def test_notebook_computes_nothing_itself(path: Path) -> None:
    cells = code_cells(path)
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell.source))]
    assert [type(node) for node in nodes if isinstance(node, COMPUTING)] == []
    lines = [line for cell in cells for line in cell.source.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert len(lines) <= MOST_CODE_LINES


@notebooks
def test_notebook_prints_only_what_passed_the_door(path: Path) -> None:
    """Every statement opens the study, sets a parameter, or asks the study to show or say something: nothing else can print a number."""
    for cell in code_cells(path):
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.ImportFrom):
                assert node.module == "wiwak_eval.study"
            elif isinstance(node, ast.Assign):
                assert isinstance(node.value, ast.Constant) or ast.unparse(node.value).startswith("open_study(")
            else:
                assert isinstance(node, ast.Expr)
                assert isinstance(node.value, ast.Call)
                assert ast.unparse(node.value.func) in {"study.show", "study.say", "study.introduce"}


@notebooks
def test_prose_stands_before_every_result(path: Path) -> None:
    cells = read(path).cells
    assert cells[0].cell_type == "markdown"
    for before, cell in pairwise(cells):
        opens = cell.cell_type == "code" and "open_study(" in cell.source
        assert before.cell_type == "markdown" or cell.cell_type == "markdown" or opens, cell.source


@notebooks
def test_every_code_cell_was_run_in_order(path: Path) -> None:
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1)), "run `make notebooks`"


@notebooks
def test_every_result_is_stored(path: Path) -> None:
    for cell in code_cells(path):
        assert len(cell.outputs) == shown(cell), f"run `make notebooks`; cell: {cell.source}"
        for output in cell.outputs:
            assert output.output_type == "display_data"
            assert output.data["text/plain"].strip()
            if "image/png" in output.data:
                assert "Daten" in output.data["text/plain"]


@notebooks
def test_stored_outputs_carry_the_mark(path: Path) -> None:
    texts = [output.data["text/plain"] for cell in code_cells(path) for output in cell.outputs]
    assert texts, "run `make notebooks`"
    assert MARK in texts[0]
