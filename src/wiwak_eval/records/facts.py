"""The facts of a delivery: who delivers, for which period, simulated or not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.records.cells import Cell, cell_text
from wiwak_eval.records.contract import Kind, fold
from wiwak_eval.records.forms import open_source
from wiwak_eval.records.location import Location
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Source
from wiwak_eval.records.values import is_missing, read_date, read_month, read_yes_no
from wiwak_eval.results import GermanError


@dataclass(frozen=True)
class FactSpec:
    """One key of the file: canonical, German, how its text is read, what is expected, whether it must be there."""

    name: str
    header: str
    read: Callable[[str], str | date | bool | None]
    expected: str
    required: bool = False

    @property
    def kind(self) -> Kind:
        """What the value is, for typed cells."""
        return _KINDS.get(self.read, Kind.TEXT)


_KINDS: Mapping[object, Kind] = {read_date: Kind.DATE, read_month: Kind.MONTH, read_yes_no: Kind.YES_NO}
_DAY, _TEXT = "ein Datum wie 31.10.2017", "ein Text"
FACTS = (
    FactSpec("authority", "Behörde", str, _TEXT, required=True),
    FactSpec("period_from", "Zeitraum von", read_date, _DAY, required=True),
    FactSpec("period_to", "Zeitraum bis", read_date, _DAY, required=True),
    FactSpec("delivered_on", "geliefert am", read_date, _DAY, required=True),
    FactSpec("simulated", "simuliert", read_yes_no, "ja oder nein", required=True),
    FactSpec("first_project_month", "erster Projektmonat", read_month, "ein Monat wie 01/2017"),
    FactSpec("legal_basis", "Rechtsgrundlage", str, _TEXT),
    FactSpec("retain_until", "aufzubewahren bis", read_date, _DAY),
    FactSpec("licence", "Lizenz", str, _TEXT),
)


def read_facts(location: Location) -> DeliveryFacts:
    """The facts of a delivery in any form. Raises GermanError where they are missing or cannot be understood."""
    with open_source(location) as source:
        return facts_of(source)


def facts_of(source: Source) -> DeliveryFacts:
    """The facts of an opened delivery. Raises GermanError where they are missing or cannot be understood."""
    cells, place = source.facts(), source.facts_name
    facts = _facts({spec.name: _value(spec, cells, place) for spec in FACTS})
    if facts.period_from > facts.period_to:
        raise GermanError(f"{place}: „Zeitraum von“ liegt nach „Zeitraum bis“. Bitte beide Angaben prüfen.")
    if not facts.simulated and not facts.legal_basis:
        raise GermanError(
            f"{place}: Die Rechtsgrundlage fehlt. Für Echtdaten (simuliert: nein) bitte „Rechtsgrundlage“ eintragen; "
            "ohne sie wird die Lieferung nicht angenommen."
        )
    return facts


def delivery_is_simulated(location: Location) -> bool:
    """Whether the delivery says of itself that it was made up. Raises GermanError as `read_facts` does."""
    return read_facts(location).simulated


def _value(spec: FactSpec, cells: Mapping[str, Cell], place: str) -> str | date | bool | None:
    try:
        text = cell_text(cells.get(fold(spec.header), cells.get(fold(spec.name))), spec.kind, serials=True).strip()
    except TableRefused as refusal:
        raise GermanError(f"{place}: „{spec.header}“ ist nicht lesbar ({refusal}). Erwartet wird {spec.expected}.") from None
    if is_missing(text):
        if spec.required:
            raise GermanError(f"{place}: Die Angabe „{spec.header}“ fehlt. Bitte nachtragen ({spec.expected}).")
        return None
    value = spec.read(text)
    if value is None:
        raise GermanError(f"{place}: „{spec.header}“ ist nicht lesbar („{text[:40]}“). Erwartet wird {spec.expected}.")
    return value


def _facts(values: Mapping[str, str | date | bool | None]) -> DeliveryFacts:
    def day(name: str) -> date | None:
        value = values[name]
        return value if isinstance(value, date) else None

    def text(name: str) -> str | None:
        value = values[name]
        return value if isinstance(value, str) else None

    period_from, period_to, delivered_on = day("period_from"), day("period_to"), day("delivered_on")
    assert period_from is not None
    assert period_to is not None
    assert delivered_on is not None
    return DeliveryFacts(
        authority=text("authority") or "",
        period_from=period_from,
        period_to=period_to,
        delivered_on=delivered_on,
        simulated=values["simulated"] is True,
        first_project_month=text("first_project_month") or f"{period_from:%Y-%m}",
        legal_basis=text("legal_basis"),
        retain_until=day("retain_until"),
        licence=text("licence"),
    )
