"""Three views of the same year that must not be mixed: what is eligible, what is spent, what it costs in full."""

from collections.abc import Mapping, Sequence

from wiwak_eval.budget.columns import NOTEBOOK
from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTES = (
    "Zuwendungsfähig ist, was der Bescheid anerkennt; wo keiner vorliegt, nennt die Spalte, was die angenommenen Bedingungen anerkennen "
    "würden.",
    "Auszahlungen sind Geld. Gesamtkosten enthalten dazu die Sachleistungen. Die Vollkosten rechnen Gemeinkosten der Verwaltung hinzu und "
    "statt Raum und Sachmitteln eine Pauschale, die beides enthält; sie sind kein Teil des Haushalts. Gemeinkosten kommen nur auf eigenes "
    "Personal: Was Träger und Dienstleister bekommen, enthält ihre schon.",
)


def cost_bases(costs: Sequence[YearCosts], eligible: Sequence[Mapping[str, Cents]], read: Sequence[str]) -> Table:
    """Items on each base. costs, eligible (cents by item): one a year."""
    rows = [row for year, counted in zip(costs, eligible, strict=True) for row in _year(year, counted)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Posten", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("eligible", "zuwendungsfähig", Unit.CENTS),
        Column("cash", "Auszahlungen", Unit.CENTS),
        Column("total", "Gesamtkosten", Unit.CENTS),
        Column("full", "Vollkosten", Unit.CENTS),
    )
    return build_table("cost_bases", "Zuwendungsfähige Ausgaben, Gesamtkosten, Vollkosten", columns, rows, NOTEBOOK, NOTES, read)


def _year(costs: YearCosts, eligible: Mapping[str, Cents]) -> list[list[Cell]]:
    year = str(costs.year)
    shown = {item: amount for item, amount in costs.items.items() if amount or item not in {"carrier", "contract"}}
    rows: list[list[Cell]] = [
        [f"{item}/{year}", LABELS[item], year, eligible.get(item, 0), 0 if item in costs.in_kind else amount, amount, amount]
        for item, amount in shown.items()
    ]
    rows += [[f"full_{place}/{year}", label, year, 0, 0, 0, amount] for place, (label, amount) in enumerate(costs.full_cost.items())]
    full = costs.total + sum(costs.full_cost.values())
    rows.append([f"total/{year}", "Summe", year, sum(eligible.values()), costs.cash, costs.total, full])
    return rows
