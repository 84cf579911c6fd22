"""The negotiation sheet: the Land's rate x first month x posts -> the county's cash."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.coarse_costs import GROUP_MEAN
from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.financing.year import NOTEBOOK
from wiwak_eval.budget.grants.ceiling import ceiling_notes
from wiwak_eval.budget.grants.decided import start_month
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.german import number
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

CostsFor = Callable[[int, Decimal], YearCosts]
"""Costs of the i-th year with so many posts."""


@dataclass(frozen=True)
class Choices:
    """What is negotiated about. rates: 0-1; starts: month keys `2018-04`; posts: more or fewer than planned."""

    rates: tuple[Decimal, ...]
    starts: tuple[str, ...]
    posts: tuple[Decimal, ...]


@dataclass(frozen=True)
class NegotiatedYear:
    """A budget year as the sheet needs it. planned: posts; fixed: cents by key of `split.FIXED`; terms: what stays of them while
    rate and start vary."""

    year: int
    planned: Decimal
    fixed: Mapping[str, Cents]
    terms: GrantTerms


def negotiation_choices(assumptions: Assumptions, day: date) -> Choices:
    """All assumptions whose ids begin `negotiation_rate_`, `…_start_`, `…_posts_`, smallest first. Raises Gap."""
    rates = {assumptions.decimal(id, day) for id in assumptions.ids("negotiation_rate_")}
    starts = {assumptions.text(id, day) for id in assumptions.ids("negotiation_start_")}
    posts = {assumptions.decimal(id, day) for id in assumptions.ids("negotiation_posts_")}
    return Choices(tuple(sorted(rates)), tuple(sorted(starts)), tuple(sorted(posts)))


def negotiation(years: Sequence[NegotiatedYear], choices: Choices, costs_for: CostsFor, read: Sequence[str], exact: bool = True) -> Table:
    """The county's cash for each choice, in each year and together. A choice that leaves a year without posts is left out.

    exact: whether `costs_for` prices each post at the step of its holder, which is staff data.
    """
    kept = [more for more in choices.posts if all(year.planned + more > 0 for year in years)]
    costs = {more: [costs_for(i, year.planned + more) for i, year in enumerate(years)] for more in kept}
    rows: list[list[Cell]] = []
    for more, rate, start in product(kept, choices.rates, choices.starts):
        cash = [
            funder_parts(cost, year.fixed, _offer(year, rate, start))["county_cash"] for cost, year in zip(costs[more], years, strict=True)
        ]
        rows.append([f"{_plain(rate)}/{start}/{_plain(more)}", float(rate), start, _posts(more), *cash, sum(cash)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("rate", "Land zahlt", Unit.SHARE),
        Column("start", "ab", Unit.MONTH),
        Column("posts", "Stellen", Unit.TEXT),
        *(Column(f"y{year.year}", str(year.year), Unit.CENTS) for year in years),
        Column("total", "zusammen", Unit.CENTS),
    )
    notes = (
        "Barmittel des Landkreises; Fördersätze und Anfangsmonate sind angenommen, keine Zusagen. Stellen gegenüber dem Plan.",
        "Der Bescheid kommt hier rechtzeitig; was ein später Bescheid kostet, steht in der eigenen Tabelle.",
        *(() if exact else (GROUP_MEAN,)),
        *dict.fromkeys(note for year in years for note in ceiling_notes(replace(year.terms, kind=GrantKind.SHARE))),
    )
    title = "Verhandlungsblatt: was der Landkreis bar zahlt"
    return build_table("negotiation" if exact else "negotiation_groups", title, columns, rows, NOTEBOOK, notes, read, staff=exact)


def _offer(year: NegotiatedYear, rate: Decimal, start: str) -> GrantTerms:
    """A share decided in time, whatever kind is in force; items, ceiling and last month stay."""
    return replace(year.terms, kind=GrantKind.SHARE, rate=rate, start=start_month(start, year.year), decided=0)


def _posts(more: Decimal) -> str:
    return "wie geplant" if not more else f"{number(abs(more), 2)} {'mehr' if more > 0 else 'weniger'}"


def _plain(value: Decimal) -> str:
    """`0.8` however the number was written, so that keys stay the same."""
    return f"{value.normalize():f}"
