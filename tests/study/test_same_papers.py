"""All papers are the same bytes in another time zone and locale, under another hash seed and umask, in another folder and home."""

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.study.paper_list import Making, readers
from wiwak_eval.study.papers import write_papers
from wiwak_eval.study.study import Study

ONE_AFTER_THE_OTHER = """
import pickle, sys
from pathlib import Path
from wiwak_eval.study.paper_list import Making
from wiwak_eval.study.papers import write_papers
write_papers(Path(sys.argv[2]), Making(*pickle.loads(Path(sys.argv[1]).read_bytes())), side_by_side=1)
"""
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1", "COLUMNS": "40"}


@pytest.fixture(scope="module")
def folders(worlds: dict[str, Study], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The papers of one study, written here several at a time and, one after the other, by a process elsewhere."""
    study, base = worlds["basis"], tmp_path_factory.mktemp("papers")
    given = (study.content, dict(study.released), study.years)
    kept, here, there, home = base / "content.pickle", base / "hier", base / "ganz woanders", base / "zuhause"
    for folder in (here, there, home):
        folder.mkdir()
    kept.write_bytes(pickle.dumps(given))
    environment = {**os.environ, **ELSEWHERE, "HOME": str(home), "PYTHONPATH": os.pathsep.join(filter(None, reversed(sys.path)))}
    other = subprocess.Popen(
        [sys.executable, "-c", ONE_AFTER_THE_OTHER, str(kept), "."], cwd=there, env=environment, umask=0o077, stderr=subprocess.PIPE
    )
    write_papers(here, Making(*given))
    _, said = other.communicate(timeout=300)
    assert other.returncode == 0, said.decode()
    return here, there


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_the_same_bytes(folders: tuple[Path, Path], worlds: dict[str, Study]) -> None:
    here, there = map(content, folders)
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    assert {name.split("/")[0] for name in here} == set(readers(worlds["basis"].years))


def test_files_name_the_day_they_speak_of_and_not_the_day_or_the_place_of_their_making(
    folders: tuple[Path, Path], worlds: dict[str, Study]
) -> None:
    made, today = content(folders[0]), date.today()
    signs = (today.isoformat(), str(folders[0].parent))
    assert [(name, sign) for name, file in made.items() for sign in signs if sign.encode() in file] == []
    spoken_of = f"<xmp:CreateDate>{worlds['basis'].as_of.isoformat()}".encode()
    assert [name for name, file in made.items() if name.endswith(".pdf") and spoken_of not in file] == []
