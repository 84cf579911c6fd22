"""Sentences on the public claims."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "claim_rise": (
        "In den ersten Projektmonaten gab es bei {claim_steps:anzahl|keinem Monatswechsel|einem Monatswechsel|# Monatswechseln} "
        "{claim_rises_contacts:anzahl|keinen Anstieg|einen Anstieg|# Anstiege} der Beratungen und "
        "{claim_rises_persons:anzahl|keinen Anstieg|einen Anstieg|# Anstiege} der Personen.",
        "Im Mittel änderten sich die Beratungen von Monat zu Monat um den Faktor {claim_ratio_contacts:exakt} (95-%-Bereich "
        "{claim_ratio_contacts:bereich}), die Personen um den Faktor {claim_ratio_persons:exakt} (95-%-Bereich "
        "{claim_ratio_persons:bereich}).",
    ),
}
