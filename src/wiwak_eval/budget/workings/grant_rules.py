"""The Land's rules as numbers, and what the applications assume while nothing is decided."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.variants import Variant
from wiwak_eval.budget.grants.grant_table import NUMBERED
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.results import Cell, Table, Unit, build_table

Line = tuple[str, Callable[[GrantTerms], Decimal | int]]
ASSUMED: Mapping[str, Line] = {
    "variant_share": ("angenommener Fördersatz", lambda terms: terms.rate),
    "variant_has_ceiling": ("Höchstbetrag ohne Bescheid bekannt (1 = ja)", lambda terms: int(terms.ceiling is not None)),
    "variant_ceiling": ("Höchstbetrag ohne Bescheid im Jahr, €", lambda terms: Decimal(terms.ceiling or 0) / 100),
    "in_kind_counts": ("Sachleistung zählt als förderfähig (1 = ja)", lambda terms: int(terms.in_kind_counts)),
}
USED: Mapping[str, Line] = {
    "used_kind": ("gerechnet mit: Finanzierungsart", lambda terms: NUMBERED[terms.kind]),
    "used_share": ("gerechnet mit: Fördersatz", lambda terms: terms.rate),
    "used_first": ("gerechnet mit: erster Monat, der zählt", lambda terms: terms.months.start),
    "used_last": ("gerechnet mit: letzter Monat, der zählt", lambda terms: terms.end),
    "used_has_ceiling": ("gerechnet mit: Höchstbetrag bekannt (1 = ja)", lambda terms: int(terms.ceiling is not None)),
    "used_ceiling": ("gerechnet mit: Höchstbetrag im Jahr, €", lambda terms: Decimal(terms.ceiling or 0) / 100),
}
NOTES = (
    "Solange das Land nichts entschieden hat, bleibt sein Anteil in der Finanzierung offen; Anträge und Verhandlungsblatt rechnen mit dem "
    "angenommenen Satz ab Januar.",
    "Wer den angenommenen Satz auch in der Finanzierung sehen will, setzt in der ersten Zeile eine 1.",
)


def grant_rules(plans: Plans, decisions: Sequence[Variant], read: Sequence[str]) -> Table:
    """By year. decisions: the assumed variants; the first is the assumed share from January on, which applications use while nothing is
    decided."""
    years = [plan.year for plan in plans]
    variant = {decision.key: [decision.terms[year] for year in years] for decision in decisions}
    assumed = variant["from_january"]
    used = [plan.terms or terms for plan, terms in zip(plans, assumed, strict=True)]
    rows: list[list[Cell]] = [
        ["assumed_on", "in der Finanzierung mit dem angenommenen Satz rechnen (1 = ja)", *(0 for _ in years)],
        *_rows(ASSUMED, assumed),
        ["late_start", "Variante: erster geförderter Monat bei spätem Beginn", *(terms.start for terms in variant["late"])],
        ["late_decision", "Variante: Monat eines späten Bescheids", *(terms.decided for terms in variant["decided_late"])],
        *_eligible(assumed),
        *_rows(USED, used),
    ]
    title = "Was das Land anerkennt, und womit gerechnet wird"
    return build_table("grant_rules", title, year_columns(plans, Unit.NUMBER, 2), rows, NOTEBOOK, NOTES, read)


def _rows(lines: Mapping[str, Line], terms: Sequence[GrantTerms]) -> list[list[Cell]]:
    return [[key, label, *(_number(of(each)) for each in terms)] for key, (label, of) in lines.items()]


def _eligible(terms: Sequence[GrantTerms]) -> list[list[Cell]]:
    labels = {item: f"förderfähig: {label} (1 = ja)" for item, label in LABELS.items()}
    return [[f"eligible_{item}", label, *(int(item in each.eligible) for each in terms)] for item, label in labels.items()]


def _number(value: Decimal | int) -> float | int:
    return int(value) if value == int(value) else float(value)
