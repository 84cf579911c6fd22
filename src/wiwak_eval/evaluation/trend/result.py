"""The trend of the pilot year in tables."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Trend:
    """Whether numbers rose, how sure that is, what the rise is made of, and how broad counselling was; each table may be refused."""

    trend_rates: Table | NotAssessable
    trend_tests: Table | NotAssessable
    trend_models: Table | NotAssessable
    trend_without: Table | NotAssessable
    growth_parts: Table | NotAssessable
    recording_breaks: Table | NotAssessable
    breadth: Table | NotAssessable
    situations: Table | NotAssessable
    situation_quarters: Table | NotAssessable
    situation_figures: Table | NotAssessable
    missing_values: Table | NotAssessable


def trend(records: Records, assumptions: Assumptions) -> Trend:
    """Evaluate what the delivery holds. assumptions: `recording_change`. Raises GermanError where the stated month is no month."""
    from wiwak_eval.evaluation.trend.computing import compute

    return compute(records, assumptions)
