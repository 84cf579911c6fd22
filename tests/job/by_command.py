"""The main job as people start it: by the command, in a folder and on terms of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Terms:
    """What differs from one machine to another: environment variables and the mask of file permissions."""

    environment: Mapping[str, str]
    umask: int


TOKYO = Terms({"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, 0o022)
NEW_YORK = Terms({"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "77", "OPENBLAS_NUM_THREADS": "2"}, 0o077)


def run_by_command(folder: Path, terms: Terms) -> Path:
    """Run the pilot year in a new folder with an empty state folder of its own, and return the run folder."""
    folder.mkdir()
    command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", "run"]
    environment = {**os.environ, **terms.environment, "WIWAK_HOME": str(folder / ".wiwak")}
    ended = subprocess.run(
        command, cwd=folder, env=environment, umask=terms.umask, text=True, capture_output=True, check=False, timeout=900
    )
    assert ended.returncode == 0, ended.stderr
    return folder / ended.stdout.splitlines()[-1]
