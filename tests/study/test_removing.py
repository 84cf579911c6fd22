"""A folder that somebody is still writing in."""

import threading
import time
from contextlib import suppress
from pathlib import Path

from wiwak_eval.study.removing import remove_tree


def test_a_folder_goes_once_its_last_writer_has_ended(tmp_path: Path) -> None:
    folder, begun = tmp_path / "room", threading.Event()

    def write() -> None:
        end = time.monotonic() + 0.3
        while time.monotonic() < end:
            with suppress(OSError):  # removed between the two
                (folder / "deep").mkdir(parents=True, exist_ok=True)
                (folder / "deep" / "file").touch()
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait()
    remove_tree(folder)  # it may come back
    writer.join()
    assert remove_tree(folder)
    assert not folder.exists()


def test_what_cannot_go_is_told_after_a_while(tmp_path: Path) -> None:
    stays = tmp_path / "datei"
    stays.write_text("no folder")
    begun = time.monotonic()
    assert not remove_tree(stays, 0.1)
    assert 0.1 <= time.monotonic() - begun < 2
    assert stays.exists()
