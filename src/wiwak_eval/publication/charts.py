"""The pictures of the papers by name; matplotlib and seaborn, which take seconds to import, come in with the first picture."""

import logging
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

from wiwak_eval.results import ReleasedTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DRAWING = "wiwak_eval.publication.drawing"
_FORECAST = "wiwak_eval.publication.drawing_forecast"
_STYLE = "wiwak_eval.publication.style"


def monthly_contacts(table: ReleasedTable) -> "Figure":
    """Contacts as bars and persons as a line, month by month (columns month, contacts, persons)."""
    return _figure("monthly_contacts", table)


def forecast_fan(table: ReleasedTable) -> "Figure":
    """Observed months, then the median with three bands (columns month, kind, observed, median, p25, p75, p10, p90, p2_5, p97_5)."""
    return _figure("forecast_fan", table, _FORECAST)


def scenario_lines(table: ReleasedTable) -> "Figure":
    """One line a scenario, the first the heaviest (column month, then one a scenario); told apart by dashes and names, not by colour."""
    return _figure("scenario_lines", table, _FORECAST)


def inflow_stock(table: ReleasedTable) -> "Figure":
    """New persons as bars, persons in counselling as a range, contacts as a line (columns month, new_persons, active_low, active_high,
    contacts)."""
    return _figure("inflow_stock", table, _FORECAST)


def growth_parts(table: ReleasedTable) -> "Figure":
    """From the first level to the last, part by part (columns key, label, first, last, change; the row `total` holds both levels)."""
    return _figure("growth_parts", table, _FORECAST)


def topics(table: ReleasedTable) -> "Figure":
    """Contacts by topic, most first (columns topic, contacts, share); hidden ones are left out and named."""
    return _figure("topics", table)


def euros_by_year(table: ReleasedTable) -> "Figure":
    """One group of bars a row, one bar a year, in euros (columns key, label, y2018, y2019 in cents)."""
    return _figure("euros_by_year", table)


def shares_by_year(table: ReleasedTable) -> "Figure":
    """One group of bars a row, one bar a year, in percent (columns key, label, y2018, y2019 as shares)."""
    return _figure("shares_by_year", table)


CHARTS: Mapping[str, Callable[[ReleasedTable], "Figure"]] = {
    "monthly_contacts": monthly_contacts,
    "forecast_fan": forecast_fan,
    "topics": topics,
    "costs_by_item": euros_by_year,
    "financing": euros_by_year,
    "scenario_lines": scenario_lines,
    "inflow_stock": inflow_stock,
    "growth_parts": growth_parts,
    "uncertainty": shares_by_year,
}


def svg(figure: "Figure") -> bytes:
    """The picture as SVG whose text stays text; the same bytes each time."""
    return _saved(figure, "svg")


def png(figure: "Figure") -> bytes:
    """The picture as PNG for notebooks; the same bytes each time."""
    return _saved(figure, "png")


def _quietly(name: str) -> ModuleType:
    """Import a drawing module; on its first use matplotlib tells the log that it looks for fonts, which is no warning to a reader."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    return import_module(name)


def _figure(name: str, table: ReleasedTable, module: str = _DRAWING) -> "Figure":
    return cast("Figure", getattr(_quietly(module), name)(table))


def _saved(figure: "Figure", kind: str) -> bytes:
    return cast(bytes, _quietly(_STYLE).saved(figure, kind))
