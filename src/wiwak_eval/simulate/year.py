"""The simulated year as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from wiwak_eval.simulate.chain import chain_table
from wiwak_eval.simulate.consultations import consultations_table
from wiwak_eval.simulate.contacts import draw_anonymous, draw_clients
from wiwak_eval.simulate.ledger import bookings_table, posts_table
from wiwak_eval.simulate.network import organisations_table, referrals_table
from wiwak_eval.simulate.parameters import TrueParameters
from wiwak_eval.simulate.persons import clients_table
from wiwak_eval.simulate.places import household_places
from wiwak_eval.simulate.planning import budget_lines_table, grants_table, targets_table
from wiwak_eval.simulate.population import draw_households
from wiwak_eval.simulate.slips import slips_table
from wiwak_eval.simulate.totals import monthly_totals_table, opening_days_table, reference_counts_table


@dataclass(frozen=True)
class SimulatedYear:
    """January to October 2017, without clerical faults.

    tables: canonical table name to rows with canonical columns, codes, dates and cents; `seed` and `truth` are what it was made from.
    """

    seed: int
    truth: TrueParameters
    tables: Mapping[str, pd.DataFrame]


def simulate(seed: int, parameters: TrueParameters) -> SimulatedYear:
    """The year that follows from seed and parameters; equal arguments give equal tables on every platform."""
    households = draw_households(seed, parameters)
    clients = draw_clients(seed, households, parameters)
    anonymous = draw_anonymous(seed, clients, parameters)
    people = clients_table(seed, clients, households, parameters)
    consultations = consultations_table(seed, clients, anonymous, households, people, parameters)
    places = household_places(seed, clients, people, households, parameters)
    tables = {
        "consultations": consultations,
        "clients": people,
        "chain_stages": chain_table(seed, people, parameters),
        "slip_entries": slips_table(seed, people, parameters),
        "organisations": organisations_table(parameters),
        "referrals": referrals_table(seed, consultations, people, parameters),
        "bookings": bookings_table(seed, consultations, parameters),
        "posts": posts_table(parameters),
        "monthly_totals": monthly_totals_table(consultations, people),
        "reference_counts": reference_counts_table(households, places, parameters),
        "opening_days": opening_days_table(parameters),
        "budget_lines": budget_lines_table(seed, parameters),
        "grants": grants_table(parameters),
        "targets": targets_table(parameters),
    }
    return SimulatedYear(seed, parameters, tables)
