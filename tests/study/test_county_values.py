"""The county's own assumptions beside a delivery and in the state folder: what they change, and what is said of them."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions.unproven import Verification
from wiwak_eval.results import GermanError, NotAssessable, ReleasedTable, Table
from wiwak_eval.study.checking import check_delivery
from wiwak_eval.study.marking import marked
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

HEAD = "Kennung;Wert;gilt ab;Art;Stand;Güte;Quelle\n"
SLOWER = f"{HEAD}follow_up_minutes;35;01.01.2017;gemessen;gelesen;hoch;Zeitaufschreibung\n"
DEARER = f"{HEAD}room_rent_m2_month;13,00;01.01.2017;Tarif oder Vertrag;gelesen;hoch;Mietvertrag\n"
DAY = date(2018, 6, 1)
TODAY = date(2017, 12, 1)


@pytest.fixture
def delivery(other_delivery: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lieferung"
    shutil.copytree(other_delivery, folder)
    return folder


def _study(delivery: Path, scenario: str = "basis") -> Study:
    return Study(Parameters(str(delivery), scenario), delivery, TODAY)


def test_a_deliverys_values_count_and_are_no_unknown_table(delivery: Path) -> None:
    before = _study(delivery)
    (delivery / "annahmen.csv").write_text(SLOWER, encoding="utf-8")
    after = _study(delivery)
    assert before.assumptions.decimal("follow_up_minutes", DAY) == Decimal(20)
    assert after.assumptions.decimal("follow_up_minutes", DAY) == Decimal(35)
    assert before.delivery_digest != after.delivery_digest
    assert (before.records.notes, before.records.absent) == (after.records.notes, after.records.absent)
    assert not any("annahmen" in words for words in (*after.records.notes, *(fault.file for fault in after.records.faults)))


def test_the_state_folders_values_count_in_run_and_results(delivery: Path, state: Path) -> None:
    before = _study(delivery)
    costs = before.budget.costs
    (state / "annahmen.csv").write_text(DEARER, encoding="utf-8")
    after = _study(delivery)
    assert before.delivery_digest == after.delivery_digest
    assert before.run_id != after.run_id
    assert isinstance(costs, Table)
    assert isinstance(after.budget.costs, Table)
    assert after.budget.workload == before.budget.workload
    assert [after.budget.costs.cell("rooms", "y2018")] == [pytest.approx(2 * costs.cell("rooms", "y2018"), abs=1)]
    (state / "annahmen.csv").unlink()
    assert _study(delivery).budget.costs == costs


def test_a_value_that_only_came_later_changes_no_run(delivery: Path, state: Path) -> None:
    before = _study(delivery)
    (state / "annahmen.csv").write_text("Kennung;Wert;gilt ab;bekannt seit\nfollow_up_minutes;35;01.01.2018;01.01.2018\n", encoding="utf-8")
    after = _study(delivery)
    assert before.run_id == after.run_id
    assert after.county_values == ""


def test_a_mistake_stops_a_run_and_is_told_by_the_check(delivery: Path, tmp_path: Path) -> None:
    (delivery / "annahmen.csv").write_text(HEAD + "follow_up_minute;35;01.01.2017\n", encoding="utf-8")
    with pytest.raises(GermanError, match=r"lieferung/annahmen.csv, Zeile 2: „follow_up_minute“"):
        _study(delivery)
    heard: list[str] = []
    check_delivery(str(delivery), tmp_path / "listen", 0.1, heard.append, TODAY)
    assert any("annahmen.csv, Zeile 2" in words and "bricht „wiwak run“ ab" in words for words in heard)
    assert list((tmp_path / "listen").iterdir())


def test_the_check_counts_the_countys_values(delivery: Path, tmp_path: Path) -> None:
    (delivery / "annahmen.csv").write_text(SLOWER + "contact_minutes;40;01.01.2018\n", encoding="utf-8")
    heard: list[str] = []
    check_delivery(str(delivery), tmp_path / "listen", 0.1, heard.append, TODAY)
    assert "2 eigene Werte des Landkreises ersetzen mitgelieferte Annahmen." in heard


def _released(study: Study, table: Table | NotAssessable) -> ReleasedTable:
    assert isinstance(table, Table)
    made = ReleasedTable(table.id, table.title, table.columns, table.rows, "", (), table.assumptions, study.level, study.provenance)
    return marked(made, Verification(study.assumptions), study.looked_up_for(table.id), study.forecast_behind(table.id))


@pytest.mark.usefixtures("warm")
def test_what_is_computed_from_the_forecast_has_its_sign_prices_do_not() -> None:
    study = Study(Parameters("pilot"))
    forecast, costs, amounts = (
        {one.id for one in _released(study, table).unproven}
        for table in (study.forecast.forecast_yearly, study.budget.costs, study.budget.amounts)
    )
    assert "inflow_reach" in forecast <= costs
    assert not forecast & amounts
    assert "room_rent_m2_month" in costs & amounts


def _marks(study: Study) -> tuple[str, ...]:
    """Ids of the unverified assumptions behind the county's ceiling of recognised refugees."""
    return tuple(one.id for one in _released(study, study.access.access_figures).unproven)


def test_a_verified_value_of_the_county_takes_the_sign_away() -> None:
    study = Study(Parameters("pilot"))
    assert _marks(study) == ("open_titles_eligible",)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (";Rechtsnorm;gelesen;hoch;Richtlinie des Landes", ()),
        (";Rechtsnorm;nicht geprüft;gering;", ("open_titles_eligible",)),
        (";Annahme;gelesen;mittel;Vermerk", ("open_titles_eligible",)),
    ],
)
def test_what_the_county_says_of_a_value_decides_on_the_sign(state: Path, words: str, expected: tuple[str, ...]) -> None:
    (state / "annahmen.csv").write_text(f"{HEAD}open_titles_eligible;nein;01.01.2016{words}\n", encoding="utf-8")
    assert _marks(Study(Parameters("pilot"))) == expected
