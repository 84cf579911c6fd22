"""The monthly variance report: earlier forecasts of the book beside what came."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wiwak_eval.evaluation import MonthlyCounts
from wiwak_eval.forecast.book import BookEntry
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Variance:
    """Tables of the report: months of the latest forecast, its deviations taken apart, sums of each year, all forecasts' record."""

    variance_months: Table | NotAssessable
    variance_sums: Table | NotAssessable
    variance_causes: Table | NotAssessable
    forecast_record: Table | NotAssessable


def variance(
    entries: Sequence[BookEntry], counts: MonthlyCounts, breaks: Collection[str] = (), lever_months: Collection[str] = ()
) -> Variance:
    """All tables of the report.

    entries: earlier ones of one authority and scenario, made before this delivery's as-of date (`book.earlier_entries`), in any order;
    counts: this delivery's complete months; breaks: first months of a new definition; lever_months: months from which a policy lever
    works. Refused where no earlier forecast can be compared.
    """
    from wiwak_eval.forecast.variance_computing import compute

    return compute(entries, counts, breaks, lever_months)
