"""The organisations that work together, and who referred people to whom. Names are generic; assumed."""

from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import FIRST_DAY, MONTHS, open_days
from wiwak_eval.simulate.draws import happens, negative_binomial, one_of, pick, stream
from wiwak_eval.simulate.parameters import Cooperation, TrueParameters

CENTRE = "WIWAK"


def organisations_table(truth: TrueParameters) -> pd.DataFrame:
    """All organisations; nothing is drawn."""
    return pd.DataFrame(truth.cooperation.organisations.value, columns=["organisation_id", "name", "sector"])


def referrals_table(seed: int, consultations: pd.DataFrame, people: pd.DataFrame, truth: TrueParameters) -> pd.DataFrame:
    """One row a referral, in order of date: from the centre by topic of a contact, to the centre with new clients, between others."""
    rng = stream(seed, "network")
    cooperation = truth.cooperation
    attended = consultations[consultations["attended"]]
    rows: list[tuple[date, str, str, str]] = [
        (day, CENTRE, one_of(rng, cooperation.referred_to.value[topics.split("+")[0]]), topics.split("+")[0])
        for day, topics in zip(attended["date"], attended["topic"], strict=True)
        if happens(rng, cooperation.referral_share.value)
    ]
    rows += [
        (day, one_of(rng, cooperation.referred_by.value), CENTRE, "other")
        for day in people["first_contact"]
        if day >= FIRST_DAY and happens(rng, cooperation.inbound_share.value)
    ]
    rows += _between_others(rng, cooperation)
    return pd.DataFrame(sorted(rows), columns=["date", "from_id", "to_id", "topic"])


def _between_others(rng: np.random.Generator, truth: Cooperation) -> list[tuple[date, str, str, str]]:
    return [
        (pick(rng, open_days(month, ())), *pick(rng, truth.between_others.value))
        for month in MONTHS
        for _ in range(negative_binomial(rng, truth.other_referrals_monthly.value, 8))
    ]
