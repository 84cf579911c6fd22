"""Runs of the main job without the parts that a test does not look at."""

from contextlib import nullcontext

import pytest

from wiwak_eval.job import filling
from wiwak_eval.study import paper_list, papers


def without_notebooks(patch: pytest.MonkeyPatch) -> None:
    """No kernels: a note stands in for the notebooks, and results are computed here, where tests can replace parts of them."""
    patch.setattr(filling, "run_notebooks", lambda _, out, *__: (out / "keine.txt").write_text("ohne Notebooks"))
    patch.setattr(filling, "warm", lambda *_: None)
    patch.setattr(filling, "Workers", lambda *_: nullcontext())


def without_papers(patch: pytest.MonkeyPatch) -> None:
    """Tables and bundle, but neither notebooks nor papers to read."""
    without_notebooks(patch)
    patch.setattr(papers, "papers", lambda years: tuple(one for one in paper_list.papers(years) if one.file == "daten"))
