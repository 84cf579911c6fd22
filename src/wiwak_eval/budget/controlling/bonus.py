"""The annual bonus that is still to be paid, as a share of a month's pay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.group_names import bonus_class
from wiwak_eval.budget.pay.one_off import DUE_DAY_MONTH
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

KIND_OF_EMPLOYER = {"county": "personnel", "carrier": "carrier"}
"""Cost type that a post's pay is booked on."""
MONTH = "bonus_month"
RATES = {"bonus_low": "bonus_share_low_groups", "bonus_high": "bonus_share_high_groups"}


@dataclass(frozen=True)
class BonusOutlook:
    """month: in which it is paid (1-12); shares: of a mean month's pay, by cost type; nothing where no posts were delivered."""

    month: int
    shares: Mapping[str, Fraction]


def bonus_outlook(records: Records, assumptions: Assumptions, year: int) -> BonusOutlook:
    """What the bonus adds to a mean month of each cost type: the rates of the posts, weighted by their shares of a full post.

    Only posts held on 1 December, in twelfths of the months employed (section 20 TVöD by Haufe, as cited in data/assumptions); what posts
    differ in pay is not in the bookings, so each full post counts alike. Raises Gap where a rate is not known.
    """
    day, posts = date(year, 1, 1), records.table("posts")
    month = int(assumptions.decimal(MONTH, day))
    if isinstance(posts, NotAssessable):
        return BonusOutlook(month, {})
    rates = {name: Fraction(assumptions.decimal(id, day)) for name, id in RATES.items()}
    weights, earned = dict[str, Fraction](), dict[str, Fraction]()
    for row in posts.to_dict("records"):
        kind = KIND_OF_EMPLOYER.get(str(row["employer"]), "personnel")
        months = _months_held(row["from"], _end(row), year)
        if months and _held(row["from"], _end(row), date(year, DUE_DAY_MONTH, 1)):
            share = Fraction(str(row["share"]))
            weights[kind] = weights.get(kind, Fraction(0)) + share
            earned[kind] = earned.get(kind, Fraction(0)) + share * rates[bonus_class(str(row["pay_group"]))] * months / 12
    return BonusOutlook(month, {kind: earned[kind] / weight for kind, weight in weights.items() if weight})


def _end(row: Mapping[Any, Any]) -> pd.Timestamp | None:
    """The last day of a post: the earlier one of its own and of the contract's."""
    ends = [pd.Timestamp(str(row[name])) for name in ("to", "fixed_term_until") if not pd.isna(row[name])]
    return min(ends, default=None)


def _held(begin: pd.Timestamp, end: pd.Timestamp | None, day: date) -> bool:
    return begin.date() <= day and (end is None or end.date() >= day)


def _months_held(begin: pd.Timestamp, end: pd.Timestamp | None, year: int) -> int:
    """Months of the year on whose first day, or in whose course, the post was held."""
    last = 12 if end is None or end.year > year else end.month if end.year == year else 0
    first = 1 if begin.year < year else begin.month if begin.year == year else 13
    return max(0, last - first + 1)
