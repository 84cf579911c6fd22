"""Every sentence that holds a number, by name; notebooks, report and page all speak from here."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "brief_pilot": (
        "Im Zeitraum der Lieferung kamen {persons_pilot:exakt} Personen zu {contacts_pilot:exakt} Beratungen; von "
        "{steps_contacts:exakt} Monatswechseln waren {rises_contacts:exakt} Anstiege.",
    ),
    "brief_caseload": (
        "Geplant wird für Y1 mit {caseload_Y1:rund} Beratungen (Spanne {caseload_Y1:spanne}), für Y2 mit {caseload_Y2:rund} "
        "(Spanne {caseload_Y2:spanne}).",
    ),
    "brief_budget": (
        "Dafür braucht es nach Plan {posts_Y1:stellen} Stellen und {cost_Y1:euro_rund} im Jahr Y1, {posts_Y2:stellen} Stellen und "
        "{cost_Y2:euro_rund} im Jahr Y2.",
    ),
    "brief_financing": (
        "Für Y1 sind {land_Y1:euro_rund} vom Land und {county_cash_Y1:euro_rund} bar vom Landkreis gerechnet, dazu Räume im Wert von "
        "{county_in_kind_Y1:euro_rund}; offen sind am Stichtag {open_Y1:euro_rund} (Y2: {open_Y2:euro_rund}).",
    ),
    "pilot": (
        "Im Zeitraum der Lieferung gab es {contacts_pilot:exakt} Beratungen mit {persons_pilot:exakt} verschiedenen Personen.",
        "Auf eine Person kamen im Mittel {contacts_per_person_pilot:exakt} Beratungen.",
    ),
    "trend": (
        "Von {steps_contacts:exakt} Wechseln von einem Monat zum nächsten waren {rises_contacts:exakt} Anstiege.",
        "Im Mittel änderte sich die Zahl der Beratungen von Monat zu Monat um den Faktor {ratio_contacts:exakt} "
        "(95-%-Bereich {ratio_contacts:spanne}).",
        "Für „kein Anstieg“ gibt der Mann-Kendall-Test einen p-Wert von {p_rising_contacts:exakt}.",
    ),
    "spent": ("Das Haushaltsbuch weist für den Zeitraum Ausgaben von {spent_pilot:euro} aus, Sachleistungen eingeschlossen.",),
    "caseload": (
        "Geplant wird mit {caseload_Y1:rund} Beratungen für Y1 und {caseload_Y2:rund} Beratungen für Y2.",
        "In acht von zehn gerechneten Verläufen liegt die Jahreszahl Y1 bei {caseload_Y1:spanne}, Y2 bei {caseload_Y2:spanne}.",
    ),
    "backtest": (
        "Im Rückvergleich lagen {backtest_inside:exakt} von {backtest_cases:exakt} Monatswerten im 80-%-Bereich.",
        "Die Güte gegen den letzten bekannten Wert beträgt {backtest_skill:prozent}; über null heißt: besser.",
    ),
    "posts": ("Daraus folgen {posts_Y1:stellen} Stellen für Y1 und {posts_Y2:stellen} Stellen für Y2.",),
    "costs": (
        "Die Gesamtkosten betragen nach Plan {cost_Y1:euro_rund} für Y1 und {cost_Y2:euro_rund} für Y2.",
        "Schwankt allein die Fallzahl, so liegen sie Y1 bei {cost_Y1:euro_spanne} und Y2 bei {cost_Y2:euro_spanne}.",
    ),
    "financing": (
        "Der Landkreis bringt Räume im Wert von {county_in_kind_Y1:euro_rund} (Y1) und {county_in_kind_Y2:euro_rund} (Y2) ein.",
        "Als Anteil des Landes sind {land_Y1:euro_rund} (Y1) und {land_Y2:euro_rund} (Y2) gerechnet, bar vom Landkreis "
        "{county_cash_Y1:euro_rund} und {county_cash_Y2:euro_rund}.",
        "Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.",
    ),
}


def for_years(template: str, years: tuple[int, int]) -> str:
    """The template with `Y1` and `Y2` replaced by the two budget years."""
    return template.replace("Y1", str(years[0])).replace("Y2", str(years[1]))
