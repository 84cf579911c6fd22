"""Invented names, identifiers and remarks, planted in a delivery, appear in nothing that leaves the office.

Once declared real, for everyone, and once declared simulated, for the house alone.
"""

import base64
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from wiwak_eval.audit.sums import seal
from wiwak_eval.audit.verify import Request, repetition, verify_run, verifying
from wiwak_eval.audit.verify.notebooks import check_notebooks
from wiwak_eval.audit.verify.reporting import write_report
from wiwak_eval.audit.verify.result import ExitCode, Outcome, Section
from wiwak_eval.audit.verify.state import restore_state

PLANTED = 200
DROPPED, KNOWN, CODED = "Qanarydropped", "Qanaryknown", "Qanarycoded"
"""In columns outside the contract; in its identifiers and free text; in its coded columns, which the internal lists may show."""
PERSONS = {"Klienten-ID": "K", "Haushalt": "H", "Beratungs-ID": "B", "Karten-Nr": "L"}
REMARKS = ("Bemerkung", "Name der Person", "Telefon")
FREE_TEXT = ("Ort", "Gemeinde", "Amt", "Funktion", "Beleg-Nr", "Haushaltsstelle", "Ausprägung")
PRINTED = {("bezugsgroessen", "Gemeinde"), ("buchungen", "Haushaltsstelle"), ("haushaltsansaetze", "Haushaltsstelle")}
"""Named by the county in its own counts and budget, and printed as such; so are the names of organisations."""
WITHIN, STAYS_WITHIN = "Qanarywithin", {("buchungen", "Beleg-Nr")}
"""The list of documents of the proof of use, which is kept and printed within the house and stays there."""
UNIQUE = {
    "Herkunft": "Bhutan",
    "Beratungssprache": "Dzongkha",
    "Status": "Duldung",
    "Geburtsjahr": "1913",
    "Geschlecht": "d",
    "Gemeinde": "Dermbach",
    "Anliegen": "Gewaltschutz",
}
CODES = ("Anliegen", "Herkunft", "Wegzug nach", "Beratungssprache", "Station")
Rows = list[list[str]]


def planted(rows: Rows, table: str) -> tuple[Rows, int]:
    """The rows with every identifier of a person replaced, some texts too, and columns added that nobody asked for."""
    header, count = rows[0], 0
    for number, row in enumerate(rows[1:]):
        for place, name in enumerate(header):
            if name in PERSONS and row[place]:
                row[place] = f"{KNOWN}-{row[place]}"
            elif name in FREE_TEXT and (table, name) not in PRINTED and number % 40 == 7:
                row[place] = f"{WITHIN if (table, name) in STAYS_WITHIN else KNOWN} {table} {name} {number}"
            elif name in CODES and number % 97 == 11:
                row[place] = f"{CODED} {number}"
            else:
                continue
            count += 1
        row.extend(f"{DROPPED} {name} {table} {number}\n=HYPERLINK" for name in REMARKS)
        count += len(REMARKS)
    return [[*header, *REMARKS], *rows[1:]], count


def with_one_of_a_kind(rows: Rows, table: str) -> Rows:
    """One client more whose origin and language nobody else has, and their three contacts."""
    new: dict[str, list[dict[str, str]]] = {
        "klienten": [UNIQUE | {"Klienten-ID": "K9999", "Haushalt": "H9999"}],
        "beratungen": [
            UNIQUE | {"Beratungs-ID": f"B9999{n}", "Klienten-ID": "K9999", "Datum": f"0{n}.06.2017", "Erschienen": "ja"} for n in (6, 7, 8)
        ],
    }
    return [*rows, *([row.get(name, "") for name in rows[0]] for row in new.get(table, []))]


LEVELS = [("nein", "oeffentlich"), ("ja", "intern")]


@pytest.fixture(scope="module", params=LEVELS, ids=["real-public", "simulated-internal"])
def level(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Whether the delivery says it is simulated, and the level its papers are for."""
    answer: tuple[str, str] = request.param
    return answer


@pytest.fixture(scope="module")
def delivery(level: tuple[str, str], other_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, total = tmp_path_factory.mktemp("geheim") / "lieferung", 0
    folder.mkdir()
    for file in other_delivery.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as handle:
            rows, count = planted(with_one_of_a_kind(list(csv.reader(handle, delimiter=";")), file.stem), file.stem)
        assert count >= PLANTED or len(rows) < PLANTED, file.name
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=";").writerows(rows)
        (folder / file.name).write_text(out.getvalue(), encoding="utf-8", newline="")
        total += count
    assert total > 20 * PLANTED
    facts = (other_delivery / "lieferung.yaml").read_text(encoding="utf-8").replace("simuliert: ja", f"simuliert: {level[0]}")
    (folder / "lieferung.yaml").write_text(f"{facts}Rechtsgrundlage: Probe\n", encoding="utf-8")
    return folder


Wiwak = Callable[..., tuple[Path, str]]


@pytest.fixture(scope="module")
def wiwak(delivery: Path) -> Wiwak:
    """Run the command on the delivery; the folder it names and everything it said."""
    home = delivery.parent

    def call(command: str, *arguments: str) -> tuple[Path, str]:
        program = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", command, str(delivery), *arguments]
        environment = os.environ | {"WIWAK_HOME": str(home / "state")}
        ended = subprocess.run(program, cwd=home, capture_output=True, text=True, check=False, env=environment, timeout=600)
        assert ended.returncode == 0, ended.stderr
        return home / ended.stdout.splitlines()[-1], ended.stdout + ended.stderr

    return call


@pytest.fixture(scope="module")
def run(wiwak: Wiwak, level: tuple[str, str]) -> tuple[Path, str]:
    return wiwak("run", "--out", "reports", "--accept-losses", "--release", level[1])


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file and of all that is packed in it: archives, streams and text of a PDF, pictures within a page."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from contents(f"{name}/{member}", archive.read(member))
    elif data.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages):
            yield f"{name}, page {number}", page.extract_text().encode()
        for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
            item = reader.get_object(number)
            if isinstance(item, StreamObject):
                yield f"{name}, stream {number}", item.get_data()
    else:
        for number, picture in enumerate(re.findall(rb"base64,([A-Za-z0-9+/=]+)", data)):
            yield f"{name}, picture {number}", base64.b64decode(picture)


@cache
def searchable(name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """All that is in a file, in one spelling; a paper lies both among what is kept and in the run folder, and is unpacked once."""
    return tuple((part, re.sub(rb"[\s\0\xad-]|\\n", b"", text + part.encode()).lower()) for part, text in contents(name, data))


def traces(folder: Path, *marks: str) -> list[str]:
    """Where a mark appears in a file, in its name, or in what is packed in it, in any spelling."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = [part for file in files for part in searchable(file.name, file.read_bytes())]
    return [f"{name}: {mark}" for name, text in parts for mark in marks if mark.lower().encode() in text]


def test_nothing_planted_is_in_the_papers_notebooks_or_bundle(run: tuple[Path, str], level: tuple[str, str]) -> None:
    folder, _ = run
    with (folder / "pruefpaket" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        assert {row["id"]: int(row["value"]) for row in csv.DictReader(handle) if row["id"] == "contacts_pilot"}["contacts_pilot"] > PLANTED
    papers = {"bericht.pdf", "finanzierungsplan.xlsx", "land.pdf", "land.xlsx", "pruefpaket", "notebooks"}
    assert papers <= {path.name for path in folder.iterdir()}
    assert (folder / "pruefpaket" / "prognosebuch.jsonl").read_text(encoding="utf-8").count("\n") == 1
    assert traces(folder, DROPPED, KNOWN, CODED) == []
    assert bool(traces(folder, WITHIN)) is (level[1] == "intern"), "document numbers are printed within the house, and nowhere else"


def test_a_person_of_whom_there_is_only_one_is_in_no_paper(run: tuple[Path, str], delivery: Path) -> None:
    """Not even the name of the country, at any level: it alone would point at someone."""
    assert delivery.joinpath("klienten.csv").read_text(encoding="utf-8").count(UNIQUE["Herkunft"]) == 1
    assert traces(run[0], *(UNIQUE[name] for name in ("Herkunft", "Beratungssprache"))) == []
    assert UNIQUE["Herkunft"].lower() not in run[1].lower()


def test_nothing_planted_is_said(run: tuple[Path, str]) -> None:
    assert "qanary" not in run[1].lower()


def test_the_check_tells_no_identifier_and_no_free_text(wiwak: Wiwak, tmp_path: Path) -> None:
    folder, said = wiwak("check", "--out", str(tmp_path / "pruefung"))
    lists = tmp_path / "listen"
    lists.mkdir()
    for file in folder.glob("*.csv"):
        file.rename(lists / file.name)
    assert {"faults.csv", "intake.csv", "monthly_control.csv"} == {file.name for file in lists.iterdir()}
    assert traces(lists, DROPPED, KNOWN) == []
    assert traces(lists, CODED) == ["faults.csv: Qanarycoded"], "a coded value is shown, so that the clerk finds it"
    assert "qanary" not in said.lower()
    assert traces(folder, DROPPED) == [], "not even the clerk's own workbook holds columns that nobody asked for"


def test_what_is_kept_holds_no_row_of_a_person(run: tuple[Path, str], delivery: Path) -> None:
    state = delivery.parent / "state"
    assert list(state.rglob("*.json"))
    assert (state / "forecast_book.jsonl").read_bytes().count(b"\n") == 1
    assert list(state.rglob("*.parquet")) == [], "else this test has to look into them"
    assert traces(state, DROPPED, KNOWN, CODED) == []


def untouched(house: Path) -> dict[Path, tuple[bytes, int]]:
    """All that is kept, with the times of change; locks of results move since this test lends the results to the check."""
    files = [path for path in house.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("level", LEVELS[:1], indirect=True, ids=["real-public"])
def test_a_real_run_is_made_again_and_the_report_of_it_tells_nothing_planted(
    run: tuple[Path, str], delivery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the results that are kept, and nbval on one notebook; nothing in the state folder moves."""
    house = delivery.parent / "state"
    monkeypatch.setenv("WIWAK_HOME", str(house))

    def restore(run: Path, folder: Path, house: Path) -> tuple[str, ...]:
        missing = restore_state(run, folder, house)
        (folder / "results").symlink_to(house / "results", target_is_directory=True)
        return missing

    def one_notebook(run: Path, again: Path, python: Path, room: Path, environment: Mapping[str, str]) -> Section:
        for side, folder in (("a", run), ("b", again)):
            (tmp_path / side / "notebooks").mkdir(parents=True)
            shutil.copy(folder / "notebooks" / "01_datenpruefung.ipynb", tmp_path / side / "notebooks")
        return check_notebooks(tmp_path / "a", tmp_path / "b", python, room, environment)

    monkeypatch.setattr(repetition, "restore_state", restore)
    monkeypatch.setattr(verifying, "check_notebooks", one_notebook)
    before = untouched(house)
    said: list[str] = []
    found = verify_run(Request(run[0], str(delivery), seal(run[0])), said.append)
    assert {section.outcome for section in found.sections} == {Outcome.EQUAL}, said
    assert found.exit_code is ExitCode.EQUAL
    assert untouched(house) == before
    (tmp_path / "bericht").mkdir()
    write_report(found, tmp_path / "bericht")
    assert traces(tmp_path / "bericht", DROPPED, KNOWN, CODED, str(delivery.parent)) == []
    assert "qanary" not in " ".join(said).lower()


@pytest.mark.parametrize("packing", ["plain", "zip", "base64", "spaced"])
def test_the_search_would_find_it(packing: str, tmp_path: Path) -> None:
    secret = f"{KNOWN} 1".encode()
    if packing == "zip":
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("sheet.xml", secret)
    else:
        spaced = b"Qanary\nkno wn"
        written = {"plain": secret, "base64": b"data:image/png;base64," + base64.b64encode(secret), "spaced": spaced}[packing]
        (tmp_path / "a.html").write_bytes(written)
    assert len(traces(tmp_path, KNOWN)) == 1
