"""One delivery under one scenario as of one date: every result, computed once and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
from wiwak_eval.claims import ClaimEvidence, Claims, ClaimSet, claim_evidence, claims
from wiwak_eval.disclosure.policy import level_of
from wiwak_eval.evaluation import IntakeOverview, LedgerResult, PilotYear, intake_overview, ledger, pilot_year
from wiwak_eval.evaluation.access import Access, access
from wiwak_eval.evaluation.chain import Chain, chain
from wiwak_eval.evaluation.counts import last_complete_month
from wiwak_eval.evaluation.double_funding import DoubleFunding, double_funding
from wiwak_eval.evaluation.network import Network, network
from wiwak_eval.evaluation.refusals import Refusals, refusals
from wiwak_eval.evaluation.slips import Slips, slips
from wiwak_eval.evaluation.trend import Trend, trend
from wiwak_eval.evaluation.unit_cost import UnitCosts, unit_costs
from wiwak_eval.forecast.book import BookEntry
from wiwak_eval.forecast.caseload import CaseloadForecast, caseload_forecast
from wiwak_eval.forecast.rise import Rise, rise
from wiwak_eval.forecast.surroundings import Surroundings, surroundings
from wiwak_eval.forecast.variance import Variance
from wiwak_eval.publication.evaluation_design import EvaluationDesign, evaluation_design, load_logic_model, load_matrix
from wiwak_eval.publication.structures import Structures, load_structures, structures
from wiwak_eval.records import Database, DeliveryFacts, Location, Records, read_delivery, read_facts, resolve_key
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import GermanError, NotAssessable, Table
from wiwak_eval.shipped import shipped
from wiwak_eval.study import claims_file, digests
from wiwak_eval.study.book_entries import lines_seen, make_entry, variance_of
from wiwak_eval.study.evidence import computed_facts, readings_of
from wiwak_eval.study.forecast_book import BookReading, read_entries
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.keeping import Keeper
from wiwak_eval.study.register import Register
from wiwak_eval.study.settings_file import read_settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

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
    def trend(self) -> Trend:
        """Whether the numbers rose, how sure that is, and what the rise is made of."""
        return self._kept("trend", Trend, lambda values: trend(self.records, values))

    @cached_property
    def ledger(self) -> LedgerResult:
        """Expenditure and income of the pilot year."""
        return self._kept("ledger", LedgerResult, lambda _: ledger(self.records))

    @cached_property
    def unit_costs(self) -> UnitCosts:
        """Costs by month and funder, and per contact, person, completed chain; coordination apart."""
        return self._kept("unit_costs", UnitCosts, lambda values: unit_costs(self.records, values))

    @cached_property
    def refusals(self) -> Refusals:
        """Which methods this delivery carries and which it does not."""
        return self._kept("refusals", Refusals, lambda values: refusals(self.records, values))

    @cached_property
    def access(self) -> Access:
        """Whom the centre reached, held against the county's counts of recognised refugees."""
        return self._kept("access", Access, lambda values: access(self.records, values))

    @cached_property
    def network(self) -> Network:
        """Who works with whom, and what remains without the centre."""
        return self._kept("network", Network, lambda _: network(self.records))

    @cached_property
    def chain(self) -> Chain:
        """The integration chain: stages reached, times, order, residence."""
        return self._kept("chain", Chain, lambda values: chain(self.records, values))

    @cached_property
    def slips(self) -> Slips:
        """Routing slips: stamps, order, lateness, return."""
        return self._kept("slips", Slips, lambda _: slips(self.records))

    @cached_property
    def double_funding(self) -> DoubleFunding:
        """Whether the county's own books hint at one cost being paid twice."""
        return self._kept("double_funding", DoubleFunding, lambda _: double_funding(self.records))

    @cached_property
    def structures(self) -> Structures:
        """Who does what for recognised refugees; the same for each delivery."""
        return structures(load_structures())

    @cached_property
    def design(self) -> EvaluationDesign:
        """Logic model and evaluation matrix; the same for each delivery."""
        return evaluation_design(load_logic_model(), load_matrix())

    @cached_property
    def _known(self) -> Context:
        """Public series as published by the as-of date."""
        return known_context(self._context, self.assumptions)

    @cached_property
    def _context(self) -> Context:
        return load_context(shipped("data") / "context")

    @cached_property
    def rise(self) -> Rise:
        """Inflow against stock, and how long people stay."""
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
    def claim_set(self) -> ClaimSet:
        """What is claimed, how it is read, and the thresholds."""
        return claims_file.read_claims(claims_file.shipped_claims())

    @cached_property
    def claim_evidence(self) -> ClaimEvidence:
        """What is computed for the check of claims alone."""
        known, places = self.claim_set, readings_of(self.access.access_municipality)
        given = {"claims": known.digest, "places": digests.of_text(repr(places))}
        return self._kept("claim_evidence", ClaimEvidence, lambda values: claim_evidence(known, self.records, values, places), given)

    @cached_property
    def claims(self) -> Claims:
        """The public claims and their verdicts. They rest on findings: nothing is kept that these do not say."""
        return claims(self.claim_set, computed_facts(self.measured, self.years), self.claim_evidence.rise, self.years)

    @cached_property
    def years(self) -> tuple[int, int]:
        """The two budget years."""
        return self.facts.period_to.year + 1, self.facts.period_to.year + 2

    @cached_property
    def measured(self) -> Mapping[str, Table | NotAssessable]:
        """Every table that numbers are computed for, by its id: what claims are judged by."""
        results = (
            self.intake, self.pilot_year, self.trend, self.ledger, self.rise, self.forecast, self.surroundings, self.variance, self.budget,
            self.access, self.network, self.chain, self.slips,
            self.double_funding, self.structures, self.design, self.unit_costs, self.refusals,
            self.claim_evidence,
        )  # fmt: skip
        return {name: table for result in results for name, table in tables_of(result).items() if name not in NO_TABLES}

    @cached_property
    def tables(self) -> Mapping[str, Table | NotAssessable]:
        """Every table of the study by its id, before release."""
        found = {**self.measured, **tables_of(self.claims)}
        read = sorted({id for table in found.values() if isinstance(table, Table) for id in table.assumptions})
        return found | {"assumptions_log": log_table(self.assumptions, self.as_of, self.scenario, read)}

    def note(self, folder: Path) -> None:
        """Remember what is kept of this delivery, so that it can be forgotten."""
        self._register.note_kept(self._location, folder)

    def _kept(self, name: str, kind: type[T], compute: Callable[[Assumptions], T], more: Mapping[str, str] | None = None) -> T:
        limits = {"losses": str(self.parameters.accept_losses), "limit": str(self.parameters.max_rejected)}
        return self._keeper.kept(name, {"delivery": self._delivery_digest, **limits, **(more or {})}, self.assumptions, kind, compute)


def tables_of(result: "DataclassInstance") -> dict[str, Table | NotAssessable]:
    """The tables of a result by their ids, refused ones too."""
    named = {field.name: getattr(result, field.name) for field in fields(result)}
    return {name: value for name, value in named.items() if isinstance(value, Table | NotAssessable)}


def parse_day(text: str) -> date:
    """An ISO date. Raises GermanError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GermanError(f"Stichtag „{text}“ ist kein Datum. Bitte als Jahr-Monat-Tag angeben, zum Beispiel 2017-11-15.") from None
