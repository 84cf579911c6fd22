"""Dates of deletion: of the delivery at hand, and of others of which something is still kept."""

from datetime import date
from pathlib import Path

from wiwak_eval.records import DeliveryFacts
from wiwak_eval.records.retention import retention_sentence
from wiwak_eval.study.register import Register


def watch_dates(facts: DeliveryFacts, home: Path, today: date) -> tuple[str, ...]:
    """Until when the delivery may be kept, and of which others too much is kept for too long."""
    own = retention_sentence(facts)
    overdue = Register(home).overdue(today)
    late = (f"Die Frist von „{entry.name}“ ist abgelaufen. Bitte „wiwak forget“ mit {entry.place} aufrufen." for entry in overdue)
    return (*((own,) if own else ()), *late)
