"""Years of costs, terms and plans that the tests of grants and financing share."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.financing.split import FIXED, finance
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.money import round_half_up

NO_FIXED = dict.fromkeys(FIXED, 0)
ALL = frozenset(LABELS)


def twelfths(amount):
    come = [round_half_up(Fraction(amount * month, 12)) for month in range(13)]
    return tuple(later - earlier for earlier, later in pairwise(come))


def year_costs(items, monthly=(), in_kind=("rooms",), posts=None, year=2018):
    """items: cents a year, laid on twelfths; monthly: twelve amounts of personnel; posts: shares by key, whose pay splits personnel."""
    months = {item: twelfths(items.get(item, 0)) for item in LABELS}
    if monthly:
        months["personnel"] = tuple(monthly)
    shares = posts or {"S1": Decimal(1)}
    total, pay = sum(shares.values()), {}
    for key, share in shares.items():
        parts = [round_half_up(Fraction(amount) * Fraction(share) / Fraction(total)) for amount in months["personnel"]]
        pay[key] = tuple(PayMonth(month, share=share, gross=part) for month, part in enumerate(parts, start=1))
    return YearCosts(year, pay, months, frozenset(in_kind), {})


def share_terms(rate="0.80", **more):
    return GrantTerms(GrantKind.SHARE, more.pop("eligible", ALL), Decimal(rate), **more)


@dataclass
class Plan:
    """A year as the tables want it."""

    costs: YearCosts
    terms: GrantTerms | None = None
    fixed: dict[str, int] = field(default_factory=lambda: dict(NO_FIXED))

    @property
    def year(self):
        return self.costs.year

    @property
    def financing(self):
        return finance(self.costs, self.fixed, self.terms)


SMALL = {"interpreting": 720000, "materials": 480000, "training": 60000, "travel": 90000, "events": 240000, "rooms": 600000}
MONTHLY = (1_000_000,) * 10 + (1_500_000, 1_000_000)


def pilot_like(year=2018, **more):
    """125,000 € of personnel, 15,900 € of other cash, rooms for 6,000 € in kind: 140,900 € in cash."""
    return year_costs(SMALL, MONTHLY, year=year, **more)


cents = st.integers(0, 10**8)
random_costs = st.builds(
    year_costs,
    st.lists(cents, min_size=len(LABELS), max_size=len(LABELS)).map(lambda amounts: dict(zip(LABELS, amounts, strict=True))),
    st.just(()) | st.lists(cents, min_size=12, max_size=12),
    st.sampled_from(((), ("rooms",), ("rooms", "events"), tuple(LABELS))),
)
random_terms = st.builds(
    GrantTerms,
    kind=st.sampled_from(GrantKind),
    eligible=st.frozensets(st.sampled_from(tuple(LABELS))) | st.just(ALL),
    rate=st.integers(0, 10_000).map(lambda part: Decimal(part) / 10_000),
    amount=cents,
    own_cash=cents,
    ceiling=st.none() | cents,
    start=st.integers(1, 13),
    end=st.integers(1, 12),
    in_kind_counts=st.booleans(),
    decided=st.integers(0, 13),
    early_start=st.booleans(),
)
random_fixed = st.lists(st.just(0) | cents, min_size=3, max_size=3).map(lambda amounts: dict(zip(FIXED, amounts, strict=True)))
