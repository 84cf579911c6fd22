"""Random budget years, built straight from dataclasses: lines of posts, work, prices, terms, whatever files might have given."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from grant_samples import random_fixed, random_terms
from hypothesis import strategies as st

from wiwak_eval.budget.costs.prices import Prices
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.staffing import StaffingRules
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules
from wiwak_eval.budget.year_plan import YearRules, year_plan

YEAR = 2018
contacts = st.integers(0, 15_000)


def decimals(low, high, places):
    """Exact decimals, quicker than `st.decimals`."""
    scale = 10**places
    return st.integers(round(low * scale), round(high * scale)).map(lambda number: Decimal(number).scaleb(-places))


cents = st.integers(0, 2_000_000)
parts = decimals(0, 1, 4)
posts = st.builds(
    PostLine,
    key=st.just(""),
    role=st.just("Beratung"),
    group=st.sampled_from(("S17", "S12", "S11b", "E6")),
    step=st.integers(1, 6),
    share=decimals(0, 1, 2),
    form=st.sampled_from(Form),
    in_step_since=st.none() | st.just(date(2015, 6, 1)),
    fixed_term_until=st.none() | st.sampled_from((date(2017, 12, 31), date(2018, 8, 15), date(2019, 6, 30))),
)
further = st.builds(
    PostLine, st.just(NEW), st.just(""), st.sampled_from(("S12", "E6")), st.integers(1, 6), st.just(Decimal(0)), st.sampled_from(Form)
)
efforts = st.builds(Effort, decimals(0, 120, 1), decimals(0, 60, 1), parts, parts, decimals(0, 300_000, 0), st.just(()))
works = st.builds(
    WorkRules,
    net_minutes=decimals(60_000, 120_000, 0),
    distribution=decimals(0, 0.4, 3),
    step=st.sampled_from([Decimal(step) for step in ("0.05", "0.1", "0.25", "0.3", "0.5", "1")]),
    minimum=decimals(0, 3, 2),
    opening_hours=decimals(0, 60, 1),
    opening_weeks=decimals(0, 53, 1),
    present=decimals(0, 3, 0),
    further=decimals(-2, 2, 2),
    warning=decimals(0.5, 1, 2),
)
rules_of_staff = st.builds(StaffingRules, st.integers(1, 13), st.just(12) | st.integers(0, 12))
prices = st.builds(
    Prices,
    year=st.just(YEAR),
    per_post=st.fixed_dictionaries({"materials": cents, "training": cents, "travel": cents}),
    room_post_year=cents,
    interpreter_hour=st.integers(0, 10_000),
    outreach_trip=st.integers(0, 10_000),
    events=cents,
    interpreting_paid=st.lists(st.sampled_from([Decimal(part) for part in ("0", "0.3", "0.5", "1")]), min_size=12, max_size=12).map(tuple),
    workplace_flat=cents,
    overhead=decimals(0, 0.4, 2),
    rooms_in_kind=st.booleans(),
    flat=st.just(False),
    index=decimals(0.9, 1.2, 4),
)


def numbered(lines, last):
    """Keys as the engine gives them; further posts last."""
    return (*(PostLine(**(vars(one) | {"key": f"S{number}"})) for number, one in enumerate(lines, start=1)), last)


lines_of_posts = st.builds(numbered, st.lists(posts, max_size=4), further)


def year_rules(pay):
    """Rules of a year with these rates of pay."""
    terms = st.none() | random_terms
    return st.builds(YearRules, st.just(YEAR), lines_of_posts, works, rules_of_staff, st.just(pay), prices, random_fixed, terms)


class Remembered:
    """Assumptions that look a value up once: two thousand plans ask for the same few."""

    def __init__(self, assumptions):
        self._assumptions, self._found = assumptions, {}

    def __getattr__(self, name):
        asked = getattr(self._assumptions, name)

        def once(*what):
            if (name, what) not in self._found:
                self._found[name, what] = asked(*what)
            return self._found[name, what]

        return once


def planned(rules, effort, number, pay):
    """The year's plan by the engine itself. pay: assumptions with the tables."""
    return year_plan(number, effort, rules, SimpleNamespace(pay=pay))
