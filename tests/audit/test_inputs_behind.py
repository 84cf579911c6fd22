"""Which delivered tables stand behind a number: declared, and held against what the results really read."""

from pathlib import Path

import pandas as pd
import pytest

from wiwak_eval.audit.inputs_behind import READ_BY, rows_behind
from wiwak_eval.records import TABLES, Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.study.keeping import Keeper
from wiwak_eval.study.study import Study, open_study

ON_THE_FORECAST = {"paper_tables": {"consultations", "clients"}, "transfer": {"consultations", "clients"}}
WATCHED = (
    "pilot_year", "ledger", "rise", "variance", "access", "network", "slips", "double_funding", "unit_costs", "refusals", "claim_evidence",
    "proof", "controlling", "paper_tables", "transfer",
)  # fmt: skip
"""Results that take seconds together; the forecast that some of them ask for is kept by other tests."""


@pytest.mark.usefixtures("warm")
def test_each_result_reads_the_tables_that_are_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    reading: list[set[str]] = []
    of_records, kept, find = Records.table, Keeper.kept, Keeper._find
    read: dict[str, set[str]] = {}

    def table(self: Records, name: str) -> pd.DataFrame | NotAssessable:
        for each in reading:
            each.add(name)
        return of_records(self, name)

    def watched(self: Keeper, name: str, *rest: object) -> object:
        reading.append(read.setdefault(name, set()))
        try:
            return kept(self, name, *rest)  # type: ignore[arg-type]
        finally:
            reading.pop()

    def anew(self: Keeper, folder: Path, *rest: object) -> object:
        return None if folder.parent.name in WATCHED else find(self, folder, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Records, "table", table)
    monkeypatch.setattr(Records, "once", lambda self, name, work: work(self))
    monkeypatch.setattr(Keeper, "kept", watched)
    monkeypatch.setattr(Keeper, "_find", anew)
    study = open_study()
    for name in WATCHED:
        getattr(study, name)
    assert {name: read[name] | ON_THE_FORECAST.get(name, set()) for name in WATCHED} == {name: set(READ_BY[name]) for name in WATCHED}


def test_every_result_of_a_study_is_declared(worlds: dict[str, Study]) -> None:
    study = worlds["basis"]
    behind = rows_behind(study)
    without = {id for id in study.measured if id not in behind}
    assert {name for name in READ_BY if not hasattr(Study, name)} == set()
    assert set().union(*READ_BY.values()) <= set(TABLES)
    series = {"caseload_ratios", "asylum_context", "forecast_sources", "inflow_backtest"}
    words = {id for id in without if study.measured[id] is not None}
    assert words, "tables of public series and of rules have no delivered row"
    assert not {"costs", "year", "chain_funnel", "control", "land_caseload", "land_costs"} & without
    assert {"land_counties", "land_refugees", "land_limits", "land_preconditions", "land_ranks"} <= without
    assert without >= series & set(study.measured) - set(behind)


def test_used_rows_are_those_that_the_release_tells(worlds: dict[str, Study]) -> None:
    study = worlds["basis"]
    intake = study.released["intake"]
    assert not isinstance(intake, NotAssessable)
    used = dict(zip(intake.column("table"), intake.column("rows_used"), strict=True))
    assert rows_behind(study)["year"] == f"beratungen {used['beratungen']}; klienten {used['klienten']}"
