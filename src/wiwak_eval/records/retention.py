"""How long a delivery may be kept: watched at each run, never overridden."""

from datetime import date

from wiwak_eval import german
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.results import GermanError


def refuse_expired(facts: DeliveryFacts, today: date) -> None:
    """Raise GermanError where the delivery's own date of deletion has passed; its last day still counts."""
    if facts.retain_until is not None and today > facts.retain_until:
        raise GermanError(
            f"Die Aufbewahrungsfrist der Lieferung endete am {german.day(facts.retain_until)}; sie wird nicht mehr gelesen. "
            "Bitte mit „wiwak forget“ löschen, was von ihr behalten wurde, und die Lieferung selbst vernichten."
        )


def retention_sentence(facts: DeliveryFacts) -> str | None:
    """Until when the delivery may be kept; None where it names no date."""
    if facts.retain_until is None:
        return None
    return f"Aufbewahrungsfrist der Lieferung: {german.day(facts.retain_until)}; danach wird sie nicht mehr gelesen."
