"""The rows of the table of unit costs: the same costs, divided by contacts, persons, chains; coordination for itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from wiwak_eval.evaluation.chain.behind import COHORT
from wiwak_eval.evaluation.people import CONTACTS, PERSONS
from wiwak_eval.evaluation.unit_cost.chain_cost import ChainCost
from wiwak_eval.evaluation.unit_cost.coordination import Coordination, part_of
from wiwak_eval.evaluation.unit_cost.figures import EURO, UnitCost, to_step, unit_cost
from wiwak_eval.evaluation.unit_cost.spending import Spending
from wiwak_eval.evaluation.unit_cost.units import Units
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, NotAssessable

FULL, CASH = "mit Sachleistungen", "nur Auszahlungen"


@dataclass(frozen=True)
class Effort:
    """What unit costs are made of. staff: cost of working time, in cents."""

    spent: Spending
    staff: Cents
    units: Units
    coordination: Coordination | NotAssessable
    chain: ChainCost | NotAssessable


@dataclass(frozen=True)
class Line:
    """A row: key, label, basis, the cost of a unit, and the measure its units are counted in, or ""."""

    key: str
    label: str
    basis: str
    found: UnitCost
    measure: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The row; the cohort's costs are left out, since over their cost per chain they would tell the exact number of chains."""
        cost = None if self.measure == COHORT.name else self.found.cost
        return (self.key, self.label, self.basis, cost, self.found.units, self.found.value, self.found.low, self.found.high)


def unit_lines(effort: Effort) -> Iterator[Line]:
    """Contacts, persons and chains at both kinds of cost; coordination is working time and so always paid."""
    spent, units = effort.spent, effort.units
    fixed = None if isinstance(effort.coordination, NotAssessable) else part_of(effort.staff, effort.coordination.share)
    for suffix, basis, cost in (("", FULL, spent.total), ("_cash", CASH, spent.cash)):
        each = unit_cost(cost, units.by_contact, units.contacts)
        if each is not None:
            yield Line(f"contact{suffix}", "Beratung", basis, each, CONTACTS)
        advice = None if fixed is None else unit_cost(cost - fixed, units.by_contact, units.contacts)
        if advice is not None:
            yield Line(f"contact_advice{suffix}", "Beratung, ohne Koordination", basis, advice, CONTACTS)
        person = unit_cost(cost, units.by_person, units.persons or 0)
        if person is not None:
            yield Line(f"person{suffix}", "Person", basis, person, PERSONS)
        if isinstance(effort.chain, ChainCost):
            yield Line(f"completed_chain{suffix}", "abgeschlossene Integrationskette", basis, effort.chain.per_chain(cost), COHORT.name)
    if fixed is not None:
        assert not isinstance(effort.coordination, NotAssessable)
        yield _coordination_line(fixed, effort.staff, effort.coordination, units.months)


def _coordination_line(fixed: Cents, staff: Cents, found: Coordination, months: int) -> Line:
    each = unit_cost(fixed, None, months)
    assert each is not None
    low, high = (None if share is None else to_step(float(staff * share / months), EURO) for share in (found.low, found.high))
    how = "gemessen" if found.measured else "angenommen"
    return Line("coordination", f"Monat Koordination ({how})", CASH, UnitCost(fixed, months, each.value, low, high))
