"""What the pilot year says about the flow: who comes, how long they stay, how often they are seen."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.forecast.flow.ages import by_age, further_contacts
from wiwak_eval.forecast.flow.contact_rate import estimate_contact_rate
from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, Episodes, Kind, complete_window, find_episodes
from wiwak_eval.forecast.flow.inflow import estimate_inflow
from wiwak_eval.forecast.flow.kinds import estimate_weights, expected_further
from wiwak_eval.forecast.flow.leading import expected_persons
from wiwak_eval.forecast.flow.model import LONGEST_HORIZON, FlowFit, contact_dispersion, episode_scatter
from wiwak_eval.forecast.flow.persistence import estimate_persistence, follow_up
from wiwak_eval.forecast.flow.priors import prior_of
from wiwak_eval.forecast.flow.reference_class import log_sd_12m
from wiwak_eval.forecast.flow.returning import estimate_returns
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_MONTHS = 6
FEWEST_EPISODES = 30
FEWEST_ENDED = 10
SAMPLES = 400
"""Bootstrap samples by client; each path of a projection takes one of them."""


def fit_flow(records: Records, context: Context, assumptions: Assumptions) -> FlowFit | NotAssessable:
    """Fit the flow model to a delivery. context: as known on the as-of date.

    Refused without the tables of consultations and clients, below six complete months, 30 episodes or 10 ended ones.
    """
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(consultations, NotAssessable):
        return consultations
    if isinstance(clients, NotAssessable):
        return clients
    first = clients.set_index("client_id")["first_contact"]
    origin = records.provenance
    begun = records.facts.first_project_month
    age = (origin.period_from.year - int(begun[:4])) * 12 + origin.period_from.month - int(begun[5:7])
    return fit_contacts(attended_contacts(consultations), first, origin.period_from, origin.period_to, context, assumptions, max(0, age))


def fit_contacts(
    contacts: pd.DataFrame,
    first_contacts: "pd.Series[pd.Timestamp]",
    first_day: date,
    last_day: date,
    context: Context,
    assumptions: Assumptions,
    project_age: int = 0,
    samples: int = SAMPLES,
) -> FlowFit | NotAssessable:
    """As `fit_flow`, from attended contacts (`client_id`, `date`) and the day each client was first known, by client_id.

    project_age: months from the project's first month to the period's first; samples: of the bootstrap.
    """
    window = complete_window(first_day, last_day)
    if window is None or len(window.months) < FEWEST_MONTHS:
        return NotAssessable(
            f"nicht auswertbar: Das Zugangsmodell braucht mindestens {FEWEST_MONTHS} vollständige Monate mit Einzelkontakten."
        )
    if not contacts["client_id"].notna().any():
        return NotAssessable("nicht auswertbar: Kein Kontakt ist einer Person zugeordnet.")
    episodes = find_episodes(contacts, first_contacts, window)
    ended = int(follow_up(episodes).ended.sum())
    if len(episodes.person) < FEWEST_EPISODES or ended < FEWEST_ENDED:
        return NotAssessable(
            f"nicht auswertbar: Das Zugangsmodell braucht mindestens {FEWEST_EPISODES} Beratungsverläufe, davon {FEWEST_ENDED} beendete."
        )
    months = contacts["date"].dt.strftime("%Y-%m")
    anonymous = months[contacts["client_id"].isna()].value_counts().reindex(list(window.months), fill_value=0)
    try:
        fit = _fit(episodes, anonymous.to_numpy(dtype=np.int64), project_age, context, assumptions, samples)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    if fit.persistence.curve.reach <= DAYS_PER_MONTH:
        return NotAssessable("nicht auswertbar: Zu wenige Beratungsverläufe lassen sich länger als einen Monat verfolgen.")
    return fit


def _fit(episodes: Episodes, anonymous: NDArray[np.int64], age: int, context: Context, assumptions: Assumptions, samples: int) -> FlowFit:
    window, on = episodes.window, episodes.window.last_day
    rngs = [np.random.default_rng(seed) for seed in np.random.SeedSequence(int(assumptions.number("forecast_seed", on))).spawn(5)]
    weights = rngs[0].exponential(size=(samples, episodes.persons))
    persistence = estimate_persistence(episodes, weights, assumptions.number("persistence_tail_log_sd", on), rngs[1])
    ages = len(window.months) + max(0, -int(episodes.start_month.min())) + 1
    point = by_age(persistence.curve, ages)
    rate = estimate_contact_rate(episodes, point, by_age(persistence.draws, ages), weights)
    expected = expected_further(episodes, point, rate)
    kinds = estimate_weights(episodes, expected, samples, rngs[4])
    later = expected * np.where(episodes.kind == Kind.RETURNING, kinds.returning, kinds.others)[:, None]
    arriving = expected_persons(context, assumptions, window.months)
    ahead = pd.period_range(pd.Period(window.months[-1], freq="M") + 1, periods=LONGEST_HORIZON).astype(str)
    arriving_later = expected_persons(context, assumptions, tuple(ahead)) if arriving else None
    further = further_contacts(episodes)
    return FlowFit(
        window=window,
        episodes=episodes,
        named=episodes.contacts.sum(axis=0),
        anonymous=anonymous,
        fitted=episodes.starting_all() + later.sum(axis=0),
        persistence=persistence,
        contact_rate=rate,
        kinds=kinds,
        returns=estimate_returns(episodes, prior_of(assumptions, "return_late_month", on), samples, rngs[2]),
        inflow=estimate_inflow(episodes.starting(Kind.NEW), arriving, age, assumptions, on, samples, rngs[3]),
        arriving=arriving_later.total if arriving_later else np.ones(LONGEST_HORIZON),
        dispersion=contact_dispersion(further, later.sum(axis=0)),
        scatter=episode_scatter(further, episodes),
        inflow_log_sd=log_sd_12m(assumptions, on),
        rate_log_sd=assumptions.number("contact_rate_log_sd_12m", on),
    )
