"""The pilot year in tables: months, year, topics, residence titles, origin, duration."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class PilotYear:
    """What is known of the year; each table may be refused on its own."""

    monthly: Table | NotAssessable
    year: Table | NotAssessable
    topics: Table | NotAssessable
    topics_by_quarter: Table | NotAssessable
    titles: Table | NotAssessable
    origins: Table | NotAssessable
    durations: Table | NotAssessable


def pilot_year(records: Records) -> PilotYear:
    """Evaluate what the delivery holds; what it does not hold is refused where it would stand."""
    from wiwak_eval.evaluation.pilot_year_computing import compute

    return compute(records)
