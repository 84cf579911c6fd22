"""Sentences on the pilot year."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "pilot": (
        "Im Zeitraum der Lieferung gab es {contacts_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
        "Beraten {persons_pilot:anzahl|wurde niemand|wurde eine Person|wurden # verschiedene Personen}.",
        "Auf eine Person kamen im Mittel {contacts_per_person_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
    ),
    "trend": (
        "Bei {steps_contacts:anzahl|keinem Wechsel|einem Wechsel|# Wechseln} von einem Monat zum nächsten gab es "
        "{rises_contacts:anzahl|keinen Anstieg|einen Anstieg|# Anstiege}.",
        "Im Mittel änderte sich die Zahl der Beratungen von Monat zu Monat um den Faktor {ratio_contacts:exakt} "
        "(95-%-Bereich {ratio_contacts:bereich}).",
        Choice(
            (
                Option("Im Trend ist sie gestiegen.", (When("ratio_contacts", "above", 1, "low"),)),
                Option("Im Trend ist sie gesunken.", (When("ratio_contacts", "below", 1, "high"),)),
                Option("Damit ist weder ein Anstieg noch ein Rückgang belegt."),
            )
        ),
    ),
    "spent": ("Das Haushaltsbuch weist für den Zeitraum Ausgaben von {spent_pilot:euro} aus, Sachleistungen eingeschlossen.",),
}
