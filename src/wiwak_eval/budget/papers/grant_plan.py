"""Kosten- und Finanzierungsplan of one year, as the Land asks for it: one application, one plan and one proof of use a year."""

from dataclasses import dataclass
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.assumptions.units import value_text
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import FUNDERS, Financing, finance
from wiwak_eval.budget.financing.variants import assumed_terms
from wiwak_eval.budget.grants.eligible import eligible_cells
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "06_personal_budget"
SOURCES = ("county_cash", "county_in_kind", "third", "federal", "esf", "land", "open")
ASSUMED = "Über den Antrag ist nicht entschieden. Satz und Beginn sind angenommen: {share} der zuwendungsfähigen Ausgaben ab Januar."
DECIDED = "Gerechnet nach den Bedingungen, die am Stichtag bekannt waren."


@dataclass(frozen=True)
class Application:
    """One year's application. terms: those in force, or assumed ones; decided: which of the two; eligible: cents by item."""

    plan: YearPlan
    terms: GrantTerms
    decided: bool
    financing: Financing

    @property
    def eligible(self) -> dict[str, Cents]:
        """Recognised expenditure by item."""
        found = dict.fromkeys(LABELS, 0)
        for (item, _), amount in eligible_cells(self.plan.costs, self.terms).items():
            found[item] += amount
        return found


def application(plan: YearPlan, assumptions: Assumptions, persons: int | None) -> Application:
    """The application of a year under the terms in force, else under the assumed ones from January on. Raises Gap.

    persons: recognised refugees, where they were delivered: they may decide on the ceiling.
    """
    if plan.terms is not None:
        return Application(plan, plan.terms, True, plan.financing)
    terms = assumed_terms(assumptions, plan.year, persons)
    return Application(plan, terms, False, finance(plan.costs, plan.fixed, terms))


def grant_plan(place: int, asked: Application, effort: Effort, read: tuple[str, ...]) -> Table:
    """Expenditure by item: what it costs, what of it is eligible, and how it is computed; `grant_plan_1` for the first year."""
    costs, eligible = asked.plan.costs, asked.eligible
    rows: list[list[Cell]] = [
        [item, LABELS[item], amount, eligible[item], amount - eligible[item], _computation(item, asked.plan, effort)]
        for item, amount in costs.items.items()
        if amount
    ]
    counted = sum(eligible.values())
    rows.append(["total", "Summe", costs.total, counted, costs.total - counted, None])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Ausgabeart", Unit.TEXT),
        Column("applied", "Ausgaben", Unit.CENTS),
        Column("eligible", "zuwendungsfähig", Unit.CENTS),
        Column("not_eligible", "nicht zuwendungsfähig", Unit.CENTS),
        Column("computation", "Berechnung", Unit.TEXT),
    )
    title = f"Kostenplan {asked.plan.year}"
    return build_table(f"grant_plan_{place}", title, columns, rows, NOTEBOOK, (_basis(asked),), read)


def grant_funding(place: int, asked: Application, read: tuple[str, ...]) -> Table:
    """Who is to pay: amount and share of the total; then rate and ceiling of the Land."""
    parts, total = asked.financing.parts, asked.plan.costs.total
    rows: list[list[Cell]] = [
        [key, FUNDERS[key], parts[key], parts[key] / total if total else 0.0] for key in SOURCES if parts[key] or key != "open"
    ]
    rows.append(["total", "Gesamtfinanzierung", sum(parts.values()), 1.0])
    rate = float(asked.terms.rate) if asked.terms.kind is GrantKind.SHARE else None
    rows.append(["rate", "Fördersatz des Landes (zuwendungsfähige Ausgaben)", None, rate])
    rows.append(["ceiling", "Höchstbetrag des Landes", asked.terms.ceiling, None])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Mittel", Unit.TEXT),
        Column("amount", "Betrag", Unit.CENTS),
        Column("share", "Anteil", Unit.SHARE, 1),
    )
    notes = [_basis(asked)]
    if asked.terms.ceiling is None:
        notes.append("Der Höchstbetrag richtet sich nach der Zahl der anerkannten Flüchtlinge; er ist nicht bekannt.")
    title = f"Finanzierungsplan {asked.plan.year}"
    return build_table(f"grant_funding_{place}", title, columns, rows, NOTEBOOK, notes, read)


def _basis(asked: Application) -> str:
    return DECIDED if asked.decided else ASSUMED.format(share=value_text(asked.terms.rate, "share"))


PAY = "Monat für Monat nach Entgelttabelle, mit Jahressonderzahlung, Leistungsentgelt und Anteilen des Arbeitgebers"
PERSONNEL = {"personnel": PAY, "carrier": f"{PAY}, Umlagen und Gemeinkosten des Trägers"}
PERSONNEL["contract"] = f"{PAY}, Umlagen, Gemeinkosten und Umsatzsteuer"


def _computation(item: str, plan: YearPlan, effort: Effort) -> str:
    """How an item is worked out, in German, from the plan's own numbers: whoever follows it gets the item to the cent."""
    if item in PERSONNEL:
        return PERSONNEL[item]
    price, contacts, last = plan.rules.price, f"{german.number(plan.contacts)} Beratungen", plan.staff.last
    index = f"Preisstand {value_text(price.index, 'factor')}"
    if item == "interpreting":
        paid = value_text(sum(price.interpreting_paid[:last], Decimal(0)), "months")
        share, minutes = value_text(effort.interpreter_share, "share"), value_text(effort.minutes, "minutes")
        hour = german.euro(price.interpreter_hour)
        return f"{contacts} × {share} × {minutes} Minuten ÷ 60 × {hour} je Stunde × {paid} von 12 Monaten bezahlt × {index}"
    open_months = "" if last == 12 else f" × {last} von 12 Monaten"
    if item == "outreach":
        share = value_text(effort.outreach_share, "share")
        return f"{contacts} × {share} × {german.euro(price.outreach_trip)} je Fahrt{open_months} × {index}"
    if item == "events":
        return f"{german.euro(price.events)} im Jahr{open_months} × {index}"
    amount = price.room_post_year if item == "rooms" else price.per_post[item]
    months = value_text(sum(plan.staff.post_months, Decimal(0)), "months")
    return f"{months} Monate voller Stellen ÷ 12 × {german.euro(amount)} je Stelle und Jahr × {index}"
