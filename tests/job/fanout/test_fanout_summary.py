"""What a grid leaves beside its runs: the same rows as CSV, Parquet and page, and county totals that a delivery can hold."""

import csv
import io
import shutil
from datetime import date
from pathlib import Path
from time import process_time

import pyarrow.parquet as pq
import pytest

from wiwak_eval.job.fanout.entry import Entry, Number
from wiwak_eval.job.fanout.grid import Grid, GridDelivery
from wiwak_eval.job.fanout.summary_files import counties_bytes, csv_bytes, parquet_bytes
from wiwak_eval.job.fanout.summary_page import page_bytes
from wiwak_eval.job.fanout.summary_rows import COLUMNS, rows
from wiwak_eval.job.fanout.task import Source
from wiwak_eval.records import read_delivery

DAY = date(2017, 11, 15)
HOSTILE = "<script>alert(1)</script>"


def _grid(*, days: tuple[date, ...] = (DAY,), real: bool = False) -> Grid:
    deliveries = (
        GridDelivery(Source("gera", "gera", "d1", simulated=not real), "Stadt Gera", DAY, "Stadt Gera"),
        GridDelivery(Source(HOSTILE, "x", "d2", simulated=True), "Behörde & Söhne", date(2017, 10, 1), ""),
    )
    return Grid(deliveries, ("basis", "hoch"), days, "intern", {"package": "p"}, {})


def _entry(run: str) -> Entry:
    numbers = {
        "contacts_pilot": Number("Beratungen", "1725", "", "", "contacts"),
        "persons_pilot": Number("Personen", "374", "", "", "persons"),
        "caseload_2018": Number("Beratungen 2018", "2352", "1484", "4245", "contacts"),
        "posts_2018": Number("Stellen 2018", "3.5", "2.5", "4.5", "posts"),
        "cost_2018": Number("Kosten 2018", "203161.95", "170600", "283500", "euro"),
        "open_2018": Number("offen 2018", "•", "", "", "euro"),
        "caseload_2019": Number("Beratungen 2019", "2400", "", "", "contacts"),
    }
    return Entry(run, "5" * 64, "Stadt Gera", True, ("2017-01-01", "2017-10-31"), "intern", numbers)


@pytest.fixture
def grid() -> Grid:
    return _grid()


@pytest.fixture
def found(grid: Grid) -> list[dict[str, object]]:
    first, second, third, fourth = (cell.key for cell in grid.cells)
    return rows(grid, {first: _entry("a" * 12), second: _entry("b" * 12), third: _entry("c" * 12)}, {fourth: "Es ging nicht <hier>."})  # type: ignore[return-value]


def test_a_row_for_each_cell_with_exact_numbers(found: list[dict[str, object]]) -> None:
    first = found[0]
    assert [row["status"] for row in found] == ["done", "done", "done", "failed"]
    assert (first["caseload_year_1"], first["caseload_year_1_low"], first["caseload_year_1_high"]) == (2352, 1484, 4245)
    assert (first["cost_year_1"], first["cost_year_1_low"], first["posts_year_1"]) == (20316195, 17060000, 3.5)
    assert (first["open_year_1"], first["cost_year_2"], first["year_1"], first["year_2"]) == (None, None, 2018, 2019)
    assert (found[3]["run"], found[3]["message"]) == (None, "Es ging nicht <hier>.")


def test_csv_and_parquet_say_the_same(found: list[dict[str, object]]) -> None:
    read = list(csv.DictReader(io.StringIO(csv_bytes(found).decode())))  # type: ignore[arg-type]
    table = pq.read_table(io.BytesIO(parquet_bytes(found))).to_pylist()  # type: ignore[arg-type]
    assert [column.name for column in COLUMNS] == list(read[0]) == list(table[0])
    for line, row in zip(read, table, strict=True):
        assert line == {
            name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value) for name, value in row.items()
        }


def test_the_page_shows_numbers_ranges_links_and_what_failed(grid: Grid, found: list[dict[str, object]]) -> None:
    page = page_bytes(grid, found).decode()  # type: ignore[arg-type]
    for words in (
        "Simulierte Daten – keine Zahlen des WiWAK", "intern – nicht weitergeben", "Stichtag 15.11.2017", "2.352", "1.484 bis 4.245",
        "203.162\u202f€", "170.600\u202f€ bis 283.500\u202f€", "3,5", 'href="laeufe/aaaaaaaaaaaa/bericht.html"', "Läufe: 3 von 4",
        "Es ging nicht &lt;hier&gt;.", "&lt;script&gt;",
    ):  # fmt: skip
        assert words in page
    assert HOSTILE not in page
    assert page_bytes(grid, found) == page.encode()  # type: ignore[arg-type]


def test_real_data_are_marked_as_internal() -> None:
    grid = _grid(real=True)
    page = page_bytes(grid, rows(grid, {}, {})).decode()
    assert "Interne Fassung aus echten Daten" in page
    assert "Darunter: Simulierte Daten" in page


def test_without_days_each_delivery_has_its_own() -> None:
    grid = _grid(days=())
    assert [cell.as_of for cell in grid.cells] == [DAY, DAY, date(2017, 10, 1), date(2017, 10, 1)]
    assert len({cell.key for cell in grid.cells}) == 4
    assert "Stichtag: Tag der jeweiligen Lieferung" in page_bytes(grid, rows(grid, {}, {})).decode()


def test_totals_of_a_county_can_stand_in_another_s_delivery(found: list[dict[str, object]], other_delivery: Path, tmp_path: Path) -> None:
    content = counties_bytes(found)  # type: ignore[arg-type]
    assert content.decode() == "Landkreis;Von;Bis;Beratungen;Personen;Simuliert\nStadt Gera;01.01.2017;31.10.2017;1725;374;ja\n"
    folder = tmp_path / "lieferung"
    shutil.copytree(other_delivery, folder)
    (folder / "vergleichskreise.csv").write_bytes(content)
    table = read_delivery(folder, b"0123456789abcdef").table("comparison_counties")
    assert table[["county", "contacts", "persons", "simulated"]].to_numpy().tolist() == [["Stadt Gera", 1725, 374, True]]


def test_no_name_is_a_formula_to_a_spreadsheet() -> None:
    grid = Grid((GridDelivery(Source("=1+1", "x", "d", simulated=True), "@amt", DAY, ""),), ("basis",), (DAY,), "intern", {}, {})
    (line,) = csv.DictReader(io.StringIO(csv_bytes(rows(grid, {}, {grid.cells[0].key: "-2 ging nicht."})).decode()))
    assert (line["delivery"], line["authority"], line["message"]) == ("'=1+1", "'@amt", "'-2 ging nicht.")


def test_ten_thousand_cells_are_summed_up_in_seconds() -> None:
    found = tuple(GridDelivery(Source(f"kreis-{place}", "x", "d", simulated=True), "Amt", DAY, "") for place in range(10_000))
    grid = Grid(found, ("basis",), (DAY,), "intern", {"package": "p"}, {})
    start = process_time()
    failed = {cell.key: "Es ging nicht." for cell in grid.cells}
    assert page_bytes(grid, rows(grid, {}, failed)).count(b"<tr>") == 10_001
    assert process_time() - start < 10
