"""Between a study and the forecast book: what a forecast leaves there, and what is made of earlier ones."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiwak_eval import __version__
from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation import monthly_counts
from wiwak_eval.evaluation.counts import complete_months
from wiwak_eval.forecast.book import BookEntry, ReadAssumption
from wiwak_eval.forecast.caseload import CaseloadForecast
from wiwak_eval.forecast.variance import Variance, variance
from wiwak_eval.records import DeliveryFacts, Records
from wiwak_eval.results import NotAssessable, Table

LINES_VARIABLE = "WIWAK_BOOK_LINES"
"""How many lines of the book a run sees: set by the job for its notebooks, so that all of them see the same book."""


def lines_seen() -> int | None:
    """The limit that the job has set, or None."""
    value = os.environ.get(LINES_VARIABLE)
    return None if value is None else int(value)


def make_entry(
    forecast: CaseloadForecast, facts: DeliveryFacts, delivery: str, as_of: date, assumptions: Assumptions, data_digest: str
) -> BookEntry | None:
    """The entry of an official forecast; None where it was refused.

    Ranges are whole contacts, as the papers print them: a month on a printed bound must not turn out to lie outside.
    """
    record = forecast.official_record
    if isinstance(record, NotAssessable):
        return None
    read = forecast.forecast_yearly.assumptions if isinstance(forecast.forecast_yearly, Table) else ()
    return BookEntry(
        authority=facts.authority,
        delivery=delivery,
        simulated=facts.simulated,
        made_on=as_of,
        scenario=assumptions.scenario.id,
        data_digest=data_digest,
        package_version=__version__,
        method=record.method,
        method_label=record.label,
        history_months=record.history_months,
        history_contacts=record.history_contacts,
        assumptions=tuple(_values(assumptions, read, facts.period_to)),
        months=tuple(replace(month, quantiles=_printed(month.quantiles)) for month in record.months),
        years=tuple(replace(year, quantiles=_printed(year.quantiles)) for year in record.years),
    )


def _printed(quantiles: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(round(value)) for value in quantiles)


def variance_of(records: Records, entries: Sequence[BookEntry], assumptions: Assumptions) -> Variance:
    """Earlier forecasts against this delivery's complete months."""
    from wiwak_eval.evaluation.trend.recording import recording_breaks
    from wiwak_eval.forecast.levers import lever_months

    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return Variance(counts, counts, counts, counts)
    origin = records.provenance
    counts = complete_months(counts, origin.period_from, origin.period_to)
    breaks = [found.month for found in recording_breaks(records, assumptions)]
    return variance(entries, counts, breaks, lever_months(assumptions, counts.months))


def _values(assumptions: Assumptions, ids: Sequence[str], on: date) -> list[ReadAssumption]:
    found = []
    for id in ids:
        try:
            found.append(ReadAssumption(id, on, str(assumptions.get(id, on).value)))
        except Gap:
            continue
    return found
