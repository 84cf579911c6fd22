"""Findings of the pilot year."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

SPECS = (
    Spec("contacts_pilot", "Beratungen im Pilotjahr", "year", "pilot", "contacts", Unit.CONTACTS),
    Spec("persons_pilot", "Personen im Pilotjahr", "year", "pilot", "persons", Unit.PERSONS),
    Spec("contacts_per_person_pilot", "Beratungen je Person", "year", "pilot", "contacts_per_person", Unit.NUMBER, 1),
    Spec("contacts_per_month_pilot", "Beratungen je Monat", "year", "pilot", "contacts_per_month", Unit.NUMBER, 1),
    Spec("steps_contacts", "Monatswechsel", "trend_tests", "contacts", "steps", Unit.COUNT),
    Spec("rises_contacts", "Anstiege von Monat zu Monat", "trend_tests", "contacts", "rises", Unit.COUNT),
    Spec("p_rising_contacts", "p-Wert des Trendtests", "trend_tests", "contacts", "p_rising", Unit.NUMBER, 4),
    Spec("ratio_contacts", "Faktor von Monat zu Monat", "trend_tests", "contacts", "ratio", Unit.NUMBER, 3, "ratio_low", "ratio_high"),
    Spec("spent_pilot", "Ausgaben im Pilotjahr", "expenditure", "Summe", "total", Unit.CENTS, 2),
)
