"""What the county planned, was granted and aimed at: budget lines, grant notices, targets; amounts in cents."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import MONTHS
from wiwak_eval.simulate.draws import stream, triangular
from wiwak_eval.simulate.ledger import esf_part, monthly_cost
from wiwak_eval.simulate.parameters import Post, TrueParameters

YEAR_BEFORE = 2016
YEAR = 2017
INCOME = {"grant", "grant_esf"}
"""Budget groups of income: the Land's grant and the ESF's."""


def budget_lines_table(seed: int, truth: TrueParameters) -> pd.DataFrame:
    """Planned amounts by budget line, income and expenditure apart; the year before with its result."""
    planning, rng = truth.planning, stream(seed, "budget_book")
    results = _results_before(rng, truth)
    years: tuple[tuple[int, Mapping[str, int], Mapping[str, int]], ...] = (
        (YEAR_BEFORE, planning.planned_2016.value, results),
        (YEAR, planning.planned_2017.value, {}),
    )
    return pd.DataFrame(
        [
            {
                "year": year,
                "budget_code": f"{truth.money.budget_section.value}.{truth.money.budget_groups.value[kind]}",
                "direction": "income" if kind in INCOME else "expenditure",
                "planned": amount,
                "result": result.get(kind),
            }
            for year, planned, result in years
            for kind, amount in planned.items()
        ],
        dtype=object,
    )


def grants_table(truth: TrueParameters) -> pd.DataFrame:
    """The grant notices; nothing is drawn."""
    rows = [
        {
            "funder": notice.funder,
            "from": notice.since,
            "to": notice.to,
            "type": notice.type,
            "share": notice.share,
            "ceiling": notice.ceiling,
            "decided_on": notice.decided_on,
            "early_start_allowed": notice.early_start_allowed,
            "item_tolerance": notice.item_tolerance,
        }
        for notice in truth.planning.notices.value
    ]
    return pd.DataFrame(rows, dtype=object)


def targets_table(truth: TrueParameters) -> pd.DataFrame:
    """The targets of the year; nothing is drawn."""
    rows = [{"indicator": name, "value": value, "year": YEAR} for name, value in truth.planning.targets_2017.value.items()]
    return pd.DataFrame(rows, dtype=object)


def _results_before(rng: np.random.Generator, truth: TrueParameters) -> dict[str, int]:
    """What the year before brought, by budget group: pay of the posts filled then; the ESF's part of it; supplies.

    The annual bonus of that year is left out: no parameter says who was entitled to it.
    """
    money = truth.money
    posts = [post for post in money.posts.value if post.since.year == YEAR_BEFORE]
    worked = {post.post_id: _months_before(post) for post in posts}
    pay = {post.post_id: monthly_cost(money, post, MONTHS[0]) for post in posts}
    lead = money.posts.value[0]
    low, high = truth.planning.materials_2016_monthly.value
    supplies = sum(int(triangular(rng, low, high) + 0.5) for _ in range(sum(worked.values())))
    return {
        "personnel": sum(pay[key] * months for key, months in worked.items()),
        "materials": supplies,
        "grant_esf": esf_part(money, pay[lead.post_id]) * worked[lead.post_id],
    }


def _months_before(post: Post) -> int:
    """Months from the first one of a post filled in the year before to its December."""
    return 13 - post.since.month
