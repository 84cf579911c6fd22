"""The folder of the papers: whole or not there, whatever happens while it is filled."""

from pathlib import Path

import pytest

from wiwak_eval.publication.content import Content
from wiwak_eval.study import papers as module
from wiwak_eval.study.paper_list import Making
from wiwak_eval.study.papers import build_papers

YEARS = (2018, 2019)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Content:
    from paper_sample import content

    monkeypatch.setattr(module, "_digest", lambda making: "ab" * 32)
    return content()


def fill(folder: Path, making: Making) -> None:
    (folder / "bericht.txt").write_text("x", encoding="utf-8")


def fail(folder: Path, making: Making) -> None:
    fill(folder, making)
    raise RuntimeError("no more room")


def test_a_builder_that_raises_leaves_nothing_and_the_next_builds(tmp_path: Path, told: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "write_papers", fail)
    with pytest.raises(RuntimeError, match="no more room"):
        build_papers(tmp_path, told, {}, YEARS)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    monkeypatch.setattr(module, "write_papers", fill)
    built = build_papers(tmp_path, told, {}, YEARS)
    assert [path.name for path in built.folder.iterdir()] == ["bericht.txt"]


def test_what_a_killed_builder_left_is_swept_and_nothing_else(tmp_path: Path, told: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "write_papers", fill)
    for name in (f".{'cd' * 12}.4711", f".{'cd' * 12}.notizen", "ef" * 12, ".lock.4711"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "halb.txt").touch()
    build_papers(tmp_path, told, {}, YEARS)
    assert {path.name for path in tmp_path.iterdir()} == {".lock", "ab" * 12, "ef" * 12, f".{'cd' * 12}.notizen", ".lock.4711"}
