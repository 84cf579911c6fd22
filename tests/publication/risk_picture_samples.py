"""Made-up released tables of the budget's uncertainty for the tests of the pictures."""

from paper_sample import released

from wiwak_eval.results import Cell, Column, ReleasedTable, Unit

_WORDS = {"key", "label", "year"}
_HEADS = {"land": "Land, beide Jahre", "county_cash": "Landkreis bar, beide Jahre", "in_kind": "Sachleistung, beide Jahre"}


def _made(id: str, names: str, rows: list[tuple[Cell, ...]], simulated: bool) -> ReleasedTable:
    columns = [Column(name, _HEADS.get(name, name), Unit.TEXT if name in _WORDS else Unit.CENTS) for name in names.split()]
    return released(id, id, columns, rows, (), simulated)


def tornado(simulated: bool = True) -> ReleasedTable:
    """Twelve inputs that make it dearer, one that makes it cheaper, and the plan at 50,000 euros."""
    rows: list[tuple[Cell, ...]] = [("net", "Arbeitszeit <b>", 55_000_00, 45_000_00, 10_000_00)]
    rows += [(f"input_{n}", f"Größe {n}", 40_000_00 - n * 1000_00, 60_000_00 - n * 1000_00, 20_000_00) for n in range(12)]
    return _made("tornado", "key label low high swing", [*rows, ("plan", "Plan", 50_000_00, 50_000_00, 0)], simulated)


def cost_quantiles(simulated: bool = True) -> ReleasedTable:
    """The total of a year, and what is open of it."""
    rows: list[tuple[Cell, ...]] = [
        ("total_2018", "2018", 20_00, 10_00, 30_00, 40_00, 50_00),
        ("cash_2018", "2018", 1_00, 1_00, 2_00, 3_00, 4_00),
    ]
    return _made("risk_quantiles", "key year plan p10 p50 p80 p95", rows, simulated)


def funder_quantiles(simulated: bool = True) -> ReleasedTable:
    """Two decisions of the Land, a year and both years each."""
    keys = [f"{key}_{year}" for key in ("from_january", "none") for year in ("2018", "both")]
    rows: list[tuple[Cell, ...]] = [(key, key.split("_")[0], 20_00, 10_00, 30_00, 40_00, 50_00) for key in keys]
    return _made("risk_funders", "key label plan p10 p50 p80 p95", rows, simulated)


def alternatives(simulated: bool = True) -> ReleasedTable:
    """One with amounts, one with bounds in words."""
    rows: list[tuple[Cell, ...]] = [
        ("plan", "Fortführung", 80_00, 20_00, 5_00),
        ("ende", "Ende", "unter 40.000 €", "unter 20.000 €", 0),
    ]
    return _made("alternatives", "key label land county_cash in_kind", rows, simulated)
