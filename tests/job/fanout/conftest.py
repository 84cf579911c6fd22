"""A grid file, and the grid made with runs that take no time."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import wiwak_eval
from tests.job.fanout.quick_run import JOB
from wiwak_eval.job.fanout.driving import FannedOut, Wishes, fan_out

ROOT = Path(__file__).parents[3]
GRID = """\
deliveries:
  - {delivery: pilot, county: Wartburgkreis}
scenarios: [basis, hoch]
as_of: [2017-11-15]
"""


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes the runs is found by processes that begin elsewhere, and they find the programme that is tested."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (Path(wiwak_eval.__file__).parents[1], ROOT))))


@pytest.fixture
def grid(tmp_path: Path) -> Path:
    file = tmp_path / "raster.yaml"
    file.write_text(GRID, encoding="utf-8")
    return file


@pytest.fixture
def made(tmp_path: Path, grid: Path) -> Callable[..., tuple[FannedOut, list[str]]]:
    """Makes a grid below `tmp_path/out`, or elsewhere; gives what came of it and what was said."""

    def make(out: str = "", file: Path = grid, **wishes: object) -> tuple[FannedOut, list[str]]:
        said: list[str] = []
        return fan_out(file, out or str(tmp_path / "out"), said.append, Wishes(job=JOB, **wishes)), said  # type: ignore[arg-type]

    return make
