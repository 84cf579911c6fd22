"""Records of a few hand-made or simulated contacts, without writing and reading files."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

import pandas as pd

from wiwak_eval.records import TABLES, DeliveryFacts, Records

COLUMNS = ("date", "client_id", "channel", "attended")


def contacts(rows: Iterable[tuple]) -> pd.DataFrame:
    """Rows of (day as `03-15`, person or None, channel, attended); the last two may be left out."""
    full = [(date(2017, int(row[0][:2]), int(row[0][3:])), *row[1:], *("in_person", True)[len(row) - 2 :]) for row in rows]
    return as_read(pd.DataFrame(full, columns=list(COLUMNS)))


def as_read(frame: pd.DataFrame) -> pd.DataFrame:
    """The types that reading a delivery gives."""
    return frame.assign(
        date=pd.to_datetime(frame["date"]),
        client_id=frame["client_id"].astype("str"),
        channel=frame["channel"].astype("str"),
        attended=frame["attended"].astype(bool),
    )


def records_of(frame: pd.DataFrame, last_month: int, first_day: int = 1, last_day: int | None = None) -> Records:
    """A delivery of contacts alone, from January 2017 to the given month."""
    end = date(2017, last_month, last_day or monthrange(2017, last_month)[1])
    facts = DeliveryFacts("Landratsamt", date(2017, 1, first_day), end, date(2017, 12, 31), True, "2017-01")
    absent = {name: "Die Tabelle fehlt." for name in TABLES if name != "consultations"}
    return Records(facts.provenance, facts, {"consultations": frame}, absent, (), (), (), (), {}, {}, {})
