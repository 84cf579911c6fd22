"""The main job from a delivery to a run folder."""

import csv
import hashlib
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.job.without import without_notebooks, without_papers
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.parts import Parts
from wiwak_eval.disclosure.policy import INTERNAL_ONLY
from wiwak_eval.job.running import run
from wiwak_eval.results import SIMULATED_MARK, GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.compare import compare_runs
from wiwak_eval.study.opened import Parameters

PAPERS = {
    "bericht.pdf", "faktenblatt.pdf", "einfach_erklaert.pdf", "sprechzettel.pdf", "bericht.html", "finanzierungsplan.xlsx",
    "bilder", "daten", "notebooks", "pruefpaket", "ro-crate-metadata.json",
    "haushaltsanmeldung.pdf", "zuwendungsantrag_2018.pdf", "zuwendungsantrag_2019.pdf", "verwendungsnachweis_2017.pdf",
    "verhandlungsblatt.pdf", "beschlussvorlage.docx", "land.pdf", "land.xlsx",
}  # fmt: skip


def findings(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "pruefpaket" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}


def month_of(day: str) -> str | None:
    """The month of a German date inside the delivery's period, else None."""
    try:
        read = datetime.strptime(day, "%d.%m.%Y")
    except ValueError:
        return None
    return f"{read:%Y-%m}" if (read.year, read.month) <= (2017, 10) and read.year == 2017 else None


def attended(delivery: Path) -> Counter[str]:
    """Contacts a month counted with nothing but csv: rows that the other delivery's own tally calls used and attended."""
    rows: dict[str, str] = {}
    for file in sorted(delivery.glob("beratungen*.csv")):
        for row in csv.DictReader(file.open(encoding="utf-8-sig", newline=""), delimiter=";"):
            month = month_of(row["Datum"])
            if month and row["Erschienen"].lower() in {"ja", "j", "x", "1"}:
                rows[row["Beratungs-ID"]] = month
    return Counter(rows.values())


def test_the_run_folder_holds_everything(runs: dict[str, Path]) -> None:
    for folder in runs.values():
        assert {path.name for path in folder.iterdir()} == PAPERS
        assert {path.name for path in (folder / "notebooks").iterdir()} == {path.name for path in shipped("notebooks").glob("*.ipynb")}
        assert re.fullmatch(r"[0-9a-f]{12}", folder.name)
        assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]


def test_the_sums_cover_every_file(runs: dict[str, Path]) -> None:
    folder = runs["pilot"]
    lines = (folder / "pruefpaket" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines if not line.startswith("#"))}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(sums) == files - {"pruefpaket/SHA256SUMS"}
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())


def test_the_manifest_names_what_the_run_was_made_of(runs: dict[str, Path]) -> None:
    manifest = json.loads((runs["other"] / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["run"] == runs["other"].name
    assert manifest["delivery"]["name"] == "anderes_jahr"
    assert manifest["delivery"]["mark"] == SIMULATED_MARK
    assert all(re.fullmatch(r"[0-9a-f]{64}", manifest["digests"][name]) for name in ("delivery", "package", "shipped", "lock"))


def test_a_delivery_speaks_with_its_own_numbers(runs: dict[str, Path], other_delivery: Path) -> None:
    own = sum(attended(other_delivery).values())
    shipped_count = sum(attended(shipped("data") / "pilot").values())
    assert own != shipped_count
    assert int(findings(runs["other"])["contacts_pilot"]["value"]) == own
    assert int(findings(runs["pilot"])["contacts_pilot"]["value"]) == shipped_count
    printed, foreign = (f"{count:,}".replace(",", ".") for count in (own, shipped_count))
    texts = {
        "bericht.pdf": pdf_text(runs["other"] / "bericht.pdf"),
        "faktenblatt.pdf": pdf_text(runs["other"] / "faktenblatt.pdf"),
        "sprechzettel.pdf": pdf_text(runs["other"] / "sprechzettel.pdf"),
        "bericht.html": (runs["other"] / "bericht.html").read_text(encoding="utf-8"),
        "02": (runs["other"] / "notebooks" / "02_pilotjahr.ipynb").read_text(encoding="utf-8"),
    }
    for name, text in texts.items():
        assert printed in text, name
        assert f"{foreign} Beratungen" not in text, name


def pdf_text(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_page_and_notebook_says_that_the_data_are_simulated(runs: dict[str, Path]) -> None:
    folder = runs["pilot"]
    for name in ("bericht.pdf", "faktenblatt.pdf", "einfach_erklaert.pdf", "sprechzettel.pdf", "land.pdf"):
        assert all(SIMULATED_MARK in page.extract_text() for page in PdfReader(folder / name).pages), name
    assert SIMULATED_MARK in (folder / "bericht.html").read_text(encoding="utf-8")
    for notebook in (folder / "notebooks").iterdir():
        outputs = [cell["outputs"] for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell.get("outputs")]
        assert all(SIMULATED_MARK in json.dumps(output, ensure_ascii=False) for output in outputs[:1]), notebook.name
    assert json.loads((folder / "daten" / "datapackage.json").read_text(encoding="utf-8"))["simulated"] is True


def test_no_path_of_the_machine_is_published(runs: dict[str, Path], other_delivery: Path) -> None:
    for folder in runs.values():
        for file in folder.rglob("*"):
            if file.is_file():
                assert str(other_delivery.parent).encode() not in file.read_bytes(), file.name


@pytest.mark.usefixtures("warm")
def test_an_equal_run_is_reused(runs: dict[str, Path]) -> None:
    heard: list[str] = []
    before = {path: path.stat().st_mtime_ns for path in runs["pilot"].rglob("*")}
    again = run(Parameters("pilot"), runs["pilot"].parent, heard.append)
    assert again == runs["pilot"]
    assert any("wiederverwendet" in line for line in heard)
    assert {path: path.stat().st_mtime_ns for path in again.rglob("*")} == before


def test_compare_lists_what_differs(runs: dict[str, Path]) -> None:
    assert compare_runs(runs["pilot"], runs["pilot"]) == ()
    differences = {difference.id: difference for difference in compare_runs(runs["pilot"], runs["other"])}
    assert differences["contacts_pilot"].before != differences["contacts_pilot"].after
    assert "land_2018" not in differences
    with pytest.raises(GermanError, match="ist kein Lauf"):
        compare_runs(runs["pilot"], runs["pilot"].parent)


@pytest.mark.parametrize("level", ["intern", "oeffentlich"])
def test_a_real_delivery_yields_papers_at_the_level_asked_for(
    level: str, real_delivery: Path, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With notebooks within the house; those for the public are searched for names in `test_canary.py`."""
    if level == "oeffentlich":
        without_notebooks(monkeypatch)
    heard: list[str] = []
    folder = run(Parameters(str(real_delivery), release=level), tmp_path / "reports", heard.append)
    assert (INTERNAL_ONLY in heard) == (level == "intern")
    assert any("Schlüssel angelegt" in line for line in heard)
    assert any("Angriffen gelang keiner" in line for line in heard)
    text = re.sub(r"\s+", " ", pdf_text(folder / "bericht.pdf"))
    for paper in (text, (folder / "bericht.html").read_text(encoding="utf-8")):
        assert ("darf das Haus nicht verlassen" in paper) == (level == "intern")
        assert SIMULATED_MARK not in paper
    assert json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))["parameters"]["release"] == level
    ledger = state / "release_ledger.jsonl"
    assert (ledger.read_bytes().count(b"\n") if ledger.exists() else 0) == (level != "intern"), "what stays in the house is not published"
    assert len(list((folder / "pruefpaket" / "datenschutz").glob("*.md"))) == 6
    assert not list(folder.rglob("*intern.md"))
    assert len(list((state / "freigabeberichte").rglob("freigabebericht_intern.md"))) == 1
    names = {row["Klienten-ID"] for row in csv.DictReader((real_delivery / "klienten.csv").open(encoding="utf-8-sig"), delimiter=";")}
    published = b" ".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    words = set(re.findall(rb"[A-Za-z0-9+/=_-]+", published))  # whole ones: five letters stand by chance in the base64 of a picture
    assert not [name for name in names if name.encode() in words]


def test_nothing_leaves_while_an_attack_succeeds(
    other_delivery: Path, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the suppressor the attacker finds groups, mending apart; the gate says which table to coarsen and nothing is written."""
    without_notebooks(monkeypatch)
    monkeypatch.setattr("wiwak_eval.study.releasing.defend", partial(defend, parts=Parts(secondary=False, mending=False)))
    with pytest.raises(GermanError, match=r"Freigabe angehalten: Aus .*„Anliegen nach Quartalen: Beratungen“.*gröber fassen"):
        run(Parameters(str(other_delivery), release="gremium"), tmp_path / "reports", lambda _: None)
    assert not list((tmp_path / "reports").glob("*"))
    assert not (state / "release_ledger.jsonl").exists()


@pytest.mark.usefixtures("warm")
def test_a_release_that_cannot_be_written_down_does_not_leave(
    other_delivery: Path, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger's place leads nowhere: nothing is there to read, and nothing can be written."""
    without_papers(monkeypatch)
    (state / "release_ledger.jsonl").symlink_to(tmp_path / "fehlt" / "buch.jsonl")
    with pytest.raises(GermanError, match="Das Freigabebuch konnte nicht fortgeschrieben werden"):
        run(Parameters(str(other_delivery)), tmp_path / "reports", lambda _: None)
    assert not list((tmp_path / "reports").glob("*"))


def broken(delivery: Path, tmp_path: Path, change: Callable[[Path], None]) -> Path:
    folder = tmp_path / "kaputt"
    shutil.copytree(delivery, folder)
    change(folder)
    return folder


def test_a_run_that_fails_publishes_and_overwrites_nothing(tmp_path: Path, other_delivery: Path) -> None:
    def lose_dates(folder: Path) -> None:
        for file in folder.glob("beratungen*.csv"):
            file.write_text(re.sub(r"\d\d\.\d\d\.2017", "k. A.", file.read_text(encoding="utf-8-sig")), encoding="utf-8")

    out = tmp_path / "reports"
    out.mkdir()
    (out / "gut").write_text("bleibt")
    with pytest.raises(GermanError, match=r"beratungen|Beratungen"):
        run(Parameters(str(broken(other_delivery, tmp_path, lose_dates))), out, lambda _: None)
    assert [path.name for path in out.iterdir()] == ["gut"]


def test_a_missing_and_an_unreadable_table_are_said_where_they_would_stand(tmp_path: Path, other_delivery: Path) -> None:
    """The unreadable one stops the run unless its loss is accepted; then all papers and notebooks are made without both."""

    def lose_ledger_and_spoil_posts(folder: Path) -> None:
        (folder / "buchungen.csv").unlink()
        (folder / "stellen.csv").write_bytes(b"\x00\xff\x00 unreadable")

    delivery, out = broken(other_delivery, tmp_path, lose_ledger_and_spoil_posts), tmp_path / "reports"
    with pytest.raises(GermanError, match=r"Tabelle „Stellen“ ist nicht lesbar \(stellen\.csv.*--accept-losses"):
        run(Parameters(str(delivery)), out, lambda _: None)
    assert not out.exists() or not list(out.iterdir())
    folder = run(Parameters(str(delivery), accept_losses=True), out, lambda _: None)
    text = re.sub(r"\s+", " ", pdf_text(folder / "bericht.pdf"))
    assert "Nicht auswertbar: Tabelle „Buchungen“ fehlt" in text
    assert findings(folder)["spent_pilot"]["value"] == ""
    assert findings(folder)["cost_2018"]["value"] != ""
    notice = "Verluste beim Einlesen wurden hingenommen: „Stellen“ ganz."
    assert notice in text
    assert notice in (folder / "bericht.html").read_text(encoding="utf-8")
