"""The forecast of the caseload, computed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.forecast import backtest_tables, persons, scenario_tables, tables
from wiwak_eval.forecast.backtest import COMBINED, SERIES, Backtest, backtest
from wiwak_eval.forecast.basis import Basis, flow_in_hindsight, forecast_basis, project_age
from wiwak_eval.forecast.book import ForecastYear, forecast_months
from wiwak_eval.forecast.caseload import CaseloadForecast
from wiwak_eval.forecast.choice import Choice, choose, flow_weight
from wiwak_eval.forecast.flow import FlowPaths, project, variance_shares
from wiwak_eval.forecast.lever_effect import lever_effect
from wiwak_eval.forecast.levers import levers_table
from wiwak_eval.forecast.members import Member, combined, flow_member, series_member, simple_member
from wiwak_eval.forecast.official import Floats, Official, official, scores_by_correlation, scores_of_paths
from wiwak_eval.forecast.record import OfficialRecord
from wiwak_eval.forecast.series import FEWEST_MONTHS, load_record
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table

YOUNG = 12
"""Months after its first one until which a service is a new one: its rise is no season then."""
SHARE_DRAWS = 4000
"""Paths for the shares of uncertainty: a share needs fewer than a range."""


@dataclass(frozen=True)
class _Trend:
    """The chosen forecast before any lever."""

    member: Member
    choice: Choice
    tested: Backtest | None
    paths: FlowPaths | None
    scores: Floats


def compute(
    records: Records, context: Context, assumptions: Assumptions, scenarios: Mapping[str, Assumptions] | None = None
) -> CaseloadForecast:
    """See `forecast.caseload.caseload_forecast`."""
    basis = forecast_basis(records, context, assumptions)
    if isinstance(basis, NotAssessable):
        return _refused(basis)
    if len(basis.counts.months) < FEWEST_MONTHS:
        return _refused(NotAssessable(f"nicht auswertbar: Eine Prognose braucht mindestens {FEWEST_MONTHS} Monate."))
    trend = _trend(records, basis, context, assumptions)
    return _refused(trend) if isinstance(trend, NotAssessable) else _forecast(basis, trend, assumptions, scenarios or {})


def _refused(reason: NotAssessable) -> CaseloadForecast:
    return CaseloadForecast(*(reason for _ in fields(CaseloadForecast)))


def _trend(records: Records, basis: Basis, context: Context, assumptions: Assumptions) -> _Trend | NotAssessable:
    counts, on = basis.counts, records.provenance.period_to
    kind = "start" if project_age(records, counts.months[0]) < YOUNG else None
    series = series_member(counts.contacts, basis.spans, kind)
    if isinstance(series, NotAssessable):
        return series
    prior, prior_origins = assumptions.number("flow_prior_weight", on), assumptions.number("forecast_prior_origins", on)
    draws, seed = int(assumptions.number("forecast_draws", on)), int(assumptions.number("forecast_seed", on))
    tested = backtest(counts.contacts, flow_in_hindsight(records, basis, context, assumptions), prior, kind)
    rng = np.random.default_rng(seed)
    if isinstance(basis.flow, NotAssessable):
        paths, ours = None, series
        choice = choose(len(counts.months), tested, False, prior_origins, 0.0)
        scores = scores_by_correlation(load_record().years_correlation, draws, rng)
    else:
        paths = project(basis.flow, basis.spans.horizon, draws, seed)
        weight = flow_weight(prior, prior_origins, tested)
        ours = combined(series, flow_member(paths, basis.spans), weight)
        choice = choose(len(counts.months), tested, True, prior_origins, weight)
        scores = scores_of_paths(paths, basis.spans, rng)
    simple = choice.official not in {COMBINED, SERIES}
    return _Trend(simple_member(choice.official, counts.contacts, basis.spans, series) if simple else ours, choice, tested, paths, scores)


def _forecast(basis: Basis, trend: _Trend, assumptions: Assumptions, scenarios: Mapping[str, Assumptions]) -> CaseloadForecast:
    effect = lever_effect(basis, assumptions)
    result = official(trend.member, basis.spans, effect, trend.scores)
    others = {label: official(trend.member, basis.spans, lever_effect(basis, view), trend.scores) for label, view in scenarios.items()}
    read = assumptions.ids_read
    people = persons.persons_ahead(basis, trend.paths, result, effect)
    label = backtest_tables.LABELS[trend.choice.official]
    return CaseloadForecast(
        Caseload(basis.years, result.planned_years, result.draws, _persons(people), _elsewhere(basis, trend, assumptions, effect)),
        _record(basis, trend.choice.official, label, result, people),
        tables.monthly_table(basis, result, label, read),
        tables.yearly_table(basis, result, label, read),
        persons.yearly_table(basis, people, read),
        persons.monthly_table(basis, people, read),
        _sources(basis, assumptions, read),
        scenario_tables.lines_table(basis, others, read),
        scenario_tables.years_table(basis, others, read),
        levers_table(assumptions, basis.ahead),
        backtest_tables.backtest_table(trend.tested, read),
        backtest_tables.own_table(trend.tested, read),
        backtest_tables.choice_table(trend.choice, trend.tested, read),
    )


def _elsewhere(basis: Basis, trend: _Trend, assumptions: Assumptions, effect: Floats) -> Caseload | None:
    """The forecast without levers that shift people between counties; None where they change nothing."""
    common = lever_effect(basis, assumptions, common=True)
    if (common == effect).all():
        return None
    result = official(trend.member, basis.spans, common, trend.scores)
    return Caseload(basis.years, result.planned_years, result.draws)


def _sources(basis: Basis, assumptions: Assumptions, read: tuple[str, ...]) -> Table | NotAssessable:
    """Which part of the uncertainty comes from where, by the flow model: the only one that knows parts."""
    if isinstance(basis.flow, NotAssessable):
        return basis.flow
    seed = int(assumptions.number("forecast_seed", first_day(basis.counts.months[-1])))
    return tables.sources_table(basis, variance_shares(basis.flow, basis.spans.horizon, SHARE_DRAWS, seed), read)


def _persons(people: "persons.PersonsAhead | NotAssessable") -> tuple[int | None, ...]:
    return (None, None) if isinstance(people, NotAssessable) else tuple(round(middle) for middle, _, _ in people.years)


def _record(basis: Basis, method: str, label: str, result: Official, people: "persons.PersonsAhead | NotAssessable") -> OfficialRecord:
    known = None if isinstance(people, NotAssessable) else people
    return OfficialRecord(
        method,
        label,
        basis.counts.months,
        basis.counts.contacts,
        forecast_months(
            basis.ahead,
            result.planned,
            result.months,
            None if known is None else known.persons,
            None if known is None else known.new_persons,
        ),
        tuple(
            ForecastYear(year, planned, quantiles)
            for year, planned, quantiles in zip(basis.years, result.planned_years, result.years, strict=True)
        ),
    )
