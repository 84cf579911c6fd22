"""Rates and prices that the budget was computed with."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.results import Cell, Table, Unit, build_table

Line = tuple[str, Callable[[YearPlan], Decimal | int]]


def rates(plans: Plans, effort: Effort, read: Sequence[str]) -> Table:
    """Shares that the calculation uses."""
    lines: dict[str, Line] = {
        "health": ("Krankenversicherung, Anteil des Arbeitgebers", lambda plan: plan.rules.pay.rates["health"]),
        "care": ("Pflegeversicherung, Anteil des Arbeitgebers", lambda plan: plan.rules.pay.rates["care"]),
        "pension": ("Rentenversicherung, Anteil des Arbeitgebers", lambda plan: plan.rules.pay.rates["pension"]),
        "unemployment": ("Arbeitslosenversicherung, Anteil des Arbeitgebers", lambda plan: plan.rules.pay.rates["unemployment"]),
        "zvk": ("Zusatzversorgung (ZVK), Anteil des Arbeitgebers", lambda plan: plan.rules.pay.zvk),
        "bonus_low": ("Jahressonderzahlung E 1–8, S 2–9", lambda plan: plan.rules.pay.bonus_low),
        "bonus_high": ("Jahressonderzahlung E 9–12, S 10–18", lambda plan: plan.rules.pay.bonus_high),
        "performance": ("Leistungsentgelt", lambda plan: plan.rules.pay.performance),
        "interpreter_share": ("Beratungen mit bezahltem Dolmetscher", lambda _: effort.interpreter_share),
        "interpreting_share_paid": (
            "vom Zentrum bezahlter Teil der Sprachmittlung, Mittel der zwölf Monate",
            lambda plan: sum(plan.rules.price.interpreting_paid, Decimal(0)) / 12,
        ),
        "outreach_share": ("aufsuchende Beratungen", lambda _: effort.outreach_share),
        "price_index": ("Preisniveau gegenüber 2017", lambda plan: plan.rules.price.index),
    }
    title = "Sätze und Anteile der Rechnung"
    return build_table("rates", title, year_columns(plans, Unit.SHARE, 3), _rows(plans, lines), NOTEBOOK, assumptions=read)


def amounts(plans: Plans, read: Sequence[str]) -> Table:
    """Prices and ceilings that the calculation uses, in cents."""
    lines: dict[str, Line] = {
        "ceiling_health": (
            "Beitragsbemessungsgrenze Kranken- und Pflegeversicherung, Monat",
            lambda plan: plan.rules.pay.ceilings["health"],
        ),
        "ceiling_pension": (
            "Beitragsbemessungsgrenze Renten- und Arbeitslosenversicherung (Ost), Monat",
            lambda plan: plan.rules.pay.ceilings["pension"],
        ),
        "interpreter_hour": ("Dolmetschen, je Stunde", lambda plan: plan.rules.price.interpreter_hour),
        "outreach_trip": ("Fahrt zu einer aufsuchenden Beratung", lambda plan: plan.rules.price.outreach_trip),
        "materials": ("Sachmittel je Stelle und Jahr", lambda plan: plan.rules.price.per_post["materials"]),
        "training": ("Fortbildung je Stelle und Jahr", lambda plan: plan.rules.price.per_post["training"]),
        "travel": ("Dienstreisen je Stelle und Jahr", lambda plan: plan.rules.price.per_post["travel"]),
        "events": ("Veranstaltungen im Jahr", lambda plan: plan.rules.price.events),
        "room_post_year": ("Raum je Stelle und Jahr (Fläche × Miete × 12)", lambda plan: plan.rules.price.room_post_year),
        "federal": ("Bund, fester Betrag im Jahr", lambda plan: plan.fixed["federal"]),
        "esf": ("ESF, fester Betrag im Jahr", lambda plan: plan.fixed["esf"]),
        "third": ("Dritte, fester Betrag im Jahr", lambda plan: plan.fixed["third"]),
    }
    notes = ("Preise in Preisen von 2017; das Preisniveau des Jahres kommt in der Rechnung hinzu.",)
    columns = year_columns(plans, Unit.CENTS)
    return build_table("amounts", "Preise und Grenzen der Rechnung", columns, _rows(plans, lines), NOTEBOOK, notes, read)


def _rows(plans: Plans, lines: dict[str, Line]) -> list[list[Cell]]:
    return [[key, label, *(_number(value(plan)) for plan in plans)] for key, (label, value) in lines.items()]


def _number(value: Decimal | int) -> float | int:
    return value if isinstance(value, int) else float(value)
