"""What the tests of the repository itself share."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that git knows and that is still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def pages() -> list[Path]:
    """The pages people read: at the top, in docs/ and beside data."""
    folders = (ROOT, ROOT / "docs", ROOT / "docs" / "decisions", ROOT / "reports", ROOT / "data" / "pilot", ROOT / "data" / "context")
    return [page for folder in folders for page in sorted(folder.glob("*.md"))]


@pytest.fixture(scope="session")
def version() -> str:
    """The version that the project file states."""
    found = re.search(r'^version = "([^"]+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found.group(1)
