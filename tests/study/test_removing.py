"""A folder that somebody is still writing in."""

import shutil
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from wiwak_eval.study import removing
from wiwak_eval.study.removing import remove_tree


def test_a_folder_goes_once_its_last_writer_has_ended(tmp_path: Path) -> None:
    folder, begun, ended = tmp_path / "room", threading.Event(), threading.Event()

    def write() -> None:
        while not ended.is_set():
            with suppress(OSError):  # removed between the two
                (folder / "deep").mkdir(parents=True, exist_ok=True)
                (folder / "deep" / "file").touch()
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait()
    remove_tree(folder, 0.1)  # it may come back
    ended.set()
    writer.join()
    assert remove_tree(folder)
    assert not folder.exists()


def test_what_does_not_go_at_once_is_removed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, real, tries = tmp_path / "room", shutil.rmtree, list[Path]()
    folder.mkdir()

    def remove(path: Path, ignore_errors: bool) -> None:
        tries.append(path)
        if len(tries) > 3:
            real(path)

    monkeypatch.setattr(removing.shutil, "rmtree", remove)
    assert remove_tree(folder, 600.0)
    assert tries == [folder] * 4


def test_what_cannot_go_is_told_after_a_while(tmp_path: Path) -> None:
    stays = tmp_path / "datei"
    stays.write_text("no folder")
    begun = time.monotonic()
    assert not remove_tree(stays, 0.1)
    assert time.monotonic() - begun >= 0.1
    assert stays.exists()
