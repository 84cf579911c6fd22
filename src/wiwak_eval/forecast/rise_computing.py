"""Inflow against stock and length of stay, computed."""

from wiwak_eval.forecast.rise import Rise
from wiwak_eval.forecast.stay import stay_table
from wiwak_eval.forecast.stock import inflow_stock
from wiwak_eval.records import Records


def compute(records: Records) -> Rise:
    """See `forecast.rise.rise`."""
    stock = inflow_stock(records)
    return Rise(stock.inflow_stock, stock.stock_figures, stay_table(records))
