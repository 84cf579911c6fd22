"""The list of documents: one row a booking, for the funder's auditors, and its sums by cost type."""

import pandas as pd

from wiwak_eval import german
from wiwak_eval.budget.books.ledger_year import INCOME, LedgerYear, cents
from wiwak_eval.budget.books.words import funder_labels, kind_labels
from wiwak_eval.budget.proof.words import NOTEBOOK, headed
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

TOTAL = "Summe"
ORDER = ["date", "document_no", "direction", "cost_type", "funder", "amount", "eligible", "in_kind"]
STAFF = "Nur intern: Einzelne Belege zeigen das Entgelt einzelner Stellen."


def proof_documents(year: LedgerYear) -> Table:
    """Table `proof_documents` (staff): all bookings of the year by date and number."""
    kinds, funders = kind_labels(), funder_labels()
    ordered = year.bookings.sort_values(ORDER, kind="stable")
    rows: list[list[Cell]] = [
        [
            str(number),
            row["document_no"] or "–",
            german.day(row["date"]),
            f"{'E' if row['direction'] == INCOME else 'A'} {kinds[row['cost_type']]}",
            int(row["amount"]),
            funders[row["funder"]],
            "ja" if row["eligible"] else "nein",
            "ja" if row["in_kind"] else "nein",
        ]
        for number, row in enumerate(ordered.to_dict("records"), start=1)
    ]
    columns = (
        Column("number", "Nr.", Unit.TEXT),
        Column("document", "Beleg", Unit.TEXT),
        Column("day", "Tag", Unit.TEXT),
        Column("cost_type", "E/A, Kostenart", Unit.TEXT),
        Column("amount", "Betrag", Unit.CENTS),
        Column("funder", "Finanzierung", Unit.TEXT),
        Column("eligible", "zuwendungsfähig", Unit.TEXT),
        Column("in_kind", "Sachleistung", Unit.TEXT),
    )
    return build_table("proof_documents", headed("Belegliste", year.last), columns, rows, NOTEBOOK, (STAFF,), staff=True)


def proof_documents_groups(year: LedgerYear) -> Table | NotAssessable:
    """Table `proof_documents_groups`: expenditure in cash by cost type, number of documents and sum; refused without document numbers."""
    spent = year.spent[year.spent["document_no"] != ""]
    if spent.empty:
        return NotAssessable("nicht auswertbar: Die Belegnummern sind nicht erfasst; eine Belegliste braucht sie.")
    parts = {str(kind): part for kind, part in year.spent.groupby("cost_type")}
    rows: list[list[Cell]] = []
    for kind, label in kind_labels().items():
        if kind in parts:
            rows.append([label, *_counts(parts[kind])])
    rows.append([TOTAL, *_counts(year.spent)])
    columns = (
        Column("cost_type", "Kostenart", Unit.TEXT),
        Column("documents", "Belege", Unit.COUNT),
        Column("without", "Buchungen ohne Beleg-Nr", Unit.COUNT),
        Column("amount", "Auszahlungen", Unit.CENTS),
        Column("eligible", "davon zuwendungsfähig", Unit.CENTS),
    )
    notes = ("Belege mit mehreren Kostenarten zählen bei jeder; die Summe zählt jeden Beleg einmal.",)
    return build_table("proof_documents_groups", headed("Belege je Kostenart", year.last), columns, rows, NOTEBOOK, notes)


def _counts(part: pd.DataFrame) -> list[Cell]:
    numbered = part[part["document_no"] != ""]
    return [int(numbered["document_no"].nunique()), len(part) - len(numbered), cents(part), cents(part[part["eligible"]])]
