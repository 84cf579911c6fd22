"""What of each grant is due by what was spent, and what is open or goes back."""

from collections.abc import Mapping

from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.books.planned import Planned
from wiwak_eval.budget.books.words import funder_labels
from wiwak_eval.budget.books.year_notices import OUTSIDE
from wiwak_eval.budget.grants.notice import Notice
from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.proof.due import due
from wiwak_eval.budget.proof.words import NOTEBOOK, headed
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

TOTAL, COUNTY = "Summe", "Kreis"
KINDS = {
    GrantKind.SHARE: "Anteilfinanzierung",
    GrantKind.DEFICIT: "Fehlbedarfsfinanzierung",
    GrantKind.FIXED: "Festbetragsfinanzierung",
    GrantKind.FLAT: "Pauschale",
}
NOTES = (
    "Anspruch: was der Bescheid nach seiner Art von den zuwendungsfähigen Auszahlungen trägt, höchstens was auf den Geldgeber gebucht ist. "
    "Anteil: Einsparungen gehen anteilig zurück; Fehlbedarf: ganz; Festbetrag und Pauschale bleiben, soweit dafür ausgegeben wurde.",
    "Offen ist, was zusteht und noch nicht eingegangen ist; zu viel erhalten, was eingegangen ist und nicht zusteht.",
)
INTERIM = "Das Jahr ist nicht zu Ende: Offene Beträge und Überzahlungen ändern sich noch, eine Rückzahlung folgt daraus nicht."


def proof_funding(year: LedgerYear, notices: Mapping[str, Notice], planned: Planned | NotAssessable) -> Table:
    """Table `proof_funding`: a row a funder with a notice or with income, and the county for what nobody else pays; sums at the end."""
    named = {*notices, *year.income["funder"]}
    rows = [_row(funder, year, notices.get(funder), planned) for funder in OUTSIDE if funder in named]
    rows.append(_county(year, rows))
    rows.append(_total(rows))
    columns = (
        Column("funder", "Geldgeber", Unit.TEXT),
        Column("kind", "Art", Unit.TEXT),
        Column("granted", "bewilligt", Unit.CENTS),
        Column("spent", "darauf gebucht", Unit.CENTS),
        Column("due", "Anspruch", Unit.CENTS),
        Column("received", "eingegangen", Unit.CENTS),
        Column("open", "offen", Unit.CENTS),
        Column("repayment", "zu viel erhalten", Unit.CENTS),
    )
    notes = NOTES if year.over else (*NOTES, INTERIM)
    return build_table("proof_funding", headed("Finanzierung", year.last), columns, rows, NOTEBOOK, notes)


def _row(funder: str, year: LedgerYear, notice: Notice | None, planned: Planned | NotAssessable) -> list[Cell]:
    spent, received = (cents(part[part["funder"] == funder]) for part in (year.spent, year.income))
    label = funder_labels()[funder]
    if notice is None:
        return [label, "kein Bescheid geliefert", None, spent, None, received, None, None]
    owed = due(funder, notice, year, planned)
    kind, granted = KINDS[notice.kind], notice.ceiling_in(year.year)
    return [label, kind, granted, spent, owed, received, max(0, owed - received), max(0, received - owed)]


def _county(year: LedgerYear, others: list[list[Cell]]) -> list[Cell]:
    """The county carries what is booked on itself, on nobody, or on others who do not owe it."""
    booked = cents(year.spent[~year.spent["funder"].isin(OUTSIDE)])
    owed = [row[4] for row in others]
    left = None if None in owed else cents(year.spent) - sum(cell for cell in owed if isinstance(cell, int))
    return [COUNTY, "Eigenmittel", None, booked, left, None, None, None]


def _total(rows: list[list[Cell]]) -> list[Cell]:
    """Where a funder's amount is not known, the sum is empty; the county grants and receives nothing."""
    return [TOTAL, None, *(_sum_of([row[column] for row in rows], own=rows[-1][column]) for column in range(2, 8))]


def _sum_of(cells: list[Cell], own: Cell) -> Cents | None:
    told = [cell for cell in cells if isinstance(cell, int)]
    missing = len(cells) - len(told) - (own is None)
    return sum(told) if told and not missing else None
