"""The audit compares what it shall: a changed number in a stored output fails, and so does a changed picture's data."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wiwak_eval.shipped import shipped

pytestmark = pytest.mark.usefixtures("warm")


def nbval(folder: Path) -> int:
    command = [sys.executable, "-m", "pytest", "--nbval", str(folder), "-p", "no:cacheprovider", "-c", os.devnull, "-q"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=300).returncode


def one_number(text: str) -> str:
    """The first number with a thousands dot stands in an output; its last digit becomes another."""
    changed = re.sub(r"(\d\.\d\d)(\d)", lambda found: f"{found[1]}{(int(found[2]) + 1) % 10}", text, count=1)
    assert changed != text
    return changed


def plotted_data(text: str) -> str:
    changed = re.sub(r"(Daten )([0-9a-f]{16})", r"\g<1>0000000000000000", text, count=1)
    assert changed != text
    return changed


@pytest.mark.parametrize(
    ("name", "change", "passes"),
    [
        ("01_datenpruefung", str, True),
        ("01_datenpruefung", one_number, False),
        ("05_fallzahlprognose", plotted_data, False),
    ],
)
def test_nbval_passes_what_is_true_and_fails_what_is_not(tmp_path: Path, name: str, change: Callable[[str], str], passes: bool) -> None:
    stored = (shipped("notebooks") / f"{name}.ipynb").read_text(encoding="utf-8")
    (tmp_path / f"{name}.ipynb").write_text(change(stored), encoding="utf-8")
    assert (nbval(tmp_path) == 0) is passes
