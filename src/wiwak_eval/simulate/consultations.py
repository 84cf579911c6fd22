"""The consultations' table: what each contact was about, how it took place and how long it lasted."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.simulate.contacts import Client
from wiwak_eval.simulate.draws import happens, one_of, several_of, stream, triangular
from wiwak_eval.simulate.parameters import Counselling, TrueParameters
from wiwak_eval.simulate.population import Household

MEASURED = ("persons_present", "minutes", "minutes_follow_up")
CENTRE = "Bad Salzungen"


def consultations_table(
    seed: int,
    clients: Sequence[Client],
    anonymous: Sequence[date],
    households: Sequence[Household],
    people: pd.DataFrame,
    truth: TrueParameters,
) -> pd.DataFrame:
    """One row a contact, in order of date; anonymous contacts have no client. The first contact of a client is always attended."""
    rng = stream(seed, "consultations")
    counselling = truth.counselling
    posts = {post.post_id: post.contacts for post in truth.money.posts.value if post.contacts > 0}
    origins = dict(zip(people["client_id"], people["origin"], strict=True))
    languages = {client_id: one_of(rng, counselling.languages.value[origin]) for client_id, origin in origins.items()}
    homes = dict(zip(people["client_id"], people["municipality"], strict=True))
    relatives = {client.client_id: _relatives(client, households) for client in clients}
    rows = []
    for day, client_id, is_first in _in_order(clients, anonymous):
        row = _contact(rng, counselling, posts)
        at_home = row["channel"] == "outreach"
        row["date"], row["client_id"] = day, client_id
        row["municipality"] = homes[client_id] if at_home and client_id else CENTRE
        row["language"] = languages[client_id] if client_id and not happens(rng, counselling.german_share.value) else "de"
        row["interpreter"] = "none" if row["language"] == "de" else one_of(rng, counselling.interpreters.value)
        row["persons_present"] = _present(rng, relatives[client_id] if client_id else 0, row["channel"], counselling)
        row["attended"] = is_first or happens(rng, counselling.attended_share.value)
        rows.append(row)
    frame = pd.DataFrame(rows)
    frame = frame.astype(dict.fromkeys(MEASURED, "Int64"))
    frame.loc[~frame["attended"], list(MEASURED)] = pd.NA
    frame.insert(0, "consultation_id", [f"B{number:05d}" for number in range(1, len(frame) + 1)])
    return frame


def _contact(rng: np.random.Generator, counselling: Counselling, posts: Mapping[str, float]) -> dict[str, object]:
    channel = one_of(rng, counselling.channels.value)
    topics = several_of(rng, counselling.topics.value, one_of(rng, counselling.topic_counts.value))
    return {
        "date": None,
        "client_id": None,
        "channel": channel,
        "municipality": None,
        "topic": "+".join(topics),
        "language": None,
        "interpreter": None,
        "persons_present": None,
        "minutes": max(5, _to_five(triangular(rng, *counselling.minutes.value[channel]))),
        "minutes_follow_up": _to_five(triangular(rng, *counselling.minutes_follow_up.value)),
        "attended": None,
        "post_id": one_of(rng, posts),
    }


def _in_order(clients: Sequence[Client], anonymous: Sequence[date]) -> Iterator[tuple[date, str | None, bool]]:
    """All contacts by day; on one day named clients come in the order of their ids, anonymous ones last."""
    named = [(day, client.client_id, place == 0) for client in clients for place, day in enumerate(client.days)]
    nameless = [(day, "~", False) for day in anonymous]
    for day, client_id, is_first in sorted(named + nameless, key=lambda contact: contact[:2]):
        yield day, None if client_id == "~" else client_id, is_first


def _relatives(client: Client, households: Sequence[Household]) -> int:
    """Members of the household who have no counselling of their own; they come with its first client."""
    household = households[client.household]
    return household.size - household.clients if client.first else 0


def _present(rng: np.random.Generator, relatives: int, channel: object, counselling: Counselling) -> int:
    come = 0 if channel in {"phone", "written"} else sum(happens(rng, counselling.accompanying_share.value) for _ in range(relatives))
    return 1 + come


def _to_five(minutes: float) -> int:
    return int(minutes / 5 + 0.5) * 5
