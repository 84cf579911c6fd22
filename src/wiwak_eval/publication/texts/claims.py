"""Sentences on the public claims."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "claim_rise": (
        "In den ersten Projektmonaten waren von {claim_steps:exakt} Monatswechseln {claim_rises_contacts:exakt} Anstiege der Beratungen und "
        "{claim_rises_persons:exakt} Anstiege der Personen.",
        "Im Mittel änderten sich die Beratungen von Monat zu Monat um den Faktor {claim_ratio_contacts:exakt} (95-%-Bereich "
        "{claim_ratio_contacts:spanne}), die Personen um den Faktor {claim_ratio_persons:exakt} (95-%-Bereich "
        "{claim_ratio_persons:spanne}).",
    ),
}
