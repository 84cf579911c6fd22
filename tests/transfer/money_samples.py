"""What the tests of posts, costs and financing of all counties share: deliveries, assumptions, and caseloads made by hand."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np

from wiwak_eval.assumptions import Assumptions, Patch, Scenario, load_catalogue, load_context
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.results import Column, NotAssessable, Unit, build_table
from wiwak_eval.shipped import shipped
from wiwak_eval.transfer.model import County, CountyCaseload
from wiwak_eval.transfer.money import Around
from wiwak_eval.transfer.result import HomeRanges

YEARS = (2018, 2019)
HOME, TOWN = "Wartburgkreis", "Stadt Eisenach"
DELIVERED = date(2017, 11, 15)
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
ABSENT = NotAssessable("nicht geliefert")
NO_RANGES = HomeRanges(ABSENT, ABSENT, ABSENT)


@cache
def catalogue():
    return load_catalogue(shipped("data") / "assumptions")


def view(as_of: date = DELIVERED, **values: object) -> Assumptions:
    """The shipped assumptions, with values set: `view(further_posts="0.5")`."""
    patches = tuple(Patch(id=id, set=value, reason="Probe") for id, value in values.items())
    return Assumptions(catalogue(), Scenario(id="probe", label="Probe", description="Probe", patches=patches), as_of)


@cache
def records(folder: Path | None = None) -> Records:
    """The shipped pilot, or another delivery."""
    return read_delivery(folder or shipped("data") / "pilot", SIMULATED_KEY, accept_losses=True)


@cache
def counties() -> tuple[County, ...]:
    quotas = load_context(shipped("data") / "context").quotas
    return tuple(County(name, name.startswith("Stadt "), quota) for name, quota in quotas.items())


def place(name: str) -> int:
    return next(number for number, county in enumerate(counties()) if county.name == name)


def caseload(home=(2352, 2074), draws: int = 300, spread: float = 0.3, pooled: bool = False, own=(2352, 2074)) -> CountyCaseload:
    """Contacts in proportion to quotas; draws: paths of the home county times a log normal factor of each other county.

    own: what the home county planned with before its row was moved.
    """
    rng, at = np.random.default_rng(7), place(HOME)
    ratios = np.array([float(county.quota / counties()[at].quota) for county in counties()])
    planned = tuple(tuple(round(contacts * ratio) for ratio in ratios) for contacts in home)
    paths = np.array(home, dtype=float)[:, None] * np.exp(spread * rng.normal(size=draws))
    factors = np.exp(spread * rng.normal(size=(len(ratios), draws)))
    factors[at] = 1.0
    drawn = np.round(paths[:, None, :] * ratios[None, :, None] * factors[None])
    return CountyCaseload(YEARS, counties(), at, planned, drawn, pooled, tuple(own) if pooled else tuple(home))


def budget_caseload(home=(2352, 2074)) -> Caseload:
    return Caseload(YEARS, tuple(home), tuple((contacts,) for contacts in home))


def refugees(stock: int = 500):
    """As much of `land_refugees` as money asks for: the same everywhere."""
    names = [f"{name}_{year}{end}" for name in ("new", "stock") for year in YEARS for end in ("", "_p10", "_p90")]
    columns = [Column("key", "Schlüssel", Unit.TEXT), *(Column(name, name, Unit.PERSONS) for name in names)]
    rows = [[county.name, *(stock for _ in names)] for county in counties()]
    rows.append(["land", *(stock * len(counties()) for _ in names)])
    return build_table("land_refugees", "Probe", columns, rows, "09_thueringen", assumptions=("family_reunion_month",))


def ranges(low: float = 2.5, high: float = 4.5):
    """Of the home county, as notebooks 06 and 07 print them."""
    names = ("p10", "p90", "cash_p10", "cash_p90")
    columns = [Column("year", "Jahr", Unit.TEXT), *(Column(name, name, Unit.NUMBER) for name in names)]
    posts = build_table("posts_range", "Probe", columns[:3], [[str(year), low, high] for year in YEARS], "07_unsicherheit")
    cents = [[str(year), *(int(end * post) for post in (7_000_000, 6_900_000) for end in (low, high))] for year in YEARS]
    return HomeRanges(ABSENT, posts, build_table("cost_range", "Probe", columns, cents, "07_unsicherheit"))


def around(home=NO_RANGES, persons=ABSENT) -> Around:
    return Around(persons, ABSENT, home, ("forecast_draws",))
