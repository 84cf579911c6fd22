"""What the county would pay under different decisions of the Land: assumed variants, none decided."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.financing import FUNDERS, GrantTerms, finance, start_month
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.german import month as german_month
from wiwak_eval.german import percent
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

SHOWN = ("land", "county_cash", "county_in_kind")


def variants_table(plans: Sequence[YearPlan], assumptions: Assumptions) -> Table:
    """Land's grant from January, from later on, and none, for each year. Raises Gap where a variant's value is missing."""
    day = date(plans[0].year, 1, 1)
    share = assumptions.decimal("variant_land_share", day)
    late = assumptions.text("variant_land_late_month", day)
    rows: list[list[Cell]] = []
    for plan in plans:
        terms = {
            "from_january": (f"Land {percent(share, 0)} ab Januar {plans[0].year}", GrantTerms(share, 1, None)),
            "late": (f"Land {percent(share, 0)} ab {german_month(late)}", GrantTerms(share, start_month(late, plan.year), None)),
            "none": ("ohne Land", GrantTerms(Decimal(0), 1, None)),
        }
        for key, (label, grant) in terms.items():
            parts = finance(plan.costs, assumptions, grant).parts
            rows.append([f"{key}_{plan.year}", label, str(plan.year), *(parts[name] for name in SHOWN), plan.costs.total])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Variante (angenommen)", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("land", "Land", Unit.CENTS),
        *(Column(name, FUNDERS[name], Unit.CENTS) for name in SHOWN[1:]),
        Column("total", "Gesamt", Unit.CENTS),
    )
    notes = (
        "Die Varianten sind Annahmen, keine Entscheidungen. Förderfähig gerechnet: alle Auszahlungen ab dem ersten geförderten Monat.",
    )
    read = assumptions.ids_read
    return build_table(
        "financing_variants", "Was der Landkreis je nach Entscheidung des Landes zahlt", columns, rows, "06_personal_budget", notes, read
    )
