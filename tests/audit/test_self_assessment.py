"""The self-assessment: current, with evidence that is there, and honest about what is missed."""

from pathlib import Path

import pytest

from wiwak_eval.audit.self_assessment import CRITERIA, PAGE, REPOSITORY, lacking, page, read_frames


def test_the_page_is_current() -> None:
    assert (REPOSITORY / PAGE).read_text(encoding="utf-8") == page(REPOSITORY)


def test_every_piece_of_evidence_is_there() -> None:
    assert lacking(REPOSITORY, read_frames(REPOSITORY)) == []


def test_all_criteria_of_the_levels_are_judged_and_some_are_missed() -> None:
    """The levels of RAP have 5, 9 and 4 criteria."""
    rap, aqua = read_frames(REPOSITORY)
    assert [len(group.criteria) for group in rap.groups] == [5, 9, 4]
    assert (rap.source_status, aqua.source_status) == ("read", "unverified")
    for frame in (rap, aqua):
        assert {one.status for group in frame.groups for one in group.criteria} == {"met", "partly", "missed"}


@pytest.mark.parametrize(
    ("place", "is_there"),
    [
        ("README.md", True),
        ("README.md :: make run", True),
        ("tests/audit/test_self_assessment.py :: test_the_page_is_current", True),
        ("make test", True),
        ("wiwak run", True),
        ("README.txt", False),
        ("README.md :: make coffee", False),
        ("tests/audit/test_self_assessment.py :: test_the_page_is_curren", False),
        ("make coffee", False),
        ("wiwak coffee", False),
    ],
)
def test_evidence_that_is_not_there_is_found(place: str, is_there: bool) -> None:
    frame = read_frames(REPOSITORY)[0]
    one = frame.groups[0].criteria[0].model_copy(update={"evidence": (place,)})
    group = frame.groups[0].model_copy(update={"criteria": (one,)})
    assert (lacking(REPOSITORY, (frame.model_copy(update={"groups": (group,)}),)) == []) is is_there


def test_nothing_is_met_without_evidence(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    words = "frames: [{id: x, title: X, source: Y, source_status: read, groups: [{title: Z, criteria: ["
    words += "{what: W, status: met, why: V, evidence: []}]}]}]"
    (tmp_path / CRITERIA).write_text(words, encoding="utf-8")
    with pytest.raises(ValueError, match="evidence that is not there"):
        page(tmp_path)
