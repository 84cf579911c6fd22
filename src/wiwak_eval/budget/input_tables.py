"""What the budget was computed with, as tables."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.pay import PayMonth
from wiwak_eval.budget.posts import Post
from wiwak_eval.budget.workload import Effort
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.results import Cell, Column, Table, Unit, build_table


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
    title = "Personalkosten je Stelle und Monat"
    return build_table("pay_months", title, columns, rows, NOTEBOOK, notes=notes, assumptions=read, staff=True)


def _pay_row(year: int, post: Post, pay: PayMonth) -> list[Cell]:
    month = f"{year}-{pay.month:02d}"
    amounts = (getattr(pay, name) for name, _ in PAY_COLUMNS)
    return [f"{post.key}/{month}", post.key, month, post.group, post.step, float(pay.share), *amounts]
