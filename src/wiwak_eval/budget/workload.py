"""From contacts to minutes to posts."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_MEASURED = 30
TENTH, FOURTH_PLACE = Decimal("0.1"), Decimal("0.0001")


@dataclass(frozen=True)
class Effort:
    """What a contact takes. minutes, follow_up: per contact; interpreter_share: contacts with a paid interpreter, 0-1.

    measured: which of the three were measured in the delivery; the others are assumptions.
    """

    minutes: Decimal
    follow_up: Decimal
    interpreter_share: Decimal
    measured: tuple[str, ...]


@dataclass(frozen=True)
class WorkRules:
    """coordination: fixed minutes a year; net_minutes: a full post's working minutes a year; posts come in `step`s from `minimum` on."""

    coordination: Decimal
    net_minutes: Decimal
    step: Decimal
    minimum: Decimal


def effort(records: Records, assumptions: Assumptions) -> Effort:
    """Measured means where at least 30 contacts record them, else the assumption."""
    consultations = records.table("consultations")
    contacts = None if isinstance(consultations, NotAssessable) else attended_contacts(consultations)
    day = records.provenance.period_to
    measured = {
        "minutes": _mean(contacts, "minutes"),
        "follow_up": _mean(contacts, "minutes_follow_up"),
        "interpreter_share": _paid_share(contacts),
    }
    assumed = {"minutes": "contact_minutes", "follow_up": "follow_up_minutes", "interpreter_share": "interpreter_share"}
    values = {name: assumptions.decimal(assumed[name], day) if value is None else value for name, value in measured.items()}
    return Effort(**values, measured=tuple(name for name, value in measured.items() if value is not None))


def _mean(contacts: pd.DataFrame | None, column: str) -> Decimal | None:
    """Mean of the recorded values to a tenth of a minute; blanks are unknown, not zero."""
    if contacts is None or contacts[column].notna().sum() < FEWEST_MEASURED:
        return None
    recorded = contacts[column].dropna()
    return (Decimal(int(recorded.sum())) / len(recorded)).quantize(TENTH, ROUND_HALF_UP)


def _paid_share(contacts: pd.DataFrame | None) -> Decimal | None:
    if contacts is None or contacts["interpreter"].notna().sum() < FEWEST_MEASURED:
        return None
    recorded = contacts["interpreter"].dropna()
    return (Decimal(int((recorded == "paid").sum())) / len(recorded)).quantize(FOURTH_PLACE, ROUND_HALF_UP)


def work_rules(assumptions: Assumptions, year: int) -> WorkRules:
    """The rules of a year; raises Gap where one is not known."""
    day = date(year, 1, 1)
    names = ("coordination_minutes_year", "net_minutes_post_year", "post_step", "minimum_posts")
    return WorkRules(*(assumptions.decimal(name, day) for name in names))


def posts_needed(contacts: int, effort: Effort, rules: WorkRules) -> Decimal:
    """Minutes of contacts and their follow-up plus fixed coordination, divided by the net minutes of a full post."""
    return (contacts * (effort.minutes + effort.follow_up) + rules.coordination) / rules.net_minutes


def posts_planned(needed: Decimal, rules: WorkRules) -> Decimal:
    """The need rounded up to the next step, at least the minimum."""
    steps = (needed / rules.step).to_integral_value(rounding=ROUND_CEILING)
    return max(rules.minimum, steps * rules.step)
