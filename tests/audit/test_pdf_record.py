"""What the gate says of the PDF papers stands in the auditor's folder; a fault stops the run before anything is written."""

import subprocess
from pathlib import Path
from typing import cast

import pytest

from wiwak_eval.audit.bundle import write_bundle
from wiwak_eval.audit.names import PDF_RECORD
from wiwak_eval.audit.pdf_record import pdf_record
from wiwak_eval.results import GermanError
from wiwak_eval.study.study import Study


@pytest.mark.xdist_group("runs")
def test_every_pdf_of_a_run_passed_and_is_named(runs: dict[str, Path]) -> None:
    for folder in runs.values():
        names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.pdf"))
        assert len(names) >= 8
        said = (folder / "pruefpaket" / PDF_RECORD).read_text(encoding="utf-8")
        assert [line.split(":")[0] for line in said.splitlines() if "kein Mangel gefunden (" in line] == [f"* {name}" for name in names]
        assert "nicht bewiesen" in said
        assert f"pruefpaket/{PDF_RECORD}" in (folder / "pruefpaket" / "SHA256SUMS").read_text(encoding="utf-8")


@pytest.mark.system
@pytest.mark.xdist_group("runs")
def test_qpdf_finds_every_pdf_of_a_run_sound(runs: dict[str, Path]) -> None:
    for file in sorted(file for folder in runs.values() for file in folder.rglob("*.pdf")):
        said = subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True, text=True, timeout=60).stdout
        assert "No syntax or stream encoding errors" in said, file.name


def test_a_fault_stops_the_run_in_one_sentence_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    for name in ("bericht.pdf", "bilder/anhang.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7\nkaputt")
    wanted = r"^Die Unterlage bericht\.pdf ist so nicht für alle lesbar \(ganze Datei: .* nicht als PDF lesen; Mängel insgesamt: 2\)\."
    with pytest.raises(GermanError, match=wanted):
        pdf_record(tmp_path)
    with pytest.raises(GermanError, match="Es wurde nichts veröffentlicht"):
        write_bundle(tmp_path, cast(Study, None))
    assert not (tmp_path / "pruefpaket").exists()


def test_a_folder_without_pdf_has_nothing_to_stop_it(tmp_path: Path) -> None:
    assert "kein Mangel" not in pdf_record(tmp_path)
