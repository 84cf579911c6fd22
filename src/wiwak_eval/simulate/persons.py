"""The clients' table: who the clients are."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import MONTHS, open_days, working_day_from
from wiwak_eval.simulate.contacts import Client
from wiwak_eval.simulate.draws import happens, one_of, pick, stream, triangular
from wiwak_eval.simulate.parameters import Population, TrueParameters
from wiwak_eval.simulate.population import Household


def clients_table(seed: int, clients: Sequence[Client], households: Sequence[Household], truth: TrueParameters) -> pd.DataFrame:
    """One row a client, canonical codes. Members of a household share origin, municipality, recognition and move."""
    rng = stream(seed, "persons")
    shared: dict[int, dict[str, object]] = {}
    rows = []
    for client in clients:
        household = households[client.household]
        if client.household not in shared:
            number = f"H{len(shared) + 1:04d}"
            shared[client.household] = {"household_id": number} | _household_values(rng, household, truth.population)
        rows.append({"client_id": client.client_id} | shared[client.household] | _own_values(rng, client, truth.population))
    return pd.DataFrame(rows, dtype=object).astype({"birth_year": "Int64"})


def _household_values(rng: np.random.Generator, household: Household, population: Population) -> dict[str, object]:
    left = None if household.moves is None else pick(rng, open_days(MONTHS[household.moves], ()))
    return {
        "origin": one_of(rng, population.origins.value),
        "status": household.title,
        "recognised_on": _day_in(rng, household.recognised) if household.recognised else None,
        "municipality": one_of(rng, population.municipalities.value),
        "left_on": left,
        "left_to": one_of(rng, population.moving_to.value) if left else None,
    }


def _own_values(rng: np.random.Generator, client: Client, population: Population) -> dict[str, object]:
    female = happens(rng, (population.female_share if client.first else population.second_female_share).value)
    low, high = population.ages.value
    situation = one_of(rng, population.situations.value)
    return {
        "birth_year": 2017 - int(triangular(rng, low, high)),
        "gender": "w" if female else "m",
        "first_contact": client.first_contact,
        "situation": None if situation == "none" else situation,
    }


def _day_in(rng: np.random.Generator, month: str) -> date:
    return working_day_from(date(int(month[:4]), int(month[5:]), 1 + int(rng.random() * 28)))
