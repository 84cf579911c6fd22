"""Findings of the monthly controlling and of the proof of use."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

YEAR = "Haushaltsjahr der Lieferung"
SPENT = "Summe Auszahlungen"


def _cents(id: str, label: str, table: str, row: str, column: str) -> Spec:
    return Spec(id, label, table, row, column, Unit.CENTS, 2, period=YEAR)


SPECS = (
    _cents("controlling_planned", "Haushaltsansatz der Auszahlungen", "controlling_lines", SPENT, "planned"),
    _cents("controlling_to_date", "Haushaltsansatz der Auszahlungen bis zum Stand", "controlling_lines", SPENT, "to_date"),
    _cents("controlling_actual", "Auszahlungen bis zum Stand", "controlling_lines", SPENT, "actual"),
    Spec("controlling_drawn", "ausgeschöpfter Anteil des Ansatzes", "controlling_lines", SPENT, "drawn", Unit.SHARE, 0, period=YEAR),
    _cents("controlling_year_end", "Auszahlungen am Jahresende (Hochrechnung)", "year_end", SPENT, "expected"),
    _cents("drawdown_granted", "bewilligt", "drawdown", "Summe", "granted"),
    _cents("drawdown_received", "eingegangen", "drawdown", "Summe", "received"),
    _cents("drawdown_to_call", "noch abrufbar", "drawdown", "Summe", "to_call"),
    _cents("proof_planned", "Plan des Verwendungsnachweises", "proof_numbers", "Summe", "planned"),
    _cents("proof_eligible", "zuwendungsfähig ausgegeben", "proof_numbers", "Summe", "eligible"),
    _cents("proof_due", "Anspruch aus den Bescheiden und Eigenmittel", "proof_funding", "Summe", "due"),
    _cents("proof_county", "Eigenmittel des Landkreises", "proof_funding", "Kreis", "due"),
    _cents("proof_open", "noch offen", "proof_funding", "Summe", "open"),
    _cents("proof_repayment", "zu viel erhalten", "proof_funding", "Summe", "repayment"),
)
