"""What the paper says of the pilot county's own row: its plan, or one that was moved towards other counties' rates."""

from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.land_papers.workbook.items import MOVED_PLAN
from wiwak_eval.results import ReleasedTable

OWN, SIMULATED_OWN = "Kosten des Pilotkreises: sein eigener Plan.", "Kosten des Pilotkreises: sein eigener Plan (simuliert)."
MOVED = (
    "Der Pilotkreis ist hier angepasst, weil in seine Rate auch Zahlen anderer Kreise eingehen; sein eigener Plan steht in der "
    "Haushaltsplanung und gilt unverändert."
)


def home_plan(source: Source) -> str:
    """The sentence under the tables of all counties; empty where costs were refused."""
    costs = source.released["land_costs"]
    if not isinstance(costs, ReleasedTable):
        return ""
    if MOVED_PLAN in costs.column("source"):
        return MOVED
    return SIMULATED_OWN if costs.provenance.simulated else OWN
