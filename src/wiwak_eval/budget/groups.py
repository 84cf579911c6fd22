"""Posts and personnel costs by pay group: what papers show where nobody may see what a single post is paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay import PayRules, normal_group, post_year
from wiwak_eval.budget.posts import NEW, Post
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents, round_half_up, share_of
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

DIFFERENCE, TOTAL = "difference", "total"
FILLED = "Vorhandene Stellen werden in der Reihenfolge des Stellenplans besetzt; fehlender Bedarf ist als „zusätzlich“ geplant."
AVERAGE = (
    "Durchschnitt: Jahreskosten einer vollen Stelle, gemittelt über alle Stufen der öffentlichen Entgelttabelle, nicht die Stufe derer, "
    "die die Stellen haben."
)
WHY_DIFFERENCE = (
    "Der Unterschied führt auf die Personalkosten des Plans, auf den Cent. Er ist nicht aufgeteilt: Stufen einzelner Beschäftigter sind "
    "Personaldaten."
)
DUE = "Ab dem ersten geförderten Monat: nach Zeitanteil; in der Zeile „Unterschied“ steht, was davon abweicht."


@dataclass(frozen=True)
class GroupCost:
    """Planned posts of a pay group in a year, and what a full post costs at the mean of all steps, in cents a year."""

    group: str
    posts: Decimal
    average: Cents

    @property
    def cost(self) -> Cents:
        """The posts at that mean."""
        return share_of(self.average, self.posts)


def known_steps(assumptions: Assumptions, group: str, year: int) -> tuple[int, ...]:
    """Steps of a pay group that have a table pay in each month of the year; all of them count as read, whichever anybody holds."""
    prefix = f"pay_{normal_group(group)}_"
    days = [date(year, month, 1) for month in range(1, 13)]
    known = {id: [assumptions.has(id, day) for day in days] for id in assumptions.ids(prefix)}
    return tuple(int(id.removeprefix(prefix)) for id, found in known.items() if all(found))


def average_year(assumptions: Assumptions, rules: PayRules, group: str) -> Cents:
    """A full post's cost in a year, mean of all steps of its group. Raises Gap where a rate is missing."""
    steps = known_steps(assumptions, group, rules.year)
    totals = (month.total for step in steps for month in post_year(assumptions, rules, group, step, Decimal(1)))
    return round_half_up(Fraction(sum(totals), len(steps)))


def group_costs(plan: YearPlan, assumptions: Assumptions) -> tuple[GroupCost, ...]:
    """Each pay group of the plan in the order of its first post. Raises Gap where a rate is missing."""
    groups = dict.fromkeys(post.group for post in plan.posts)
    return tuple(GroupCost(group, _shares(plan.posts, group), average_year(assumptions, plan.pay, group)) for group in groups)


def posts_groups(plans: Plans, existing: tuple[Post, ...], read: Sequence[str]) -> Table:
    """Existing and planned shares by pay group, further posts apart."""
    rows: list[list[Cell]] = []
    for group in dict.fromkeys(post.group for post in existing):
        planned = (float(_shares(plan.posts[:-1], group)) for plan in plans)
        rows.append([group, "im Stellenplan", group, float(_shares(existing, group)), *planned])
    rows.append([NEW, "zusätzlich", plans[0].posts[-1].group, 0.0, *(float(plan.posts[-1].share) for plan in plans)])
    total = float(sum(post.share for post in existing))
    rows.append([TOTAL, "Summe", None, total, *(float(plan.planned) for plan in plans)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stellen", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{plan.year}", f"geplant {plan.year}", Unit.POSTS, 2) for plan in plans),
    )
    title = "Stellenplan nach Entgeltgruppen"
    return build_table("posts_groups", title, columns, rows, NOTEBOOK, notes=(FILLED,), assumptions=read)


def pay_groups(plans: Plans, groups: Sequence[tuple[GroupCost, ...]], read: Sequence[str]) -> Table:
    """Personnel costs of each year by pay group at mean cost, and what leads from there to the plan. groups: those of each plan."""
    rows = [row for plan, costs in zip(plans, groups, strict=True) for row in _year_rows(plan, costs)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Entgeltgruppe", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("posts", "geplante Stellen", Unit.POSTS, 2),
        Column("average", "volle Stelle im Durchschnitt", Unit.CENTS),
        Column("cost", "Kosten im Jahr", Unit.CENTS),
        Column("due", "davon ab dem ersten geförderten Monat", Unit.CENTS),
    )
    title = "Personalkosten nach Entgeltgruppen"
    return build_table("pay_groups", title, columns, rows, NOTEBOOK, notes=(AVERAGE, WHY_DIFFERENCE, DUE), assumptions=read)


def _year_rows(plan: YearPlan, costs: tuple[GroupCost, ...]) -> list[list[Cell]]:
    start = plan.terms.start if plan.terms else 1
    personnel, due = plan.costs.items["personnel"], personnel_due(plan, start)
    year = str(plan.year)
    rows: list[list[Cell]] = [[f"{one.group}/{year}", one.group, year, float(one.posts), one.average, one.cost, None] for one in costs]
    difference = personnel - sum(one.cost for one in costs)
    off_time_share = due - round_half_up(Fraction(personnel * (13 - start), 12))
    label = "Unterschied zwischen Durchschnitt und Plan"
    rows.append([f"{DIFFERENCE}/{year}", label, year, None, None, difference, off_time_share])
    rows.append([f"{TOTAL}/{year}", "Personalkosten nach Plan", year, float(plan.planned), None, personnel, due])
    return rows


def personnel_due(plan: YearPlan, start: int) -> Cents:
    """Personnel costs that fall due from month `start` (1-13) on."""
    return sum(pay.total for months in plan.costs.personnel.values() for pay in months if pay.month >= start)


def _shares(posts: Sequence[Post], group: str) -> Decimal:
    return sum((post.share for post in posts if post.group == group), Decimal(0))
