"""Two runs at once, and a run that is interrupted by hand."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.running.after_fault import digest, left_alive, left_behind, processes, torn
from benchmarks.running.faults import Ground
from benchmarks.running.miniature import write_notebooks


@pytest.fixture
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("two")
    return Ground(write_notebooks(folder / "notebooks"), folder / "trial")


def test_two_equal_runs_at_once_make_one_whole_folder(ground: Ground) -> None:
    both = [ground.begin(), ground.begin()]
    said = [run.communicate(timeout=240) for run in both]
    assert [run.returncode for run in both] == [0, 0], said
    (first, _), (second, _) = said
    assert first == second
    assert torn(ground.out, ground.home) == []
    assert left_behind(ground.out, ground.home, ground.temporary) == []


def test_two_different_runs_at_once_do_not_mix(ground: Ground, tmp_path: Path) -> None:
    changed = shutil.copytree(ground.notebooks, tmp_path / "changed")
    book = changed / "1_erstes.ipynb"
    book.write_text(book.read_text(encoding="utf-8").replace("word * 2", "word * 3"), encoding="utf-8")
    others = Ground(changed, ground.root, marker=ground.marker)
    alone = [folder_of(replace(one, root=ground.root.with_name(f"alone{place}")).begin()) for place, one in enumerate((ground, others))]
    both = [one.begin({"WIWAK_HOME": str(tmp_path / f"home{place}")}) for place, one in enumerate((ground, others))]
    together = [folder_of(run) for run in both]
    assert [digest(folder) for folder in together] == [digest(folder) for folder in alone]
    assert digest(together[0]) != digest(together[1])
    assert sorted(path.name for path in ground.out.glob("[!.]*")) == sorted(folder.name for folder in together)


def folder_of(run: "subprocess.Popen[str]") -> Path:
    folder, said = run.communicate(timeout=240)
    assert run.returncode == 0, said
    return Path(folder.strip())


def test_control_c_ends_all_and_leaves_nothing(ground: Ground) -> None:
    run = ground.begin({"WIWAK_MINIATURE": "hang"})
    while not any(process.kind == "kernel" for process in processes(ground.marker)):
        assert run.poll() is None
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 2
    assert said.strip().splitlines()[-1] == "Fehler: Abgebrochen. Was vorher fertig war, ist unverändert."
    assert "Traceback" not in said
    assert left_alive(ground.marker) == []
    assert left_behind(ground.out, ground.home, ground.temporary) == []
    assert list(ground.out.glob("[!.]*")) == []
