"""Every mistake a reader can make ends in one German sentence and an exit code that is not zero."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def wiwak(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=120)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("run", "--szenario", "hoch"), "Den Parameter „--szenario“ gibt es nicht"),
        (("run", "--scenario", "rosig"), "basis"),
        (("run", "--as-of", "15.11.2017"), "Stichtag „15.11.2017“ ist kein Datum"),
        (("run", "--release", "geheim"), "Freigabestufe „geheim“ ist unbekannt"),
        (("run", "nirgends"), "Die Lieferung „nirgends“ gibt es nicht"),
        (("run", "--max-rejected", "viel"), "„--max-rejected“ ist nicht lesbar"),
        (("check", "nirgends"), "Es fehlt die Angabe „--out“"),
        (("compare", "a", "b"), "a ist kein Lauf"),
        (("auswerten",), "Diesen Aufruf gibt es nicht"),
    ],
)
def test_a_mistake_is_named_in_german(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    ended = wiwak(*arguments, cwd=tmp_path)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert ended.stderr.startswith("Fehler: ")
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert not (tmp_path / "reports").exists()


def test_a_folder_without_its_facts_is_refused(tmp_path: Path, other_delivery: Path) -> None:
    folder = tmp_path / "ohne"
    shutil.copytree(other_delivery, folder)
    (folder / "lieferung.yaml").unlink()
    ended = wiwak("run", str(folder), cwd=tmp_path)
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)
    assert "lieferung.yaml" in ended.stderr


def test_check_writes_its_lists_and_says_where(tmp_path: Path, other_delivery: Path) -> None:
    ended = wiwak("check", str(other_delivery), "--out", "pruefung", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "pruefung"
    assert {path.name for path in (tmp_path / "pruefung").iterdir()} == {"faults.csv", "intake.csv", "monthly_control.csv"}


def test_simulate_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "neu").mkdir()
    (tmp_path / "neu" / "wichtig.txt").write_text("bleibt")
    ended = wiwak("simulate", "--seed", "1", "--out", "neu", cwd=tmp_path)
    assert ended.returncode == 2
    assert "nicht leer" in ended.stderr
    assert [path.name for path in (tmp_path / "neu").iterdir()] == ["wichtig.txt"]


def test_simulate_writes_a_delivery_that_can_be_read(tmp_path: Path) -> None:
    assert wiwak("simulate", "--seed", "9", "--out", "neu", cwd=tmp_path).returncode == 0
    assert wiwak("check", "neu", "--out", "pruefung", cwd=tmp_path).returncode == 0


def test_help_is_german_and_quick_to_import(tmp_path: Path) -> None:
    ended = wiwak("--help", cwd=tmp_path)
    assert ended.returncode == 0
    for command in ("run", "check", "compare", "simulate", "lab"):
        assert command in ended.stdout
