import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, load_scenario, log_table
from wiwak_eval.assumptions.log import TOPICS, log_page
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.units import UNITS, value_text
from wiwak_eval.shipped import shipped

DAY = date(2017, 11, 15)
DATA = shipped("data")


def test_the_handbook_page_is_current() -> None:
    assert (DATA.parent / "docs" / "annahmen.md").read_text(encoding="utf-8") == log_page(DATA)


def test_the_command_prints_the_page_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-m", "wiwak_eval.assumptions.log"], capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == log_page(DATA)
    assert done.stderr == b""


def test_the_page_says_what_was_not_found() -> None:
    page = log_page(DATA)
    for words in ("| Stand | Güte | Quelle |", "Güte: mittel. Stand: abgeleitet", "Umlage U2", "nicht amtlich", "9.700", "Januar 2017"):
        assert words in page


def test_every_file_has_a_german_heading() -> None:
    assert {path.stem for path in (DATA / "assumptions").glob("*.yaml")} == set(TOPICS)


def test_the_table_shows_what_was_known(catalogue: Catalogue) -> None:
    table = log_table(catalogue, DAY, load_scenario(DATA / "scenarios", "basis"))
    assert (table.id, table.notebook) == ("assumptions_log", "10_haushaltsunterlagen")
    assert table.cell("opening_hours_week@2017-01-01", "value") == "35 Stunden je Woche"
    assert table.cell("opening_hours_week@2017-01-01", "status") == "Fachquelle, abgeleitet"
    assert table.cell("opening_hours_week@2017-01-01", "quality") == "mittel"
    assert table.cell("pay_index@2018-03-01", "value") == "1,024 (1,015 bis 1,035)"
    keys = [str(row[0]) for row in table.rows]
    assert not [key for key in keys if key.startswith("land_share@")]
    tables = [row for row in table.rows if str(row[0]).startswith("pay_table_")]
    assert not [key for key in keys if key.startswith("pay_S12_3")]
    assert {str(row[3]) for row in tables} == {"01.02.2017"}
    cells = [id for id in catalogue.entries if is_pay_row(id) and any(value.known_since <= DAY for value in catalogue.entries[id].values)]
    assert sum(int(str(row[2]).split(" ")[0]) for row in tables) == len(cells)
    assert "15.11.2017" in table.notes[0]


def test_the_table_shows_the_steps_of_a_scenario(shipped_view: Callable[..., Assumptions]) -> None:
    view = shipped_view("hoch")
    table = log_table(view, DAY, load_scenario(DATA / "scenarios", "hoch"), ids=["caseload_level"])
    assert [row[0] for row in table.rows] == ["caseload_level@2017-01-01", "caseload_level@2018-01-01"]
    assert table.cell("caseload_level@2018-01-01", "value") == "1,2"
    assert table.cell("caseload_level@2018-01-01", "status") == "Annahme (Szenario), nicht geprüft"
    assert table.cell("caseload_level@2018-01-01", "quality") == "gering"
    assert view.reads == ()


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("0.01275"), "share", "1,275\u202f%"),
        (Decimal("1.20"), "factor", "1,2"),
        (Decimal("6.5"), "EUR/m2/month", "6,50"),
        (Decimal("20000"), "count", "20.000"),
        (Decimal("20171115"), "seed", "20171115"),
        (True, "yes/no", "ja"),
        ("2018-07", "month", "Juli 2018"),
        ("S12", "pay group", "S12"),
    ],
)
def test_values_read_as_german(value: Decimal | str | bool, unit: str, text: str) -> None:
    assert unit in UNITS
    assert value_text(value, unit) == text
