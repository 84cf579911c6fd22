"""Everything that the calculator of the web page adds up."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class CalculatorTables:
    """All are refused together with the budget. Those that end in `groups` stand in where single posts may not be seen."""

    calculator_rules: Table | NotAssessable
    calculator_pay_rounds: Table | NotAssessable
    calculator_thresholds: Table | NotAssessable
    calculator_contacts: Table | NotAssessable
    calculator_workplaces: Table | NotAssessable
    calculator_personnel: Table | NotAssessable
    calculator_personnel_groups: Table | NotAssessable
    calculator_scenarios: Table | NotAssessable
    calculator_scenarios_groups: Table | NotAssessable


def calculator(
    records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, others: Sequence[OtherScenario] = ()
) -> CalculatorTables:
    """Made of the same plan run as the budget. others: scenarios that a reader may choose beside the plan.

    A value that is missing refuses all in one German sentence.
    """
    from wiwak_eval.budget.calculator.computing import compute

    return compute(records, caseload, assumptions, others)
