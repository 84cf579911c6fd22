"""What poppler and qpdf make of the papers; tests/browser opens the web page."""

import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.system


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def test_poppler_reads_both_papers(report: bytes, factsheet: bytes, tmp_path: Path) -> None:
    for name, paper in (("bericht", report), ("faktenblatt", factsheet)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(paper)
        facts = run("pdfinfo", str(file))
        assert re.search(r"Tagged:\s+yes", facts)
        assert re.search(r"Page size:.*A4", facts)
        assert "Gesamtkosten" in run("pdftotext", "-layout", str(file), "-")
        fonts = run("pdffonts", str(file)).splitlines()[2:]
        assert fonts
        assert all("SourceSansPro" in line and re.search(r"yes\s+yes\s+yes", line) for line in fonts)
        assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(file))
