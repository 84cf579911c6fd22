"""Where the state that lasts lies, and where deliveries are found."""

import os
from pathlib import Path

from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

HOME_VARIABLE = "WIWAK_HOME"
DELIVERIES_VARIABLE = "WIWAK_DELIVERIES"
PILOT = "pilot"


def home() -> Path:
    """The folder `.wiwak` (mode 700): named by WIWAK_HOME, else at the project's root, else in the working folder.

    Notebooks run in their own folder and the command in any; both find the same state by looking upwards for `.wiwak` or a project file.
    """
    named = os.environ.get(HOME_VARIABLE)
    folder = Path(named) if named else _root(Path.cwd()) / ".wiwak"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _root(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / ".wiwak").is_dir() or (folder / "pyproject.toml").is_file():
            return folder
    return start


def find_delivery(name: str) -> Path:
    """The delivery a notebook or a command names: a path, a folder beside the ones a run was given, or the shipped pilot year.

    A run passes only the delivery's name into its notebooks, so that no path of a machine stands in them. Raises GermanError where
    there is no such delivery.
    """
    beside = os.environ.get(DELIVERIES_VARIABLE)
    candidates = [Path(beside) / name] if beside else []
    candidates += [shipped("data") / PILOT] if name == PILOT else [Path(name)]
    for candidate in candidates:
        if candidate.exists():
            return candidate.resolve()
    raise GermanError(f"Die Lieferung „{name}“ gibt es nicht. Bitte den Pfad prüfen; „{PILOT}“ ist das mitgelieferte Pilotjahr.")
