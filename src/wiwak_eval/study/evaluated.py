"""What the pilot year shows, result by result."""

from functools import cached_property
from typing import TYPE_CHECKING

from wiwak_eval.evaluation import IntakeOverview, LedgerResult, PilotYear, intake_overview, ledger, pilot_year
from wiwak_eval.evaluation.access import Access, access
from wiwak_eval.evaluation.chain import Chain, chain
from wiwak_eval.evaluation.double_funding import DoubleFunding, double_funding
from wiwak_eval.evaluation.network import Network, network
from wiwak_eval.evaluation.refusals import Refusals, refusals
from wiwak_eval.evaluation.slips import Slips, slips
from wiwak_eval.evaluation.trend import Trend, trend
from wiwak_eval.evaluation.unit_cost import UnitCosts, unit_costs
from wiwak_eval.publication.evaluation_design import EvaluationDesign, evaluation_design, load_logic_model, load_matrix
from wiwak_eval.publication.structures import Structures, load_structures, structures

if TYPE_CHECKING:
    pass

from wiwak_eval.study.opened import Opened


class Evaluated(Opened):
    """Results on the pilot year as attributes; nothing here has passed the door yet."""

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
    def access(self) -> Access:
        """Whom the centre reached, held against the county's counts of recognised refugees."""
        return self._kept("access", Access, lambda values: access(self.records, values))

    @cached_property
    def chain(self) -> Chain:
        """The integration chain: stages reached, times, order, residence."""
        return self._kept("chain", Chain, lambda values: chain(self.records, values))

    @cached_property
    def slips(self) -> Slips:
        """Routing slips: stamps, order, lateness, return."""
        return self._kept("slips", Slips, lambda _: slips(self.records))

    @cached_property
    def network(self) -> Network:
        """Who works with whom, and what remains without the centre."""
        return self._kept("network", Network, lambda _: network(self.records))

    @cached_property
    def unit_costs(self) -> UnitCosts:
        """Costs by month and funder, and per contact, person, completed chain; coordination apart."""
        return self._kept("unit_costs", UnitCosts, lambda values: unit_costs(self.records, values))

    @cached_property
    def double_funding(self) -> DoubleFunding:
        """Whether the county's own books hint at one cost being paid twice."""
        return self._kept("double_funding", DoubleFunding, lambda _: double_funding(self.records))

    @cached_property
    def refusals(self) -> Refusals:
        """Which methods this delivery carries and which it does not."""
        return self._kept("refusals", Refusals, lambda values: refusals(self.records, values))

    @cached_property
    def structures(self) -> Structures:
        """Who does what for recognised refugees; the same for each delivery."""
        return structures(load_structures())

    @cached_property
    def design(self) -> EvaluationDesign:
        """Logic model and evaluation matrix; the same for each delivery."""
        return evaluation_design(load_logic_model(), load_matrix())
