"""Entries of a forecast book that the tests make up."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval.evaluation import MonthlyCounts
from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.forecast.book import BookEntry, ForecastMonth, ForecastYear, ReadAssumption

AUTHORITY = "Landkreis Probe"
HISTORY = (80, 90, 100, 110, 120, 130, 120, 110, 130, 140)
SPREAD = (0.5, 0.8, 0.9, 1.0, 1.1, 1.25, 1.6)


def quantiles(planned: float) -> tuple[float, ...]:
    return tuple(round(planned * factor, 2) for factor in SPREAD)


def entry(
    planned: Sequence[float] = (100,) * 26,
    persons: Sequence[float] | None = None,
    new: Sequence[float] | None = None,
    history: Sequence[int] = HISTORY,
    made_on: date = date(2017, 11, 15),
    **changed: object,
) -> BookEntry:
    """A forecast for the months after October 2017 (or after a longer history)."""
    months = months_between(date(2017, 1, 1), date(2019, 12, 1))
    observed, ahead = months[: len(history)], months[len(history) :][: len(planned)]
    items = tuple(
        ForecastMonth(month, plan, quantiles(plan), None if persons is None else persons[i], None if new is None else new[i])
        for i, (month, plan) in enumerate(zip(ahead, planned, strict=True))
    )
    content: dict[str, object] = {
        "authority": AUTHORITY,
        "delivery": "probe",
        "simulated": True,
        "made_on": made_on,
        "scenario": "basis",
        "data_digest": "d" * 64,
        "package_version": "0.1.0",
        "method": "level",
        "method_label": "Mittel der letzten drei Monate",
        "history_months": observed,
        "history_contacts": tuple(history),
        "assumptions": (ReadAssumption("caseload_level", date(2018, 1, 1), "1"), ReadAssumption("@as_of", date.min, "x")),
        "months": items,
        "years": tuple(ForecastYear(year, 1200, quantiles(1200)) for year in (2018, 2019)),
    }
    return BookEntry(**{**content, **changed})  # type: ignore[arg-type]


def counts(
    contacts: Sequence[int],
    persons: Sequence[int] | None = None,
    new: Sequence[int] | None = None,
    first: str = "2017-01",
    tally: bool = True,
) -> MonthlyCounts:
    """Monthly counts from a first month on."""
    months = months_between(date(int(first[:4]), int(first[5:]), 1), date(2021, 12, 1))[: len(contacts)]
    people, newcomers = (None if values is None else tuple(values) for values in (persons, new))
    return MonthlyCounts(months, tuple(contacts), people, newcomers, None, None, tally)
