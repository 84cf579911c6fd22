"""What the model would need in each county and town: everything notebook 09 shows."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class HomeRanges:
    """What other results say of the home county, to be repeated to the digit: tables by the ids they have there."""

    forecast_yearly: Table | NotAssessable
    posts_range: Table | NotAssessable
    cost_range: Table | NotAssessable


@dataclass(frozen=True)
class Transfer:
    """The tables of the transfer to other counties, by their ids."""

    land_counties: Table | NotAssessable
    land_refugees: Table | NotAssessable
    land_rates: Table | NotAssessable
    land_caseload: Table | NotAssessable
    land_posts: Table | NotAssessable
    land_fixed: Table | NotAssessable
    land_costs: Table | NotAssessable
    land_financing: Table | NotAssessable
    land_prices: Table | NotAssessable
    land_total: Table | NotAssessable
    land_sources: Table | NotAssessable
    land_limits: Table | NotAssessable
    land_preconditions: Table | NotAssessable
    land_ranks: Table | NotAssessable
    transfer: Table | NotAssessable
    joint_centre: Table | NotAssessable


def transfer(
    records: Records, caseload: Caseload | NotAssessable, context: Context, assumptions: Assumptions, ranges: HomeRanges
) -> Transfer:
    """Expected refugees, caseload, posts, costs and financing in each county and town, and what a transfer would need.

    context: as known on the as-of date; ranges: of the home county. Without a caseload, and where a value is missing at the as-of date,
    what rests on it is refused in one German sentence.
    """
    from wiwak_eval.transfer.computing import compute

    return compute(records, caseload, context, assumptions, ranges)
