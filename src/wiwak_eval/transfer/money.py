"""Posts, costs, financing and their ranges in all counties: the tables, or their refusals."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.from_plan import refused
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.transfer.costs_table import costs_table
from wiwak_eval.transfer.financing_table import financing_table
from wiwak_eval.transfer.fixed_table import fixed_table
from wiwak_eval.transfer.joint_centre import COUNTY, TOWN, joint_centre_table
from wiwak_eval.transfer.land_model import land_model
from wiwak_eval.transfer.land_plan import LandPlan, land_plan
from wiwak_eval.transfer.model import CountyCaseload
from wiwak_eval.transfer.posts_table import posts_table
from wiwak_eval.transfer.prices_table import prices_table
from wiwak_eval.transfer.ranges import land_ranges
from wiwak_eval.transfer.result import HomeRanges
from wiwak_eval.transfer.sources import cost_shares, sources_table
from wiwak_eval.transfer.total_table import PROGRAMME, total_table


@dataclass(frozen=True)
class MoneyTables:
    """By the ids they have in `result.Transfer`."""

    land_posts: Table | NotAssessable
    land_fixed: Table | NotAssessable
    land_costs: Table | NotAssessable
    land_financing: Table | NotAssessable
    land_prices: Table | NotAssessable
    land_total: Table | NotAssessable
    land_sources: Table | NotAssessable
    joint_centre: Table | NotAssessable


@dataclass(frozen=True)
class Around:
    """What other results say. refugees, contacts: tables `land_refugees` and `land_caseload`; home: ranges of the home county; read: ids of
    the assumptions behind the caseload."""

    refugees: Table | NotAssessable
    contacts: Table | NotAssessable
    home: HomeRanges
    read: Sequence[str]


def money_tables(
    records: Records, caseload: CountyCaseload | NotAssessable, assumptions: Assumptions, around: Around
) -> MoneyTables:  # fmt: skip
    """Refused together without a caseload, and where a value of the plan is missing at the as-of date."""
    if isinstance(caseload, NotAssessable):
        return refused(MoneyTables, caseload)
    view = assumptions.part()
    try:
        return _tables(land_plan(records, caseload, view), around)
    except Gap as gap:
        return refused(MoneyTables, NotAssessable(f"nicht auswertbar: {gap}"))


def _tables(plan: LandPlan, around: Around) -> MoneyTables:
    seed = int(plan.base.assumptions.decimal("forecast_seed", plan.base.records.provenance.period_to))
    model = land_model(plan)
    drawn = model.drawn(plan.caseload.draws.shape[2], seed)
    ranges = land_ranges(model, drawn, around.home)

    def read(*stages: str) -> tuple[str, ...]:
        return (*around.read, *plan.base.run.views.read(*stages))

    priced = read("work", "posts", "pay", "price")
    with_persons = (*priced, *_behind(around.refugees))
    return MoneyTables(
        posts_table(plan, ranges, read("work")),
        fixed_table(plan, read("work")),
        costs_table(plan, ranges, around.refugees, with_persons),
        financing_table(plan, ranges, read()),
        prices_table(plan, read()),
        total_table(plan, ranges, around.refugees, around.contacts, (*with_persons, PROGRAMME)),
        sources_table(cost_shares(model, drawn), plan.caseload.years, priced),
        joint_centre_table(model, ranges, drawn, (*priced, COUNTY, TOWN)),
    )


def _behind(table: Table | NotAssessable) -> tuple[str, ...]:
    """Ids of the assumptions behind a table."""
    return () if isinstance(table, NotAssessable) else table.assumptions
