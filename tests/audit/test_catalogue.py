"""The page of all runs: complete, for the house, and not to be broken by what else lies in the folder."""

import json
import os
import shutil
from pathlib import Path

import pytest

from wiwak_eval.audit.catalogue import CATALOGUE, write_catalogue
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.study.notebook_failure import Failure

RUN = "0123456789ab"
FINDINGS = (
    "id,label,value,low,high,unit\n"
    "contacts_pilot,Beratungen im Pilotjahr,1725,,,contacts\npersons_pilot,Personen im Pilotjahr,•,,,persons\n"
    "cost_2018,Gesamtkosten 2018,203161.95,,,euro\nopen_2018,noch offener Bedarf 2018,-0.05,,,euro\nother,Sonstiges,99887,,,count\n"
)


def made(out: Path, run: str = RUN, release: str = "oeffentlich", simulated: bool = True, **more: object) -> Path:
    folder = out / run
    (folder / "pruefpaket").mkdir(parents=True)
    (folder / "daten").mkdir()
    manifest = {
        "run": run,
        "package_version": "0.1.0",
        "parameters": {"scenario": "basis", "as_of": "2017-11-15", "release": release},
        "delivery": {
            "name": "pilot", "authority": "Landkreis Probe", "period": ["2017-01-01", "2017-10-31"], "simulated": simulated,
            "mark": SIMULATED_MARK if simulated else None,
        },
        "notices": [],
    }  # fmt: skip
    manifest["delivery"] |= more  # type: ignore[operator]
    (folder / "pruefpaket" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "daten" / "findings.csv").write_text(FINDINGS, encoding="utf-8")
    (folder / "bericht.pdf").write_bytes(b"%PDF")
    return folder


def page(out: Path) -> str:
    assert write_catalogue(out) == ""
    return (out / CATALOGUE).read_text(encoding="utf-8")


def test_a_run_stands_there_with_what_it_was_asked_and_what_came_out(tmp_path: Path) -> None:
    made(tmp_path)
    words = page(tmp_path)
    for part in (RUN, "Landkreis Probe", "01.01.2017 bis 31.10.2017", "Szenario basis", "15.11.2017", SIMULATED_MARK, "wiwak-eval 0.1.0"):
        assert part in words
    for number in ("1.725", "•", "203.161,95\u202f€", "−0,05\u202f€"):
        assert f"<dd>{number}</dd>" in words
    assert "99.887" not in words
    assert f'<a href="{RUN}/bericht.pdf">Bericht</a>' in words
    assert "faktenblatt.pdf" not in words, "no link to a paper that is not there"
    assert "Intern – nicht weitergeben." in words


def test_the_runs_of_the_main_job_are_told(runs: dict[str, Path], tmp_path: Path) -> None:
    for run in set(runs.values()):
        os.symlink(run, tmp_path / run.name)
    words = page(tmp_path)
    assert [run.name for run in runs.values() if run.name not in words] == []
    assert words.count("noch offener Bedarf") >= 2
    assert "pruefpaket/LIESMICH.md" in words


def test_numbers_of_a_real_internal_run_stay_in_its_folder(tmp_path: Path) -> None:
    made(tmp_path, release="intern", simulated=False)
    words = page(tmp_path)
    assert RUN in words
    assert "intern – nicht weitergeben" in words
    assert "203.161,95" not in words
    made(tmp_path, "ba9876543210", release="oeffentlich", simulated=False)
    assert "203.161,95" in page(tmp_path)


def test_notices_of_a_real_internal_run_stay_in_its_folder_too(tmp_path: Path) -> None:
    notice = "Verluste: 33,3 % der Zeilen"
    folder = made(tmp_path, release="intern", simulated=False)
    tell(folder, notice)
    assert "33,3" not in page(tmp_path)
    tell(made(tmp_path, "ba9876543210"), notice)
    assert notice in page(tmp_path)


def tell(folder: Path, notice: str) -> None:
    file = folder / "pruefpaket" / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"notices": [notice]}), encoding="utf-8")


def test_a_run_with_values_of_the_county_looks_different(tmp_path: Path) -> None:
    made(tmp_path)
    assert "mit eigenen Werten" not in page(tmp_path)
    (made(tmp_path, "ba9876543210") / "pruefpaket" / "annahmen.yaml").write_text("x", encoding="utf-8")
    assert page(tmp_path).count("mit eigenen Werten des Landkreises</h2>") == 1


@pytest.mark.parametrize(("mark", "told"), [(SIMULATED_MARK, True), ("", False)])
def test_a_failed_run_tells_mark_and_cause_where_no_number_of_a_real_one_can_be_among_it(mark: str, told: bool, tmp_path: Path) -> None:
    sentence = "Zelle 6: 17 Zeilen fehlen."
    empty = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    failure = Failure("03_integrationskette.ipynb", sentence, sentence, empty)
    kept = tmp_path / "fehlgeschlagen" / RUN
    kept.mkdir(parents=True)
    (kept / "fehler.md").write_bytes(failure.files(mark)["fehler.md"])
    words = page(tmp_path)
    assert "03_integrationskette.ipynb ist fehlgeschlagen" in words
    assert ("17 Zeilen fehlen" in words) is told
    assert (SIMULATED_MARK in words) is told


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '"x"', '{"run": "0123456789ab"}', '{"run": "ffffffffffff", "delivery": {}}', "[" * 100_000]
)
def test_a_broken_run_is_named_and_breaks_nothing(content: str, tmp_path: Path) -> None:
    made(tmp_path, "ba9876543210")
    (made(tmp_path) / "pruefpaket" / "manifest.json").write_text(content, encoding="utf-8")
    words = page(tmp_path)
    assert "ba9876543210/bericht.pdf" in words
    assert f"<li>{RUN}</li>" in words.partition("Nicht lesbar")[2]


def test_foreign_folders_and_files_are_left_alone(tmp_path: Path) -> None:
    made(tmp_path)
    alone = page(tmp_path)
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    (tmp_path / "ba9876543210").write_text("a file that is named like a run", encoding="utf-8")
    made(tmp_path, ".0123456789ab.77")
    made(tmp_path, "mein ordner")
    assert page(tmp_path) == alone


def test_failed_runs_are_named_with_their_page(tmp_path: Path) -> None:
    kept = tmp_path / "fehlgeschlagen" / RUN
    kept.mkdir(parents=True)
    (kept / "fehler.md").write_text("x", encoding="utf-8")
    words = page(tmp_path)
    assert "noch kein vollständiger Lauf" in words
    assert f'<a href="fehlgeschlagen/{RUN}/fehler.md">fehler.md</a>' in words


def test_what_a_manifest_says_is_text_and_nothing_else(tmp_path: Path) -> None:
    made(tmp_path, authority='<script>alert(1)</script>"\x00\x85', name="<img src=x onerror=y>")
    words = page(tmp_path)
    assert "<script" not in words
    assert "<img" not in words
    assert "\x00" not in words
    assert "script-src" in words
    assert "default-src &#39;none&#39;" in words


def test_a_removed_run_leaves_with_the_next(tmp_path: Path) -> None:
    made(tmp_path)
    folder = made(tmp_path, "ba9876543210")
    assert "ba9876543210" in page(tmp_path)
    shutil.rmtree(folder)
    assert "ba9876543210" not in page(tmp_path)
    before = (tmp_path / CATALOGUE).stat().st_mtime_ns
    page(tmp_path)
    assert (tmp_path / CATALOGUE).stat().st_mtime_ns == before, "an equal page is not written again"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_page_that_cannot_be_written_is_told_and_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path)
    before = page(tmp_path)
    made(tmp_path, "ba9876543210")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "konnte nicht geschrieben werden (kein Platz mehr auf dem Datenträger)" in write_catalogue(tmp_path)
    assert (tmp_path / CATALOGUE).read_text(encoding="utf-8") == before
    assert "konnte nicht geschrieben werden" in write_catalogue(tmp_path / "fehlt")
