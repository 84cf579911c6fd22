"""Sentences on how sure the rise is, and on special situations."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "trend_rates": (
        "Je Öffnungstag änderte sich die Zahl der Beratungen von Monat zu Monat im Mittel um den Faktor {ratio_per_day:exakt} "
        "(95-%-Bereich {ratio_per_day:bereich}).",
        "Je Vollzeitstelle war es der Faktor {ratio_per_post:exakt} (95-%-Bereich {ratio_per_post:bereich}).",
    ),
    "trend_sure": (
        "Für die Zahl der Personen beträgt der Faktor von Monat zu Monat {ratio_persons:exakt} (95-%-Bereich {ratio_persons:bereich}).",
        "Wer mehrmals kommt, zählt bei den Beratungen mehrmals. Werden deshalb nicht einzelne Kontakte, sondern ganze Klienten als Zufall "
        "betrachtet, so reicht der 95-%-Bereich für die Beratungen von {ratio_clients:bereich}.",
    ),
    "situations": (
        "Bei {situation_share:prozent} der beratenen Personen ist eine besondere Problemlage erfasst (95-%-Bereich "
        "{situation_share:spanne}).",
        "Problemlagen mit mindestens zehn Personen, die erst nach dem dritten Monat zum ersten Mal vorkamen: {situation_late:exakt}.",
        "Von Monat zu Monat änderte sich die Chance, dass bei einer neuen Person eine erfasst ist, um den Faktor {situation_odds:exakt} "
        "(95-%-Bereich {situation_odds:bereich}).",
    ),
}
