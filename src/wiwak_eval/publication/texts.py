"""Every sentence that holds a number, by name; notebooks, report and page all speak from here."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import spoken
from wiwak_eval.results import Finding

TEXTS: Mapping[str, tuple[str, ...]] = {
    "brief_pilot": (
        "Im Zeitraum der Lieferung gab es {contacts_pilot:exakt} Beratungen; von {steps_contacts:exakt} Monatswechseln waren "
        "{rises_contacts:exakt} Anstiege.",
        "Beraten wurden {persons_pilot:exakt} verschiedene Personen.",
    ),
    "brief_stock": (
        "In den letzten drei Monaten der Lieferung entfielen {latest_stock_share:prozent} der Beratungen auf Personen, die schon vorher "
        "gekommen waren; der Bestand hält die Fallzahl eine Zeit lang hoch, auch wenn weniger Menschen neu kommen.",
    ),
    "brief_caseload": (
        "Geplant wird für Y1 mit {caseload_Y1:rund} Beratungen (Spanne {caseload_Y1:spanne}), für Y2 mit {caseload_Y2:rund} "
        "(Spanne {caseload_Y2:spanne}).",
        "Dahinter stehen {persons_Y1:rund} Personen im Jahr Y1 und {persons_Y2:rund} im Jahr Y2.",
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
        "Im Zeitraum der Lieferung gab es {contacts_pilot:exakt} Beratungen.",
        "Beraten wurden {persons_pilot:exakt} verschiedene Personen; auf eine Person kamen im Mittel {contacts_per_person_pilot:exakt} "
        "Beratungen.",
    ),
    "trend": (
        "Von {steps_contacts:exakt} Wechseln von einem Monat zum nächsten waren {rises_contacts:exakt} Anstiege.",
        "Im Mittel änderte sich die Zahl der Beratungen von Monat zu Monat um den Faktor {ratio_contacts:exakt} "
        "(95-%-Bereich {ratio_contacts:spanne}).",
        "Für „kein Anstieg“ gibt der Mann-Kendall-Test einen p-Wert von {p_rising_contacts:exakt}.",
    ),
    "spent": ("Das Haushaltsbuch weist für den Zeitraum Ausgaben von {spent_pilot:euro} aus, Sachleistungen eingeschlossen.",),
    "rise": (
        "In den ersten Monaten der Lieferung gab es im Mittel {rise_first:exakt} Beratungen im Monat, in den letzten {rise_last:exakt}.",
        "Zu dieser Veränderung trägt die Zahl der wiedergekommenen Personen {rise_returning:exakt} Beratungen im Monat bei, die Zahl der "
        "neuen Personen {rise_new:exakt}.",
        "Die Zahlen einer neuen Stelle steigen schon deshalb, weil sich bekannte Klienten ansammeln: Wer einmal da war, kommt wieder, und "
        "jeden Monat treten neue hinzu.",
    ),
    "stock": (
        "In den letzten drei Monaten der Lieferung kamen {latest_new:exakt} Personen neu, in den drei Monaten davor {before_new:exakt}; "
        "die Zahl der Beratungen lag bei {latest_contacts:exakt} nach {before_contacts:exakt}.",
        "Von den letzten Beratungen entfielen {latest_stock_share:prozent} auf Personen, die schon vorher gekommen waren.",
        "Die Fallzahl kann hoch sein, obwohl der Zugang nachlässt: Wer früher kam, wird weiter beraten. Der Bestand sinkt erst, wenn mehr "
        "Menschen ausscheiden als neu kommen, und die Fallzahl folgt ihm mit Verzögerung.",
    ),
    "caseload": (
        "Geplant wird mit {caseload_Y1:rund} Beratungen für Y1 und {caseload_Y2:rund} Beratungen für Y2.",
        "In acht von zehn gerechneten Verläufen liegt die Jahreszahl Y1 bei {caseload_Y1:spanne}, Y2 bei {caseload_Y2:spanne}.",
    ),
    "no_trend": (
        "Ein Trend aus wenigen Monaten wird nicht verlängert. Der Bestand einer neuen Stelle wächst nicht endlos: Er nähert sich dem "
        "Punkt, an dem so viele Menschen ausscheiden, wie neu kommen.",
        "An öffentlichen Reihen geprüft, betrug der Fehler einer fortgesetzten Veränderung über 24 Monate das {drift_24:exakt}-Fache des "
        "Fehlers, den macht, wer einfach den letzten Wert stehen lässt.",
    ),
    "persons": (
        "Dahinter stehen für Y1 {persons_Y1:rund} verschiedene Personen (Spanne {persons_Y1:spanne}), davon {new_persons_Y1:rund} neue "
        "(Spanne {new_persons_Y1:spanne}).",
        "Für Y2 sind es {persons_Y2:rund} Personen (Spanne {persons_Y2:spanne}), davon {new_persons_Y2:rund} neue (Spanne "
        "{new_persons_Y2:spanne}).",
    ),
    "uncertainty": (
        "Wäre allein der Zugang neuer Personen ungewiss, so bliebe {inflow_share_Y1:prozent} der Streuung im Jahr Y1 und "
        "{inflow_share_Y2:prozent} im Jahr Y2.",
        "Wie viele Menschen neu kommen, hängt auch von Entscheidungen des Bundes und des Landes ab, die der Landkreis nicht trifft.",
    ),
    "backtest": (
        "Im Rückvergleich lagen {backtest_inside:exakt} von {backtest_cases:exakt} Monatswerten im 80-%-Bereich der eigenen Prognose.",
        "Ihre Güte gegen den letzten bekannten Wert beträgt {backtest_skill:prozent}; über null heißt: besser als dieser.",
        "Geprüft sind damit nur ein bis drei Monate im Voraus. Wie genau 12 und 24 Monate im Voraus getroffen werden, lässt sich aus einem "
        "Pilotjahr nicht prüfen.",
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


def spoken_text(name: str, findings: Mapping[str, Finding], years: tuple[int, int]) -> str:
    """The text of this name with its numbers; empty where none of them is known. Raises KeyError for an unknown name."""
    return spoken([for_years(template, years) for template in TEXTS[name]], findings)


def for_years(template: str, years: tuple[int, int]) -> str:
    """The template with `Y1` and `Y2` replaced by the two budget years."""
    return template.replace("Y1", str(years[0])).replace("Y2", str(years[1]))
