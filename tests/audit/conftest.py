"""A run that tests may damage."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def sealed_run(runs: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of the pilot's run, in another place than where it was made."""
    return Path(shutil.copytree(runs["pilot"], tmp_path / "abgelegt" / runs["pilot"].name))
