"""The plan of the first budget year held against how the delivered books will end."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.assumptions.units import value_text
from wiwak_eval.budget.books.ledger_year import LedgerYear
from wiwak_eval.budget.books.words import kind_labels
from wiwak_eval.budget.controlling.words import NOTEBOOK, missing, until
from wiwak_eval.budget.controlling.year_end import IN_KIND_MARK
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

LIMIT = "plan_books_warning"
TOTAL = "Summe"
EXPLAIN, WITHIN = "Erläuterung nötig", "im Rahmen"
ITEMS: Mapping[str, tuple[str, ...]] = {"travel": ("travel", "outreach"), "fees": ()}
"""Cost type of the books to items of the plan, where they differ; nothing is planned for fees."""
NOTES = (
    "Bücher: Auszahlungen und Sachleistungen, wie sie nach der Hochrechnung auf das Jahresende stehen. Fahrten sind im Plan Dienstreisen "
    "und Fahrten zu aufsuchenden Beratungen; Honorare plant das Programm nicht.",
    "Der Plan folgt aus Fallzahl, Stellen und Annahmen, nicht aus den Büchern. Eine Abweichung ist kein Fehler; sie ist zu begründen, oder "
    "die Annahme ist zu ändern.",
)


def plan_beside_books(
    year: LedgerYear, year_end: Table | NotAssessable, costs: Table | NotAssessable, values: Assumptions
) -> Table | NotAssessable:
    """Table `plan_beside_books`: one row a cost type of the books or item of the plan, with their sum, in kind included.

    year_end: how the books will end; costs: what is planned by item, the first budget year first. Refused where one of them is, and where
    the assumption is missing from which change on it needs words.
    """
    if isinstance(year_end, NotAssessable):
        return year_end
    if isinstance(costs, NotAssessable):
        return costs
    try:
        limit = values.decimal(LIMIT, date(year.year, 1, 1))
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    planned_column = costs.columns[2]
    pairs = _pairs(year_end, {str(row[0]): _cents(row[2]) for row in costs.rows})
    pairs[TOTAL] = (sum(books for books, _ in pairs.values()), sum(plan for _, plan in pairs.values()))
    columns = (
        Column("cost_type", "Kostenart", Unit.TEXT),
        Column("books", f"{'Ergebnis' if year.over else 'Hochrechnung'} {year.year}", Unit.CENTS),
        Column("planned", f"Ansatz {planned_column.label}", Unit.CENTS),
        Column("difference", "Differenz", Unit.CENTS),
        Column("change", "Änderung", Unit.SHARE, 0),
        Column("warning", "Hinweis", Unit.TEXT),
    )
    rows = [_row(label, books, plan, Fraction(limit)) for label, (books, plan) in pairs.items()]
    told = f"„{EXPLAIN}“: Änderung über {value_text(limit, 'share')}, oder eine der beiden Seiten ist leer."
    title = f"Plan {planned_column.label} neben den Büchern {year.year}, {until(year)}"
    read = sorted({*year_end.assumptions, *costs.assumptions, *values.ids_read})
    return build_table("plan_beside_books", title, columns, rows, NOTEBOOK, (told, *NOTES, *missing(year)), read)


def _pairs(year_end: Table, planned: Mapping[str, Cents]) -> dict[str, tuple[Cents, Cents]]:
    """Books and plan by German label, in the order of the books, then what is only planned; rows without any amount are left out."""
    ends = {str(row[0]): _cents(year_end.cell(str(row[0]), "expected")) for row in year_end.rows}
    found, matched = dict[str, tuple[Cents, Cents]](), set[str]()
    for kind, label in kind_labels().items():
        items = ITEMS.get(kind, (kind,))
        matched.update(items)
        cash, given = ends.get(label, 0), ends.get(label + IN_KIND_MARK, 0)
        name = label + IN_KIND_MARK if given and not cash else label
        found[name] = (cash + given, sum(planned.get(item, 0) for item in items))
    found |= {LABELS[item]: (0, amount) for item, amount in planned.items() if item in LABELS and item not in matched}
    return {label: pair for label, pair in found.items() if any(pair)}


def _row(label: str, books: Cents, plan: Cents, limit: Fraction) -> list[Cell]:
    """A change is a share of the books; where these hold nothing, or less than nothing, there is none."""
    difference = plan - books
    explain = bool(difference) and (books <= 0 or plan == 0 or abs(difference) > limit * books)
    change = round(difference / books, 6) if books > 0 else None
    return [label, books, plan, difference, change, EXPLAIN if explain else WITHIN]


def _cents(cell: Cell) -> Cents:
    return cell if isinstance(cell, int) else 0
