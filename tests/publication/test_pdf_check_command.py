"""`wiwak pdf-check`: German words on stdout, 0 where nothing is wrong, 1 where something is, 2 where a file cannot be read."""

from pathlib import Path

import pytest
from pdf_faults import EDITS, edited

from wiwak_eval import cli


def called(monkeypatch: pytest.MonkeyPatch, *files: Path) -> int:
    monkeypatch.setattr("sys.argv", ["wiwak", "pdf-check", *map(str, files)])
    try:
        cli.main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def test_sound_and_faulty_papers(
    factsheet: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, faulty = tmp_path / "gut.pdf", tmp_path / "schlecht.pdf"
    sound.write_bytes(factsheet)
    faulty.write_bytes(edited(factsheet, EDITS["missing language"][1]))
    assert called(monkeypatch, sound) == 0
    assert f"{sound}: kein Mangel gefunden" in capsys.readouterr().out
    assert called(monkeypatch, sound, faulty) == 1
    said = capsys.readouterr().out
    assert f"{faulty}: 1 Mangel" in said
    assert "  * ganze Datei: die Sprache fehlt\n" in said
    assert "nicht bewiesen" in said


def test_a_missing_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(monkeypatch, tmp_path / "fehlt.pdf") == 2
    assert capsys.readouterr().err.startswith("Fehler: Die Datei ")
