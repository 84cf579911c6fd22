"""Everything the monthly controlling shows; each table may be refused on its own."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Controlling:
    """Tables of the last budget year that the delivery covers, in cents; `deadlines` needs neither bookings nor plan."""

    controlling_lines: Table | NotAssessable
    controlling_months: Table | NotAssessable
    year_end: Table | NotAssessable
    plan_beside_books: Table | NotAssessable
    drawdown: Table | NotAssessable
    deadlines: Table | NotAssessable


def controlling(records: Records, assumptions: Assumptions, costs: Table | NotAssessable) -> Controlling:
    """Actual against plan as of the delivery's last day; what lacks its data is refused where it would stand.

    costs: the table of the plan's costs by item and budget year, which is held against the books.
    """
    from wiwak_eval.budget.controlling.computing import compute

    return compute(records, assumptions, costs)
