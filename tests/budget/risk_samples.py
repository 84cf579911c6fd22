"""Models of the risk made by hand, without the engine: what they give can be worked out on paper."""

from dataclasses import replace

import numpy as np

from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.risk.funding import GrantRule
from wiwak_eval.budget.risk.inputs import CASELOAD, Input, Inputs, sorted_paths
from wiwak_eval.budget.risk.model import PAY, RiskModel, Variant, YearModel

WORK = {
    "contact_minutes": 40.0,
    "follow_up_minutes": 20.0,
    "coordination_minutes_year": 30_000.0,
    "net_minutes_post_year": 100_000.0,
    "distribution_time_share": 0.1,
    "opening_hours_week": 0.0,
    "present_at_once": 0.0,
    PAY: 1.0,
}
"""(contacts x 60 + 30,000) / 90,000 posts."""

REACH = np.sqrt(6)
"""Half width of a symmetric triangular distribution whose standard deviation is 1."""


def given(id, low, central, high, years=2, status="unverified"):
    return Input(id, id, "minutes", (low,) * years, (central,) * years, (high,) * years, status)


def work_inputs(years=2, **ends):
    """What decides on posts: certain, or with the ends given as `contact_minutes=(30, 40, 50)`."""
    return [given(id, *ends.get(id, (value,) * 3), years=years) for id, value in WORK.items()]


def year_model(items, steps=40, pay=(1.0, 1.0, 1.0), in_kind=None, **more):
    """Each post costs `items` cents a month by item; the height of pay moves the first item alone."""
    counts = np.arange(steps + 1) * 0.25
    monthly = [np.array([items[0] * height, *items[1:]], dtype=float) for height in pay]
    amounts = np.stack([np.repeat((counts[:, None] * cost)[:, None], 12, axis=1) for cost in monthly])
    made = YearModel(
        amounts=amounts,
        posts=counts,
        filled=np.repeat(counts[:, None], 12, axis=1),
        step=0.25,
        weeks=50.0,
        slopes={},
        reference={CASELOAD: 1000.0},
        pay=pay,
        in_kind=np.zeros(len(items), dtype=bool) if in_kind is None else np.array(in_kind),
        fixed=0.0,
    )
    return replace(made, **more)


def rule(items=1, kind=GrantKind.SHARE, first=1, **terms):
    """A notice that counts all items from a month on."""
    counted = np.zeros((12, items))
    counted[first - 1 :] = 1
    return GrantRule(kind, counted, counted, **terms)


def values(contacts, **changed):
    """Values of one year, one draw a number of contacts."""
    drawn = np.array(contacts, dtype=float)
    return {CASELOAD: drawn} | {
        id: np.broadcast_to(np.asarray(changed.get(id, value), dtype=float), drawn.shape) for id, value in WORK.items()
    }


def drawn(contacts, years=2, **changed):
    """The same for all years, [years, draws]."""
    return {id: np.stack([value] * years) for id, value in values(contacts, **changed).items()}


def additive(deviations, caseload=0.0, posts=None):
    """One year whose total is a sum of one term an input, with standard deviations in cents; contacts ask for the same posts unless
    `posts` says what a post costs in a year."""
    names = [f"input_{place}" for place in range(len(deviations))]
    yearly, items = 1e9, len(deviations) + 2
    slopes = {
        name: np.eye(items)[place] * deviation / yearly for place, (name, deviation) in enumerate(zip(names, deviations, strict=True))
    }
    slopes |= {CASELOAD: np.eye(items)[-2] * caseload / yearly}
    base = year_model([0.0] * items, slopes=slopes, reference=dict.fromkeys(names, 0.0) | {CASELOAD: 900.0})
    amounts = np.full(base.amounts.shape, yearly / 12)
    amounts[..., -1] = 0 if posts is None else (posts / 12 * base.posts)[None, :, None]
    paths = sorted_paths([tuple(900 + np.random.default_rng(5).normal(size=20_000) * (1 if posts is None else 200))])
    inputs = Inputs((*work_inputs(1), *(given(name, -REACH, 0.0, REACH, years=1) for name in names)), paths, (900,))
    return RiskModel((replace(base, amounts=amounts),), (Variant("none", "ohne Land", (rule(items, granted=0.0),)),)), inputs
