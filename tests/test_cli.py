"""Every mistake a reader can make ends in one German sentence and an exit code that is not zero."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from wiwak_eval.cli import main


def wiwak(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=120)


MISTAKES = [
    (("run", "--szenario", "hoch"), "Den Parameter „--szenario“ gibt es nicht"),
    (("run", "--scenario", "rosig"), "basis"),
    (("run", "--as-of", "15.11.2017"), "Stichtag „15.11.2017“ ist kein Datum"),
    (("run", "--release", "geheim"), "Freigabestufe „geheim“ ist unbekannt"),
    (("run", "nirgends"), "Die Lieferung „nirgends“ gibt es nicht"),
    (("run", "--max-rejected", "viel"), "„--max-rejected“ ist nicht lesbar"),
    (("check", "nirgends"), "Es fehlt die Angabe „--out“"),
    (("compare", "a", "b"), "a ist kein Lauf"),
    (("fill", "lauf", "zuordnung.yaml"), "Es fehlt die Angabe „--out“"),
    (("fill", "lauf", "zuordnung.yaml", "--out", "aus"), "Die Zuordnung zuordnung.yaml gibt es nicht"),
    (("auswerten",), "Diesen Aufruf gibt es nicht"),
]


@pytest.mark.parametrize(("arguments", "words"), MISTAKES)
def test_a_mistake_is_named_in_german(
    arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process; see below for the command as people start it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["wiwak", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert words in said.err
    assert said.err.startswith("Fehler: ")
    assert said.out == ""
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(("arguments", "words"), [MISTAKES[1], MISTAKES[-1]])
def test_a_mistake_ends_the_command(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    ended = wiwak(*arguments, cwd=tmp_path)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert ended.stderr.startswith("Fehler: ")
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert not (tmp_path / "reports").exists()


def test_an_error_that_nobody_foresaw_is_one_sentence_and_a_report(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("something")

    monkeypatch.setattr("wiwak_eval.job.running.ask", broken)
    monkeypatch.setattr("sys.argv", ["wiwak", "run"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("\n")) == (2, 1)
    assert "den es nicht kennt (ZeroDivisionError)" in said
    assert "Traceback" not in said
    assert "broken" in (state / "fehlerbericht.txt").read_text()


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
    assert {path.name for path in (tmp_path / "pruefung").iterdir()} == {
        "faults.csv",
        "intake.csv",
        "monthly_control.csv",
        "anderes_jahr_geprueft.xlsx",
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "pruefung").iterdir()} == {0o600}


def test_template_is_written_once(tmp_path: Path) -> None:
    ended = wiwak("template", "--out", "neu/vorlage.xlsx", cwd=tmp_path)
    assert (ended.returncode, ended.stdout.strip()) == (0, "neu/vorlage.xlsx"), ended.stderr
    again = wiwak("template", "--out", "neu/vorlage.xlsx", cwd=tmp_path)
    assert (again.returncode, "gibt es schon" in again.stderr) == (2, True)
    other = wiwak("template", "--out", "vorlage.ods", cwd=tmp_path)
    assert (other.returncode, ".xlsx" in other.stderr) == (2, True)


def test_the_council_paper_s_layout_can_be_taken_over(tmp_path: Path) -> None:
    ended = wiwak("template", "--out", "neu/vorlage_beschluss.docx", cwd=tmp_path)
    assert (ended.returncode, ended.stdout.strip()) == (0, "neu/vorlage_beschluss.docx"), ended.stderr
    assert (tmp_path / "neu" / "vorlage_beschluss.docx").read_bytes()[:2] == b"PK"
    again = wiwak("template", "--out", "neu/vorlage_beschluss.docx", cwd=tmp_path)
    assert (again.returncode, "gibt es schon" in again.stderr) == (2, True)


def test_a_form_is_filled_from_a_run(tmp_path: Path, runs: dict[str, Path]) -> None:
    mapping = Path(__file__).parents[1] / "docs" / "beispiele" / "zuordnung_vermerk.yaml"
    ended = wiwak("fill", str(runs["pilot"]), str(mapping), "--out", "ausgefuellt", cwd=tmp_path)
    assert (ended.returncode, ended.stdout.strip()) == (0, "ausgefuellt/formular_vermerk.docx"), ended.stderr
    assert "Ausgefüllt: 9 Stellen. Nicht ausgefüllt: 0." in ended.stderr


def test_forgetting_asks_first(tmp_path: Path, real_delivery: Path, state: Path) -> None:
    checked = wiwak("check", str(real_delivery), "--out", "pruefung", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    asked = wiwak("forget", str(real_delivery), cwd=tmp_path)
    assert (asked.returncode, (state / "pseudonym.key").exists()) == (2, True)
    assert "Schlüssel der Pseudonyme" in asked.stderr
    assert "Es wurde nichts gelöscht" in asked.stderr
    done = wiwak("forget", str(real_delivery), "--yes", cwd=tmp_path)
    assert (done.returncode, (state / "pseudonym.key").exists()) == (0, False), done.stderr
    assert str(tmp_path / "pruefung") in done.stderr
    again = wiwak("forget", str(real_delivery), "--yes", cwd=tmp_path)
    assert (again.returncode, "ist nichts behalten" in again.stderr) == (2, True)


def test_a_delivery_past_its_date_is_not_read(tmp_path: Path, real_delivery: Path) -> None:
    facts = real_delivery / "lieferung.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "aufzubewahren bis: 31.12.2019\n", encoding="utf-8")
    for arguments in (("check", str(real_delivery), "--out", "pruefung"), ("run", str(real_delivery), "--accept-losses")):
        ended = wiwak(*arguments, cwd=tmp_path)
        assert (ended.returncode, "endete am 31.12.2019" in ended.stderr) == (2, True), ended.stderr
    assert list(tmp_path.glob("pruefung")) + list(tmp_path.glob("reports")) == []


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
    for command in ("run", "check", "compare", "simulate", "template", "fill", "forget", "lab"):
        assert command in ended.stdout
