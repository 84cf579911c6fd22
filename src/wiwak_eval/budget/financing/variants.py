"""What the county would pay under different decisions of the Land: assumed variants, none decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.financing.split import FUNDERS, funder_parts
from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear
from wiwak_eval.budget.grants.ceiling import ceiling_notes
from wiwak_eval.budget.grants.decided import land_ceiling, land_rules, start_month
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.german import MONTHS, percent
from wiwak_eval.german import month as german_month
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

SHOWN = ("land", "county_cash", "county_in_kind")


@dataclass(frozen=True)
class Variant:
    """One assumed decision. key: part of the row's key; label: German; terms: by year."""

    key: str
    label: str
    terms: Mapping[int, GrantTerms]


def assumed_terms(assumptions: Assumptions, year: int, persons: int | None = None) -> GrantTerms:
    """The Land's terms of the variants: their share from January on, with the rules and the ceiling that are known. Raises Gap."""
    share = assumptions.decimal("variant_land_share", date(year, 1, 1))
    rules, ceiling = land_rules(assumptions, year), land_ceiling(assumptions, year, persons)
    return replace(rules, kind=GrantKind.SHARE, rate=share, ceiling=ceiling)


def variants(years: Sequence[int], assumptions: Assumptions, persons: int | None = None) -> tuple[Variant, ...]:
    """From January, from a later month, decided late with and without permission to begin early, and none. Raises Gap."""
    first = date(years[0], 1, 1)
    full = {year: assumed_terms(assumptions, year, persons) for year in years}
    share = f"Land {percent(full[years[0]].rate, 0)}"
    later = assumptions.text("variant_land_late_month", first)
    decided = int(assumptions.decimal("variant_land_decision_month", first))
    notice = f"{share}, Bescheid je Jahr im {MONTHS[decided - 1]}"

    late = {year: replace(terms, decided=decided) for year, terms in full.items()}
    early = {year: replace(terms, early_start=True) for year, terms in late.items()}
    none = {year: replace(terms, rate=Decimal(0)) for year, terms in full.items()}
    return (
        Variant("from_january", f"{share} ab Januar {years[0]}", full),
        Variant("late", f"{share} ab {german_month(later)}", {year: replace(full[year], start=start_month(later, year)) for year in years}),
        Variant("decided_late_early_start", f"{notice}, früher Beginn erlaubt", early),
        Variant("decided_late", f"{notice}, früher Beginn nicht erlaubt", late),
        Variant("none", "ohne Land", none),
    )


def financing_variants(plans: Sequence[FinancedYear], decisions: Sequence[Variant], read: Sequence[str]) -> Table:
    """Who pays under each variant, for each year."""
    rows: list[list[Cell]] = []
    for plan in plans:
        for decision in decisions:
            parts = funder_parts(plan.costs, plan.fixed, decision.terms[plan.year])
            shown = (parts[name] for name in SHOWN)
            rows.append([f"{decision.key}_{plan.year}", decision.label, str(plan.year), *shown, plan.costs.total])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Variante (angenommen)", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("land", "Land", Unit.CENTS),
        *(Column(name, FUNDERS[name], Unit.CENTS) for name in SHOWN[1:]),
        Column("total", "Gesamt", Unit.CENTS),
    )
    notes = (
        "Die Varianten sind Annahmen, keine Entscheidungen. Förderfähig gerechnet: die Auszahlungen der geförderten Monate.",
        "Mit erlaubtem frühem Beginn kommt das Geld später, aber ganz; bis dahin zahlt der Landkreis vor.",
        *dict.fromkeys(note for decision in decisions for terms in decision.terms.values() for note in ceiling_notes(terms)),
    )
    title = "Was der Landkreis je nach Entscheidung des Landes zahlt"
    return build_table("financing_variants", title, columns, rows, NOTEBOOK, notes, read)
