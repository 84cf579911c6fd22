"""Years of a plan as far as posts and pay go, without contacts, other costs or funders."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import NEW, Form, PostLine

FULL = (Decimal(1),) * 12


def line(key="S1", group="S12", step=3, share="1", form=Form.OWN, since=None, **more):
    return PostLine(key, "Beratung", group, step, Decimal(share), form, in_step_since=since, **more)


def further(group="S12", step=3):
    return line(NEW, group, step, "0")


def months(share="1", first=1, last=12):
    return tuple(Decimal(share) if first <= month <= last else Decimal(0) for month in range(1, 13))


@dataclass(frozen=True)
class PlannedYear:
    """What the tables of personnel ask of a year's plan."""

    year: int
    pay: object
    lines: tuple
    shares: dict
    costs: object
    terms: object = None

    @property
    def staff(self):
        return SimpleNamespace(planned={key: max(shares) for key, shares in self.shares.items()})

    @property
    def planned(self):
        return sum((max(shares) for shares in self.shares.values()), Decimal(0))


def planned_year(assumptions, year, lines, shares=None, terms=None):
    """shares: by key where they are not the line's own all year."""
    rules = pay_rules(assumptions, year)
    filled = {one.key: (shares or {}).get(one.key, months(one.share)) for one in lines}
    personnel = {one.key: post_year(assumptions, rules, one, filled[one.key]) for one in lines}
    return PlannedYear(year, rules, tuple(lines), filled, SimpleNamespace(personnel=personnel), terms)


def day(text):
    return date.fromisoformat(text)
