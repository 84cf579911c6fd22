"""Sentences on the public claims."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "claim_rise": (
        "In den ersten Projektmonaten gab es bei {claim_steps:exakt} {claim_steps:wort|Monatswechsel|Monatswechseln} "
        "{claim_rises_contacts:exakt} {claim_rises_contacts:wort|Anstieg|Anstiege} der Beratungen und {claim_rises_persons:exakt} "
        "{claim_rises_persons:wort|Anstieg|Anstiege} der Personen.",
        "Im Mittel änderten sich die Beratungen von Monat zu Monat um den Faktor {claim_ratio_contacts:exakt} (95-%-Bereich "
        "{claim_ratio_contacts:bereich}), die Personen um den Faktor {claim_ratio_persons:exakt} (95-%-Bereich "
        "{claim_ratio_persons:bereich}).",
    ),
}
