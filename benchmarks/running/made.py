"""A run of the shipped pilot year, made by the command."""

import os
import subprocess
import sys
from pathlib import Path


def made_run(room: Path) -> Path:
    """Run the pilot year below an empty folder with a state folder of its own. Raises CalledProcessError where the run fails."""
    room.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", "from wiwak_eval.cli import main; main()", "run", "--out", str(room / "reports")]
    environment = {**os.environ, "WIWAK_HOME": str(room / ".wiwak")}
    ended = subprocess.run(command, cwd=room, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return Path(ended.stdout.splitlines()[-1])
