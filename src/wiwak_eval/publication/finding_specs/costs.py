"""Findings of the pilot year's costs."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit


def _unit_cost(id: str, label: str, row: str) -> Spec:
    return Spec(id, label, "unit_costs", row, "value", Unit.CENTS, 2, "low", "high")


SPECS = (
    Spec("spent_cash", "Auszahlungen im Pilotjahr", "costs_months", "Summe", "cash", Unit.CENTS, 2),
    Spec("spent_in_kind", "Sachleistungen im Pilotjahr", "costs_months", "Summe", "in_kind", Unit.CENTS, 2),
    Spec("spent_eligible", "zuwendungsfähige Ausgaben im Pilotjahr", "costs_funders", "Summe", "eligible", Unit.CENTS, 2),
    _unit_cost("unit_cost_contact", "Kosten je Beratung", "contact"),
    _unit_cost("unit_cost_contact_cash", "Auszahlungen je Beratung", "contact_cash"),
    _unit_cost("unit_cost_advice", "Kosten je Beratung ohne Koordination", "contact_advice"),
    _unit_cost("unit_cost_person", "Kosten je Person", "person"),
    _unit_cost("unit_cost_person_cash", "Auszahlungen je Person", "person_cash"),
    _unit_cost("unit_cost_chain", "Kosten je abgeschlossener Integrationskette", "completed_chain"),
    _unit_cost("unit_cost_coordination", "Kosten eines Monats Koordination", "coordination"),
)
