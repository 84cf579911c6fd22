"""What the tests of workload, posts, items and papers share: one work, one set of rules, one set of prices."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from wiwak_eval.budget.costs.prices import Prices
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.staffing import StaffingRules, staffing
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules

EFFORT = Effort(Decimal(45), Decimal(20), Decimal("0.3"), Decimal("0.05"), Decimal(120000), ())
WORK = WorkRules(
    net_minutes=Decimal(97440),
    distribution=Decimal("0.10"),
    step=Decimal("0.25"),
    minimum=Decimal(1),
    opening_hours=Decimal(35),
    opening_weeks=Decimal("50.2"),
    present=Decimal(2),
    further=Decimal(0),
    warning=Decimal("0.85"),
)
ALL_YEAR = StaffingRules(further_from=1, last=12)
PRICE = Prices(
    year=2018,
    per_post={"materials": 350_000, "training": 60_000, "travel": 90_000},
    room_post_year=109_200,
    interpreter_hour=3_000,
    outreach_trip=900,
    events=200_000,
    interpreting_paid=(Decimal(1),) * 12,
    workplace_flat=970_000,
    overhead=Decimal("0.20"),
    rooms_in_kind=True,
    flat=False,
    index=Decimal("1.015"),
)


def line(key, share, form=Form.OWN, until=None, group="S12", **more):
    end = date.fromisoformat(until) if until else None
    return PostLine(key, more.pop("role", "Beratung"), group, 3, Decimal(share), form, fixed_term_until=end, **more)


def further(form=Form.OWN):
    return line(NEW, "0", form)


HELD = (line("S1", "1"), line("S2", "0.75"))
LINES = (*HELD, further())


def staff(total, rules=ALL_YEAR, lines=LINES, year=2018):
    return staffing(lines, Decimal(total), year, rules)


def plan_of(year, total, rules=ALL_YEAR, lines=LINES, **more):
    """As much of a year's plan as the sheets of posts ask for."""
    filled = staff(total, rules, lines, year)
    given = {"terms": None, "fixed": {"federal": 0, "esf": 0, "third": 0}} | more
    return SimpleNamespace(year=year, staff=filled, lines=filled.lines, planned=filled.total, **given)
