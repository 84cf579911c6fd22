"""One delivery under one scenario as of one date: every result, computed once and kept."""

from collections.abc import Mapping
from copy import copy
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from wiwak_eval.assumptions import (
    Assumptions,
    Context,
    all_scenarios,
    known_context,
    load_context,
    log_table,
)
from wiwak_eval.budget import BudgetPlan, FinancePlan, PaperTables, budget, finance_plan, paper_tables
from wiwak_eval.budget.calculator import CalculatorTables, OtherScenario, calculator
from wiwak_eval.budget.controlling import Controlling, controlling
from wiwak_eval.budget.proof import Proof, proof
from wiwak_eval.budget.risk.result import Risk, risk
from wiwak_eval.budget.workings import Workings, workings
from wiwak_eval.claims import ClaimEvidence, Claims, ClaimSet, claim_evidence, claims
from wiwak_eval.evaluation.counts import last_complete_month
from wiwak_eval.forecast.book import BookEntry
from wiwak_eval.forecast.caseload import CaseloadForecast, caseload_forecast
from wiwak_eval.forecast.rise import Rise, rise
from wiwak_eval.forecast.surroundings import Surroundings, surroundings
from wiwak_eval.forecast.variance import Variance
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.shipped import shipped
from wiwak_eval.study import claims_file, digests
from wiwak_eval.study.book_entries import lines_seen, make_entry, variance_of
from wiwak_eval.study.evaluated import Evaluated
from wiwak_eval.study.evidence import computed_facts, readings_of
from wiwak_eval.study.forecast_book import BookReading, read_entries
from wiwak_eval.study.home import home
from wiwak_eval.study.opened import FORECAST
from wiwak_eval.transfer import HomeRanges, Transfer, transfer

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NO_TABLES = {"caseload", "official_record"}
"""Results that other floors take; refused ones are refusals too, but no table of the papers."""


class Computed(Evaluated):
    """Results as attributes, forecast, budget and claims beside those on the pilot year; nothing here has passed the door yet."""

    @cached_property
    def _known(self) -> Context:
        """Public series as published by the as-of date."""
        return known_context(self._context, self.assumptions)

    @cached_property
    def _context(self) -> Context:
        return load_context(shipped("data") / "context")

    @property
    def context_digest(self) -> str:
        """Of the public series as this study sees them."""
        return digests.of_text(repr(self._known))

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
        return self._kept(FORECAST, CaseloadForecast, lambda values: caseload_forecast(self.records, self._known, values, views), reads)

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
        caseload, ratios = self.forecast.caseload, self._known.ratios
        reads = self._caseload_read | {"ratios": digests.of_text(repr(ratios))}
        return self._kept("budget", BudgetPlan, lambda values: budget(self.records, caseload, values, ratios), reads)

    @cached_property
    def finance(self) -> FinancePlan:
        """Who pays the two budget years, under what is decided and under what might be."""
        caseload = self.forecast.caseload
        return self._kept("finance", FinancePlan, lambda values: finance_plan(self.records, caseload, values), self._caseload_read)

    @cached_property
    def paper_tables(self) -> PaperTables:
        """What county and Land decide on."""
        caseload = self.forecast.caseload
        return self._kept("paper_tables", PaperTables, lambda values: paper_tables(self.records, caseload, values), self._caseload_read)

    @cached_property
    def risk(self) -> Risk:
        """How sure the budget is, what drives it, and what else the county could do."""
        choices = all_scenarios(shipped("data") / "alternatives")
        reads = self._caseload_read | {"alternatives": digests.of_text(repr(choices))}
        return self._kept("risk", Risk, lambda values: risk(self.records, self.forecast.caseload, values, choices), reads)

    @cached_property
    def transfer(self) -> Transfer:
        """What the model would need in each county and town of the Land."""
        caseload, ranges = self.forecast.caseload, HomeRanges(self.forecast.forecast_yearly, self.risk.posts_range, self.risk.cost_range)
        reads = self._caseload_read | {"context": self.context_digest, "ranges": digests.of_text(repr(ranges))}
        found = self._kept("transfer", Transfer, lambda values: transfer(self.records, caseload, self._known, values, ranges), reads)
        self._rests_on("land_posts", "posts_range")
        for table in ("land_costs", "land_financing", "joint_centre"):
            self._rests_on(table, "cost_range")
        return found

    @cached_property
    def proof(self) -> Proof:
        """The proof of use of the pilot year."""
        return self._kept("proof", Proof, lambda values: proof(self.records, values))

    @cached_property
    def controlling(self) -> Controlling:
        """Actual against plan, the plan against the books, and what is due."""
        costs = self.budget.costs
        seen = {"costs": digests.of_text(repr(costs))}
        found = self._kept("controlling", Controlling, lambda values: controlling(self.records, values, costs), seen)
        self._rests_on("plan_beside_books", "costs")
        return found

    @cached_property
    def workings(self) -> Workings:
        """What the workbook's formulas start from beside the tables of the budget."""
        caseload = self.forecast.caseload
        return self._kept("workings", Workings, lambda values: workings(self.records, caseload, values), self._caseload_read)

    @cached_property
    def calculator(self) -> CalculatorTables:
        """What the calculator of the web page adds up."""
        caseload, others = self.forecast.caseload, self.other_scenarios
        reads = self._caseload_read | {"scenarios": digests.of_text(repr([(one.view.scenario, one.contacts) for one in others]))}
        return self._kept("calculator", CalculatorTables, lambda values: calculator(self.records, caseload, values, others), reads)

    @property
    def other_scenarios(self) -> tuple[OtherScenario, ...]:
        """Every other scenario that has a forecast, with the consultations it expects."""
        years = self.forecast.scenario_years
        if isinstance(years, NotAssessable):
            return ()
        named = {row[0]: tuple(int(str(years.cell(str(row[0]), f"y{year}"))) for year in self.years) for row in years.rows}
        return tuple(
            OtherScenario(found.id, found.label, named[found.label], Assumptions(self.assumptions.catalogue, found, self.as_of))
            for found in all_scenarios(shipped("data") / "scenarios")
            if found.id != self.scenario.id
        )

    @cached_property
    def _caseload_read(self) -> dict[str, str]:
        return {FORECAST: digests.of_text(repr(self.forecast.caseload))}

    def seen(self, known: Mapping[str, date], forecast: CaseloadForecast) -> Self:
        """The same study over a given forecast, with single assumptions seen as of another day (see `Assumptions`)."""
        twin = copy(self)
        anew = {name for kind in type(self).__mro__ for name, member in vars(kind).items() if isinstance(member, cached_property)}
        twin.__dict__ = {name: value for name, value in vars(self).items() if name not in anew} | {
            "records": self.records,
            "forecast": forecast,
            "assumptions": Assumptions(self.assumptions.catalogue, self.scenario, self.as_of, known),
        }
        return twin

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
    def measured(self) -> Mapping[str, Table | NotAssessable]:
        """Every table that numbers are computed for, by its id: what claims are judged by."""
        results = (
            self.intake, self.pilot_year, self.trend, self.ledger, self.rise, self.forecast, self.surroundings, self.variance, self.budget,
            self.finance, self.risk, self.transfer, self.calculator, self.paper_tables, self.workings, self.proof, self.controlling,
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


def tables_of(result: "DataclassInstance") -> dict[str, Table | NotAssessable]:
    """The tables of a result by their ids, refused ones too."""
    named = {field.name: getattr(result, field.name) for field in fields(result)}
    return {name: value for name, value in named.items() if isinstance(value, Table | NotAssessable)}
