import json
from pathlib import Path

import pytest

from wiwak_eval.shipped import shipped
from wiwak_eval.study.kept_notebooks import code_cells
from wiwak_eval.study.notebook_calls import OPENING, Call, calls_in

NOTEBOOKS = sorted(shipped("notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_shipped_notebook_can_be_read_and_asks_for_as_much_as_it_stores(notebook: Path) -> None:
    calls = calls_in(code_cells(notebook))
    assert calls is not None
    stored = [output for cell in json.loads(notebook.read_text())["cells"] for output in cell.get("outputs", ())]
    assert len(calls) + sum(bool(call.chart) for call in calls) >= len(stored) > 0


def test_calls_are_read_in_order() -> None:
    cells = ["delivery = 'pilot'", f"from wiwak_eval.study import open_study\n{OPENING}\nstudy.introduce()"]
    cells += ["study.say('posts')\nstudy.show(study.budget.costs, chart='costs_by_item')\nstudy.show(study.key_figures)"]
    assert calls_in(cells) == (
        Call("introduce"), Call("say", "posts"), Call("show", "budget.costs", "costs_by_item"), Call("show", "key_figures"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "cell",
    [
        "print(study.budget)", "study.show(study.budget.costs.rows[0])", "study.say('a' + 'b')", "x = study.records", "import os",
        "study.show(other.table)", "for a in b:\n    pass", "study.show(study.trend, chart=name)", "%matplotlib inline", "study.papers",
        "study.say('posts', whole=True)", "scenario = 'hoch'", "study.as_of = 5",
        "study = open_study(delivery, scenario='hoch', as_of=as_of, release=release)", "study = open_study(open('x').read())",
        "study = open_study(delivery, scenario=scenario, as_of=as_of, release=release).seen({})", "import wiwak_eval.study",
        "from wiwak_eval.study import compare", "open('x').read()", "x = open('y')",
    ],
)  # fmt: skip
def test_a_cell_that_does_anything_else_makes_the_notebook_unknown(cell: str) -> None:
    assert calls_in(["a = 1", cell]) is None
