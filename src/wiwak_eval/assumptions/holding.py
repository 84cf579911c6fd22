"""Which of the dated values of an assumption holds on a day, by the knowledge of the as-of date."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions.model import Assumption, DatedValue, Kind, Owner, Source, Status


@dataclass(frozen=True)
class Resolved:
    """The value that holds on a day.

    value, low, high: in `unit`; valid_from: first day it holds; patched: whether the scenario changed it; owner: who decides on it.
    """

    id: str
    label: str
    unit: str
    value: Decimal | str | bool
    low: Decimal | None
    high: Decimal | None
    kind: Kind
    status: Status
    source: Source
    valid_from: date
    patched: bool
    owner: Owner | None = None


def known_values(entry: Assumption, as_of: date) -> tuple[DatedValue, ...]:
    """The dated values known on the as-of date, oldest first; of corrections of the same day only the latest."""
    return tuple({value.valid_from: value for value in entry.values if value.known_since <= as_of}.values())


def holding(entry: Assumption, on: date, as_of: date) -> Resolved | None:
    """The latest known value that began by `on`; once its last day has passed nothing holds: an older one does not come back."""
    begun = [value for value in known_values(entry, as_of) if value.valid_from <= on]
    if not begun or (begun[-1].valid_to is not None and begun[-1].valid_to < on):
        return None
    found = begun[-1]
    return Resolved(
        id=entry.id,
        label=entry.label,
        unit=entry.unit,
        value=found.value,
        low=found.low,
        high=found.high,
        kind=found.kind,
        status=found.status,
        source=found.source,
        valid_from=found.valid_from,
        patched=False,
        owner=entry.owner,
    )


def gap_sentence(entry: Assumption, on: date, as_of: date) -> str:
    """Why nothing holds on `on`; says nothing of values that came to be known after the as-of date."""
    later = [value.valid_from for value in known_values(entry, as_of) if value.valid_from > on]
    hint = f" Der früheste danach gilt ab {german.day(later[0])}." if later else ""
    return (
        f"Für „{entry.label}“ ({entry.id}) ist am Stichtag {german.day(as_of)} kein Wert bekannt, der am {german.day(on)} gilt.{hint} "
        "Bitte einen Wert mit Quelle ergänzen oder einen späteren Stichtag wählen."
    )
