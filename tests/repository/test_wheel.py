"""The wheel carries notebooks, data and lock, and works from an empty folder without the repository."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

SHIPPED = "wiwak_eval/_shipped/"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_what_a_run_needs(wheel: Path, tracked: list[Path], root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    needed = {file.relative_to(root).as_posix() for file in tracked if file.is_relative_to(root / "data")}
    needed |= {file.relative_to(root).as_posix() for file in (root / "notebooks").glob("*.ipynb")} | {"requirements.lock"}
    assert {name for name in needed if SHIPPED + name not in names} == set()
    assert [name for name in names if ".ipynb_checkpoints" in name or name.endswith(".pyc")] == []
    assert [name for name in names if "muster" in name] == [], "the sample is for readers of the repository"


def test_source_package_leaves_the_sample_out(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert {"docs/handbuch.md", "src/wiwak_eval/cli/group.py", "requirements.lock"} <= set(names)
    assert [name for name in names if name.startswith("docs/muster")] == []


def test_installed_wheel_answers_from_an_empty_folder(wheel: Path, version: str, tmp_path: Path) -> None:
    place, empty = tmp_path / "place", tmp_path / "empty"
    empty.mkdir()
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-index", "--no-deps", "--target", str(place), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(place), "WIWAK_HOME": str(tmp_path / "state")}

    def say(*command: str) -> str:
        return subprocess.run(command, cwd=empty, env=environment, check=True, capture_output=True, text=True).stdout

    command = str(place / "bin" / "wiwak")
    assert "compare" in say(command, "--help")
    assert say(command, "--version").strip() == f"wiwak {version}"
    where = say(sys.executable, "-c", "import wiwak_eval.shipped as s; print(s.shipped('notebooks'))").strip()
    assert where == str(place / SHIPPED / "notebooks")
    assert say(command, "check", "pilot", "--out", "check").splitlines()[-1] == "check"
    assert (empty / "check" / "faults.csv").is_file()
