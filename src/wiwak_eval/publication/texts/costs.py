"""Sentences on what the pilot year cost."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "spent_parts": (
        "Ausgezahlt wurden {spent_cash:euro}.",
        Choice(
            (
                Option(
                    "Dazu kommen Sachleistungen im Wert von {spent_in_kind:euro}, für die kein Geld floss.",
                    (When("spent_in_kind", "above", 0),),
                ),
                Option("Sachleistungen sind nicht gebucht."),
            )
        ),
        "Als zuwendungsfähig gebucht sind {spent_eligible:euro}.",
    ),
    "unit_costs": (
        "Eine Beratung kostete {unit_cost_contact:euro}, Sachleistungen eingeschlossen (95-%-Bereich {unit_cost_contact:euro_spanne}).",
        "Auf eine beratene Person kamen {unit_cost_person:euro} (95-%-Bereich {unit_cost_person:euro_spanne}).",
        "Ein Monat Koordination, die nicht mit der Zahl der Beratungen wächst, kostete {unit_cost_coordination:euro_rund} "
        "(Spanne {unit_cost_coordination:euro_spanne}; gemessen oder angenommen, sagt die Tabelle). Ohne sie kostete eine Beratung "
        "{unit_cost_advice:euro}.",
        "Auf eine abgeschlossene Integrationskette kamen {unit_cost_chain:euro_rund} (95-%-Bereich {unit_cost_chain:euro_spanne}).",
    ),
}
