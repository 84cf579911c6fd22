"""`make test-system` fails where a tool is missing; it never skips."""

import shutil

import pytest

pytestmark = pytest.mark.system

PACKAGES = {
    "chromium": "chromium",
    "soffice": "libreoffice-calc-nogui",
    "pdftotext": "poppler-utils",
    "pdffonts": "poppler-utils",
    "qpdf": "qpdf",
}


@pytest.mark.parametrize("tool", PACKAGES)
def test_tool_is_there(tool: str) -> None:
    assert shutil.which(tool), f"{tool} is missing; install the Debian package {PACKAGES[tool]}"
