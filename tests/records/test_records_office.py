"""The same workbook, saved in the older and the open format by an office suite."""

import subprocess
from pathlib import Path

import pytest

from tests.records.other_forms import as_text, as_typed, to_xlsx
from tests.records.test_records_forms import assert_same, messy, reading

__all__ = ["messy"]
pytestmark = pytest.mark.system


@pytest.mark.parametrize("typed", [as_text, as_typed])
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_xls_and_ods_say_what_the_folder_says(suffix: str, typed: object, messy: Path, tmp_path: Path) -> None:
    made = to_xlsx(messy, tmp_path / "l.xlsx", typed)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(tmp_path), str(made)], check=True, capture_output=True, timeout=180)
    assert_same(reading(messy), reading(tmp_path / f"l.{suffix}"))
