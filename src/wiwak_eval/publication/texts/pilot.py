"""Sentences on the pilot year."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "pilot": (
        "Im Zeitraum der Lieferung gab es {contacts_pilot:exakt} Beratungen.",
        "Beraten wurden {persons_pilot:exakt} verschiedene Personen; auf eine Person kamen im Mittel {contacts_per_person_pilot:exakt} "
        "Beratungen.",
    ),
    "trend": (
        "Von {steps_contacts:exakt} Wechseln von einem Monat zum nächsten waren {rises_contacts:exakt} Anstiege.",
        "Im Mittel änderte sich die Zahl der Beratungen von Monat zu Monat um den Faktor {ratio_contacts:exakt} "
        "(95-%-Bereich {ratio_contacts:bereich}).",
        "Für „kein Anstieg“ gibt der Mann-Kendall-Test einen p-Wert von {p_rising_contacts:exakt}.",
    ),
    "spent": ("Das Haushaltsbuch weist für den Zeitraum Ausgaben von {spent_pilot:euro} aus, Sachleistungen eingeschlossen.",),
}
