"""The papers for treasurer, Land and council are the same bytes on another day, in another place, under another hash seed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from budget_paper_samples import source
from council_paper_samples import made

from wiwak_eval.publication.budget_papers import budget_papers

SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from budget_paper_samples import source
from council_paper_samples import made
from wiwak_eval.publication.budget_papers import budget_papers
for paper in (*budget_papers(source()).values(), made().content):
    print(hashlib.sha256(paper).hexdigest())
"""
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"}


def test_elsewhere(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
        env={**os.environ, **ELSEWHERE},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    here = [hashlib.sha256(paper).hexdigest() for paper in (*budget_papers(source()).values(), made().content)]
    assert run.stdout.split() == here
    assert len(set(here)) == 6
