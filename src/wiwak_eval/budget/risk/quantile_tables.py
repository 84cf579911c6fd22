"""Tables of what the simulation gives: costs, posts, and each side's money."""

from collections.abc import Sequence

import numpy as np

from wiwak_eval import german
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.risk.draws import Sample
from wiwak_eval.budget.risk.exact import Exact
from wiwak_eval.budget.risk.inputs import Floats
from wiwak_eval.budget.risk.quantiles import LEVELS, posts_quantiles, printed, spread
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "07_unsicherheit"
BOTH = "both"
PLAN_RUN = "Plan zu mittleren Werten, auf den Cent gerechnet."
ROUNDED = "Bereiche aus der Simulation, auf 100 € gerundet."
ALL_OF_IT = "Es schwanken die Fallzahl und alle Annahmen, die eine Spanne haben, zugleich; nicht Entscheidungen von Land und Landkreis."
NOT_THE_MIDDLE = (
    "Der Plan ist nicht die Mitte des Bereichs: Stellen kommen in Schritten, und mehr Beratungen als geplant können weiter abweichen."
)
HEADS = {"p10": "P10", "p50": "P50", "p80": "P80", "p95": "P95"}
READING = "P80 heißt: In 80 von 100 gerechneten Fällen ist der Betrag nicht höher."


def risk_quantiles(base: Exact, sample: Sample, read: Sequence[str]) -> Table:
    """Total cost, and what the county pays or what is open as decided on the as-of date: plan and quantiles, by year and together."""
    planned = [plan.financing.parts["county_cash"] + plan.financing.parts["open"] for plan in base.plans]
    parts = (
        ("total", "Gesamtkosten", [plan.costs.total for plan in base.plans], sample.outcome.total),
        ("cash", _cash_label(base), planned, sample.outcome.rest(0)),
    )
    rows: list[list[Cell]] = []
    worst = 0.0
    for key, label, plan, draws in parts:
        for year, named, planned_cents, drawn in _by_year(base, plan, draws):
            found = spread(drawn, sample.paths)
            error = found.error / found.quantiles["p80"] if found.quantiles["p80"] else 0.0
            worst = max(worst, error)
            rows.append([f"{key}_{year}", label, named, planned_cents, *(printed(value) for value in found.quantiles.values()), error])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Größe", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Plan", Unit.CENTS),
        *(Column(name, HEADS[name], Unit.CENTS) for name in LEVELS),
        Column("error", "Simulationsfehler von P80", Unit.SHARE, 2),
    )
    count = german.number(sample.outcome.total.shape[1])
    notes = (
        PLAN_RUN, ROUNDED, READING, ALL_OF_IT, NOT_THE_MIDDLE,
        f"{count} Ziehungen. Der Simulationsfehler ist der Standardfehler von P80 als Anteil des Betrags, höchstens "
        f"{german.percent(worst, 2)}; er zählt nur so viele Ziehungen, wie die Prognose Verläufe hat ({german.number(sample.paths)}).",
    )  # fmt: skip
    return build_table("risk_quantiles", "Wie weit Kosten und Bedarf schwanken", columns, rows, NOTEBOOK, notes, read)


def risk_funders(base: Exact, sample: Sample, read: Sequence[str]) -> Table:
    """The county's cash under each assumed decision of the Land: the notice is made on the plan, overspending is the county's."""
    rows: list[list[Cell]] = []
    for place, decision in enumerate(base.decisions, start=1):
        parts = [funder_parts(plan.costs, plan.fixed, decision.terms[plan.year]) for plan in base.plans]
        land = [part["land"] for part in parts]
        by_year = _by_year(base, [part["county_cash"] for part in parts], sample.outcome.rest(place))
        for (year, named, planned, drawn), granted in zip(by_year, [*land, sum(land)], strict=True):
            found = spread(drawn, sample.paths)
            cents = (printed(value) for value in found.quantiles.values())
            rows.append([f"{decision.key}_{year}", decision.label, named, granted, planned, *cents])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Variante (angenommen)", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("land", "Land, bewilligt auf den Plan", Unit.CENTS),
        Column("plan", "Landkreis bar, Plan", Unit.CENTS),
        *(Column(name, HEADS[name], Unit.CENTS) for name in LEVELS),
    )
    notes = (
        "Bewilligt wird auf den Plan. Was darüber hinaus anfällt, trägt der Landkreis; Ersparnisse teilen sich Land und Landkreis nach dem "
        "Fördersatz.",
        READING, PLAN_RUN, ROUNDED, ALL_OF_IT,
    )  # fmt: skip
    return build_table("risk_funders", "Was der Landkreis bar trägt, wenn es anders kommt", columns, rows, NOTEBOOK, notes, read)


def posts_range(base: Exact, sample: Sample, read: Sequence[str]) -> Table:
    """Planned posts and the posts that the draws ask for."""
    rows: list[tuple[Cell, ...]] = [
        (str(plan.year), float(plan.planned), *(found[name] for name in ("p10", "p90", "p50", "p80", "p95")))
        for plan, drawn in zip(base.plans, sample.outcome.posts, strict=True)
        for found in (posts_quantiles(drawn),)
    ]
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("planned", "geplante Stellen", Unit.POSTS, 2),
        Column("p10", "80-%-Bereich von", Unit.POSTS, 2),
        Column("p90", "80-%-Bereich bis", Unit.POSTS, 2),
        *(Column(name, HEADS[name], Unit.POSTS, 2) for name in ("p50", "p80", "p95")),
    )
    return build_table("posts_range", "Stellen mit Bereich", columns, rows, NOTEBOOK, (ALL_OF_IT,), read)


def cost_range(base: Exact, sample: Sample, read: Sequence[str]) -> Table:
    """Planned total and its range, and that of the cash in it that nobody but the county pays, or that is still open."""
    rows: list[tuple[Cell, ...]] = [
        (str(plan.year), plan.costs.total, *(printed(float(end)) for drawn in (total, cash) for end in np.quantile(drawn, [0.1, 0.9])))
        for plan, total, cash in zip(base.plans, sample.outcome.total, sample.outcome.rest(0), strict=True)
    ]
    cash_label = _cash_label(base)
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Plan", Unit.CENTS),
        Column("p10", "80-%-Bereich von", Unit.CENTS),
        Column("p90", "80-%-Bereich bis", Unit.CENTS),
        Column("cash_p10", f"davon {cash_label}, 80-%-Bereich von", Unit.CENTS),
        Column("cash_p90", f"davon {cash_label}, 80-%-Bereich bis", Unit.CENTS),
    )
    return build_table("cost_range", "Gesamtkosten mit Bereich", columns, rows, NOTEBOOK, (PLAN_RUN, ROUNDED, ALL_OF_IT), read)


def _cash_label(base: Exact) -> str:
    """What the cash is called that neither the Land nor others pay."""
    return "noch offen" if any(plan.terms is None for plan in base.plans) else "Landkreis, bar"


def _by_year(base: Exact, planned: Sequence[Cents], draws: Floats) -> list[tuple[str, str, Cents, Floats]]:
    """Key, German name, plan and draws of each year, then of all together: each draw's years belong to one path."""
    years = [str(plan.year) for plan in base.plans]
    found = [(year, year, cents, drawn) for year, cents, drawn in zip(years, planned, draws, strict=True)]
    return [*found, (BOTH, " und ".join(years), sum(planned), draws.sum(axis=0))]
