"""A run's programme travels with it: whole, the same bytes each time, and without a word of a delivery."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from wiwak_eval.audit.programme import PROGRAMME, digests_of, unpack_programme, without_outputs, write_programme
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests

INSTALLED = {"package": digests.of_package(), "shipped": digests.of_shipped_inputs(), "lock": digests.of_lock()}
ASK = "from wiwak_eval.study import digests as d; print(d.of_package(), d.of_shipped_inputs(), d.of_lock(), d.__file__)"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("programme") / PROGRAMME
    write_programme(path)
    return path


def test_unpacked_it_is_the_installed_programme(archive: Path, tmp_path: Path) -> None:
    folder = unpack_programme(archive, tmp_path / "unpacked")
    assert digests_of(folder) == INSTALLED
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    said = subprocess.run([sys.executable, "-c", ASK], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    *told, place = said.split()
    assert told == list(INSTALLED.values())
    assert Path(place).is_relative_to(folder), "the installed package has not answered in its place"


def test_another_tolerance_is_another_programme(archive: Path, tmp_path: Path) -> None:
    folder = unpack_programme(archive, tmp_path / "unpacked")
    before = digests_of(folder)
    rules = folder / "notebooks" / "toleranz.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("schritt: 100", "schritt: 100000"), encoding="utf-8")
    assert {name for name, digest in digests_of(folder).items() if digest != before[name]} == {"shipped"}


def test_same_bytes_each_time_and_from_its_own_copy(archive: Path, tmp_path: Path) -> None:
    folder = unpack_programme(archive, tmp_path / "unpacked")
    write = "import sys; from pathlib import Path; from wiwak_eval.audit.programme import write_programme as w; w(Path(sys.argv[1]))"
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    copy = tmp_path / "copy.zip"
    subprocess.run([sys.executable, "-c", write, str(copy)], cwd=tmp_path, env=environment, check=True, umask=0o077)
    assert copy.read_bytes() == archive.read_bytes()


def test_holds_no_delivery_no_output_no_compiled_file(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        notebooks = [json.loads(packed.read(name)) for name in names if name.endswith(".ipynb")]
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(names)
    assert {"src/wiwak_eval/cli.py", "src/wiwak_eval/cli/__init__.py"} & set(names)
    assert {"data/claims.yaml", "data/scenarios/basis.yaml", "notebooks/toleranz.yaml", "requirements.lock", "pyproject.toml"} <= set(names)
    assert [name for name in names if "pilot/" in name or name.endswith(".pyc") or "_shipped" in name] == []
    cells = [cell for notebook in notebooks for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(notebooks) == 10
    assert [cell for cell in cells if cell["outputs"] or cell["execution_count"] is not None] == []
    assert archive.stat().st_size < 2_000_000


def test_outputs_go_and_cells_stay() -> None:
    code = {"cell_type": "code", "source": ["1 + 1"], "outputs": [{"text": "2"}], "execution_count": 4, "metadata": {}, "id": "a"}
    bare = json.loads(without_outputs(json.dumps({"cells": [code], "nbformat": 4}).encode()))
    assert bare["cells"] == [code | {"outputs": [], "execution_count": None}]


def packed(folder: Path, *names: str) -> Path:
    path = folder / "fremd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return path


@pytest.mark.parametrize("name", ["../draussen", "/draussen", "src/../../draussen", "src\\..\\..\\draussen", "C:/draussen", "ordner/"])
def test_refuses_names_that_lead_outside(name: str, tmp_path: Path) -> None:
    strange = packed(tmp_path, "pyproject.toml", name)
    with pytest.raises(GermanError, match=r"nicht in seinen Ordner gehört. Es wurde nichts ausgepackt"):
        unpack_programme(strange, tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == [strange]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refuses_a_name_that_comes_twice(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="nicht so gebaut"):
        unpack_programme(packed(tmp_path, "pyproject.toml", "pyproject.toml"), tmp_path / "a")


def test_says_that_a_damaged_archive_is_damaged(archive: Path, tmp_path: Path) -> None:
    content = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as packed:
        first = packed.infolist()[0]
    content[first.header_offset + 30 + len(first.filename) + 9] ^= 0xFF
    damaged = tmp_path / PROGRAMME
    for broken in (bytes(content), bytes(content[: len(content) // 2]), b"kein Archiv"):
        damaged.write_bytes(broken)
        with pytest.raises(GermanError, match=r"programm\.zip ist beschädigt"):
            unpack_programme(damaged, tmp_path / "a")
