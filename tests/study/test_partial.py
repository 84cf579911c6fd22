"""Any subset of tables: every result stands or says why it cannot, and nothing breaks."""

import shutil
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.disclosure.staff import staff_view
from wiwak_eval.evaluation.access import Access
from wiwak_eval.evaluation.chain import Chain
from wiwak_eval.evaluation.network import Network
from wiwak_eval.evaluation.slips import Slips
from wiwak_eval.results import NotAssessable, ReleasedTable, Table
from wiwak_eval.study.forecast_book import append_official
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

pytestmark = pytest.mark.usefixtures("warm")

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


def names_of(kind: type) -> tuple[str, ...]:
    """The tables of a result."""
    return tuple(field.name for field in fields(kind))


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
    shown = staff_view(found, study.level, study.settings)
    assert {name for name, table in released.items() if isinstance(table, ReleasedTable)} == {
        name for name, table in shown.items() if isinstance(table, Table)
    }
    assert not study.defence.after.breaches
    assert study.findings
    assert study.content.findings
    assert study.key_figures.rows


def test_a_tally_a_ledger_and_posts_still_give_trend_forecast_and_budget(other_delivery: Path, tmp_path: Path) -> None:
    study = Study(Parameters(str(part_of(other_delivery, tmp_path / "teil", SUBSETS[0]))))
    refused = {name: table.reason for name, table in study.tables.items() if isinstance(table, NotAssessable)}
    no_contacts = "nicht auswertbar: Tabelle „Beratungen“ fehlt"
    no_stock = "nicht auswertbar: Zugang und Bestand zeigen nur einzelne Beratungen mit Personenbezug; die Tabelle „Beratungen“ fehlt."
    no_book = "nicht auswertbar: Im Prognosebuch steht noch keine frühere Prognose dieser Behörde, mit der sich vergleichen ließe."
    assert refused == {
        "fault_counts": "Die Prüfung hat keinen Mangel gefunden.",
        "recording_breaks": (
            "Eine Umstellung der Erfassung ist nicht angegeben; ob es dennoch eine gab, ließe sich nur an einzelnen Beratungen erkennen."
        ),
        **dict.fromkeys(("titles", "origins"), "nicht auswertbar: Tabelle „Klienten“ fehlt"),
        **dict.fromkeys(("situations", "situation_quarters", "situation_figures"), "nicht auswertbar: Tabelle „Klienten“ fehlt"),
        **dict.fromkeys(("breadth", "missing_values"), no_contacts),
        **dict.fromkeys(("control", "topics", "topics_by_quarter", "durations", "stay"), no_contacts),
        **dict.fromkeys(("forecast_persons", "forecast_persons_monthly", "forecast_sources"), no_contacts),
        **dict.fromkeys(("growth_parts", "inflow_stock", "stock_figures"), no_stock),
        "land_rates": (
            "nicht auswertbar: Nur ein Landkreis hat Zahlen geliefert; wie weit Raten von Kreis zu Kreis auseinanderliegen, zeigt einer "
            "nicht, diese Streuung ist eine Annahme."
        ),
        **dict.fromkeys((*names_of(Access), "claim_places"), "nicht auswertbar: Tabelle „Bezugsgrößen“ fehlt"),
        **dict.fromkeys((*names_of(Chain), "eligibility"), "nicht auswertbar: Tabelle „Klienten“ fehlt"),
        **dict.fromkeys(names_of(Slips), "nicht auswertbar: Tabelle „Laufkarten“ fehlt"),
        **dict.fromkeys((*names_of(Network), "claim_ties"), "nicht auswertbar: Tabelle „Organisationen“ fehlt"),
        **dict.fromkeys(("controlling_lines", "controlling_months", "proof_numbers"), "nicht auswertbar: Tabelle „Haushaltsansätze“ fehlt"),
        **dict.fromkeys(("drawdown", "proof_funding"), "nicht auswertbar: Tabelle „Bescheide“ fehlt"),
        "proof_report": "nicht auswertbar: Tabelle „Ziele“ fehlt",
        **dict.fromkeys(("variance_months", "variance_sums", "variance_causes", "forecast_record"), no_book),
    }
    for name in (
        "trend_tests",
        "trend_models",
        "trend_without",
        "forecast_monthly",
        "forecast_yearly",
        "backtest",
        "method_choice",
        "scenario_years",
        "costs",
        "plan_beside_books",
        "unit_costs",
        "refused_methods",
        "claims",
        "double_funding",
    ):
        assert isinstance(study.tables[name], Table), name


def test_any_subset_beside_an_earlier_forecast_is_compared_or_refused(other_delivery: Path, tmp_path: Path, state: Path) -> None:
    """The book holds a forecast from before the delivery, for months that it covers."""
    entry = Study(Parameters(str(other_delivery))).book_entry
    assert entry is not None
    known = {"history_months": entry.history_months[:6], "history_contacts": entry.history_contacts[:6]}
    months = tuple(replace(one, month=f"2017-{number:02d}") for number, one in enumerate(entry.months[:6], start=7))
    append_official(state, replace(entry, made_on=date(2017, 8, 15), months=months, **known))  # type: ignore[arg-type]
    for tables in SUBSETS:
        study = Study(Parameters(str(part_of(other_delivery, tmp_path / "+".join(tables), tables))))
        assert len(study.book_read) == 1
        found = study.released["variance_months"]
        if "beratungen" in tables:
            assert isinstance(found, ReleasedTable)
            assert [row[0] for row in found.rows] == ["2017-07", "2017-08", "2017-09", "2017-10"]
        else:
            assert isinstance(found, NotAssessable)
            assert ("zählen nicht dasselbe" in found.reason) == ("monatsstatistik" in tables), "the office's own tally is another count"
