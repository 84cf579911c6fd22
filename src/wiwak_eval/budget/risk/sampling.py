"""How far the mean of a delivered sample may lie from the truth."""

from collections.abc import Callable, Mapping
from math import sqrt

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

REACH = sqrt(6)
"""A symmetric triangular distribution has a standard deviation of its half width divided by the root of six."""

_VALUES: "Mapping[str, Callable[[pd.DataFrame], pd.Series[float]]]" = {
    "minutes": lambda contacts: contacts["minutes"].dropna().astype(float),
    "follow_up": lambda contacts: contacts["minutes_follow_up"].dropna().astype(float),
    "interpreter_share": lambda contacts: (contacts["interpreter"].dropna() == "paid").astype(float),
    "outreach_share": lambda contacts: (contacts["channel"].dropna() == "outreach").astype(float),
}
"""By field of `Effort`: what its mean is the mean of, one value a contact."""


def sampling_reach(field: str, records: Records) -> float:
    """Half width of a triangular distribution around the measured mean that scatters like it: the root of six times its standard error.

    0 where the value is no mean of contacts. Contacts of one person are alike, so that this is rather too narrow.
    """
    consultations = records.table("consultations")
    if field not in _VALUES or isinstance(consultations, NotAssessable):
        return 0.0
    values = _VALUES[field](attended_contacts(consultations))
    return REACH * float(values.std()) / sqrt(len(values)) if len(values) > 1 else 0.0
