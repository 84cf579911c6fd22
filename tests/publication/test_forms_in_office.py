"""What LibreOffice makes of a filled workbook, with its usual trust in results that stand in the file."""

import subprocess
from pathlib import Path

import pytest
from form_samples import PLAN, excel_form, mapping, run_folder
from python_calamine import CalamineWorkbook

from wiwak_eval.publication.forms import fill_form

pytestmark = pytest.mark.system

ENTRIES = f"""form: formular.xlsx
mark: [{{sheet: {PLAN}, cell: H1}}]
entries:
  - {{sheet: {PLAN}, cell: B3, from: grant_funding_1/land/amount}}
  - {{sheet: {PLAN}, cell: B4, from: grant_funding_1/county_cash/amount}}
"""


def recalculated(workbook: Path, folder: Path) -> CalamineWorkbook:
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(folder / "neu"), str(workbook)], check=True, capture_output=True, timeout=180)
    return CalamineWorkbook.from_path(str(folder / "neu" / workbook.name))


def test_the_sums_of_the_form_follow_the_numbers_that_were_filled_in(tmp_path: Path) -> None:
    excel_form(tmp_path / "formular.xlsx")
    filling = fill_form(run_folder(tmp_path / "lauf"), mapping(tmp_path, ENTRIES), tmp_path / "aus")
    book = recalculated(filling.file, tmp_path)
    rows = book.get_sheet_by_name(PLAN).to_python()
    assert rows[4][1] == pytest.approx(200587.65 + 50146.91)
    assert [row[3] for row in rows[2:4]] == pytest.approx([2 * 200587.65, 2 * 50146.91])
    assert book.get_sheet_by_index(1).to_python()[0][0] == pytest.approx(250734.56)
