"""The papers are the same bytes on another day, in another place, under another hash seed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from paper_sample import content
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.report import report_pdf
papers = content()
for paper in (report_pdf(papers), factsheet_pdf(papers), page_html(papers).encode()):
    print(hashlib.sha256(paper).hexdigest())
"""
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"}


def test_elsewhere(report: bytes, factsheet: bytes, page: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
        env={**os.environ, **ELSEWHERE},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.split() == [hashlib.sha256(paper).hexdigest() for paper in (report, factsheet, page.encode())]


@pytest.mark.parametrize("name", ["report", "factsheet"])
def test_no_time_of_building_in_the_pdf(name: str, request: pytest.FixtureRequest) -> None:
    paper: bytes = request.getfixturevalue(name)
    assert b"D:2026" not in paper
    assert b"D:20171115" in paper
