"""Which of the dated values of an assumption holds on a day, by the knowledge of the as-of date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from wiwak_eval import german
from wiwak_eval.assumptions.model import Assumption, DatedValue, Kind, Owner, Quality, Source, Status


@dataclass(frozen=True)
class Resolved:
    """The value that holds on a day.

    value, low, high: in `unit`; valid_from: first day it holds; patched: whether the scenario changed it; owner: who decides on it;
    by_county: whether it is one of the county's own values; between_counties: as in `model.Entry`.
    """

    id: str
    label: str
    unit: str
    value: Decimal | str | bool
    low: Decimal | None
    high: Decimal | None
    kind: Kind
    status: Status
    quality: Quality
    source: Source
    valid_from: date
    patched: bool
    owner: Owner | None = None
    by_county: bool = False
    between_counties: bool = False


NONE_APART: Mapping[str, date] = MappingProxyType({})


def value_key(id: str, valid_from: date) -> str:
    """Name of one dated value: `pay_index@2018-03-01`."""
    return f"{id}@{valid_from}"


def known_values(entry: Assumption, as_of: date, known: Mapping[str, date] = NONE_APART) -> tuple[DatedValue, ...]:
    """The dated values known on the as-of date, oldest first; of corrections of the same day only the latest.

    From the first day of the county's own known values on, these alone count; one not yet known replaces nothing. known: ids, or single
    values by `value_key`, that are seen as of another day.
    """
    own = _known(entry.id, entry.county, as_of, known)
    shipped = [value for value in _known(entry.id, entry.values, as_of, known) if not own or value.valid_from < own[0].valid_from]
    return (*shipped, *own)


def _known(id: str, values: tuple[DatedValue, ...], as_of: date, known: Mapping[str, date]) -> tuple[DatedValue, ...]:
    if not known:
        return tuple({value.valid_from: value for value in values if value.known_since <= as_of}.values())
    seen = known.get(id, as_of)
    return tuple(
        {value.valid_from: value for value in values if value.known_since <= known.get(value_key(id, value.valid_from), seen)}.values()
    )


def holding(entry: Assumption, on: date, as_of: date, known: Mapping[str, date] = NONE_APART) -> Resolved | None:
    """The latest known value that began by `on`; once its last day has passed nothing holds: an older one does not come back."""
    begun = [value for value in known_values(entry, as_of, known) if value.valid_from <= on]
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
        quality=found.quality,
        source=found.source,
        valid_from=found.valid_from,
        patched=False,
        owner=entry.owner,
        by_county=any(found is own for own in entry.county),
        between_counties=entry.between_counties,
    )


def gap_sentence(entry: Assumption, on: date, as_of: date) -> str:
    """Why nothing holds on `on`; says nothing of values that came to be known after the as-of date."""
    later = [value.valid_from for value in known_values(entry, as_of) if value.valid_from > on]
    hint = f" Der früheste danach gilt ab {german.day(later[0])}." if later else ""
    return (
        f"Für „{entry.label}“ ({entry.id}) ist am Stichtag {german.day(as_of)} kein Wert bekannt, der am {german.day(on)} gilt.{hint} "
        "Bitte einen Wert mit Quelle ergänzen oder einen späteren Stichtag wählen."
    )
