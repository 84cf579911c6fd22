"""A delivery opened under one scenario as of one date: what every result needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wiwak_eval.assumptions import (
    Assumptions,
    Catalogue,
    Scenario,
    load_catalogue,
    load_scenario,
    with_county_values,
)
from wiwak_eval.disclosure.policy import level_of
from wiwak_eval.records import Database, DeliveryFacts, Location, Records, read_delivery, read_facts, resolve_key
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.delivery_parts import digests_of_parts
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.keeping import Keeper
from wiwak_eval.study.register import Register
from wiwak_eval.study.settings_file import read_settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
LookUp = tuple[str, date]
"""An assumption and the day for which it was read."""
FORECAST = "forecast"
"""The result that others are computed from."""
MAX_REJECTED = 0.10


@dataclass(frozen=True)
class Parameters:
    """What a run is asked for. as_of: empty for the day of delivery; max_rejected, accept_losses: see `records.read_delivery`."""

    delivery: str
    scenario: str = "basis"
    as_of: str = ""
    release: str = "oeffentlich"
    accept_losses: bool = False
    max_rejected: float = MAX_REJECTED


class Opened:
    """A delivery, its assumptions, and where results are kept: each is computed at most once and kept in `.wiwak/`."""

    def __init__(self, parameters: Parameters, location: Location | None = None, today: date | None = None) -> None:
        """today: the day the delivery's date of deletion is held against. Raises GermanError where it has passed."""
        self._location = location or find_delivery(parameters.delivery)
        self.parameters = replace(parameters, delivery=self._location.name) if isinstance(self._location, Database) else parameters
        self.facts: DeliveryFacts = read_facts(self._location)
        refuse_expired(self.facts, today or date.today())
        self.provenance = self.facts.provenance
        self.as_of = parse_day(parameters.as_of) if parameters.as_of else self.facts.delivered_on
        self.scenario: Scenario = load_scenario(shipped("data") / "scenarios", parameters.scenario)
        self.level, self._level_notice = level_of(parameters.release, self.provenance)
        self.key = resolve_key(home(), self.facts.simulated)
        self.settings, self._settings_digest = read_settings(home())
        self._delivery_digest = digests.of_delivery(self._location, self.key.value)
        self.assumptions = Assumptions(self._catalogue, self.scenario, self.as_of)
        self._register = Register(home())
        self._register.enter(self._location, self.facts)
        self._keeper = Keeper(home() / "results", self.note)
        self._read_for: dict[str, frozenset[LookUp]] = {}
        self._from_forecast: set[str] = set()

    @cached_property
    def _catalogue(self) -> Catalogue:
        """The shipped assumptions with the county's own values: those in the state folder and, before these, those in the delivery."""
        return county_catalogue(self._location, self.facts)

    @cached_property
    def records(self) -> Records:
        """The delivery, read and checked. Raises GermanError where too much of it had to be rejected."""
        asked = self.parameters
        return read_delivery(self._location, self.key.value, max_rejected=asked.max_rejected, accept_losses=asked.accept_losses)

    @cached_property
    def years(self) -> tuple[int, int]:
        """The two budget years."""
        return self.facts.period_to.year + 1, self.facts.period_to.year + 2

    @property
    def delivery_digest(self) -> str:
        """Keyed digest of the delivery's content."""
        return self._delivery_digest

    @property
    def delivery_parts(self) -> dict[str, str]:
        """Keyed digest of each file or table of the delivery, read anew."""
        return digests_of_parts(self._location, self.key.value)

    def looked_up(self, *results: str) -> frozenset[str]:
        """Ids of the assumptions that these results read, as far as they were asked for."""
        return frozenset(id for name in results for id, _ in self._keeper.looked_up.get(name, ()))

    def looked_up_for(self, table: str) -> frozenset[LookUp]:
        """Ids and days of the assumptions read for the result that this table belongs to; empty before it was asked for."""
        before = self._keeper.looked_up[FORECAST] if table in self._from_forecast else ()
        return self._read_for.get(table, frozenset()) | frozenset(before)

    def forecast_behind(self, table: str) -> frozenset[str]:
        """Ids of the assumptions behind the forecast, where the table's result was computed from it."""
        return self.looked_up(FORECAST) if table in self._from_forecast else frozenset()

    def note(self, folder: Path) -> None:
        """Remember what is kept of this delivery, so that it can be forgotten."""
        self._register.note_kept(self._location, folder)

    def _rests_on(self, table: str, other: str) -> None:
        """One table was computed from another: what was read for that one counts for it too."""
        self._read_for[table] |= self._read_for[other]
        if other in self._from_forecast:
            self._from_forecast.add(table)

    def _kept(self, name: str, kind: type[T], compute: Callable[[Assumptions], T], more: Mapping[str, str] | None = None) -> T:
        limits = {"losses": str(self.parameters.accept_losses), "limit": str(self.parameters.max_rejected)}
        result = self._keeper.kept(name, {"delivery": self._delivery_digest, **limits, **(more or {})}, self.assumptions, kind, compute)
        self._read_for |= dict.fromkeys(vars(result), frozenset(self._keeper.looked_up[name]))
        self._from_forecast |= set(vars(result)) if FORECAST in (more or {}) else set()
        return result


def county_catalogue(location: Location, facts: DeliveryFacts) -> Catalogue:
    """The shipped assumptions with the county's own values of the state folder and of a delivery. Raises GermanError."""
    folders = [home(), *([location] if isinstance(location, Path) else [])]
    return with_county_values(load_catalogue(shipped("data") / "assumptions"), folders, facts.delivered_on)


def parse_day(text: str) -> date:
    """An ISO date. Raises GermanError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GermanError(f"Stichtag „{text}“ ist kein Datum. Bitte als Jahr-Monat-Tag angeben, zum Beispiel 2017-11-15.") from None
