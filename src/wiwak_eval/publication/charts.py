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
_ACCESS = "wiwak_eval.publication.drawing_access"
_CHAIN = "wiwak_eval.publication.drawing_chain"
_COSTS = "wiwak_eval.publication.drawing_costs"
_CONTROLLING = "wiwak_eval.publication.drawing_controlling"
_SLIPS = "wiwak_eval.publication.drawing_slips"
_NETWORK = "wiwak_eval.publication.drawing_network"
_TREND = "wiwak_eval.publication.drawing_trend"
_RISK = "wiwak_eval.publication.drawing_risk"
_LAND = "wiwak_eval.publication.drawing_land"
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


def trend_rates(table: ReleasedTable) -> "Figure":
    """Contacts and persons by opening day and by full-time post, a panel each (columns month, contacts, contacts_per_day, persons_per_day,
    contacts_per_post, persons_per_post); contacts alone where neither is known."""
    return _figure("trend_rates", table, _TREND)


def trend_without(table: ReleasedTable) -> "Figure":
    """Change a month in percent with its interval, without each month in turn (columns month, ratio, low, high, still)."""
    return _figure("trend_without", table, _TREND)


def situations(table: ReleasedTable) -> "Figure":
    """Share of persons with its interval, a row a situation (columns situation, share, low, high); hidden ones are left out and named."""
    return _figure("situations", table, _TREND)


def topics(table: ReleasedTable) -> "Figure":
    """Contacts by topic, most first (columns topic, contacts, share); hidden ones are left out and named."""
    return _figure("topics", table)


def euros_by_year(table: ReleasedTable) -> "Figure":
    """One group of bars a row, one bar a year, in euros (columns key, label, y2018, y2019 in cents)."""
    return _figure("euros_by_year", table)


def shares_by_year(table: ReleasedTable) -> "Figure":
    """One group of bars a row, one bar a year, in percent (columns key, label, y2018, y2019 as shares)."""
    return _figure("shares_by_year", table)


def costs_months(table: ReleasedTable) -> "Figure":
    """Expenditure by month, in kind hatched on top of cash, in euros (columns month, cash, in_kind in cents; `Summe` is no bar)."""
    return _figure("costs_months", table, _COSTS)


def unit_costs(table: ReleasedTable) -> "Figure":
    """Cost per unit with its interval, in euros, in kind included (columns key, label, value, low, high in cents)."""
    return _figure("unit_costs", table, _COSTS)


def controlling_months(table: ReleasedTable) -> "Figure":
    """Cumulated cash expenditure as bars, the plan as a dashed line, in euros (columns month, planned, actual in cents)."""
    return _figure("controlling_months", table, _CONTROLLING)


def access_funnel(table: ReleasedTable) -> "Figure":
    """Each row's share over its size within the limits around the share of all; what is out of line has another shape
    (columns: the row's name, reached, residents, reading)."""
    return _figure("access_funnel", table, _ACCESS)


def chain_funnel(table: ReleasedTable) -> "Figure":
    """One bar a stage in percent with a whisker for its interval, in the order of the chain (columns stage, share, low, high)."""
    return _figure("chain_funnel", table, _CHAIN)


def share_curves(table: ReleasedTable) -> "Figure":
    """One step line a share by months, with the interval at each month (column months, then for each curve x, x_low, x_high)."""
    return _figure("share_curves", table, _CHAIN)


def slip_steps(table: ReleasedTable) -> "Figure":
    """One bar a step, as long as its median days, top down in the order of the way (columns step, slips, days)."""
    return _figure("slip_steps", table, _SLIPS)


def slip_shares(table: ReleasedTable) -> "Figure":
    """One bar a row in percent, in the table's order, with its count; a stroke where there is an interval (columns: the row's name, its
    count, share, low, high)."""
    return _figure("slip_shares", table, _SLIPS)


def network(table: ReleasedTable) -> "Figure":
    """Organisations by sector on a ring around the centre, a line a tie, the wider the more referrals; dashed where their number is hidden
    (columns one, other, sector_one, sector_other, referrals)."""
    return _figure("network_picture", table, _NETWORK)


def tornado(table: ReleasedTable) -> "Figure":
    """One bar an input from the cost at its low to that at its high end, the widest first (columns key, label, low, high, swing in cents;
    the row `plan` holds what the plan costs)."""
    return _figure("tornado", table, _RISK)


def cost_quantiles(table: ReleasedTable) -> "Figure":
    """One strip a year from P10 to P95, the plan as a mark (columns key, year, plan, p10, p50, p80, p95 in cents; rows `total_...`)."""
    return _figure("cost_quantiles", table, _RISK)


def funder_quantiles(table: ReleasedTable) -> "Figure":
    """The same of the county's cash, one strip a decision of the Land (columns key, label, plan, p10, p50, p80, p95; rows `..._both`)."""
    return _figure("funder_quantiles", table, _RISK)


def alternatives(table: ReleasedTable) -> "Figure":
    """One bar an alternative, by who pays (columns key, label, land, county_cash, in_kind in cents); bounds in words are left out."""
    return _figure("alternatives", table, _RISK)


def land_posts_map(table: ReleasedTable) -> "Figure":
    """One tile a county or town, the darker the more posts are planned; a dashed frame where a least size binds (columns key, county,
    posts_2018, posts_2018_p10, posts_2018_p90, binding_2018; the row `land` is no tile)."""
    return _figure("posts_map", table, _LAND)


def land_preconditions_map(table: ReleasedTable) -> "Figure":
    """One tile a county or town with how many preconditions are met and which are not, darker where strict thresholds are met too (columns
    key, county, persons_met, distance_met, per_1000_met, all_strict)."""
    return _figure("preconditions_map", table, _LAND)


def land_cost_ranges(table: ReleasedTable) -> "Figure":
    """One bar a county or town from P10 to P90 with a mark at the central value, the dearest first (columns key, county, cost_2018,
    cost_2018_p10, cost_2018_p90 in cents; the row `land` is no bar)."""
    return _figure("cost_ranges", table, _LAND)


CHARTS: Mapping[str, Callable[[ReleasedTable], "Figure"]] = {
    "monthly_contacts": monthly_contacts,
    "forecast_fan": forecast_fan,
    "topics": topics,
    "trend_rates": trend_rates,
    "trend_without": trend_without,
    "situations": situations,
    "costs_by_item": euros_by_year,
    "financing": euros_by_year,
    "scenario_lines": scenario_lines,
    "inflow_stock": inflow_stock,
    "growth_parts": growth_parts,
    "uncertainty": shares_by_year,
    "costs_months": costs_months,
    "unit_costs": unit_costs,
    "controlling_months": controlling_months,
    "tornado": tornado,
    "cost_quantiles": cost_quantiles,
    "funder_quantiles": funder_quantiles,
    "alternatives": alternatives,
    "access_funnel": access_funnel,
    "chain_funnel": chain_funnel,
    "chain_incidence": share_curves,
    "residence": share_curves,
    "slip_steps": slip_steps,
    "slip_shares": slip_shares,
    "network": network,
    "land_posts_map": land_posts_map,
    "land_preconditions_map": land_preconditions_map,
    "land_cost_ranges": land_cost_ranges,
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
