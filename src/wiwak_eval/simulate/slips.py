"""The routing slips: which office stamped when."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from wiwak_eval.simulate.calendar import FIRST_DAY, LAST_DAY, working_day_from
from wiwak_eval.simulate.draws import happens, negative_binomial, stream
from wiwak_eval.simulate.parameters import Cooperation, TrueParameters


def slips_table(seed: int, people: pd.DataFrame, truth: TrueParameters) -> pd.DataFrame:
    """One row for each station of each slip; slips are issued at the first contact of clients who came in 2017."""
    rng = stream(seed, "slips")
    families = people["household_id"].duplicated(keep=False) | (people["situation"] == "single_parent")
    rows: list[dict[str, object]] = []
    number = 0
    for person, family in zip(people.to_dict("records"), families, strict=True):
        issued = person["first_contact"]
        if issued < FIRST_DAY or not happens(rng, truth.cooperation.slip_share.value):
            continue
        number += 1
        rows += _slip(rng, f"L{number:04d}", str(person["client_id"]), issued, bool(family), truth.cooperation)
    return pd.DataFrame(rows)


def _slip(
    rng: np.random.Generator, slip_id: str, client_id: str, issued: date, family: bool, truth: Cooperation
) -> list[dict[str, object]]:
    stations = {**truth.slip_stations.value, **(truth.family_stations.value if family else {})}
    stamps = _stamps(rng, issued, list(stations.values()), truth)
    all_known = [stamp for stamp in stamps if stamp is not None]
    back = working_day_from(max(all_known) + timedelta(days=7)) if all_known and happens(rng, truth.returned_share.value) else None
    returned = back if back is not None and back <= LAST_DAY else None
    return [
        {
            "slip_id": slip_id,
            "client_id": client_id,
            "position": position,
            "office": office,
            "due_on": working_day_from(issued + timedelta(days=days)),
            "stamped_on": stamp,
            "issued_on": issued,
            "returned_on": returned,
        }
        for position, ((office, days), stamp) in enumerate(zip(stations.items(), stamps, strict=True), start=1)
    ]


def _stamps(rng: np.random.Generator, issued: date, due: list[int], truth: Cooperation) -> list[date | None]:
    """One day or None a station: offices are visited in order but for some swaps, about when the stamp is due."""
    visited: list[date] = []
    for days, before in zip(due, [0, *due], strict=False):
        start = visited[-1] if visited else issued
        visited.append(working_day_from(start + timedelta(days=1 + negative_binomial(rng, max(days - before, 3), truth.stamp_size.value))))
    for place in range(len(visited) - 1):
        if happens(rng, truth.swap_share.value):
            visited[place], visited[place + 1] = visited[place + 1], visited[place]
    return [day if happens(rng, truth.stamp_share.value) and day <= LAST_DAY else None for day in visited]
