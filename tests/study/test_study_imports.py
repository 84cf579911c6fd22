"""What a notebook need not wait for: opening a study loads nothing that only computing, drawing or writing needs."""

import json
import subprocess
import sys

import pytest

HEAVY = frozenset(
    {
        "babel", "docx", "docxtpl", "fontTools", "jinja2", "lxml", "matplotlib", "networkx", "numpy", "openpyxl", "pandas", "pikepdf",
        "PIL", "pyarrow", "python_calamine", "scipy", "seaborn", "sqlalchemy", "statsmodels", "xlsxwriter",
    }
)  # fmt: skip
"""`babel` alone is light; it is named where its German country names are loaded."""
LATE = {
    "wiwak_eval.forecast.flow": "the forecast is computed in it",
    "wiwak_eval.disclosure.attack": "the attack is computed in it",
    "wiwak_eval.disclosure.suppress": "cells are hidden by it",
    "wiwak_eval.budget.year_plan": "the plan is computed in it",
    "wiwak_eval.study.paper_list": "papers are written by it",
    "wiwak_eval.publication.style": "pictures are drawn with it",
}


def loaded(statement: str) -> frozenset[str]:
    """Names of all modules that a fresh process holds after a statement."""
    program = f"import json, sys; {statement}; json.dump(sorted(sys.modules), sys.stdout)"
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return frozenset(json.loads(ended.stdout))


@pytest.fixture(scope="module")
def with_study() -> frozenset[str]:
    return loaded("import wiwak_eval.study.study")


def test_opening_a_study_loads_no_heavy_library(with_study: frozenset[str]) -> None:
    assert "wiwak_eval.study.study" in with_study
    assert sorted((HEAVY - {"babel"}) & with_study) == []


def test_opening_a_study_loads_no_computation(with_study: frozenset[str]) -> None:
    assert [name for name in LATE if name in with_study] == []
    assert sorted(name for name in with_study if name.startswith("wiwak_eval") and name.endswith("computing")) == []


@pytest.mark.parametrize("statement", ["import wiwak_eval", "import wiwak_eval.cli", "import wiwak_eval.cli.group"])
def test_the_package_and_its_help_load_nothing_of_it(statement: str) -> None:
    names = loaded(statement)
    known = {"wiwak_eval", "wiwak_eval.cli", "wiwak_eval.cli.group"}
    assert {name for name in names if name.startswith("wiwak_eval")} <= known
    assert not names & HEAVY


def test_the_names_of_late_modules_exist() -> None:
    """Else the tests above would pass for modules that were renamed."""
    assert set(LATE) <= loaded(f"import {', '.join(LATE)}")


def test_a_heavy_library_would_be_noticed() -> None:
    assert "numpy" in loaded("import numpy") & HEAVY
