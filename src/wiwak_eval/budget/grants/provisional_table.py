"""The table of provisional budget management."""

from collections.abc import Mapping, Sequence

from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear
from wiwak_eval.budget.grants.provisional import provisional_months
from wiwak_eval.money import Cents
from wiwak_eval.results import Column, Table, Unit, build_table

NOTES = (
    "Bis zur Bekanntmachung der Haushaltssatzung gilt die vorläufige Haushaltsführung (§ 61 ThürKO): Besetzte Stellen und Miete sind "
    "gebunden; neue Stellen und höhere Ansätze warten.",
    "„Fortgeführt“ sind andere Posten bis zur Höhe des Vorjahres. Das Willkommenscenter ist eine freiwillige Aufgabe; ob diese Ausgaben "
    "unaufschiebbar sind, entscheidet die Kämmerei (Allgemeinwissen, nicht nachgelesen).",
    "Nur Auszahlungen; Sachleistungen fehlen. Der Monat der Bekanntmachung ist angenommen.",
)


def provisional(
    plans: Sequence[FinancedYear], before: Mapping[int, Mapping[str, Cents]], published: Mapping[int, int], read: Sequence[str]
) -> Table:
    """First half of each year. before: by year, cents a month by item in the year before; published: by year, month of publication."""
    rows = [
        (f"{plan.year}-{month.month:02d}", month.posts, month.rent, month.continued, month.new_posts, month.raised, month.free)
        for plan in plans
        for month in provisional_months(plan.costs, before.get(plan.year, {}), published[plan.year])
    ]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("posts", "gebunden: Stellen", Unit.CENTS),
        Column("rent", "gebunden: Miete", Unit.CENTS),
        Column("continued", "fortgeführt", Unit.CENTS),
        Column("new_posts", "gesperrt: neue Stellen", Unit.CENTS),
        Column("raised", "gesperrt: mehr als im Vorjahr", Unit.CENTS),
        Column("free", "freigegeben", Unit.CENTS),
    )
    title = "Vorläufige Haushaltsführung: was vor der Bekanntmachung gezahlt werden darf"
    return build_table("provisional", title, columns, rows, NOTEBOOK, NOTES, read)
