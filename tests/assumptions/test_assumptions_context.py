import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Context, known_context, load_context
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

FOLDER = shipped("data") / "context"
View = Callable[..., Assumptions]


@pytest.fixture(scope="module")
def context() -> Context:
    return load_context(FOLDER)


def test_each_file_is_named_with_its_rows_source_and_status() -> None:
    rows = [line.split("|") for line in (FOLDER / "SOURCES.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {row[1].strip(" `"): row for row in rows}
    assert set(named) == {path.name for path in FOLDER.glob("*.csv")}
    for path in FOLDER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert int(named[path.name][2]) == len(list(csv.DictReader(file)))
        assert all(cell.strip() for cell in named[path.name][4:6])


def test_series_hold_the_published_totals(context: Context) -> None:
    by_year = {year: sum(item.positive for item in context.asylum_monthly if item.month.startswith(year)) for year in ("2017", "2018")}
    assert by_year == {"2017": 261_777, "2018": 75_888}
    assert sum(context.quotas.values()) == 1
    assert float(context.quotas["Wartburgkreis"]) == 0.058
    assert len(context.quotas) == 23


def test_months_are_seen_after_the_lag(context: Context, shipped_view: View) -> None:
    last = {
        day: known_context(context, shipped_view(as_of=day)).asylum_monthly[-1].month for day in (date(2017, 11, 15), date(2017, 11, 30))
    }
    assert last == {date(2017, 11, 15): "2017-09", date(2017, 11, 30): "2017-09"}
    assert known_context(context, shipped_view(as_of=date(2017, 12, 1))).asylum_monthly[-1].month == "2017-10"
    assert known_context(context, shipped_view(as_of=date(2018, 2, 1))).asylum_monthly[-1].month == "2017-12"


def test_population_and_ratios_of_later_years_are_not_seen(context: Context, shipped_view: View) -> None:
    known = known_context(context, shipped_view())
    assert known.population[-1].day == date(2016, 12, 31)
    assert known.population[-1].persons == 124_729
    assert known.ratios
    assert all(item.known_since <= date(2017, 11, 15) for item in known.ratios)
    assert "2020" not in {item.year for item in known.ratios}


def test_cutting_the_series_is_recorded_as_reading(context: Context, shipped_view: View) -> None:
    view = shipped_view()
    known_context(context, view)
    assert [read.id for read in view.reads] == ["@as_of", "bamf_publication_lag_months", "population_publication_lag_months"]


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match=r"asylum_monthly\.csv"):
        load_context(tmp_path)
    (tmp_path / "asylum_monthly.csv").write_text("month\n2017-01\n", encoding="utf-8")
    with pytest.raises(GermanError, match="beschädigt"):
        load_context(tmp_path)
