"""Two runs on other days' terms: another folder, time zone, locale, hash seed and thread count, the same bytes."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("runs")

WORLDS = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "77", "OPENBLAS_NUM_THREADS": "2"},
)


def start(folder: Path, world: dict[str, str], umask: int) -> subprocess.Popen[str]:
    folder.mkdir()
    command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", "run"]
    environment = {**os.environ, **world, "WIWAK_HOME": str(folder / ".wiwak")}
    return subprocess.Popen(command, cwd=folder, env=environment, umask=umask, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_papers_and_notebooks_are_the_same_bytes(tmp_path: Path) -> None:
    folders = (tmp_path / "hier", tmp_path / "ganz woanders")
    started = [start(folder, world, umask) for folder, world, umask in zip(folders, WORLDS, (0o022, 0o077), strict=True)]
    ended = [process.communicate(timeout=300) for process in started]
    assert [process.returncode for process in started] == [0, 0], ended
    first, second = (folder / out.strip().splitlines()[-1] for folder, (out, _) in zip(folders, ended, strict=True))
    assert first.name == second.name
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    same, different, odd = filecmp.cmpfiles(first, second, [str(name) for name in names], shallow=False)
    assert (different, odd) == ([], [])
    assert len(same) > 30
