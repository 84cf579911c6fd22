"""May the staff be paid better than comparable staff of the Land (Besserstellungsverbot)? Only where its conditions hold."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.budget.pay.pay_table import pay_id, row_if_known
from wiwak_eval.budget.pay.rules import LAST_STEP
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents, to_cents
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

YES, NO, OPEN = "ja", "nein", "offen"
LAW = "§ 12 Abs. 2 ThürHhG 2016/17 (gelesen für 2016 und 2017; für 2018 und 2019 nicht gelesen)"
NOTES = (
    "Das Besserstellungsverbot gilt nur, wenn alle drei Bedingungen erfüllt sind, und nur für das Personal des Projekts.",
    "Maßstab ist der TV-L. Für den Sozial- und Erziehungsdienst hat er vor 2020 keine eigene Tabelle (Allgemeinwissen, nicht nachgelesen).",
)


def better_pay(plans: Plans, land: Sequence[Cents | None], assumptions: Assumptions) -> Table:
    """Conditions of the ban by year, whether it applies, and the comparison with the Land's pay.

    land: the Land's grant of each year in cents, None where it is open. Cells: `ja`, `nein`, `offen`; the comparison is refused in one
    sentence where no table of the TV-L is known. Raises Gap.
    """
    part = assumptions.part()
    years = [_conditions(part, plan, grant) for plan, grant in zip(plans, land, strict=True)]
    above = german.number(Decimal(_grant_above(part, plans[0].year)) / 100)
    labels = {
        "public_money": ("Der Empfänger lebt überwiegend von öffentlichen Zuwendungen", "Annahme; Rechnung des Empfängers"),
        "grant": (f"Das Land gibt im Jahr mehr als {above} €", LAW),
        "staff": ("Das Geld bezahlt Personal des Projekts", "Stellenplan; ein Dienstleister ist kein Personal des Empfängers"),
        "applies": ("Das Besserstellungsverbot gilt", "alle drei Bedingungen"),
        "comparison": ("Eine Stelle ist besser bezahlt als nach TV-L", _basis([_comparison(part, plan) for plan in plans])),
    }
    rows = [[key, label, *(year[key] for year in years), basis] for key, (label, basis) in labels.items()]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Bedingung", Unit.TEXT),
        *(Column(f"y{plan.year}", str(plan.year), Unit.TEXT) for plan in plans),
        Column("basis", "Grundlage", Unit.TEXT),
    )
    return build_table("better_pay", "Besserstellungsverbot", columns, rows, NOTEBOOK, notes=NOTES, assumptions=part.ids_read)


def _conditions(assumptions: Assumptions, plan: YearPlan, grant: Cents | None) -> dict[str, str]:
    staff = [line for line in plan.lines if line.form is not Form.CONTRACT and any(plan.shares[line.key])]
    found = {
        "public_money": assumptions.text("better_pay_public_money", date(plan.year, 1, 1)),
        "grant": OPEN if grant is None else YES if grant > _grant_above(assumptions, plan.year) else NO,
        "staff": YES if staff else NO,
    }
    known = set(found.values())
    applies = NO if NO in known else YES if known == {YES} else OPEN
    comparison = _comparison(assumptions, plan)
    better = OPEN if isinstance(comparison, NotAssessable) else YES if comparison else NO
    return found | {"applies": applies, "comparison": better}


def _comparison(assumptions: Assumptions, plan: YearPlan) -> bool | NotAssessable:
    """Whether any step of a group of the plan is paid better than the Land's, by ids `tvl_S12_3` that name the comparable pay.

    All steps are compared, not those that are held.
    """
    days = [date(plan.year, month, 1) for month in range(1, 13)]
    groups = dict.fromkeys(line.group for line in plan.lines if line.form is not Form.CONTRACT)
    better = []
    for group in groups:
        pairs = [(f"tvl_{pay_id(group, step).removeprefix('pay_')}", step, day) for step in range(1, LAST_STEP + 1) for day in days]
        known = [(id, step, day) for id, step, day in pairs if assumptions.has(id, day)]
        if not known:
            return NotAssessable(
                f"nicht auswertbar: Für die Entgeltgruppe „{group}“ ist kein vergleichbares Entgelt nach TV-L hinterlegt. "
                "Bitte die Tabelle des Landes mit Quelle in den Annahmen ergänzen."
            )
        rows = [(row_if_known(assumptions, group, step, day), to_cents(assumptions.decimal(id, day))) for id, step, day in known]
        better.append(any(row.pay > land for row, land in rows if row))
    return any(better)


def _basis(found: Sequence[bool | NotAssessable]) -> str:
    refused = [one.reason for one in found if isinstance(one, NotAssessable)]
    return refused[0] if refused else "Tabellen von TVöD und TV-L, alle Stufen der Entgeltgruppen im Plan"


def _grant_above(assumptions: Assumptions, year: int) -> Cents:
    return to_cents(assumptions.decimal("better_pay_grant_above", date(year, 1, 1)))
