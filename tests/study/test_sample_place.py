"""Writing the public sample: nothing but an earlier sample is ever removed, and what fails changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from wiwak_eval.results import GermanError
from wiwak_eval.study import sample
from wiwak_eval.study.sample import DIGESTS, main, write_sample

STUDY: Any = None


@pytest.fixture(autouse=True)
def filled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample of two files instead of papers."""

    def fill(folder: Path, study: object) -> None:
        (folder / "neu.txt").write_text("neu", encoding="utf-8")
        (folder / DIGESTS).write_text("", encoding="utf-8")

    monkeypatch.setattr(sample, "_fill", fill)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_folder_of_something_else_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mein").mkdir()
    (tmp_path / "mein" / "brief.txt").write_text("wichtig", encoding="utf-8")
    with pytest.raises(GermanError, match=r"kein früheres Muster .* nichts geändert"):
        write_sample(tmp_path / "mein", STUDY)
    with pytest.raises(GermanError, match="kein leerer Ordner"):
        write_sample(tmp_path / "mein" / "brief.txt", STUDY)
    assert files(tmp_path) == {"mein", "mein/brief.txt"}


@pytest.mark.parametrize("before", ["missing", "empty", "earlier"])
def test_a_sample_takes_the_place_of_an_earlier_one(tmp_path: Path, before: str) -> None:
    folder = tmp_path / "docs" / "muster"
    if before != "missing":
        folder.mkdir(parents=True)
    if before == "earlier":
        (folder / "alt.txt").write_text("alt", encoding="utf-8")
        (folder / DIGESTS).write_text("", encoding="utf-8")
    write_sample(folder, STUDY)
    assert files(tmp_path) == {"docs", "docs/muster", "docs/muster/neu.txt", f"docs/muster/{DIGESTS}"}


def test_what_fails_leaves_the_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "muster"
    write_sample(folder, STUDY)

    def fail(folder: Path, study: object) -> None:
        (folder / "halb.txt").write_text("halb", encoding="utf-8")
        raise RuntimeError("no more room")

    monkeypatch.setattr(sample, "_fill", fail)
    with pytest.raises(RuntimeError, match="no more room"):
        write_sample(folder, STUDY)
    assert files(tmp_path) == {"muster", "muster/neu.txt", f"muster/{DIGESTS}"}


@pytest.mark.parametrize("arguments", [[], ["a", "b"]])
def test_a_call_without_folder_is_one_german_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err == (
        "Fehler: Das Muster braucht genau einen Ordner, in den es geschrieben wird, zum Beispiel docs/muster.\n"
    )


def test_a_wrong_folder_is_found_before_anything_is_worked_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("wichtig", encoding="utf-8")
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert capsys.readouterr().err.startswith(f"Fehler: {tmp_path} ist kein leerer Ordner")
