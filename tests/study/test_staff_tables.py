"""A notebook shows a table about offices only where it may be seen, and says so elsewhere."""

from types import SimpleNamespace

import pytest

from wiwak_eval.results import Column, NotAssessable, Unit, build_table
from wiwak_eval.study.study import STAFF_ONLY, Study

OFFICES = build_table("offices", "Ämter", [Column("office", "Amt", Unit.TEXT)], [("Jobcenter",)], "04", staff=True)


@pytest.mark.parametrize(("released", "shown"), [({}, STAFF_ONLY), ({"offices": "as released"}, "as released")])
def test_a_staff_table_without_stand_in_is_refused_not_missing(released, shown):
    assert Study.visible(SimpleNamespace(released=released), OFFICES) == shown  # type: ignore[arg-type]
    assert isinstance(STAFF_ONLY, NotAssessable)
