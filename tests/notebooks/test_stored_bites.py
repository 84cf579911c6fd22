"""Each rule for stored notebooks fails where it is broken: a rule that passes everything would be worth nothing."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.notebooks import test_stored as rules

Rule = Callable[[Path], None]
Change = Callable[[NotebookNode], object]


def code(notebook: NotebookNode, place: int) -> NotebookNode:
    return [cell for cell in notebook.cells if cell.cell_type == "code"][place]


def source(place: int, text: str) -> Change:
    """Replace a code cell's text; its outputs stay."""
    return lambda notebook: code(notebook, place).update(source=text)


def further(text: str) -> Change:
    return lambda notebook: code(notebook, -1).update(source=f"{code(notebook, -1).source}\n{text}")


def tag(place: int, *tags: str) -> Change:
    return lambda notebook: code(notebook, place).metadata.update(tags=list(tags))


def run_twice(notebook: NotebookNode) -> None:
    code(notebook, -1).execution_count += 1


def without_data(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.data:
                output.data["text/plain"] = "Bild"


def on_stderr(notebook: NotebookNode) -> None:
    code(notebook, -1).outputs[-1] = nbformat.v4.new_output("stream", name="stderr", text="Warnung")


def without_mark(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.data["text/plain"] = output.data["text/plain"].replace(rules.MARK, "")


BROKEN: list[tuple[Rule, Change]] = [
    (rules.test_notebook_is_valid_and_plain, lambda notebook: notebook.metadata.kernelspec.update(name="python4")),
    (rules.test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag, tag(-1, "nbval-ignore-output")),
    (rules.test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag, tag(-1, "nbval-skip")),
    (rules.test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag, tag(-1, "raises-exception")),
    (rules.test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag, tag(0)),
    (rules.test_one_cell_is_tagged_for_parameters_and_no_cell_has_another_tag, source(0, 'delivery = "pilot"')),
    (rules.test_nothing_is_hidden_from_the_comparison, further("# NBVAL_IGNORE_OUTPUT")),
    (rules.test_nothing_is_hidden_from_the_comparison, further("# nbval_skip")),
    (rules.test_nothing_is_hidden_from_the_comparison, source(-1, "%matplotlib inline")),
    (rules.test_notebook_computes_nothing_itself, further("def total(): pass")),
    (rules.test_notebook_computes_nothing_itself, further("class Total: pass")),
    (rules.test_notebook_computes_nothing_itself, further("study.show(1 + 1)")),
    (rules.test_notebook_computes_nothing_itself, further("[study.show(one) for one in study.tables]")),
    (rules.test_notebook_computes_nothing_itself, further("\n".join(["study.introduce()"] * rules.MOST_CODE_LINES))),
    (rules.test_notebook_prints_only_what_passed_the_door, further("print(study.records)")),
    (rules.test_notebook_prints_only_what_passed_the_door, further("import pandas")),
    (rules.test_prose_stands_before_every_result, lambda notebook: notebook.cells.pop(0)),
    (rules.test_every_code_cell_was_run_in_order, run_twice),
    (rules.test_every_code_cell_was_run_in_order, lambda notebook: code(notebook, -1).update(execution_count=None)),
    (rules.test_every_result_is_stored, lambda notebook: code(notebook, -1).update(outputs=[])),
    (rules.test_every_result_is_stored, without_data),
    (rules.test_every_result_is_stored, on_stderr),
    (rules.test_stored_outputs_carry_the_mark, without_mark),
]
STORED = next(path for path in rules.NOTEBOOKS if path.stem == "02_pilotjahr")


@pytest.mark.parametrize(("rule", "change"), BROKEN, ids=[f"{place}-{rule.__name__[5:]}" for place, (rule, _) in enumerate(BROKEN)])
def test_a_broken_rule_is_noticed(rule: Rule, change: Change, tmp_path: Path) -> None:
    notebook = nbformat.read(STORED, as_version=4)
    path = tmp_path / STORED.name
    nbformat.write(notebook, path)
    rule(path)
    change(notebook)
    nbformat.write(notebook, path)
    with pytest.raises((AssertionError, AttributeError)):
        rule(path)


def test_every_rule_is_broken_once() -> None:
    named = {name for name in vars(rules) if name.startswith("test_")} - {"test_there_are_notebooks"}
    assert named == {rule.__name__ for rule, _ in BROKEN}
