"""The same posts in three forms of employment: by the county, by a carrier that it funds, by a firm under contract."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.post_pay import PayMonth, post_year
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PLAN = "plan"
LABELS = {Form.OWN: "eigenes Personal", Form.FORWARDED: "Zuschuss an einen Träger", Form.CONTRACT: "Vertrag mit einem Dienstleister"}
BUDGET_GROUPS = {
    Form.OWN: ("budget_group_pay", "budget_group_pension", "budget_group_social"),
    Form.FORWARDED: ("budget_group_carrier",),
    Form.CONTRACT: ("budget_group_contract",),
}
"""Assumptions that name where a form stands in the budget."""
NOTES = (
    "Gerechnet sind dieselben Stellen, Stufen und Tarife in jeder Form; ein Träger oder Dienstleister kann anders bezahlen.",
    "Eigenes Personal: Der Kreis zahlt die Unfallversicherung nach Einwohnern und keine Insolvenzgeldumlage.",
    "Zuschuss an einen Träger: Umlagen und Gemeinkosten kommen hinzu, keine Umsatzsteuer. Ein Besserstellungsverbot gilt auch dort.",
    "Vertrag mit einem Dienstleister: Auf alles kommt Umsatzsteuer, sofern keine Befreiung greift. Der Auftrag ist zu vergeben.",
    "Förderung: Eine spätere Fassung der Landesrichtlinie nennt Fachpersonal, Honorare und die Weiterleitung an Dritte als förderfähig. Ob "
    "das schon 2018 gilt, ist nicht belegt; es entscheidet der Bescheid.",
    "Umlagen U1 und U2 sind nicht enthalten, weil ihre Sätze nicht gefunden wurden. Die Gruppierungen sind zu prüfen.",
)


@dataclass(frozen=True)
class FormCost:
    """Cents a year. base: pay, contributions and supplementary pension; levies: accident insurance and insolvency levy."""

    base: Cents
    levies: Cents
    overhead: Cents
    vat: Cents

    @property
    def total(self) -> Cents:
        """All that the county pays."""
        return self.base + self.levies + self.overhead + self.vat


def form_cost(assumptions: Assumptions, plan: YearPlan, form: Form) -> FormCost:
    """What the planned posts of a year cost, were they all employed in this form. Raises Gap."""
    rules = plan.pay
    return sum_of([pay for line in plan.lines for pay in post_year(assumptions, rules, replace(line, form=form), plan.shares[line.key])])


def sum_of(months: Sequence[PayMonth]) -> FormCost:
    """Months of posts added up."""
    levies, overhead, vat = (
        sum(pay.accident + pay.insolvency for pay in months),
        sum(pay.carrier_overhead for pay in months),
        sum(pay.vat for pay in months),
    )
    return FormCost(sum(pay.total for pay in months) - levies - overhead - vat, levies, overhead, vat)


def employment_forms(plans: Plans, assumptions: Assumptions, read: Sequence[str]) -> Table:
    """Personnel costs of each year as planned and under each form: rows `plan/2018`, `own/2018` and so on. Raises Gap.

    read: ids behind the plans; what this table asks besides is added.
    """
    part = assumptions.part()
    rows = [row for plan in plans for row in _year_rows(part, plan)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Form", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("base", "Entgelt, Sozialversicherung, ZVK", Unit.CENTS),
        Column("levies", "Umlagen", Unit.CENTS),
        Column("overhead", "Gemeinkosten", Unit.CENTS),
        Column("vat", "Umsatzsteuer", Unit.CENTS),
        Column("total", "zusammen", Unit.CENTS),
    )
    title = "Dieselben Stellen in drei Formen der Beschäftigung"
    return build_table("employment_forms", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=(*read, *part.ids_read))


def _year_rows(assumptions: Assumptions, plan: YearPlan) -> list[list[Cell]]:
    day = date(plan.year, 1, 1)
    planned = sum_of([pay for months in plan.costs.personnel.values() for pay in months])
    rows = [_row(PLAN, "wie geplant", plan.year, planned)]
    for form in Form:
        groups = ", ".join(assumptions.text(id, day) for id in BUDGET_GROUPS[form])
        label = f"{LABELS[form]} (Gruppierung {groups})"
        rows.append(_row(form.value, label, plan.year, form_cost(assumptions, plan, form)))
    return rows


def _row(key: str, label: str, year: int, cost: FormCost) -> list[Cell]:
    return [f"{key}/{year}", label, str(year), cost.base, cost.levies, cost.overhead, cost.vat, cost.total]
