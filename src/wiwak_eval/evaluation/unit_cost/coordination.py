"""Which part of the working time goes into coordination: measured where a time study was delivered, assumed elsewhere."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.unit_cost.spending import STAFF_TYPES, cents
from wiwak_eval.money import Cents, round_half_up
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_DAYS = 10
"""Days of a time study below which the assumption is kept."""

MINUTES, NET_MINUTES = "coordination_minutes_year", "net_minutes_post_year"


@dataclass(frozen=True)
class Coordination:
    """Share of the working time (0–1), with the 95 % interval of a time study or the low and high of the assumption, or None."""

    share: Fraction
    low: Fraction | None
    high: Fraction | None
    measured: bool


def coordination(records: Records, assumptions: Assumptions) -> Coordination | NotAssessable:
    """Measured where a time study covers at least ten days with work; else the assumed minutes over the posts' net minutes.

    Which post coordinates is not guessed from its name: every minute of work costs the same. Refused without a time study and without
    posts, and where the assumption asks for more time than the posts have.
    """
    study = records.table("time_study")
    if not isinstance(study, NotAssessable):
        work = study[study["activity"] != "absence"]
        days = work.groupby("date")["minutes"].sum()
        if int((days > 0).sum()) >= FEWEST_DAYS:
            return measured_share(work)
    return assumed_share(records, assumptions)


def measured_share(work: pd.DataFrame) -> Coordination:
    """Minutes of coordination over all minutes of work (columns date, activity, minutes), a ratio of sums over days.

    The interval treats days as clusters, with t on days − 1 degrees of freedom. Source: Cochran (1977), Sampling Techniques, chapter 6.
    """
    from scipy.stats import t

    minutes = work.assign(part=work["minutes"].where(work["activity"] == "coordination", 0)).groupby("date")[["part", "minutes"]].sum()
    minutes = minutes[minutes["minutes"] > 0]
    share = Fraction(int(minutes["part"].sum()), int(minutes["minutes"].sum()))
    rest = (minutes["part"] - float(share) * minutes["minutes"]).to_numpy(dtype=float)
    days = len(rest)
    error = np.sqrt(days / (days - 1) * np.sum(np.sort(rest**2))) / float(minutes["minutes"].sum())
    reach = Fraction(float(t.ppf(0.975, days - 1)) * float(error))
    return Coordination(share, max(share - reach, Fraction(0)), min(share + reach, Fraction(1)), measured=True)


def assumed_share(records: Records, assumptions: Assumptions) -> Coordination | NotAssessable:
    """The assumed fixed minutes a year over the net minutes a year of the posts that existed in the period."""
    posts = records.table("posts")
    if isinstance(posts, NotAssessable):
        return posts
    day = records.provenance.period_to
    try:
        fixed, net = assumptions.get(MINUTES, day), assumptions.decimal(NET_MINUTES, day)
        central = assumptions.decimal(MINUTES, day)
    except Gap:
        return NotAssessable("nicht auswertbar: Für die Zeit der Koordination ist am Stichtag kein Wert bekannt.")
    available = Fraction(net) * full_posts(posts, records)
    if not available or Fraction(central) > available:
        return NotAssessable("nicht auswertbar: Die angenommene Zeit für Koordination ist länger als die Arbeitszeit der Stellen.")
    low, high = (None if end is None else min(Fraction(end) / available, Fraction(1)) for end in (fixed.low, fixed.high))
    return Coordination(Fraction(central) / available, low, high, measured=False)


def full_posts(posts: pd.DataFrame, records: Records) -> Fraction:
    """Mean number of full posts over the days of the period."""
    first, last = pd.Timestamp(records.provenance.period_from), pd.Timestamp(records.provenance.period_to)
    begin = posts["from"].where(posts["from"] > first, first)
    end = posts["to"].where(posts["to"] < last, last)
    days = ((end - begin).dt.days + 1).clip(lower=0)
    shares = [Fraction(str(share)) * int(length) for share, length in zip(posts["share"], days, strict=True)]
    return sum(shares, Fraction(0)) / ((last - first).days + 1)


def staff_cost(spent: pd.DataFrame, records: Records) -> Cents:
    """What was paid for working time: personnel, and grants to a carrier where a post of a carrier is among the posts."""
    posts = records.table("posts")
    carrier = not isinstance(posts, NotAssessable) and bool((posts["employer"] == "carrier").any())
    types = STAFF_TYPES if carrier else STAFF_TYPES[:1]
    paid = spent[spent["cost_type"].isin(types) & ~spent["in_kind"]]
    return cents(paid)


def part_of(cost: Cents, share: Fraction) -> Cents:
    """A share of an amount, rounded half up to the cent."""
    return round_half_up(cost * share)
