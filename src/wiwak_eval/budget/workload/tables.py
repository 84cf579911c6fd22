"""From contacts to posts as tables: step by step, beside opening hours, beside what is published elsewhere."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions.context import CaseloadRatio
from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import utilisation
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.german import number
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

HOW = (
    "Bedarf = (Beratungen × (Minuten + Nacharbeit) + Koordination) ÷ (Nettoarbeitszeit × (1 − Verteilzeit)).",
    "Mindestbesetzung der Öffnung = Öffnungsminuten × zugleich Anwesende ÷ Nettoarbeitszeit. Geplant wird der größere Wert, aufgerundet.",
)
NO_RANKING = (
    "Ein Fall ist keine Beratung, und die Einrichtungen haben verschiedene Aufgaben. Die Zahlen stehen nebeneinander, nicht in einer "
    "Rangfolge."
)
OWN = "Plan dieses Landkreises"
Line = tuple[str, Callable[[YearPlan], Decimal | Fraction | int]]


def workload(plans: Plans, effort: Effort, read: Sequence[str]) -> Table:
    """From contacts to posts, step by step: key, label and one column a year."""
    lines = _task_lines(effort) | _cover_lines() | _planned_lines()
    rows: list[list[Cell]] = [[key, label, *(_plain(value(plan)) for plan in plans)] for key, (label, value) in lines.items()]
    notes = (*HOW, *_warnings(plans), *_closed(plans))
    title = "Von den Beratungen zu den Stellen"
    return build_table("workload", title, year_columns(plans, Unit.NUMBER, 2), rows, NOTEBOOK, notes, read)


def _task_lines(effort: Effort) -> dict[str, Line]:
    origin = {name: "gemessen" if name in effort.measured else "Annahme" for name in ("minutes", "follow_up", "coordination")}
    return {
        "contacts": ("Beratungen im Jahr (Planwert)", lambda plan: plan.contacts),
        "minutes": (f"Minuten je Beratung ({origin['minutes']})", lambda _: effort.minutes),
        "follow_up": (f"Minuten Nacharbeit je Beratung ({origin['follow_up']})", lambda _: effort.follow_up),
        "coordination": (f"Minuten für Koordination im Jahr, fest ({origin['coordination']})", lambda _: effort.coordination),
        "net_minutes": ("Nettoarbeitsminuten einer vollen Stelle im Jahr", lambda plan: plan.rules.work.net_minutes),
        "distribution": ("Verteilzeit, Anteil der Nettoarbeitszeit", lambda plan: plan.rules.work.distribution),
        "needed": ("Stellenbedarf, gerechnet", lambda plan: plan.needed),
    }


def _cover_lines() -> dict[str, Line]:
    return {
        "opening_minutes": ("Öffnungsminuten im Jahr", lambda plan: plan.rules.work.opening_minutes),
        "present": ("zugleich Anwesende während der Öffnung", lambda plan: plan.rules.work.present),
        "cover": ("Mindestbesetzung der Öffnung, gerechnet", lambda plan: plan.rules.work.cover),
        "minimum": ("Mindestbesetzung, festgelegt", lambda plan: plan.rules.work.minimum),
    }


def _planned_lines() -> dict[str, Line]:
    return {
        "step": ("Stellen werden geplant in Schritten von", lambda plan: plan.rules.work.step),
        "further": ("Stellen über den Bedarf hinaus", lambda plan: plan.rules.work.further),
        "planned": ("geplante Stellen", lambda plan: plan.planned),
        "further_from": ("Monat, ab dem zusätzliche Stellen besetzt sind", lambda plan: plan.staff.further_from),
        "post_years": ("besetzte Stellen im Jahresmittel", lambda plan: plan.staff.post_years),
        "utilisation": ("Auslastung (Bedarf ÷ geplante Stellen)", lambda plan: utilisation(plan.needed, plan.planned) or Decimal(0)),
        "warning": ("Auslastung, ab der gewarnt wird", lambda plan: plan.rules.work.warning),
        "calm": ("Stellen, mit denen die Auslastung nicht darüber läge", _calm),
    }


def _calm(plan: YearPlan) -> Decimal:
    """Posts in whole steps at which utilisation does not pass the warning."""
    steps = plan.needed / Fraction(plan.rules.work.warning) / Fraction(plan.rules.work.step)
    return -(-steps.numerator // steps.denominator) * plan.rules.work.step


def _warnings(plans: Plans) -> list[str]:
    high = [plan for plan in plans if (utilisation(plan.needed, plan.planned) or 0) > Fraction(plan.rules.work.warning)]
    return [
        f"{plan.year} läge die Auslastung über der Warnschwelle: Krankheit oder mehr Andrang als geplant führen dann rasch zu Wartezeiten."
        for plan in high
    ]


def _closed(plans: Plans) -> list[str]:
    """A year in which the centre ends, or has ended: the need is shown, the posts are not all paid."""
    ended = {0: "ist das Zentrum nach der Annahme „centre_until“ geschlossen; der Bedarf steht da, Stellen sind nicht geplant."}
    text = "schließt das Zentrum nach der Annahme „centre_until“ im Lauf des Jahres; Bedarf und Stellen gelten bis dahin."
    return [f"{plan.year} {ended.get(plan.staff.last, text)}" for plan in plans if plan.staff.last < 12]


def caseload_ratios(plans: Plans, persons: Sequence[int | None], published: Sequence[CaseloadRatio], read: Sequence[str]) -> Table:
    """Contacts and persons per full post of the plan, beside what is published elsewhere. Units differ: nothing is averaged or ranked.

    persons: different persons a year, one a plan, None where they are not forecast.
    """
    rows: list[list[Cell]] = []
    for plan, count in zip(plans, persons, strict=True):
        counted = {"contacts": ("Beratungen", plan.contacts), "persons": ("Personen", count)}
        rows += [
            [f"{key}_{plan.year}", OWN, str(plan.year), f"{what} je volle Stelle und Jahr", _per_post(total, plan.planned), "gerechnet"]
            for key, (what, total) in counted.items()
            if total is not None and plan.planned
        ]
    for place, item in enumerate(published):
        value = number(item.low) if item.low == item.high else f"{number(item.low)} bis {number(item.high)}"
        rows.append([f"published_{place}", f"{item.programme}, {item.place}", item.year, f"{item.unit}: {item.metric}", value, item.source])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("where", "Wo", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("metric", "Was gezählt ist", Unit.TEXT),
        Column("value", "Zahl", Unit.TEXT),
        Column("source", "Quelle", Unit.TEXT),
    )
    return build_table("caseload_ratios", "Fälle je Stelle, neben veröffentlichten Zahlen", columns, rows, NOTEBOOK, (NO_RANKING,), read)


def _per_post(count: int, posts: Decimal) -> str:
    return number(count / posts)


def _plain(value: Decimal | Fraction | int) -> float | int:
    """Whole numbers without decimals, others to four places."""
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else round(float(exact), 4)
