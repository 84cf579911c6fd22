"""Runs of the main job without the parts that a test does not look at."""

import pytest

from wiwak_eval import job
from wiwak_eval.study import paper_list, papers


def without_notebooks(patch: pytest.MonkeyPatch) -> None:
    """No kernels: the folder of notebooks stays empty."""
    patch.setattr(job, "run_notebooks", lambda *_: None)


def without_papers(patch: pytest.MonkeyPatch) -> None:
    """Tables and bundle, but neither notebooks nor papers to read."""
    without_notebooks(patch)
    patch.setattr(papers, "papers", lambda years: tuple(one for one in paper_list.papers(years) if one.file == "daten"))
