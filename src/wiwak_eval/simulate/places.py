"""Where the households live: those of the clients as the clients' table says, the others drawn from the same shares."""

from collections.abc import Sequence

import pandas as pd

from wiwak_eval.simulate.contacts import Client
from wiwak_eval.simulate.draws import one_of, stream
from wiwak_eval.simulate.parameters import TrueParameters
from wiwak_eval.simulate.population import Household


def household_places(
    seed: int, clients: Sequence[Client], people: pd.DataFrame, households: Sequence[Household], truth: TrueParameters
) -> tuple[str, ...]:
    """The municipality of each household, in their order. Every household draws, so that a new client moves nobody else."""
    rng = stream(seed, "places")
    drawn = [one_of(rng, truth.population.municipalities.value) for _ in households]
    told = dict(zip(people["client_id"], people["municipality"], strict=True))
    known = {client.household: str(told[client.client_id]) for client in clients}
    return tuple(known.get(index, place) for index, place in enumerate(drawn))
