"""Pictures: the same bytes, text as text, truthful axes, the mark in each."""

import os
import subprocess
import sys
from dataclasses import replace
from math import isfinite

import pytest
from access_sample import access_municipality
from chain_pictures import chain_funnel, chain_incidence, residence
from controlling_samples import controlling_months
from cost_samples import costs_months, unit_costs
from land_samples import land_costs, land_posts, land_preconditions
from paper_sample import (
    costs,
    financing,
    forecast_monthly,
    forecast_sources,
    growth_parts,
    inflow_stock,
    monthly,
    network_ties,
    scenario_lines,
    situations,
    topics,
    trend_rates,
    trend_without,
)
from risk_picture_samples import alternatives, cost_quantiles, funder_quantiles, tornado
from slip_samples import slip_shares, slip_steps

from wiwak_eval.publication import charts
from wiwak_eval.publication.design import WHITE
from wiwak_eval.results import HIDDEN, ReleasedTable, Unit

TABLES = {
    "monthly_contacts": monthly,
    "forecast_fan": forecast_monthly,
    "topics": topics,
    "costs_by_item": costs,
    "financing": financing,
    "scenario_lines": scenario_lines,
    "inflow_stock": inflow_stock,
    "growth_parts": growth_parts,
    "uncertainty": forecast_sources,
    "access_funnel": access_municipality,
    "trend_rates": trend_rates,
    "trend_without": trend_without,
    "situations": situations,
    "network": network_ties,
}
TABLES |= {"chain_funnel": chain_funnel, "chain_incidence": chain_incidence, "residence": residence}
TABLES |= {"costs_months": costs_months, "unit_costs": unit_costs, "controlling_months": controlling_months}
TABLES |= {"slip_steps": slip_steps, "slip_shares": slip_shares}
TABLES |= {"tornado": tornado, "cost_quantiles": cost_quantiles, "funder_quantiles": funder_quantiles, "alternatives": alternatives}
TABLES |= {"land_posts_map": land_posts, "land_preconditions_map": land_preconditions, "land_cost_ranges": land_costs}
NO_AXES = {"network", "land_posts_map", "land_preconditions_map"}
AROUND_NOUGHT = {"tornado"}
UPRIGHT = {
    "controlling_months",
    "costs_months",
    "chain_incidence",
    "residence",
    "monthly_contacts",
    "forecast_fan",
    "scenario_lines",
    "inflow_stock",
    "trend_rates",
    "access_funnel",
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


@pytest.mark.parametrize("name", sorted(set(TABLES) - NO_AXES))
def test_axes_start_at_zero(name: str) -> None:
    axes = charts.CHARTS[name](TABLES[name]()).axes[0]
    low, high = axes.get_ylim() if name in UPRIGHT else axes.get_xlim()
    assert low < 0 if name in AROUND_NOUGHT else low == 0
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


def test_the_fan_has_three_bands_each_inside_the_next_and_named() -> None:
    figure = charts.CHARTS["forecast_fan"](forecast_monthly())
    drawn = [band.get_datalim(figure.axes[0].transData) for band in figure.axes[0].collections]
    bands = [box for box in drawn if isfinite(box.x0)]
    assert len(bands) == 3
    assert bands[0].y1 > bands[1].y1 > bands[2].y1
    assert bands[0].y0 < bands[1].y0 < bands[2].y0
    picture = charts.svg(figure).decode()
    assert all(f">{name}<" in picture for name in ("95 %", "80 %", "50 %", "mittlerer Wert", "beobachtet"))


def test_scenarios_are_told_apart_without_colour_and_the_first_is_the_heaviest() -> None:
    figure = charts.CHARTS["scenario_lines"](scenario_lines())
    lines = figure.axes[0].get_lines()
    assert len({str((line.get_linestyle(), line._dash_pattern)) for line in lines}) == len(lines) == 5
    assert lines[0].get_linewidth() > max(line.get_linewidth() for line in lines[1:])
    picture = charts.svg(figure).decode()
    assert all(f">{name}<" in picture for name in ("Basis", "Hoch", "Niedrig", "Belastung", "Kreis &lt;b&gt;"))


def test_inflow_bars_range_of_stock_and_contacts_are_named() -> None:
    figure = charts.CHARTS["inflow_stock"](inflow_stock())
    assert [bar.get_height() for bar in figure.axes[0].patches] == list(inflow_stock().column("new_persons"))
    picture = charts.svg(figure).decode()
    assert all(f">{name}<" in picture for name in ("neue Personen", "in Beratung", "Beratungen"))


def test_growth_parts_lead_from_the_first_level_to_the_last() -> None:
    figure = charts.CHARTS["growth_parts"](growth_parts())
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in figure.axes[0].patches]
    assert bars == [(0, 106), (106, 101.5), (101.5, 241.75), (241.75, 242.75), (0, 242.75)]
    picture = charts.svg(figure).decode()
    assert all(f">{label}<" in picture for label in ("106,0", "−4,5", "+140,3", "+1,0", "242,8"))


def test_rates_have_a_panel_each_whose_lines_are_told_apart_without_colour() -> None:
    panels = charts.CHARTS["trend_rates"](trend_rates()).axes
    assert [panel.get_title(loc="left") for panel in panels] == ["je Öffnungstag", "je Vollzeitstelle"]
    assert [line.get_linestyle() for line in panels[0].get_lines()] == ["-", "--"]
    assert [text.get_text() for text in panels[0].texts] == ["Beratungen 13,0", "Personen 7,0"]


def test_without_days_and_posts_the_contacts_are_drawn_alone() -> None:
    table = trend_rates()
    bare = replace(table, rows=tuple((row[0], row[1], *(None,) * 6) for row in table.rows))
    panels = charts.CHARTS["trend_rates"](bare).axes
    assert [panel.get_title(loc="left") for panel in panels] == ["im Monat"]
    assert list(panels[0].get_lines()[0].get_ydata()) == list(bare.column("contacts"))


def test_a_month_that_carries_the_trend_is_hollow_and_named() -> None:
    figure = charts.CHARTS["trend_without"](trend_without())
    dots = [line for line in figure.axes[0].get_lines() if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() == WHITE for dot in dots] == [row[5] != "Anstieg bleibt" for row in trend_without().rows]
    picture = charts.svg(figure).decode()
    assert "· Anstieg entfällt" in picture
    assert ">ohne März 2017<" in picture
    assert "+10,0\u202f%" in picture


def test_a_hidden_situation_is_named_and_everybody_is_no_share() -> None:
    picture = charts.svg(charts.CHARTS["situations"](situations())).decode()
    assert "nicht ausgewiesen: Trauma" in picture
    assert "alle beratenen Personen<" not in picture
    assert "21\u202f%" in picture


def test_sources_of_uncertainty_are_percent_of_each_year() -> None:
    picture = charts.svg(charts.CHARTS["uncertainty"](forecast_sources())).decode()
    assert "2018: 90\u202f%" in picture
    assert "2019: 95\u202f%" in picture
    assert "Ohne Anteil: Zufall der einzelnen Monate" in picture


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_without_any_known_number_still_draws(name: str) -> None:
    table = TABLES[name]()
    texts = {Unit.MONTH, Unit.TEXT}
    rows = tuple(
        tuple(cell if column.unit in texts else HIDDEN for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )
    assert charts.svg(charts.CHARTS[name](replace(table, rows=rows)))


def test_a_missing_column_is_an_error() -> None:
    table: ReleasedTable = topics()
    with pytest.raises(KeyError):
        charts.CHARTS["monthly_contacts"](table)


def test_importing_charts_costs_no_matplotlib() -> None:
    script = "import sys, wiwak_eval.publication.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False, env=os.environ).returncode == 0
