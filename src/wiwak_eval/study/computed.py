"""One delivery under one scenario as of one date: every result, computed once and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from wiwak_eval.assumptions import (
    Assumptions,
    Context,
    Scenario,
    all_scenarios,
    known_context,
    load_catalogue,
    load_context,
    load_scenario,
    log_table,
)
from wiwak_eval.budget import BudgetPlan, budget
from wiwak_eval.disclosure.policy import level_of
from wiwak_eval.evaluation import IntakeOverview, LedgerResult, PilotYear, intake_overview, ledger, pilot_year
from wiwak_eval.evaluation.counts import last_complete_month
from wiwak_eval.forecast.book import BookEntry
from wiwak_eval.forecast.caseload import CaseloadForecast, caseload_forecast
from wiwak_eval.forecast.rise import Rise, rise
from wiwak_eval.forecast.surroundings import Surroundings, surroundings
from wiwak_eval.forecast.variance import Variance
from wiwak_eval.records import Database, DeliveryFacts, Location, Records, read_delivery, read_facts, resolve_key
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import GermanError, NotAssessable, Table
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.book_entries import lines_seen, make_entry, variance_of
from wiwak_eval.study.forecast_book import BookReading, read_entries
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.keeping import Keeper
from wiwak_eval.study.register import Register
from wiwak_eval.study.settings_file import read_settings

T = TypeVar("T")
MAX_REJECTED = 0.10
NO_TABLES = {"caseload", "official_record"}
"""Results that other floors take; refused ones are refusals too, but no table of the papers."""


@dataclass(frozen=True)
class Parameters:
    """What a run is asked for. as_of: empty for the day of delivery; max_rejected, accept_losses: see `records.read_delivery`."""

    delivery: str
    scenario: str = "basis"
    as_of: str = ""
    release: str = "oeffentlich"
    accept_losses: bool = False
    max_rejected: float = MAX_REJECTED


class Computed:
    """Results as attributes, each computed at most once and kept in `.wiwak/`; nothing here has passed the door yet."""

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
        self.assumptions = Assumptions(load_catalogue(shipped("data") / "assumptions"), self.scenario, self.as_of)
        self._register = Register(home())
        self._register.enter(self._location, self.facts)
        self._keeper = Keeper(home() / "results", self.note)

    @cached_property
    def records(self) -> Records:
        """The delivery, read and checked. Raises GermanError where too much of it had to be rejected."""
        asked = self.parameters
        return read_delivery(self._location, self.key.value, max_rejected=asked.max_rejected, accept_losses=asked.accept_losses)

    @cached_property
    def intake(self) -> IntakeOverview:
        """What was read, used, rejected, and what is missing."""
        limit = self.parameters.max_rejected
        return self._kept("intake", IntakeOverview, lambda _: intake_overview(self.records, limit))

    @cached_property
    def pilot_year(self) -> PilotYear:
        """Months, year, trend, topics, residence titles."""
        return self._kept("pilot_year", PilotYear, lambda _: pilot_year(self.records))

    @cached_property
    def ledger(self) -> LedgerResult:
        """Expenditure and income of the pilot year."""
        return self._kept("ledger", LedgerResult, lambda _: ledger(self.records))

    @cached_property
    def _known(self) -> Context:
        """Public series as published by the as-of date."""
        return known_context(self._context, self.assumptions)

    @cached_property
    def _context(self) -> Context:
        return load_context(shipped("data") / "context")

    @cached_property
    def rise(self) -> Rise:
        """Why the numbers rose, and inflow against stock."""
        return self._kept("rise", Rise, lambda _: rise(self.records))

    @cached_property
    def forecast(self) -> CaseloadForecast:
        """Contacts and persons to the end of the second budget year, all scenarios side by side."""
        scenarios = {scenario.label: scenario for scenario in all_scenarios(shipped("data") / "scenarios")}
        views = {label: Assumptions(self.assumptions.catalogue, scenario, self.as_of) for label, scenario in scenarios.items()}
        reads = {"context": digests.of_text(repr(self._known)), "scenarios": digests.of_text(repr(scenarios))}
        return self._kept("forecast", CaseloadForecast, lambda values: caseload_forecast(self.records, self._known, values, views), reads)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What comes from outside, as published by the as-of date, and how well such series can be forecast."""
        seen = {"context": digests.of_text(repr(self._context)), "known": digests.of_text(repr(self._known))}
        return self._kept("surroundings", Surroundings, lambda values: surroundings(self._context, self._known, values), seen)

    @cached_property
    def book(self) -> BookReading:
        """Earlier official forecasts of this authority and scenario, as far as this run sees the book."""
        facts = self.facts
        return read_entries(
            home(), facts.authority, self.as_of, self.scenario.id, last_complete_month(facts.period_to), facts.simulated, lines_seen()
        )

    @cached_property
    def variance(self) -> Variance:
        """Earlier forecasts beside what came."""
        seen = {"book": self.book.digest}
        return self._kept("variance", Variance, lambda values: variance_of(self.records, self.book.entries, values), seen)

    @property
    def book_read(self) -> tuple[BookEntry, ...]:
        """The entries of the forecast book that this run read."""
        return self.book.entries

    @cached_property
    def book_entry(self) -> BookEntry | None:
        """What this run's forecast leaves in the book; None where there is no forecast."""
        return make_entry(self.forecast, self.facts, self._location.name, self.as_of, self.assumptions, self._delivery_digest)

    @cached_property
    def budget(self) -> BudgetPlan:
        """Posts, costs and financing of the two budget years."""
        caseload = self.forecast.caseload
        reads = {"forecast": digests.of_text(repr(caseload))}
        return self._kept("budget", BudgetPlan, lambda values: budget(self.records, caseload, values), reads)

    @cached_property
    def tables(self) -> Mapping[str, Table | NotAssessable]:
        """Every table of the study by its id, before release."""
        results = (
            self.intake, self.pilot_year, self.ledger, self.rise, self.forecast, self.surroundings, self.variance, self.budget,
        )  # fmt: skip
        named = {field.name: getattr(result, field.name) for result in results for field in fields(result)}
        found = {name: value for name, value in named.items() if isinstance(value, Table | NotAssessable) and name not in NO_TABLES}
        read = sorted({id for table in found.values() if isinstance(table, Table) for id in table.assumptions})
        return found | {"assumptions_log": log_table(self.assumptions, self.as_of, self.scenario, read)}

    def note(self, folder: Path) -> None:
        """Remember what is kept of this delivery, so that it can be forgotten."""
        self._register.note_kept(self._location, folder)

    def _kept(self, name: str, kind: type[T], compute: Callable[[Assumptions], T], more: Mapping[str, str] | None = None) -> T:
        limits = {"losses": str(self.parameters.accept_losses), "limit": str(self.parameters.max_rejected)}
        return self._keeper.kept(name, {"delivery": self._delivery_digest, **limits, **(more or {})}, self.assumptions, kind, compute)


def parse_day(text: str) -> date:
    """An ISO date. Raises GermanError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GermanError(f"Stichtag „{text}“ ist kein Datum. Bitte als Jahr-Monat-Tag angeben, zum Beispiel 2017-11-15.") from None
