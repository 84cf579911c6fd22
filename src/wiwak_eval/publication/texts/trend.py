"""Sentences on how sure the rise is, and on special situations."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "trend_rates": (
        "Je Öffnungstag änderte sich die Zahl der Beratungen von Monat zu Monat im Mittel um den Faktor {ratio_per_day:exakt} "
        "(95-%-Bereich {ratio_per_day:bereich}).",
        "Je Vollzeitstelle war es der Faktor {ratio_per_post:exakt} (95-%-Bereich {ratio_per_post:bereich}).",
    ),
    "trend_sure": (
        "Für die Zahl der Personen beträgt der Faktor von Monat zu Monat {ratio_persons:exakt} (95-%-Bereich {ratio_persons:bereich}).",
        "Wer mehrmals kommt, zählt bei den Beratungen mehrmals. Werden deshalb nicht einzelne Kontakte, sondern ganze Klienten als Zufall "
        "betrachtet, so ist der 95-%-Bereich für die Beratungen {ratio_clients:bereich}.",
    ),
    "situations": (
        "Bei {situation_share:prozent} der beratenen Personen ist eine besondere Problemlage erfasst (95-%-Bereich "
        "{situation_share:spanne}).",
        "Nach dem dritten Monat {situation_late:anzahl|kam keine neue Problemlage|kam eine neue Problemlage|kamen # neue Problemlagen} mit "
        "mindestens zehn Personen hinzu.",
        "Von Monat zu Monat änderte sich die Chance, dass bei einer neuen Person eine erfasst ist, um den Faktor {situation_odds:exakt} "
        "(95-%-Bereich {situation_odds:bereich}).",
    ),
}
