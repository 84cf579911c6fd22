"""How sure the budget is: everything notebook 07 shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Scenario
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Risk:
    """The tables of the budget's uncertainty, by their ids; all are refused together where the budget is.

    alternatives_groups: stands in for `alternatives` where single posts may not be seen.
    """

    risk_quantiles: Table | NotAssessable
    posts_range: Table | NotAssessable
    cost_range: Table | NotAssessable
    risk_funders: Table | NotAssessable
    risk_inputs: Table | NotAssessable
    tornado: Table | NotAssessable
    sobol: Table | NotAssessable
    switching: Table | NotAssessable
    switching_county: Table | NotAssessable
    break_even: Table | NotAssessable
    alternatives: Table | NotAssessable
    alternatives_groups: Table | NotAssessable
    assumption_impacts: Table | NotAssessable


def risk(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, choices: Sequence[Scenario] = ()) -> Risk:
    """Simulate the two budget years with all that is uncertain, and say what drives them.

    caseload: with the forecast's paths; choices: the county's alternatives, as patches over the assumptions. A value that is missing at the
    as-of date refuses everything in one German sentence.
    """
    from wiwak_eval.budget.risk.computing import compute

    return compute(records, caseload, assumptions, choices)
