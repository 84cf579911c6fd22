"""Ends of fixed terms: how many posts, never whose."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.controlling.due_day import DueDay
from wiwak_eval.budget.pay.fixed_term import longest_end

LIMIT = "fixed_term_limit_months"


def term_days(posts: pd.DataFrame, first: date, assumptions: Assumptions) -> Iterator[DueDay]:
    """Days on which fixed terms end, and on which those of the county's own staff reach what is allowed without a material reason.

    first: terms that ended before are left out. Whether a term has a reason is not delivered; the county must check it.
    """
    held = posts[posts["fixed_term_until"].notna() & (posts["fixed_term_until"] >= pd.Timestamp(first))]
    for day, part in held.groupby("fixed_term_until"):
        ends = pd.Timestamp(str(day)).date()
        yield DueDay(f"term_{ends}", ends, f"Befristung endet: {_posts(len(part))}", "Tabelle „Stellen“")
    if not assumptions.has(LIMIT, first):
        return
    months, source = int(assumptions.decimal(LIMIT, first)), assumptions.get(LIMIT, first).source.title
    own = held[held["employer"].fillna("county") == "county"]
    limits = own.assign(limit=[longest_end(begin.date(), months) for begin in own["from"]])
    for limit, part in limits.groupby("limit"):
        beyond = int((part["fixed_term_until"].dt.date > part["limit"]).sum())
        more = f"; vereinbart ist bei {_posts(beyond)} eine spätere: Sachgrund prüfen" if beyond else ""
        what = f"Höchstdauer der Befristung ohne Sachgrund: {_posts(len(part))}{more}"
        yield DueDay(f"limit_{limit}", part["limit"].iloc[0], what, f"{source} (ungeprüft)")


def _posts(count: int) -> str:
    return "1 Stelle" if count == 1 else f"{count} Stellen"
