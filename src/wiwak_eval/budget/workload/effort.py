"""What a contact takes, and how much time goes into coordination: measured where the delivery says so, assumed elsewhere."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.unit_cost.coordination import coordination, full_posts
from wiwak_eval.money import round_half_up
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_MEASURED = 30
TENTH, FOURTH_PLACE = Decimal("0.1"), Decimal("0.0001")
ASSUMED = {
    "minutes": "contact_minutes",
    "follow_up": "follow_up_minutes",
    "interpreter_share": "interpreter_share",
    "outreach_share": "outreach_share",
    "coordination": "coordination_minutes_year",
}
"""Field of `Effort` and the assumption that stands in for it."""


@dataclass(frozen=True)
class Effort:
    """What the work takes. minutes, follow_up: per contact; interpreter_share, outreach_share: contacts with a paid interpreter, and those
    outside the centre, 0-1; coordination: fixed minutes a year, whatever the number of contacts.

    measured: which of the five were measured in the delivery; the others are assumptions.
    """

    minutes: Decimal
    follow_up: Decimal
    interpreter_share: Decimal
    outreach_share: Decimal
    coordination: Decimal
    measured: tuple[str, ...]


def effort(records: Records, assumptions: Assumptions) -> Effort:
    """Measured means where at least 30 contacts record them, else the assumption. Raises Gap."""
    consultations = records.table("consultations")
    contacts = None if isinstance(consultations, NotAssessable) else attended_contacts(consultations)
    day = records.provenance.period_to
    measured = {
        "minutes": _mean(contacts, "minutes"),
        "follow_up": _mean(contacts, "minutes_follow_up"),
        "interpreter_share": _share(contacts, "interpreter", "paid"),
        "outreach_share": _share(contacts, "channel", "outreach"),
        "coordination": _coordination(records, assumptions),
    }
    values = {name: assumptions.decimal(ASSUMED[name], day) if value is None else value for name, value in measured.items()}
    return Effort(**values, measured=tuple(name for name, value in measured.items() if value is not None))


def _mean(contacts: pd.DataFrame | None, column: str) -> Decimal | None:
    """Mean of the recorded values to a tenth of a minute; blanks are unknown, not zero."""
    if contacts is None or contacts[column].notna().sum() < FEWEST_MEASURED:
        return None
    recorded = contacts[column].dropna()
    return (Decimal(int(recorded.sum())) / len(recorded)).quantize(TENTH, ROUND_HALF_UP)


def _share(contacts: pd.DataFrame | None, column: str, value: str) -> Decimal | None:
    if contacts is None or contacts[column].notna().sum() < FEWEST_MEASURED:
        return None
    recorded = contacts[column].dropna()
    return (Decimal(int((recorded == value).sum())) / len(recorded)).quantize(FOURTH_PLACE, ROUND_HALF_UP)


def _coordination(records: Records, assumptions: Assumptions) -> Decimal | None:
    """The share of a time study times the working time of the posts of the period, in whole minutes a year; None without a study."""
    posts = records.table("posts")
    if isinstance(records.table("time_study"), NotAssessable) or isinstance(posts, NotAssessable):
        return None
    found = coordination(records, assumptions)
    if isinstance(found, NotAssessable) or not found.measured:
        return None
    net = assumptions.decimal("net_minutes_post_year", records.provenance.period_to)
    return Decimal(round_half_up(found.share * full_posts(posts, records) * Fraction(net)))
