"""The budget as tables: what was put in, what came out, who pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs import LABELS
from wiwak_eval.budget.financing import FUNDERS
from wiwak_eval.budget.pay import PayMonth
from wiwak_eval.budget.posts import NEW, Post
from wiwak_eval.budget.workload import Effort
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

if TYPE_CHECKING:
    from wiwak_eval.budget.plan import YearPlan

    Plans = Sequence[YearPlan]

NOTEBOOK = "06_personal_budget"
PLAN_RUN = "Plan zu mittleren Werten, auf den Cent gerechnet."


def year_columns(plans: Plans, unit: Unit, decimals: int = 0, label: str = "") -> tuple[Column, ...]:
    """Key, German label and one column a year."""
    years = tuple(Column(f"y{plan.year}", f"{label}{plan.year}", unit, decimals) for plan in plans)
    return (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Posten", Unit.TEXT), *years)


def _rows(plans: Plans, lines: dict[str, tuple[str, Callable[[YearPlan], Decimal | int]]]) -> list[list[Cell]]:
    return [[key, label, *(_number(value(plan)) for plan in plans)] for key, (label, value) in lines.items()]


def _whole(value: Decimal) -> Decimal | int:
    """A number without a fraction as one that prints without decimals."""
    return int(value) if value == value.to_integral_value() else value


def _number(value: Decimal | int) -> float | int:
    return value if isinstance(value, int) else float(value)


def workload(plans: Plans, effort: Effort, read: Sequence[str]) -> Table:
    """From contacts to posts, step by step."""
    origin = {name: "gemessen" if name in effort.measured else "Annahme" for name in ("minutes", "follow_up")}
    lines: dict[str, tuple[str, Callable[[YearPlan], Decimal | int]]] = {
        "contacts": ("Beratungen im Jahr (Planwert)", lambda plan: plan.contacts),
        "minutes": (f"Minuten je Beratung ({origin['minutes']})", lambda _: effort.minutes),
        "follow_up": (f"Minuten Nacharbeit je Beratung ({origin['follow_up']})", lambda _: effort.follow_up),
        "coordination": ("Minuten für Koordination im Jahr, fest (Annahme)", lambda plan: _whole(plan.work.coordination)),
        "net_minutes": ("Nettoarbeitsminuten einer vollen Stelle im Jahr", lambda plan: _whole(plan.work.net_minutes)),
        "needed": ("Stellenbedarf, gerechnet", lambda plan: plan.needed.quantize(Decimal("0.0001"), ROUND_HALF_UP)),
        "step": ("Stellen werden geplant in Schritten von", lambda plan: plan.work.step),
        "minimum": ("Mindestbesetzung", lambda plan: plan.work.minimum),
        "planned": ("geplante Stellen", lambda plan: plan.planned),
        "bonus_month": ("Monat der Jahressonderzahlung", lambda plan: plan.pay.bonus_month),
    }
    notes = ("Bedarf = (Beratungen × (Minuten + Nacharbeit) + Koordination) ÷ Nettoarbeitsminuten, aufgerundet auf den nächsten Schritt.",)
    columns = year_columns(plans, Unit.NUMBER, 2)
    title = "Von den Beratungen zu den Stellen"
    return build_table("workload", title, columns, _rows(plans, lines), NOTEBOOK, notes=notes, assumptions=read)


def posts_plan(plans: Plans, existing: tuple[Post, ...], read: Sequence[str]) -> Table:
    """Existing and planned shares of each line of the posts plan."""
    held = {post.key: post.share for post in existing}
    rows: list[list[Cell]] = []
    for position, post in enumerate(plans[0].posts):
        label = "zusätzlich" if post.key == NEW else f"Stelle {post.key[1:]}"
        planned = (float(plan.posts[position].share) for plan in plans)
        rows.append([post.key, label, post.group, post.step, float(held.get(post.key, 0)), *planned])
    rows.append(["total", "Summe", None, None, float(sum(held.values())), *(float(plan.planned) for plan in plans)])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Stelle", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("existing", "vorhanden", Unit.POSTS, 2),
        *(Column(f"y{plan.year}", f"geplant {plan.year}", Unit.POSTS, 2) for plan in plans),
    )
    notes = ("Vorhandene Stellen werden in der Reihenfolge des Stellenplans besetzt; fehlender Bedarf ist als „zusätzlich“ geplant.",)
    return build_table("posts_plan", "Stellenplan", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def posts_range(plans: Plans, read: Sequence[str]) -> Table:
    """Planned posts and their range under all simulated caseloads."""
    rows = [(str(plan.year), float(plan.planned), plan.range.posts_p10, plan.range.posts_p90) for plan in plans]
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("planned", "geplante Stellen", Unit.POSTS, 2),
        Column("p10", "80-%-Bereich von", Unit.POSTS, 2),
        Column("p90", "80-%-Bereich bis", Unit.POSTS, 2),
    )
    return build_table("posts_range", "Stellen mit Bereich", columns, rows, NOTEBOOK, notes=(ONLY_CASELOAD,), assumptions=read)


ONLY_CASELOAD = "Die Bereiche enthalten nur die Unsicherheit der Fallzahl, nicht die der Annahmen zu Zeiten, Tarif und Preisen."


def rates(plans: Plans, effort: Effort, assumptions: Assumptions) -> Table:
    """Shares that the calculation uses."""
    lines: dict[str, tuple[str, Callable[[YearPlan], Decimal | int]]] = {
        "health": ("Krankenversicherung, Anteil des Arbeitgebers", lambda plan: plan.pay.rates["health"]),
        "care": ("Pflegeversicherung, Anteil des Arbeitgebers", lambda plan: plan.pay.rates["care"]),
        "pension": ("Rentenversicherung, Anteil des Arbeitgebers", lambda plan: plan.pay.rates["pension"]),
        "unemployment": ("Arbeitslosenversicherung, Anteil des Arbeitgebers", lambda plan: plan.pay.rates["unemployment"]),
        "zvk": ("Zusatzversorgung (ZVK), Anteil des Arbeitgebers", lambda plan: plan.pay.zvk),
        "bonus_low": ("Jahressonderzahlung E 1–8, S 2–9", lambda plan: plan.pay.bonus_low),
        "bonus_high": ("Jahressonderzahlung E 9–12, S 10–18", lambda plan: plan.pay.bonus_high),
        "interpreter_share": ("Beratungen mit bezahltem Dolmetscher", lambda _: effort.interpreter_share),
        "price_index": ("Preisniveau gegenüber 2017", lambda plan: plan.price.index),
    }
    read = assumptions.ids_read
    title = "Sätze und Anteile der Rechnung"
    return build_table("rates", title, year_columns(plans, Unit.SHARE, 3), _rows(plans, lines), NOTEBOOK, assumptions=read)


def amounts(plans: Plans, assumptions: Assumptions) -> Table:
    """Prices and ceilings that the calculation uses, in cents."""
    lines: dict[str, tuple[str, Callable[[YearPlan], Decimal | int]]] = {
        "ceiling_health": ("Beitragsbemessungsgrenze Kranken- und Pflegeversicherung, Monat", lambda plan: plan.pay.ceilings["health"]),
        "ceiling_pension": (
            "Beitragsbemessungsgrenze Renten- und Arbeitslosenversicherung (Ost), Monat",
            lambda plan: plan.pay.ceilings["pension"],
        ),
        "interpreter_hour": ("Dolmetschen, je Stunde", lambda plan: plan.price.interpreter_hour),
        "materials": ("Sachmittel je Stelle und Jahr", lambda plan: plan.price.per_post["materials"]),
        "training": ("Fortbildung je Stelle und Jahr", lambda plan: plan.price.per_post["training"]),
        "travel": ("Fahrten je Stelle und Jahr", lambda plan: plan.price.per_post["travel"]),
        "events": ("Veranstaltungen im Jahr", lambda plan: plan.price.events),
        "room_post_year": ("Raum je Stelle und Jahr (Fläche × Miete × 12)", lambda plan: plan.price.room_post_year),
        "federal": ("Bund, fester Betrag im Jahr", lambda plan: plan.fixed["federal"]),
        "esf": ("ESF, fester Betrag im Jahr", lambda plan: plan.fixed["esf"]),
        "third": ("Dritte, fester Betrag im Jahr", lambda plan: plan.fixed["third"]),
    }
    notes = ("Preise in Preisen von 2017; das Preisniveau des Jahres kommt in der Rechnung hinzu.",)
    read = assumptions.ids_read
    columns = year_columns(plans, Unit.CENTS)
    return build_table("amounts", "Preise und Grenzen der Rechnung", columns, _rows(plans, lines), NOTEBOOK, notes=notes, assumptions=read)


PAY_COLUMNS = (
    ("table_pay", "Tabellenentgelt (voll)"), ("gross", "Entgelt"), ("health", "KV"), ("care", "PV"), ("pension", "RV"),
    ("unemployment", "AV"), ("zvk", "ZVK"), ("bonus", "Jahressonderzahlung"), ("bonus_social", "SV darauf"),
    ("bonus_zvk", "ZVK darauf"), ("total", "zusammen"),
)  # fmt: skip


def pay_months(plans: Plans, read: Sequence[str]) -> Table:
    """Each planned post in each month."""
    rows = [
        _pay_row(plan.year, post, pay)
        for plan in plans
        for post in plan.posts
        for pay in plan.costs.personnel.get(post.key, ())
    ]  # fmt: skip
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("post", "Stelle", Unit.TEXT),
        Column("month", "Monat", Unit.MONTH),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        Column("step", "Stufe", Unit.COUNT),
        Column("share", "Anteil", Unit.POSTS, 2),
        *(Column(name, label, Unit.CENTS) for name, label in PAY_COLUMNS),
    )
    notes = ("Tabellenentgelt: letzte bekannte Tabelle, fortgeschrieben um die erwartete Tariferhöhung.",)
    return build_table("pay_months", "Personalkosten je Stelle und Monat", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def _pay_row(year: int, post: Post, pay: PayMonth) -> list[Cell]:
    month = f"{year}-{pay.month:02d}"
    amounts = (getattr(pay, name) for name, _ in PAY_COLUMNS)
    return [f"{post.key}/{month}", post.key, month, post.group, post.step, float(pay.share), *amounts]


def grant(plans: Plans, assumptions: Assumptions) -> Table:
    """The terms the financing is computed with; zeros where the Land has decided nothing yet."""
    lines: dict[str, tuple[str, Callable[[YearPlan], Decimal | int]]] = {
        "land_decided": ("Bedingungen des Landes bekannt (1 = ja)", lambda plan: int(plan.terms is not None)),
        "land_share": ("Fördersatz des Landes", lambda plan: plan.terms.share if plan.terms else Decimal(0)),
        "land_start": ("erster geförderter Monat", lambda plan: plan.terms.start if plan.terms else 1),
        "rooms_in_kind": ("Räume als Sachleistung des Landkreises (1 = ja)", lambda plan: int(plan.financing.parts["county_in_kind"] > 0)),
    }
    read = assumptions.ids_read
    columns = year_columns(plans, Unit.NUMBER, 2)
    return build_table("grant", "Bedingungen der Finanzierung", columns, _rows(plans, lines), NOTEBOOK, assumptions=read)


def costs(plans: Plans, read: Sequence[str]) -> Table:
    """Cost items by year."""
    rows: list[list[Cell]] = [[key, label, *(plan.costs.items[key] for plan in plans)] for key, label in LABELS.items()]
    rows.append(["total", "Gesamtkosten", *(plan.costs.total for plan in plans)])
    columns = year_columns(plans, Unit.CENTS)
    notes = (PLAN_RUN, "Der Raum steht als Sachleistung mit seinem Mietwert; eine Arbeitsplatzpauschale kommt nicht hinzu.")
    return build_table("costs", "Kosten je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def cost_range(plans: Plans, read: Sequence[str]) -> Table:
    """Planned total and its range."""
    rows = [(str(plan.year), plan.costs.total, plan.range.cost_p10, plan.range.cost_p90) for plan in plans]
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Plan", Unit.CENTS),
        Column("p10", "80-%-Bereich von", Unit.CENTS),
        Column("p90", "80-%-Bereich bis", Unit.CENTS),
    )
    notes = (PLAN_RUN, "Bereiche aus der Simulation, auf 100 € gerundet.", ONLY_CASELOAD)
    return build_table("cost_range", "Gesamtkosten mit Bereich", columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def financing(plans: Plans, read: Sequence[str]) -> Table:
    """Who pays, by year."""
    rows: list[list[Cell]] = [[key, label, *(plan.financing.parts[key] for plan in plans)] for key, label in FUNDERS.items()]
    rows.append(["total", "Gesamtfinanzierung", *(plan.financing.total for plan in plans)])
    notes = [PLAN_RUN]
    if any(plan.financing.parts["open"] for plan in plans):
        notes.append("Zum Stichtag ist keine Landesförderung für diese Jahre entschieden; der Bedarf steht deshalb als offen.")
    columns = year_columns(plans, Unit.CENTS)
    return build_table("financing", "Finanzierung je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=read)
