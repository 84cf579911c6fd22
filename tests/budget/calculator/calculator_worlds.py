"""The shipped pilot's four scenarios as the calculator sees them, without the forecast: its consultations and a spread are given."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from benchmarks.calculator.engine import Engine
from wiwak_eval.assumptions import Assumptions, all_scenarios, load_catalogue
from wiwak_eval.budget.calculator import CalculatorTables, OtherScenario, calculator
from wiwak_eval.budget.calculator.coefficients import YearCoefficients, coefficients
from wiwak_eval.budget.calculator.pay_rounds import PayRound, pay_rounds
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.results import Table
from wiwak_eval.shipped import shipped

YEARS = (2018, 2019)
CONTACTS = {"basis": (2352, 2074), "hoch": (2947, 2700), "niedrig": (1824, 1558), "stress": (4568, 4693)}
GROUPS = ("E6", "S11b", "S12", "S17")
OWN, COARSE = "own", "coarse"


def caseload_of(contacts):
    """A forecast that reaches from half to twice the plan."""
    return Caseload(YEARS, contacts, tuple(tuple(range(number // 2, 2 * number, 50)) for number in contacts))


def table_set(tables, kind):
    """The tables as a release lets them out: `own` within the house, `coarse` elsewhere."""
    found = {name: table for name, table in vars(tables).items() if isinstance(table, Table)}
    if kind == COARSE:
        found |= {name: found[f"{name}_groups"] for name in ("calculator_personnel", "calculator_scenarios")}
    return found


@dataclass(frozen=True)
class World:
    """One scenario: what the calculator was computed from and what came of it."""

    records: Records
    caseload: Caseload
    assumptions: Assumptions
    others: tuple[OtherScenario, ...]
    groups: tuple[str, ...] = GROUPS

    @cached_property
    def tables(self) -> CalculatorTables:
        return calculator(self.records, self.caseload, self.assumptions.fresh(), self.others)

    @cached_property
    def rounds(self) -> tuple[PayRound, ...]:
        return pay_rounds(self.assumptions, self.groups, date(YEARS[-1], 12, 31), self.others)

    @cached_property
    def engine(self) -> Engine:
        return Engine(self.records, self.caseload, self.assumptions, self.rounds)

    def years(self, kind: str) -> tuple[YearCoefficients, ...]:
        return coefficients(table_set(self.tables, kind))


def pilot_worlds():
    """By scenario."""
    records, catalogue = read_delivery(shipped("data") / "pilot", SIMULATED_KEY), load_catalogue(shipped("data") / "assumptions")
    views = {one.id: Assumptions(catalogue, one, date(2017, 11, 15)) for one in all_scenarios(shipped("data") / "scenarios")}
    named = {id: OtherScenario(id, view.scenario.label, CONTACTS[id], view) for id, view in views.items()}
    return {
        id: World(records, caseload_of(CONTACTS[id]), view, tuple(one for other, one in named.items() if other != id))
        for id, view in views.items()
    }
