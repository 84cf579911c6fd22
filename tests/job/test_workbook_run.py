"""A run from one workbook that holds only a tally, a ledger and posts: every paper still appears."""

import json
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.records.other_forms import as_typed, to_xlsx
from wiwak_eval.job.running import run
from wiwak_eval.shipped import shipped
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.paper_list import readers


@pytest.fixture(scope="module")
def folder(other_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("arbeitsmappe")
    (root / "teil").mkdir()
    for name in ("lieferung.yaml", "monatsstatistik.csv", "buchungen.csv", "stellen.csv"):
        shutil.copy(other_delivery / name, root / "teil")
    book = to_xlsx(root / "teil", root / "ablage.xlsx", as_typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIWAK_HOME", str(root / "state"))
        return run(Parameters(str(book)), root / "reports", lambda _: None)


def test_every_paper_appears_and_says_what_is_missing(folder: Path) -> None:
    assert {*readers((2018, 2019)), "notebooks", "pruefpaket", "ro-crate-metadata.json"} == set(names(folder))
    assert len(readers((2018, 2019))) >= 12
    assert names(folder / "notebooks") == names(shipped("notebooks"), "*.ipynb")
    report = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(folder / "bericht.pdf").pages))
    assert "Nicht auswertbar: Tabelle „Beratungen“ fehlt" in report
    assert "ablage.xlsx, Blatt „buchungen“" in report


def test_the_manifest_names_workbook_and_sheets_but_no_path(folder: Path) -> None:
    manifest = json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["delivery"]["name"] == "ablage.xlsx"
    assert {row["file"] for row in manifest["delivery"]["rows"]} == {
        f"ablage.xlsx, Blatt „{name}“" for name in ("monatsstatistik", "buchungen", "stellen")
    }
    root = str(folder.parent.parent).encode()
    assert not [file.name for file in folder.rglob("*") if file.is_file() and root in file.read_bytes()]


def names(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))
