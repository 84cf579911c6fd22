"""The table of refused methods looks at the delivery: another one changes what it says."""

import re
import shutil
from pathlib import Path

import pytest

from wiwak_eval.evaluation.refusals import METHODS, refusals
from wiwak_eval.evaluation.refusals.computing import ALLOWED, assess, refused_methods
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import Table
from wiwak_eval.shipped import shipped

CARRIED = {"trend_of_few_months", "trend_of_running_sums", "series_across_changes"}
"""What ten evenly recorded months of single contacts do carry."""


@pytest.fixture(scope="module")
def pilot():
    return read_delivery(shipped("data") / "pilot", SIMULATED_KEY)


@pytest.fixture
def table(pilot, assumptions) -> Table:
    return refusals(pilot, assumptions).refused_methods


def test_one_row_a_method(table: Table) -> None:
    assert [row[0] for row in table.rows] == [method.id for method in METHODS]


def test_the_pilot_carries_a_trend_and_little_else(table: Table) -> None:
    assert {row[0] for row in table.rows if row[4] == ALLOWED} == CARRIED
    assert "es sind 0 davor und 10 danach" in table.cell("interrupted_time_series", "here")
    assert all(str(row[4]).startswith("abgelehnt: ") for row in table.rows if row[0] not in CARRIED)


def test_no_number_about_people_is_told(pilot, table: Table) -> None:
    """Texts pass the door as they are: they may hold thresholds and counts of months, places and counties alone."""
    allowed = {0, 1, 5, 9, 10, 12, 19, 24, 40, 50, 95, 100, 200, 1200, pilot.table("clients")["municipality"].nunique()}
    numbers = {int(number.replace(".", "")) for row in table.rows for number in re.findall(r"\d+(?:\.\d{3})*", str(row[3]))}
    assert numbers <= allowed


def test_months_before_the_start_are_seen(read, assumptions) -> None:
    records = read({"monatsstatistik": tally(10)}, last="10")
    assert "es sind 0 davor und 10 danach" in refused_methods(records, assumptions).cell("interrupted_time_series", "here")


def test_a_later_first_project_month_makes_months_before(tmp_path: Path, assumptions) -> None:
    facts = "Behörde: L\nZeitraum von: 01.01.2016\nZeitraum bis: 31.12.2017\ngeliefert am: 15.01.2018\nsimuliert: ja\n"
    (tmp_path / "lieferung.yaml").write_text(facts + "erster Projektmonat: 01/2017\n", encoding="utf-8")
    (tmp_path / "buchungen.csv").write_text("Datum;Betrag\n01.02.2016;1,00\n", encoding="utf-8")
    found = assess(read_delivery(tmp_path, SIMULATED_KEY), assumptions)
    assert "jemand anderes gleich gezählt" in found["interrupted_time_series"].reason
    assert "0 Kreise und 12 Monate" in found["synthetic_control"].reason


def tally(months: int, added_up: bool = False) -> str:
    counts = [40 + month % 3 for month in range(months)]
    values = [sum(counts[: month + 1]) if added_up else count for month, count in enumerate(counts)]
    return "Monat;Beratungen\n" + "".join(f"2017-{month:02d};{value}\n" for month, value in enumerate(values, start=1))


def test_four_months_and_an_added_up_tally_are_refused(read, assumptions) -> None:
    assert assess(read({"monatsstatistik": tally(4)}, last="04"), assumptions)["trend_of_few_months"] is not None
    added_up = assess(read({"monatsstatistik": tally(8, added_up=True)}, last="08"), assumptions)
    assert added_up["trend_of_running_sums"] is not None
    assert assess(read({"monatsstatistik": tally(8)}, last="08"), assumptions)["trend_of_running_sums"] is None


def test_more_moves_than_parameters_ask_for_are_carried(read, assumptions) -> None:
    lines = [f"K{n};{'Duldung' if n % 2 else 'EU'};01.02.2017;elsewhere" for n in range(10)]
    enough = read({"klienten": "\n".join(["Klienten-ID;Status;Wegzug am;Wegzug nach", *lines, ""])})
    assert assess(enough, assumptions)["events_per_parameter"] is None
    few = read({"klienten": "\n".join(["Klienten-ID;Status;Wegzug am;Wegzug nach", *lines[:9], ""])})
    assert assess(few, assumptions)["events_per_parameter"] is not None


def test_a_group_of_ten_households_is_no_small_group(read, assumptions) -> None:
    clients = "Klienten-ID;Haushalt;Status\n" + "".join(f"K{n};H{n};EU\n" for n in range(10))
    contacts = "Beratungs-ID;Datum;Klienten-ID\n" + "".join(f"{n};01.02.2017;K{n}\n" for n in range(10))
    assert assess(read({"klienten": clients, "beratungen": contacts}), assumptions)["small_group"] is None
    one_household = re.sub(r"H\d", "H0", clients)
    assert assess(read({"klienten": one_household, "beratungen": contacts}), assumptions)["small_group"] is not None


@pytest.mark.parametrize("left_out", ["beratungen", "klienten", "integrationskette", "laufkarten", "vermittlungen", "alles"])
def test_any_part_of_a_delivery_gives_a_whole_table(tmp_path: Path, assumptions, left_out: str) -> None:
    shutil.copytree(shipped("data") / "pilot", tmp_path / "teil")
    for file in (tmp_path / "teil").glob("*.csv"):
        if file.name.startswith(left_out) or (left_out == "alles" and file.name != "stellen.csv"):
            file.unlink()
    records = read_delivery(tmp_path / "teil", SIMULATED_KEY, accept_losses=True)
    assert len(refused_methods(records, assumptions).rows) == len(METHODS)
