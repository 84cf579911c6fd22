"""Tables of what is to be chosen or confirmed: alternatives, the threshold of paying for itself, the weight of each assumption."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions import Gap
from wiwak_eval.assumptions.table import QUALITIES, STATUSES, range_text
from wiwak_eval.assumptions.units import unit_text
from wiwak_eval.budget.coarse_costs import GROUP_MEAN
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.risk.alternatives import Alternative
from wiwak_eval.budget.risk.break_even import BEARERS, person_months, saving
from wiwak_eval.budget.risk.exact import FIRST, Exact
from wiwak_eval.budget.risk.impacts import Impact
from wiwak_eval.budget.risk.quantile_tables import NOTEBOOK
from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOT_AN_EFFECT = (
    "Schwellenwert, keine Wirkung; wie viele Menschen ohne das Zentrum Arbeit gefunden hätten, ist nicht bekannt.",
    "Gerechnet ist eine alleinstehende Person, die ganz ohne Arbeitslosengeld II auskommt. Krankenversicherung, Steuern und Beiträge "
    "sind nicht gerechnet; wer nur hinzuverdient, erspart weniger.",
)
FEW_PEOPLE = "Wo nur noch ein oder zwei Beschäftigte bezahlt werden, steht eine Obergrenze: Der Betrag verriete, was sie verdienen."
COARSE = 20_000_00
"""Steps of an upper bound, in cents: wider than what a step of the pay table makes in a year."""

PAYS = {"federal": ("federal",), "land": ("land",), "county": ("county_cash", "county_in_kind")}
"""Bearer and the funders of a budget year that are his."""


def alternatives_table(found: Sequence[Alternative | Gap], base: Exact, read: Sequence[str], exact: bool) -> Table | NotAssessable:
    """Alternatives side by side; refused where none can be worked out.

    exact: every amount to the cent, for those who may see what single posts cost; else posts beside the plan's cost the mean of their
    group, and amounts that would tell what one or two people earn are given as an upper bound.
    """
    ready = [one for one in found if isinstance(one, Alternative) and (exact or not isinstance(one.coarse, Gap))]
    gaps = [one if isinstance(one, Gap) else one.coarse for one in found if one not in ready]
    if not ready:
        reason = next(
            map(str, gaps),
            "Es sind keine Handlungsmöglichkeiten hinterlegt. Bitte in data/alternatives ergänzen.",
        )
        return NotAssessable(f"nicht auswertbar: {reason}")
    years = [plan.year for plan in base.run.years[: len(base.plans) + 1]]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Handlungsmöglichkeit", Unit.TEXT),
        Column("posts", f"Stellen {years[0]}", Unit.POSTS, 2),
        *(Column(f"y{year}", f"Kosten {year}", Unit.CENTS) for year in years[:-1]),
        Column("land", "Land, beide Jahre", Unit.CENTS),
        Column("county_cash", "Landkreis bar, beide Jahre", Unit.CENTS),
        Column("in_kind", "Sachleistung, beide Jahre", Unit.CENTS),
        Column(f"y{years[-1]}", f"Kosten {years[-1]}", Unit.CENTS),
    )
    hidden = not exact and any(one.tells_of_few for one in ready)
    notes = (
        f"Land: wie in der Variante mit Förderung ab Januar {years[0]} (angenommen). {years[-1]} mit der Fallzahl von {years[-2]}.",
        *(f"{one.label}: {one.description}" for one in ready),
        *([FEW_PEOPLE] if hidden else []),
        *(() if exact else (GROUP_MEAN,)),
        *(f"Nicht gerechnet: {one}" for one in gaps),
    )
    rows = [_alternative(one, exact) for one in ready]
    id = "alternatives" if exact else "alternatives_groups"
    return build_table(id, "Handlungsmöglichkeiten nebeneinander", columns, rows, NOTEBOOK, notes, read, staff=exact)


def _alternative(one: Alternative, exact: bool) -> list[Cell]:
    paid = one.own if exact or one.tells_of_few or isinstance(one.coarse, Gap) else one.coarse
    amounts = (*paid.costs[:-1], paid.land, paid.county_cash, paid.in_kind, paid.costs[-1])
    shown = amounts if exact or not one.tells_of_few else tuple(_at_most(cents) for cents in amounts)
    return [one.key, one.label, float(one.posts[0]), *shown]


def _at_most(cents: Cents) -> Cell:
    """Nought, or an upper bound in words."""
    return f"unter {german.number((cents // COARSE + 1) * COARSE // 100)}{german.NARROW_SPACE}€" if cents else 0


def break_even(base: Exact, read: Sequence[str]) -> Table | NotAssessable:
    """Months out of basic income that would equal the cost of a year, and whose money it would be; refused where a value is missing.

    read: ids behind the plan; what is asked of the base's assumptions here is added.
    """
    try:
        rows = [row for place in range(len(base.plans)) for row in _break_even_year(base, place)]
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Wer", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("pays", "zahlt für das Zentrum", Unit.CENTS),
        Column("saves", "spart je Person und Monat", Unit.CENTS),
        Column("months", "Personenmonate bis zum Ausgleich", Unit.COUNT),
        Column("persons", "Personen ein ganzes Jahr", Unit.COUNT),
        Column("reading", "Lesart", Unit.TEXT),
    )
    notes = (*NOT_AN_EFFECT, "Land zahlt wie in der Variante mit Förderung ab Januar (angenommen). Ein Ausgleich zwischen Bund, Land und "
             "Landkreis findet nicht statt.")  # fmt: skip
    return build_table(
        "break_even",
        "Wann sich das Zentrum rechnen würde, und für wen",
        columns,
        rows,
        NOTEBOOK,
        notes,
        (*read, *base.assumptions.ids_read),
    )


def _break_even_year(base: Exact, place: int) -> list[list[Cell]]:
    plan = base.plans[place]
    saved = saving(base.assumptions, date(plan.year, 1, 1))
    terms = next(decision.terms for decision in base.decisions if decision.key == FIRST)[plan.year]
    parts = funder_parts(plan.costs, plan.fixed, terms)
    rows = [
        _break_even_row(key, label, plan.year, sum(parts[funder] for funder in PAYS[key]), saved.by_bearer[key])
        for key, label in BEARERS.items()
    ]
    return [*rows, _break_even_row("together", "alle zusammen", plan.year, plan.costs.total, saved.together)]


def _break_even_row(key: str, label: str, year: int, pays: Cents, saves: Cents) -> list[Cell]:
    months = person_months(pays, saves)
    persons = None if months is None else -(-months // 12)
    reading = "nie: spart nichts" if months is None else "zahlt nichts" if not pays else "Schwellenwert"
    return [f"{key}_{year}", label, str(year), pays, saves, months, persons, reading]


def assumption_impacts(found: Sequence[Impact], read: Sequence[str]) -> Table:
    """What each number does, the largest effect first."""
    rows = [_impact_row(one) for one in found]
    columns = (
        Column("key", "Kennung", Unit.TEXT),
        Column("label", "Annahme", Unit.TEXT),
        Column("value", "Wert und Spanne", Unit.TEXT),
        Column("moved", "bewegt", Unit.TEXT),
        Column("total", "Gesamtkosten, beide Jahre", Unit.CENTS),
        Column("county", "Landkreis bar, beide Jahre", Unit.CENTS),
        Column("quality", "Güte", Unit.TEXT),
        Column("status", "Stand", Unit.TEXT),
    )
    notes = (
        "Änderung vom niedrigen zum hohen Ende, alles andere wie geplant, auf 100 € gerundet. Ohne eigene Spanne: von 10 % weniger bis "
        "10 % mehr.",
        "Landkreis bar: wenn das Land ab Januar des ersten Jahres zahlt (angenommen). Die Güte hat gesetzt, wer den Wert eingetragen hat.",
        "Null kann viel verdecken: Eine Stelle kommt erst, wenn eine Schwelle überschritten ist.",
    )
    return build_table("assumption_impacts", "Wie stark jede Annahme wirkt", columns, rows, NOTEBOOK, notes, read)


def _impact_row(one: Impact) -> list[Cell]:
    moved = "Spanne" if one.ranged else "±10 %"
    changes = tuple(None if cents is None else printed(cents) for cents in (one.total, one.county))
    if one.found is None:
        return [
            one.id,
            "Tabellenentgelte und Sätze der Personalkosten aus Gesetz und Tarif, zusammen",
            "",
            moved,
            *changes,
            "",
            "",
        ]
    unit = unit_text(one.found.unit)
    value = f"{range_text(one.found, one.found.unit)} {unit}"
    return [one.id, one.found.label, value, moved, *changes, QUALITIES[one.found.quality], STATUSES[one.found.status]]
