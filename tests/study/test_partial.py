"""Any subset of tables: every result stands or says why it cannot, and nothing breaks."""

import shutil
from pathlib import Path

import pytest

from wiwak_eval.results import NotAssessable, ReleasedTable, Table
from wiwak_eval.study.study import Parameters, Study

EVERYTHING = ("beratungen", "klienten", "integrationskette", "laufkarten", "organisationen", "vermittlungen", "buchungen", "stellen")
SUBSETS = [
    ("monatsstatistik", "buchungen", "stellen"),
    ("monatsstatistik",),
    ("buchungen",),
    ("stellen",),
    ("organisationen",),
    ("beratungen",),
    ("klienten", "laufkarten", "integrationskette"),
    ("beratungen", "monatsstatistik", "stellen"),
    ("vermittlungen", "oeffnungstage", "bezugsgroessen"),
    EVERYTHING,
]


def part_of(delivery: Path, folder: Path, tables: tuple[str, ...]) -> Path:
    folder.mkdir()
    shutil.copy(delivery / "lieferung.yaml", folder)
    for name in tables:
        for file in delivery.glob(f"{name}*.csv"):
            shutil.copy(file, folder)
    return folder


@pytest.mark.parametrize("tables", SUBSETS, ids="+".join)
def test_any_subset_of_tables_ends_with_results_or_refusals(tables: tuple[str, ...], other_delivery: Path, tmp_path: Path) -> None:
    study = Study(Parameters(str(part_of(other_delivery, tmp_path / "teil", tables))))
    found = study.tables
    assert {type(table) for table in found.values()} <= {Table, NotAssessable}
    reasons = [table.reason for table in found.values() if isinstance(table, NotAssessable)]
    assert all(reason.endswith(".") or reason.startswith("nicht auswertbar: ") for reason in reasons), reasons
    assert isinstance(found["intake"], Table)
    assert isinstance(found["absent"], Table)
    released = study.released
    assert {name for name, table in released.items() if isinstance(table, ReleasedTable)} == {
        name for name, table in found.items() if isinstance(table, Table)
    }
    assert study.findings
    assert study.content.findings
    assert study.key_figures.rows


def test_a_tally_a_ledger_and_posts_still_give_trend_forecast_and_budget(other_delivery: Path, tmp_path: Path) -> None:
    study = Study(Parameters(str(part_of(other_delivery, tmp_path / "teil", SUBSETS[0]))))
    refused = {name: table.reason for name, table in study.tables.items() if isinstance(table, NotAssessable)}
    assert refused == {
        "fault_counts": "Die Prüfung hat keinen Mangel gefunden.",
        "control": "nicht auswertbar: Tabelle „Beratungen“ fehlt",
        "topics": "nicht auswertbar: Tabelle „Beratungen“ fehlt",
        "titles": "nicht auswertbar: Tabelle „Klienten“ fehlt",
    }
