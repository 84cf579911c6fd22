"""What a forecast stands on: the months that count, the fitted flow, and the flow as it would have been fitted earlier."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.evaluation import MonthlyCounts, monthly_counts
from wiwak_eval.evaluation.counts import attended_contacts, complete_months, months_between, months_within
from wiwak_eval.evaluation.month import first_day, last_day
from wiwak_eval.evaluation.trend.recording import Break, fit_window, recording_breaks
from wiwak_eval.forecast.backtest import Floats, FlowAt
from wiwak_eval.forecast.flow import FlowFit, fit_contacts, fit_flow, project
from wiwak_eval.forecast.members import Spans
from wiwak_eval.forecast.series import LEARNED
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

TEST_DRAWS, TEST_SAMPLES = 500, 100
"""Paths and bootstrap samples of a back-test: quantiles of single months need fewer than yearly totals in the tails."""


@dataclass(frozen=True)
class Basis:
    """counts: complete months since the last break in recording; flow: fitted to them, or why not; ahead: keys of the forecast months."""

    counts: MonthlyCounts
    breaks: tuple[Break, ...]
    flow: FlowFit | NotAssessable
    spans: Spans
    ahead: tuple[str, ...]
    years: tuple[int, int]


def forecast_basis(records: Records, context: Context, assumptions: Assumptions) -> Basis | NotAssessable:
    """context: as known on the as-of date. Refused without contacts, or where a break leaves fewer than six months."""
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    origin = records.provenance
    counts = complete_months(counts, origin.period_from, origin.period_to)
    if not any(counts.contacts):
        return NotAssessable("nicht auswertbar: Die Lieferung enthält keine Beratung.")
    breaks = recording_breaks(records, assumptions)
    window = fit_window(counts.months, breaks)
    if isinstance(window, NotAssessable):
        return window
    kept = months_within(counts, window)
    flow = fit_flow(records, context, assumptions) if kept == counts else _later_flow(records, kept, context, assumptions)
    last = first_day(kept.months[-1])
    spans = Spans.after(last.month)
    ahead = months_between(last, date(last.year + 2, 12, 31))[1 : spans.horizon + 1]
    return Basis(kept, breaks, flow, spans, ahead, (last.year + 1, last.year + 2))


def flow_in_hindsight(records: Records, basis: Basis, context: Context, assumptions: Assumptions) -> FlowAt:
    """The flow model fitted to the first months alone, with the public series as published by then."""
    consultations, clients = records.table("consultations"), records.table("clients")
    lag = int(assumptions.number("bamf_publication_lag_months", records.provenance.delivered_on))

    def flow_at(known: int, ahead: int) -> Floats | None:
        if isinstance(consultations, NotAssessable) or isinstance(clients, NotAssessable):
            return None
        months = basis.counts.months[:known]
        newest = str(pd.Period(months[-1], freq="M") - lag)
        then = replace(context, asylum_monthly=tuple(item for item in context.asylum_monthly if item.month <= newest))
        contacts, last = attended_contacts(consultations), last_day(months[-1])
        contacts = contacts[(contacts["month"] >= months[0]) & (contacts["month"] <= months[-1])]
        first_contacts = clients.set_index("client_id")["first_contact"]
        age = project_age(records, months[0])
        fit = fit_contacts(contacts, first_contacts, first_day(months[0]), last, then, assumptions, age, TEST_SAMPLES)
        if isinstance(fit, NotAssessable):
            return None
        paths = project(fit, ahead, TEST_DRAWS, int(assumptions.number("forecast_seed", last)))
        return np.asarray(np.quantile(paths.contacts, LEARNED, axis=0).T)

    return flow_at


def project_age(records: Records, month: str) -> int:
    """Months from the project's first one to a month, at least 0."""
    begun = records.facts.first_project_month
    return max(0, (int(month[:4]) - int(begun[:4])) * 12 + int(month[5:7]) - int(begun[5:7]))


def _later_flow(records: Records, kept: MonthlyCounts, context: Context, assumptions: Assumptions) -> FlowFit | NotAssessable:
    """The flow since a break; who came before it is known from the clients' table."""
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(consultations, NotAssessable):
        return consultations
    if isinstance(clients, NotAssessable):
        return clients
    contacts = attended_contacts(consultations)
    contacts = contacts[(contacts["month"] >= kept.months[0]) & (contacts["month"] <= kept.months[-1])]
    known = clients.set_index("client_id")["first_contact"]
    first, last = first_day(kept.months[0]), last_day(kept.months[-1])
    return fit_contacts(contacts, known, first, last, context, assumptions, project_age(records, kept.months[0]))
