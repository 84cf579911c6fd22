"""The truth the year is made from: each value with unit, status and source; kept in `parameters.yaml`, shipped beside the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import TypeAdapter

Value = TypeVar("Value")
Shares = Mapping[str, float]
Range = tuple[int, int]


class Status(StrEnum):
    """How a value is known: stood in a source, is arithmetic from such values, or is ours."""

    READ = "read"
    DERIVED = "derived"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Parameter(Generic[Value]):
    """One true value with its unit (German), status and source (German)."""

    value: Value
    unit: str
    status: Status
    source: str


@dataclass(frozen=True)
class Population:
    """Who lives in the county and who they are."""

    positive_decisions: Parameter[Mapping[str, int]]
    koenigstein_share: Parameter[float]
    county_quota: Parameter[float]
    received_share: Parameter[float]
    lag_weights: Parameter[tuple[float, float]]
    refugees_january: Parameter[int]
    recognised_january: Parameter[int]
    recognised_before: Parameter[tuple[str, str]]
    family_reunion_monthly: Parameter[float]
    arrivals_monthly: Parameter[float]
    pending_leave_monthly: Parameter[float]
    title_mix: Parameter[Shares]
    household_sizes: Parameter[Mapping[int, float]]
    origins: Parameter[Shares]
    moving_hazard: Parameter[float]
    moving_to: Parameter[Shares]
    municipalities: Parameter[Shares]
    arrival_size: Parameter[int]
    female_share: Parameter[float]
    second_female_share: Parameter[float]
    ages: Parameter[Range]
    situations: Parameter[Shares]


@dataclass(frozen=True)
class Counselling:
    """Who comes, how often, and what a contact looks like."""

    client_share: Parameter[float]
    january_share: Parameter[float]
    finding_hazard: Parameter[tuple[float, ...]]
    second_client_share: Parameter[float]
    stays_in_touch: Parameter[float]
    contacts_by_month: Parameter[tuple[float, ...]]
    contact_size: Parameter[int]
    season: Parameter[tuple[float, ...]]
    attended_share: Parameter[float]
    anonymous_share: Parameter[float]
    accompanying_share: Parameter[float]
    topics: Parameter[Shares]
    topic_counts: Parameter[Mapping[int, float]]
    anonymous_size: Parameter[int]
    languages: Parameter[Mapping[str, Shares]]
    channels: Parameter[Shares]
    interpreters: Parameter[Shares]
    german_share: Parameter[float]
    minutes: Parameter[Mapping[str, Range]]
    minutes_follow_up: Parameter[Range]
    opening_hours: Parameter[int]
    closed_days: Parameter[tuple[date, ...]]


@dataclass(frozen=True)
class Cooperation:
    """Integration chain, routing slip and referrals; days are calendar days."""

    stage_days: Parameter[Shares]
    stage_offices: Parameter[Mapping[str, str]]
    stage_after: Parameter[Mapping[str, str]]
    waiting_size: Parameter[int]
    stage_gap_days: Parameter[float]
    stage_needed: Parameter[Shares]
    dropped_share: Parameter[float]
    course_repeated_share: Parameter[float]
    slip_share: Parameter[float]
    slip_stations: Parameter[Mapping[str, int]]
    family_stations: Parameter[Mapping[str, int]]
    stamp_size: Parameter[int]
    swap_share: Parameter[float]
    stamp_share: Parameter[float]
    returned_share: Parameter[float]
    referral_share: Parameter[float]
    organisations: Parameter[tuple[tuple[str, str, str], ...]]
    referred_to: Parameter[Mapping[str, Shares]]
    referred_by: Parameter[Shares]
    between_others: Parameter[tuple[tuple[str, str, str], ...]]
    inbound_share: Parameter[float]
    other_referrals_monthly: Parameter[float]


@dataclass(frozen=True)
class Post:
    """One post; `contacts` is the share of all contacts that it counsels."""

    post_id: str
    role: str
    pay_group: str
    step: int
    in_step_since: date
    share: float
    since: date
    employer: str
    fixed_term_until: date
    contacts: float


@dataclass(frozen=True)
class Money:
    """Posts and ledger; amounts in cents."""

    posts: Parameter[tuple[Post, ...]]
    monthly_pay: Parameter[Mapping[str, int]]
    pay_rise_february: Parameter[float]
    employer_share: Parameter[float]
    carrier_overhead: Parameter[float]
    esf_share_lead: Parameter[float]
    esf_refunds: Parameter[Mapping[date, tuple[str, ...]]]
    reversal: Parameter[Mapping[date, int]]
    rent_in_kind: Parameter[int]
    grant_date: Parameter[date]
    land_grant: Parameter[int]
    interpreter_fee: Parameter[Range]
    materials_monthly: Parameter[Range]
    equipment: Parameter[Mapping[date, int]]
    kilometre: Parameter[int]
    kilometres_outreach: Parameter[Range]
    trainings: Parameter[Mapping[date, int]]
    events: Parameter[Mapping[date, int]]
    fees: Parameter[Mapping[date, int]]
    budget_groups: Parameter[Mapping[str, str]]
    budget_section: Parameter[str]


@dataclass(frozen=True)
class Notice:
    """One grant notice; ceiling in cents; share None where the notice names none."""

    funder: str
    since: date
    to: date
    type: str
    share: float | None
    ceiling: int
    decided_on: date
    early_start_allowed: bool
    item_tolerance: float | None


@dataclass(frozen=True)
class Planning:
    """What the county planned, was granted and aimed at; amounts in cents by budget group (`grant`, `grant_esf` are income)."""

    planned_2016: Parameter[Mapping[str, int]]
    planned_2017: Parameter[Mapping[str, int]]
    materials_2016_monthly: Parameter[Range]
    notices: Parameter[tuple[Notice, ...]]
    targets_2017: Parameter[Mapping[str, int]]


@dataclass(frozen=True)
class TrueParameters:
    """All true values, by topic."""

    population: Population
    counselling: Counselling
    cooperation: Cooperation
    money: Money
    planning: Planning


ADAPTER: TypeAdapter[TrueParameters] = TypeAdapter(TrueParameters)


def pilot_parameters() -> TrueParameters:
    """The values of the shipped pilot year."""
    text = (Path(__file__).parent / "parameters.yaml").read_text(encoding="utf-8")
    return ADAPTER.validate_python(yaml.safe_load(text))
