"""Posts and personnel costs by pay group: what papers show where nobody may see what a single post is paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.group_names import normal_group
from wiwak_eval.budget.pay.mean_cost import mean_year
from wiwak_eval.budget.pay.rules import PERSONNEL_ITEM_OF
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents, round_half_up, share_of
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

DIFFERENCE, TOTAL = "difference", "total"
FORM_LABELS = {Form.OWN: "Landkreis", Form.FORWARDED: "Träger", Form.CONTRACT: "Dienstleister"}
AVERAGE = (
    "Durchschnitt: Jahreskosten einer vollen Stelle, gemittelt über alle Stufen der öffentlichen Entgelttabelle, nicht die Stufe derer, "
    "die die Stellen haben."
)
WHY_DIFFERENCE = (
    "Der Unterschied führt auf die Personalkosten des Plans, auf den Cent. Er ist nicht aufgeteilt: Stufen einzelner Beschäftigter sind "
    "Personaldaten."
)
DUE = "In geförderten Monaten: nach Zeitanteil; in der Zeile „Unterschied“ steht, was davon abweicht."
FOURTH_PLACE = Decimal("0.0001")
FULL_YEAR = (Decimal(1),) * 12


@dataclass(frozen=True)
class GroupCost:
    """Posts of a pay group in one form of employment. posts: mean of the twelve months, to four places; average: what a full post costs
    in the year at the mean of all steps, in cents."""

    group: str
    form: Form
    posts: Decimal
    average: Cents

    @property
    def cost(self) -> Cents:
        """The posts at that mean."""
        return share_of(self.average, self.posts)


def group_key(group: str, form: Form) -> str:
    """`S12` for the county's own posts, `S12@carrier` and `S12@contract` for others; so also for the rows `difference` and `total`."""
    return group if form is Form.OWN else f"{group}@{PERSONNEL_ITEM_OF[form]}"


def group_costs(plan: YearPlan, assumptions: Assumptions) -> tuple[GroupCost, ...]:
    """Each pay group and form of the plan in the order of its first post. Raises Gap where a rate is missing."""
    rules = plan.pay
    kinds = dict.fromkeys((normal_group(line.group), line.form) for line in plan.lines)
    return tuple(
        GroupCost(group, form, _posts(plan, group, form), mean_year(assumptions, rules, group, form, FULL_YEAR)) for group, form in kinds
    )


def pay_groups(plans: Plans, groups: Sequence[tuple[GroupCost, ...]], read: Sequence[str]) -> Table:
    """Personnel costs of each year by pay group and form at mean cost, and what leads from there to each item of the plan.

    groups: those of each plan. Rows `S12/2018`, `difference/2018`, `total/2018`; with `@carrier`, `@contract` for other forms.
    """
    rows = [row for plan, costs in zip(plans, groups, strict=True) for form in _forms(costs) for row in _form_rows(plan, form, costs)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Entgeltgruppe", Unit.TEXT),
        Column("form", "beschäftigt bei", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("posts", "Stellen im Jahresmittel", Unit.POSTS, 4),
        Column("average", "volle Stelle im Durchschnitt", Unit.CENTS),
        Column("cost", "Kosten im Jahr", Unit.CENTS),
        Column("due", "davon in geförderten Monaten", Unit.CENTS),
    )
    title = "Personalkosten nach Entgeltgruppen"
    return build_table("pay_groups", title, columns, rows, NOTEBOOK, notes=(AVERAGE, WHY_DIFFERENCE, DUE), assumptions=read)


def _forms(costs: tuple[GroupCost, ...]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(one.form for one in costs))


def _form_rows(plan: YearPlan, form: Form, costs: tuple[GroupCost, ...]) -> list[list[Cell]]:
    supported = supported_months(plan)
    personnel, due = item_due(plan, form, range(1, 13)), item_due(plan, form, supported)
    year, employer = str(plan.year), FORM_LABELS[form]
    own = [one for one in costs if one.form is form]
    rows: list[list[Cell]] = [
        [f"{group_key(one.group, form)}/{year}", one.group, employer, year, float(one.posts), one.average, one.cost, None] for one in own
    ]
    difference = personnel - sum(one.cost for one in own)
    off_time_share = due - round_half_up(Fraction(personnel * len(supported), 12))
    label = "Unterschied zwischen Durchschnitt und Plan"
    rows.append([f"{group_key(DIFFERENCE, form)}/{year}", label, employer, year, None, None, difference, off_time_share])
    posts = float(sum((one.posts for one in own), Decimal(0)))
    rows.append([f"{group_key(TOTAL, form)}/{year}", "Personalkosten nach Plan", employer, year, posts, None, personnel, due])
    return rows


def supported_months(plan: YearPlan) -> range:
    """Months (1-12) that the Land's grant covers; the whole year where nothing is decided."""
    return plan.terms.months if plan.terms else range(1, 13)


def item_due(plan: YearPlan, form: Form, months: range) -> Cents:
    """What posts of one form cost in some months."""
    keys = [line.key for line in plan.lines if line.form is form]
    return sum(pay.total for key in keys for pay in plan.costs.personnel[key] if pay.month in months)


def _posts(plan: YearPlan, group: str, form: Form) -> Decimal:
    lines = [line for line in plan.lines if (normal_group(line.group), line.form) == (group, form)]
    months = sum((share for line in lines for share in plan.shares[line.key]), Decimal(0))
    return (months / 12).quantize(FOURTH_PLACE, ROUND_HALF_UP)
