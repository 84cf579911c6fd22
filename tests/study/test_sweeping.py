import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from wiwak_eval.study.held import held
from wiwak_eval.study.kernel_process import SOCKETS
from wiwak_eval.study.sweeping import GRIDS, sweep
from wiwak_eval.study.whole_file import write_whole


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("t")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def made(folder: Path) -> Callable[[], Path]:
    def make() -> Path:
        folder.mkdir(exist_ok=True)
        return folder

    return make


def test_what_a_killed_process_left_is_removed_and_what_another_holds_stays(tmp_path: Path, temporary: Path) -> None:
    home = tmp_path / "home"
    (home / "results").mkdir(parents=True)
    left = [home / "results" / ".a.json.123.part", temporary / f"{SOCKETS}alt"]
    left[0].write_text("{")
    left[1].mkdir()
    (left[1] / "kernel-1").touch()
    good = home / "results" / "a.json"
    write_whole(good, b"{}")
    with held(made(temporary / f"{SOCKETS}neu")) as mine:
        sweep(home)
        assert mine.is_dir()
        assert not any(path.exists() for path in left)
        assert good.read_bytes() == b"{}"
    sweep(home)
    assert not mine.exists()


def test_a_part_that_another_process_is_writing_stays(tmp_path: Path, temporary: Path) -> None:
    writer = (
        "import sys; from pathlib import Path; from wiwak_eval.study.held import held\n"
        "def make():\n    path = Path(sys.argv[1]); path.touch(); return path\n"
        "with held(make):\n    print('held', flush=True); sys.stdin.read()"
    )
    part = tmp_path / ".a.json.1.part"
    process = subprocess.Popen([sys.executable, "-c", writer, str(part)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    sweep(tmp_path)
    assert part.exists()
    process.kill()
    process.wait()
    sweep(tmp_path)
    assert not part.exists()


def test_what_checks_and_grids_left_goes_from_the_state_folder_alone(tmp_path: Path, temporary: Path) -> None:
    """Beside the runs people name folders as they like."""
    home, out = tmp_path / "home", tmp_path / "reports"
    for parent in (home, out):
        for name in ("pruefung-2018", f"{GRIDS}abc"):
            (parent / name / "inside").mkdir(parents=True)
    sweep(home, out)
    assert list(home.iterdir()) == []
    assert len(list(out.iterdir())) == 2


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    write_whole(file, b"alt")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"neu")
    assert file.read_bytes() == b"alt"
    assert os.listdir(tmp_path) == ["a.json"]


def test_who_clears_up_and_who_begins_do_not_meet(tmp_path: Path) -> None:
    """The folder is taken away between its making and its lock: the one who begins makes it anew."""
    folder, tries = tmp_path / "neu", []

    def make() -> Path:
        folder.mkdir(exist_ok=True)
        if not tries:
            folder.rmdir()
        tries.append(1)
        return folder

    with held(make) as mine:
        assert mine.is_dir()
    assert len(tries) == 2
