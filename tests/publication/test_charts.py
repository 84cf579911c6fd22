"""Pictures: the same bytes, text as text, truthful axes, the mark in each."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from paper_sample import costs, financing, forecast_monthly, monthly, topics

from wiwak_eval.publication import charts
from wiwak_eval.results import HIDDEN, ReleasedTable

TABLES = {
    "monthly_contacts": monthly,
    "forecast_fan": forecast_monthly,
    "topics": topics,
    "costs_by_item": costs,
    "financing": financing,
}


def test_every_chart_has_a_sample() -> None:
    assert set(TABLES) == set(charts.CHARTS)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_svg_is_the_same_twice_marked_and_made_of_text(name: str) -> None:
    figure = charts.CHARTS[name](TABLES[name]())
    picture = charts.svg(figure)
    assert picture == charts.svg(figure) == charts.svg(charts.CHARTS[name](TABLES[name]()))
    assert "Simulierte Daten – keine Zahlen des WiWAK" in picture.decode()
    assert b"<dc:date>" not in picture
    assert b"Source Sans Pro" in picture
    assert b"Simulierte" not in charts.svg(charts.CHARTS[name](TABLES[name](simulated=False)))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_axes_start_at_zero(name: str) -> None:
    axes = charts.CHARTS[name](TABLES[name]()).axes[0]
    low, high = axes.get_ylim() if name in {"monthly_contacts", "forecast_fan"} else axes.get_xlim()
    assert low == 0
    assert high > 0


def test_png_is_the_same_twice() -> None:
    assert charts.png(charts.CHARTS["topics"](topics())) == charts.png(charts.CHARTS["topics"](topics()))


def test_hidden_topics_are_left_out_and_named() -> None:
    picture = charts.svg(charts.CHARTS["topics"](topics())).decode()
    assert "nicht ausgewiesen: Gewaltschutz, Schulden" in picture
    assert "&lt;script&gt;" in picture
    assert "$x$ und" in picture


def test_totals_are_no_bar() -> None:
    assert "Gesamtkosten" not in charts.svg(charts.CHARTS["costs_by_item"](costs())).decode()


def test_rows_without_any_amount_are_named_not_drawn() -> None:
    assert "Ohne Betrag: Dritte" in charts.svg(charts.CHARTS["financing"](financing())).decode()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_without_any_known_number_still_draws(name: str) -> None:
    table = TABLES[name]()
    texts = {"month", "kind", "topic", "key", "label"}
    rows = tuple(
        tuple(cell if column.name in texts else HIDDEN for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )
    assert charts.svg(charts.CHARTS[name](replace(table, rows=rows)))


def test_a_missing_column_is_an_error() -> None:
    table: ReleasedTable = topics()
    with pytest.raises(KeyError):
        charts.CHARTS["monthly_contacts"](table)


def test_importing_charts_costs_no_matplotlib() -> None:
    script = "import sys, wiwak_eval.publication.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False, env=os.environ).returncode == 0
