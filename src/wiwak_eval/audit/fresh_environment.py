"""A Python environment made anew from a lock file: what a run was made with, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.kernel_process import die_with

_QUIET = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1"}


def build_environment(lock: Path, folder: Path, base: str = sys.executable) -> Path:
    """Make an environment in `folder` from a lock file with sums, and return its Python; about two minutes, needs the package index.

    base: the Python it is made with. The program itself is not in it: it comes by PYTHONPATH. Raises GermanError where the environment
    cannot be made.
    """
    python = folder / "bin" / "python"
    _do([base, "-m", "venv", str(folder)], "Python kann hier keine eigene Umgebung anlegen")
    install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(lock)]
    _do(install, "Die Pakete der Sperrdatei ließen sich nicht mit ihren Prüfsummen holen")
    return python


def _do(command: list[str], failure: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}} | _QUIET
    try:
        ended = subprocess.run(
            command, env=environment, capture_output=True, text=True, errors="replace", check=False, preexec_fn=die_with(os.getpid())
        )
    except OSError as error:
        raise GermanError(f"{failure} ({system_words(error)}). Bitte Platz und Rechte prüfen.") from None
    if ended.returncode != 0:
        last = (ended.stderr.strip().splitlines() or ["ohne Meldung"])[-1]
        raise GermanError(f"{failure}: {last}. Bitte die Verbindung zum Paketverzeichnis und den freien Platz prüfen.")
