"""Small sets of routing slips, as frames the evaluation takes and as lines of CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from wiwak_eval.results import NotAssessable, Provenance

Station = tuple[str, str | None, str | None]
"""Office, due on, stamped on; days as 2017-01-31."""

COLUMNS = ("slip_id", "client_id", "position", "office", "due_on", "stamped_on", "issued_on", "returned_on")
DATES = COLUMNS[4:]


def card(slip: str, client: str, stations: Sequence[Station], issued: str | None = None, returned: str | None = None) -> list[tuple]:
    """The rows of one card."""
    return [(slip, client, place, *station, issued, returned) for place, station in enumerate(stations, start=1)]


def entries(*cards: Sequence[tuple]) -> pd.DataFrame:
    frame = pd.DataFrame([row for one in cards for row in one], columns=COLUMNS)
    return frame.assign(position=frame["position"].astype("Int64"), **{name: pd.to_datetime(frame[name]) for name in DATES})


def clients(households: Mapping[str, str | None], first_contact: str | None = "2017-01-02") -> pd.DataFrame:
    rows = [(client, household, first_contact) for client, household in households.items()]
    frame = pd.DataFrame(rows, columns=["client_id", "household_id", "first_contact"], dtype="str")
    return frame.assign(first_contact=pd.to_datetime(frame["first_contact"]))


OFFICES = ("Ausländerbehörde", "Jobcenter", "Krankenkasse", "Bürgerbüro")
HALF_YEAR = Provenance("Landratsamt", date(2017, 1, 1), date(2017, 6, 30), date(2017, 7, 15), True)


@dataclass(frozen=True)
class Delivered:
    """What the evaluation asks of `Records`, without a file."""

    tables: Mapping[str, pd.DataFrame]
    provenance: Provenance = HALF_YEAR

    def table(self, name: str) -> pd.DataFrame | NotAssessable:
        return self.tables.get(name, NotAssessable(f"nicht auswertbar: Tabelle „{name}“ fehlt"))


def delivered(slips: pd.DataFrame, people: pd.DataFrame | None = None) -> Delivered:
    if people is None:
        people = clients(dict.fromkeys(slips["client_id"].unique()))
    return Delivered({"slip_entries": slips, "clients": people})


def wild_county() -> Delivered:
    """Eighty cards in sixty households, with gaps, exchanges and late stamps."""
    rng = np.random.default_rng(4)
    rows, homes = [], {}
    for n in range(80):
        start = pd.Timestamp("2017-01-02") + pd.Timedelta(days=int(rng.integers(0, 60)))
        days = np.cumsum(rng.integers(1, 12, size=4))
        if rng.random() < 0.3:
            days[[1, 2]] = days[[2, 1]]
        stations = [
            (office, str((start + pd.Timedelta(days=7 * (place + 1))).date()), str((start + pd.Timedelta(days=int(day))).date()))
            if rng.random() < 0.9
            else (office, str((start + pd.Timedelta(days=7 * (place + 1))).date()), None)
            for place, (office, day) in enumerate(zip(OFFICES, days, strict=True))
        ]
        back = str((start + pd.Timedelta(days=70)).date()) if rng.random() < 0.7 else None
        rows.append(card(f"L{n:03d}", f"K{n:03d}", stations, str(start.date()), back))
        homes[f"K{n:03d}"] = f"H{n % 60:03d}"
    return delivered(entries(*rows), clients(homes))
