"""One delivery under one scenario as of one date: every result, computed once."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from wiwak_eval import __version__
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
from wiwak_eval.disclosure import allowed_level, release
from wiwak_eval.evaluation import IntakeOverview, LedgerResult, PilotYear, intake_overview, ledger, pilot_year
from wiwak_eval.evaluation.counts import last_complete_month
from wiwak_eval.forecast.book import BookEntry
from wiwak_eval.forecast.caseload import CaseloadForecast, caseload_forecast
from wiwak_eval.forecast.rise import Rise, rise
from wiwak_eval.forecast.surroundings import Surroundings, surroundings
from wiwak_eval.forecast.variance import Variance
from wiwak_eval.publication.chapters import build_content
from wiwak_eval.publication.content import Content, RunMark
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.records import Database, DeliveryFacts, Location, Records, read_delivery, read_facts, resolve_key
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import Finding, GermanError, NotAssessable, ReleasedTable, Table
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.book_entries import lines_seen, make_entry, variance_of
from wiwak_eval.study.forecast_book import BookReading, read_entries
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.keeping import Keeper
from wiwak_eval.study.kernel import ACCEPT_VARIABLE, LIMIT_VARIABLE
from wiwak_eval.study.papers import PaperFolder, build_papers, findings_table
from wiwak_eval.study.register import Register
from wiwak_eval.study.show import introduce, say, show

T = TypeVar("T")
Released = ReleasedTable | NotAssessable
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


class Study:
    """What a notebook holds: results as attributes, each computed at most once and kept in `.wiwak/`."""

    def __init__(self, parameters: Parameters, location: Location | None = None, today: date | None = None) -> None:
        """today: the day the delivery's date of deletion is held against. Raises GermanError where it has passed."""
        self._location = location or find_delivery(parameters.delivery)
        self.parameters = replace(parameters, delivery=self._location.name) if isinstance(self._location, Database) else parameters
        self.facts: DeliveryFacts = read_facts(self._location)
        refuse_expired(self.facts, today or date.today())
        self.provenance = self.facts.provenance
        self.as_of = parse_day(parameters.as_of) if parameters.as_of else self.facts.delivered_on
        self.scenario: Scenario = load_scenario(shipped("data") / "scenarios", parameters.scenario)
        self.level, self._level_notice = allowed_level(parameters.release, self.provenance)
        self.key = resolve_key(home(), self.facts.simulated)
        self._delivery_digest = digests.of_delivery(self._location, self.key.value)
        self.assumptions = Assumptions(load_catalogue(shipped("data") / "assumptions"), self.scenario, self.as_of)
        self._register = Register(home())
        self._register.enter(self._location, self.facts)
        self._keeper = Keeper(home() / "results", self._note)

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

    @cached_property
    def released(self) -> Mapping[str, Released]:
        """Every table as the release level lets it out."""
        return {name: self._released(table) for name, table in self.tables.items()}

    @cached_property
    def years(self) -> tuple[int, int]:
        """The two budget years."""
        return self.facts.period_to.year + 1, self.facts.period_to.year + 2

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The numbers that sentences may use."""
        return collect_findings(self.released, self.years)

    @cached_property
    def run_id(self) -> str:
        """First 12 hexadecimal digits of the digest of delivery, parameters, package and lock."""
        asked = self.parameters
        parameters = [asked.scenario, self.as_of.isoformat(), self.level.value, asked.accept_losses, asked.max_rejected]
        return digests.of_mapping(self.inputs | {"parameters": parameters})[:12]

    @property
    def inputs(self) -> dict[str, str]:
        """Digests of all a run depends on but its parameters."""
        return {
            "delivery": self._delivery_digest,
            "name": self.parameters.delivery,
            "package": digests.of_package(),
            "shipped": digests.of_shipped_inputs(),
            "lock": digests.of_lock(),
            "forecast_book": self.book.digest,
        }

    @cached_property
    def mark(self) -> RunMark:
        """What stands on every page."""
        notices = tuple(notice for notice in (self._level_notice, self.intake.losses) if notice)
        return RunMark(__version__, self.run_id, self.scenario.label, self.as_of, self.level, self.provenance, notices, self.facts.licence)

    @cached_property
    def content(self) -> Content:
        """What the papers say."""
        return build_content(self.released, self.findings, self.mark, self.years)

    @cached_property
    def papers(self) -> PaperFolder:
        """The papers, built once and kept."""
        papers = build_papers(home() / "papers", self.content, self.released)
        self._note(papers.folder)
        return papers

    @property
    def key_figures(self) -> ReleasedTable:
        """All findings as a table of German text."""
        return findings_table(self.content)

    def introduce(self) -> None:
        """Print what this study looks at: delivery, period, as-of date, scenario, release level, simulated or not."""
        introduce(self.mark)

    def show(self, item: Table | Released, chart: str | None = None) -> None:
        """Print a table as it is released, with a picture of it where a chart is named."""
        show(self._released(item) if isinstance(item, Table) else item, chart)

    def say(self, text: str) -> None:
        """Print one of the sentences of `publication.texts` with this study's numbers."""
        say(text, self.findings, self.years)

    def _note(self, folder: Path) -> None:
        """Remember what is kept of this delivery, so that it can be forgotten."""
        self._register.note_kept(self._location, folder)

    def _released(self, table: Table | NotAssessable) -> Released:
        return table if isinstance(table, NotAssessable) else release(table, self.level, self.provenance)

    def _kept(self, name: str, kind: type[T], compute: Callable[[Assumptions], T], more: Mapping[str, str] | None = None) -> T:
        limits = {"losses": str(self.parameters.accept_losses), "limit": str(self.parameters.max_rejected)}
        return self._keeper.kept(name, {"delivery": self._delivery_digest, **limits, **(more or {})}, self.assumptions, kind, compute)


def open_study(delivery: str = "pilot", scenario: str = "basis", as_of: str = "", release: str = "oeffentlich") -> Study:
    """Open a delivery for evaluation: what the first cell of every notebook calls. Raises GermanError for what it cannot open."""
    accept = os.environ.get(ACCEPT_VARIABLE) == "1"
    limit = float(os.environ.get(LIMIT_VARIABLE, MAX_REJECTED))
    return Study(Parameters(delivery, scenario, as_of, release, accept, limit))


def parse_day(text: str) -> date:
    """An ISO date. Raises GermanError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GermanError(f"Stichtag „{text}“ ist kein Datum. Bitte als Jahr-Monat-Tag angeben, zum Beispiel 2017-11-15.") from None
