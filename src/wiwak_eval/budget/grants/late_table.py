"""The table of late decisions."""

from collections.abc import Mapping, Sequence

from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear
from wiwak_eval.budget.grants.ceiling import ceiling_notes
from wiwak_eval.budget.grants.late import late_decisions
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.results import Column, Table, Unit, build_table

NOTES = (
    "Die drei Beträge stehen nebeneinander und werden nicht addiert: vorfinanziert kommt später, verloren kommt nie, gefährdet kann das "
    "Land zurückfordern, weil die Maßnahme ohne Erlaubnis vor dem Bescheid begann.",
    "Ohne genehmigten vorzeitigen Maßnahmebeginn zählen Ausgaben erst ab dem Monat des Bescheids (Allgemeinwissen, nicht nachgelesen; "
    "belegt ist nur, dass es dafür ein Formular gibt).",
    "Vorfinanziert ist die Summe der Monate, verloren der Unterschied zweier Zuwendungen; beide sind für sich gerundet.",
)
ASSUMED = "Gerechnet mit angenommenen Bedingungen; das Land hat zum Stichtag nichts entschieden."


def late_decision(plans: Sequence[FinancedYear], terms: Mapping[int, GrantTerms], read: Sequence[str]) -> Table:
    """Rows: month of the notice x early start allowed or not, for each year. terms: by year, those in force or assumed ones."""
    rows = [
        (
            f"{plan.year}-{each.month:02d}/{'early' if each.early_start else 'late'}",
            f"{plan.year}-{each.month:02d}",
            "ja" if each.early_start else "nein",
            each.prefinanced,
            each.lost,
            each.at_risk,
            each.county_cash,
        )
        for plan in plans
        for each in late_decisions(plan.costs, plan.fixed, terms[plan.year])
    ]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Bescheid im", Unit.MONTH),
        Column("early_start", "früher Beginn erlaubt", Unit.TEXT),
        Column("prefinanced", "vorfinanziert", Unit.CENTS),
        Column("lost", "verloren", Unit.CENTS),
        Column("at_risk", "gefährdet", Unit.CENTS),
        Column("county_cash", "Landkreis, bar", Unit.CENTS),
    )
    assumed = (ASSUMED,) if any(plan.terms is None for plan in plans) else ()
    notes = (*NOTES, *assumed, *dict.fromkeys(note for plan in plans for note in ceiling_notes(terms[plan.year])))
    title = "Was ein später Bescheid des Landes kostet"
    return build_table("late_decision", title, columns, rows, NOTEBOOK, notes, read)
