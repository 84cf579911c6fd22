"""Why the caseload rose, and what of it is inflow and what is stock."""

from dataclasses import dataclass

from wiwak_eval.forecast.growth import growth_parts
from wiwak_eval.forecast.stay import stay_table
from wiwak_eval.forecast.stock import inflow_stock
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Rise:
    """Tables `growth_parts`, `inflow_stock`, `stock_figures`, `stay`."""

    growth_parts: Table | NotAssessable
    inflow_stock: Table | NotAssessable
    stock_figures: Table | NotAssessable
    stay: Table | NotAssessable


def rise(records: Records) -> Rise:
    """The change of monthly contacts taken apart, and persons by month; each table may be refused on its own."""
    stock = inflow_stock(records)
    return Rise(growth_parts(records), stock.inflow_stock, stock.stock_figures, stay_table(records))
