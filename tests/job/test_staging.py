"""What gets a run's name is on the disk: contents, and the names in every folder."""

import os
from pathlib import Path

import pytest

from wiwak_eval.job.staging import publish


def test_every_file_and_every_folder_is_on_the_disk_before_the_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, run = tmp_path / ".0123456789ab.1", tmp_path / "0123456789ab"
    (made / "daten" / "tief").mkdir(parents=True)
    (made / "daten" / "tief" / "a.csv").write_text("a")
    (made / "b.txt").write_text("b")
    synced: list[tuple[str, bool]] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append((os.readlink(f"/proc/self/fd/{handle}"), run.exists())))
    assert publish(made, run)
    before = {path for path, was_there in synced if not was_there}
    assert before == {str(made), *(str(made / name) for name in ("daten", "daten/tief", "daten/tief/a.csv", "b.txt"))}
    assert [path for path, was_there in synced if was_there] == [str(tmp_path)]
