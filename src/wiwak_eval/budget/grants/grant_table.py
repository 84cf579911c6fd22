"""The Land's terms as a table of numbers: what the workbook's formulas start from."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear, year_columns
from wiwak_eval.budget.grants.ceiling import ceiling_notes
from wiwak_eval.budget.grants.eligible import post_months
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.results import Cell, Table, Unit, build_table

NUMBERED = {GrantKind.SHARE: 1, GrantKind.DEFICIT: 2, GrantKind.FIXED: 3, GrantKind.FLAT: 4}
UNDECIDED = GrantTerms(GrantKind.SHARE, frozenset())
"""What stands in the table while nothing is decided."""

Number = Decimal | int
LINES: Mapping[str, tuple[str, Callable[[GrantTerms], Number]]] = {
    "land_kind": ("Finanzierungsart (1 Anteil, 2 Fehlbedarf, 3 Festbetrag, 4 Pauschale)", lambda terms: NUMBERED[terms.kind]),
    "land_share": ("Fördersatz des Landes", lambda terms: terms.rate),
    "land_amount": ("Festbetrag für zwölf Monate oder Pauschale je Stelle und Monat, €", lambda terms: Decimal(terms.amount) / 100),
    "land_own_cash": ("zugesagte Eigenmittel bei Fehlbedarf, €", lambda terms: Decimal(terms.own_cash) / 100),
    "land_has_ceiling": ("Höchstbetrag bekannt (1 = ja)", lambda terms: int(terms.ceiling is not None)),
    "land_ceiling": ("Höchstbetrag im Jahr, €", lambda terms: Decimal(terms.ceiling or 0) / 100),
    "land_start": ("erster geförderter Monat", lambda terms: terms.start),
    "land_end": ("letzter geförderter Monat", lambda terms: terms.end),
    "land_decision_month": ("Monat des Bescheids (0 = vor dem Jahr)", lambda terms: terms.decided),
    "land_early_start": ("vorzeitiger Maßnahmebeginn erlaubt (1 = ja)", lambda terms: int(terms.early_start)),
    "land_tolerance": ("zulässige Überschreitung eines Postens", lambda terms: terms.tolerance),
    "land_in_kind": ("Sachleistung zählt als förderfähig (1 = ja)", lambda terms: int(terms.in_kind_counts)),
}


def grant(plans: Sequence[FinancedYear], read: Sequence[str]) -> Table:
    """The terms the financing is computed with; zeros where the Land has decided nothing yet."""
    terms = [plan.terms or UNDECIDED for plan in plans]
    named: list[list[Cell]] = [[key, label, *(_number(of(each)) for each in terms)] for key, (label, of) in LINES.items()]
    counted: list[list[Cell]] = [
        [f"eligible_{item}", f"förderfähig: {label} (1 = ja)", *(int(item in each.eligible) for each in terms)]
        for item, label in LABELS.items()
    ]
    supported = (post_months(plan.costs, each) for plan, each in zip(plans, terms, strict=True))
    rows: list[list[Cell]] = [
        ["land_decided", "Bedingungen des Landes bekannt (1 = ja)", *(int(plan.terms is not None) for plan in plans)],
        *named,
        ["land_post_months", "geförderte Monate voller Stellen", *map(_number, supported)],
        ["rooms_in_kind", "Räume als Sachleistung des Landkreises (1 = ja)", *(int("rooms" in plan.costs.in_kind) for plan in plans)],
        *counted,
    ]
    notes = tuple(dict.fromkeys(note for plan in plans for note in ceiling_notes(plan.terms)))
    columns = year_columns(plans, Unit.NUMBER, 2)
    return build_table("grant", "Bedingungen der Finanzierung", columns, rows, NOTEBOOK, notes, read)


def _number(value: Number) -> float | int:
    """A number without a fraction prints without decimals."""
    return int(value) if value == int(value) else float(value)
