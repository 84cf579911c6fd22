"""What remains after the two budget years (Folgekosten): posts and their cost, if the centre goes on and if it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.fixed_term import at_limit, fixed_terms
from wiwak_eval.budget.pay.mean_cost import mean_year
from wiwak_eval.budget.posts.line import NEW, PostLine
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

Kind = Literal["open", "runs", "renew", "new"]
KINDS: tuple[Kind, ...] = ("open", "runs", "renew", "new")
BOUND: tuple[Kind, ...] = ("open", "runs")
"""Kinds of contracts that outlast the centre."""
NOTES = (
    "Kosten nach Art des Vertrags: Durchschnitt aller Stufen der Entgeltgruppe, nicht die Stufe derer, die die Stellen haben; der "
    "Unterschied führt auf den Plan.",
    "Endet das Zentrum, bleiben Stellen ohne Ende des Vertrags beim Arbeitgeber. Kündigung und Abfindung sind nicht gerechnet.",
    "Befristung ohne Sachgrund: gezählt ab Beginn der Beschäftigung, auch beim Träger. Mit Sachgrund geht mehr; das ist nicht geprüft.",
)
ENDED = "Im Szenario endet das Zentrum vor diesem Jahr; Zeilen für den Weiterbetrieb entfallen."


@dataclass(frozen=True)
class Remaining:
    """What remains in a year. count: people; posts: mean of the twelve months; cost: at the mean of all steps, in cents."""

    count: int
    posts: Decimal
    cost: Cents


def follow_up_costs(plans: Plans, third: YearPlan, assumptions: Assumptions, read: Sequence[str]) -> Table:
    """Posts and personnel costs of the year after the budget years, by how long contracts run; then fixed terms that come to their limit.

    plans: the budget years; third: the year after them. Rows `on`, `on/open` … if the centre goes on (as planned for that year), `end`,
    `end/open` … if it ends with the last budget year, `limit/2018` … for fixed terms. Names no single post. Raises Gap.
    """
    part = assumptions.part()
    rows = [*(_on(part, third) if third.planned else ()), *_end(part, third, plans[-1].year), *_limits(part, plans)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Was bleibt", Unit.TEXT),
        Column("count", "Beschäftigte", Unit.COUNT),
        Column("posts", "Stellen im Jahresmittel", Unit.POSTS, 2),
        Column("cost", f"Personalkosten {third.year}", Unit.CENTS),
    )
    notes = NOTES if third.planned else (*NOTES, ENDED)
    title = f"Folgekosten {third.year}: was nach den beiden Haushaltsjahren bleibt"
    return build_table("follow_up_costs", title, columns, rows, NOTEBOOK, notes=notes, assumptions=(*read, *part.ids_read))


def kind_of(line: PostLine, year: int) -> Kind:
    """How long the contract of a line runs, seen from a year."""
    if line.key == NEW:
        return "new"
    end = line.fixed_term_until
    return "open" if end is None else "runs" if end.year >= year else "renew"


def _labels(year: int) -> dict[Kind, str]:
    return {
        "open": "davon ohne Ende des Vertrags",
        "runs": f"davon Vertrag läuft in das Jahr {year} hinein",
        "renew": f"davon Vertrag endet vor {year} und wäre zu verlängern",
        "new": "davon zusätzliche Stellen, noch nicht besetzt",
    }


def _on(assumptions: Assumptions, third: YearPlan) -> list[list[Cell]]:
    """As planned for the year."""
    found = {kind: _remaining(assumptions, third, [line for line in third.lines if kind_of(line, third.year) == kind]) for kind in KINDS}
    personnel = sum(pay.total for months in third.costs.personnel.values() for pay in months)
    rows = [_row("on", f"Das Zentrum läuft {third.year} weiter", tuple(found.values()), personnel)]
    rows += [_row(f"on/{kind}", _labels(third.year)[kind], (one,), one.cost) for kind, one in found.items()]
    difference = personnel - sum(one.cost for one in found.values())
    return [*rows, ["on/difference", "Unterschied zwischen Durchschnitt und Plan", None, None, difference]]


def _end(assumptions: Assumptions, third: YearPlan, last: int) -> list[list[Cell]]:
    """Contracts that outlast the centre, to their end, with the share that they name."""
    found = {}
    for kind in BOUND:
        lines = [line for line in third.lines if kind_of(line, third.year) == kind]
        found[kind] = _remaining(assumptions, third, lines, {line.key: _contract_months(line, third.year) for line in lines})
    rows = [_row("end", f"Das Zentrum endet am 31.12.{last}: es bleiben", tuple(found.values()), sum(one.cost for one in found.values()))]
    return rows + [_row(f"end/{kind}", _labels(third.year)[kind], (one,), one.cost) for kind, one in found.items()]


def _contract_months(line: PostLine, year: int) -> tuple[Decimal, ...]:
    """The share in each month in which the contract still runs."""
    end = line.fixed_term_until
    return tuple(line.share if end is None or date(year, month, 1) <= end else Decimal(0) for month in range(1, 13))


def _remaining(
    assumptions: Assumptions, third: YearPlan, lines: Sequence[PostLine], shares: dict[str, tuple[Decimal, ...]] | None = None
) -> Remaining:
    """Lines of the year with the shares given, else with the planned ones."""
    rules, months = third.pay, third.shares if shares is None else shares
    filled = [line for line in lines if any(months[line.key])]
    posts = sum((share for line in filled for share in months[line.key]), Decimal(0)) / 12
    cost = sum(mean_year(assumptions, rules, line.group, line.form, months[line.key]) for line in filled)
    return Remaining(sum(line.key != NEW for line in filled), posts, cost)


def _row(key: str, label: str, found: Sequence[Remaining], cost: Cents) -> list[Cell]:
    return [key, label, sum(one.count for one in found), float(sum((one.posts for one in found), Decimal(0))), cost]


def _limits(assumptions: Assumptions, plans: Plans) -> list[list[Cell]]:
    """Fixed terms that cannot go on without a reason."""
    rows: list[list[Cell]] = []
    for plan in plans:
        day = date(plan.year, 12, 31)
        months = int(assumptions.decimal("fixed_term_limit_months", day))
        found = at_limit(plan.lines, months, day)
        label = f"Befristung ohne Sachgrund: Höchstdauer von {months} Monaten bis 31.12.{plan.year} erreicht"
        rows.append([f"limit/{plan.year}", label, len(found), float(sum((line.share for line in found), Decimal(0))), None])
    unknown = [line for line in fixed_terms(plans[0].lines) if line.begun is None]
    shares = float(sum((line.share for line in unknown), Decimal(0)))
    return [*rows, ["limit/unknown", "Befristung, deren Beginn nicht geliefert ist", len(unknown), shares, None]]
