"""The example forms of the handbook can be filled from a run."""

import shutil
from pathlib import Path

import docx
import pytest
from council_paper_samples import all_text
from form_samples import run_folder
from python_calamine import CalamineWorkbook

from wiwak_eval.publication.forms import fill_form

EXAMPLES = Path(__file__).parents[2] / "docs" / "beispiele"


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("zuordnung_*.yaml")))
def test_every_entry_of_an_example_is_filled(name: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "beispiele")
    filling = fill_form(run_folder(tmp_path / "lauf"), tmp_path / "beispiele" / name, tmp_path / "aus")
    assert filling.unfilled == ()
    assert len(filling.filled) >= 8


def test_the_example_workbook_holds_the_amounts(tmp_path: Path) -> None:
    filling = fill_form(run_folder(tmp_path / "lauf"), EXAMPLES / "zuordnung_finanzierungsplan.yaml", tmp_path / "aus")
    rows = CalamineWorkbook.from_path(str(filling.file)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[7:13]] == [50146.91, 18345, 0, 0, 0, 200587.65]
    assert str(rows[4][1]) == "2017-11-15"
    assert str(rows[1][0]).startswith("Simulierte Daten")


def test_the_example_note_holds_the_words(tmp_path: Path) -> None:
    filling = fill_form(run_folder(tmp_path / "lauf"), EXAMPLES / "zuordnung_vermerk.yaml", tmp_path / "aus")
    words = all_text(docx.Document(str(filling.file)))
    assert "Für das Jahr 2018 sind 3,75 Stellen und Kosten von 269.079,56\u202f€ geplant (Stichtag 15.11.2017, Lauf 0f3a9c12b7de)." in words
    assert "«" not in words
