"""A table computed from another's numbers carries the marks of both."""

from pathlib import Path

import pytest

from wiwak_eval.results import NotAssessable
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study


@pytest.mark.usefixtures("warm")
def test_what_the_plan_rests_on_marks_the_comparison_too(other_delivery: Path) -> None:
    study = Study(Parameters(str(other_delivery)))
    costs, found = study.released["costs"], study.released["plan_beside_books"]
    assert not isinstance(costs, NotAssessable)
    assert not isinstance(found, NotAssessable)
    assert {one.id for one in costs.unproven} | {"plan_books_warning"} <= {one.id for one in found.unproven}
    assert found.cell("Summe", "planned") == costs.rows[-1][2]
