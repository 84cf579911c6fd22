"""The soak of changed bytes hits every file and notices what the check would miss."""

from pathlib import Path

import pytest

from benchmarks.running import bytes as soak


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for name in ("a", "b", "c/d"):
        (tmp_path / "lauf" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "lauf" / name).write_bytes(b"12345")
    return tmp_path / "lauf"


def test_every_file_is_hit_before_any_is_hit_again(small: Path) -> None:
    wanted = list(soak.changes(small, 7, 1))
    assert {change.file for change in wanted[:3]} == {change.file for change in wanted[3:6]} == {"a", "b", "c/d"}
    assert all(change.flip and change.at < 5 for change in wanted)
    assert wanted == list(soak.changes(small, 7, 1))


@pytest.mark.parametrize(("code", "file", "missed"), [(1, None, 0), (1, "a", 2), (0, None, 3), (2, "", 3)])
def test_what_is_not_found_or_blamed_on_another_is_missed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, file: str | None, missed: int
) -> None:
    wanted = list(soak.changes(small, 3, 1))
    turn = iter(wanted)
    monkeypatch.setattr(soak, "named", lambda *_: (code, next(turn).file if file is None else file))
    assert len(soak.unnoticed(small, tmp_path, wanted, 0)) == missed
    assert (small / "a").read_bytes() == b"12345"
