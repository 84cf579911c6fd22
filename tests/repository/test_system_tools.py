"""`make test-system` fails where a tool is missing; it never skips."""

import shutil

import pytest

from tests.records.postgres import binary

pytestmark = pytest.mark.system

PACKAGES = {
    "chromium": "chromium",
    "soffice": "libreoffice-calc-nogui",
    "pdftotext": "poppler-utils",
    "pdffonts": "poppler-utils",
    "qpdf": "qpdf",
    "npm": "npm",
    "node": "nodejs",
    "java": "default-jre-headless",
}


@pytest.mark.parametrize("tool", PACKAGES)
def test_tool_is_there(tool: str) -> None:
    assert shutil.which(tool), f"{tool} is missing; install the Debian package {PACKAGES[tool]}"


@pytest.mark.parametrize("tool", ["initdb", "pg_ctl"])
def test_the_database_server_is_there(tool: str) -> None:
    assert binary(tool)
