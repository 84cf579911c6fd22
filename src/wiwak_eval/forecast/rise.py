"""What of the caseload is inflow and what is stock."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Rise:
    """Tables `inflow_stock`, `stock_figures`, `stay`."""

    inflow_stock: Table | NotAssessable
    stock_figures: Table | NotAssessable
    stay: Table | NotAssessable


def rise(records: Records) -> Rise:
    """Persons by month, and how long they stay; each table may be refused on its own."""
    from wiwak_eval.forecast.rise_computing import compute

    return compute(records)
