"""Deliveries of the simulated county that differ by one person, one household, or one month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from wiwak_eval.records import SIMULATED_KEY, TABLES, Records, read_delivery
from wiwak_eval.simulate import pilot_parameters, simulate
from wiwak_eval.simulate.calendar import FIRST_DAY, LAST_DAY
from wiwak_eval.simulate.delivery import delivery_facts
from wiwak_eval.simulate.writing import csv_bytes, german_rows

Frames = Mapping[str, pd.DataFrame]
KINDS = ("one person more", "one household more", "one person fewer", "one household fewer", "one month more")
ABOUT_PEOPLE = ("consultations", "clients", "chain_stages", "slip_entries")
KEPT = (*ABOUT_PEOPLE, "posts")
"""Tables that numbers about people are made from; the county's own tally would not know of the person left out."""
BEGINS = {"consultations": "date", "clients": "first_contact", "chain_stages": "started_on", "slip_entries": "issued_on"}
LATER_DATES = {"clients": ("left_on", "recognised_on"), "chain_stages": ("completed_on",), "slip_entries": ("stamped_on", "returned_on")}


@dataclass(frozen=True, eq=False)
class Delivery:
    """Tables and their last day; each is equal to itself alone, so that what was worked out for one can be kept."""

    tables: Frames
    last: date

    def read(self, folder: Path) -> Records:
        """Write the delivery as the county would, without clerical faults, and read it."""
        folder.mkdir(parents=True)
        (folder / "lieferung.yaml").write_text(delivery_facts(FIRST_DAY, self.last, self.last + timedelta(days=15)), encoding="utf-8")
        for name, frame in self.tables.items():
            (folder / f"{TABLES[name].german}.csv").write_bytes(csv_bytes(TABLES[name], german_rows(TABLES[name], frame)))
        return read_delivery(folder, SIMULATED_KEY)


def whole_year(seed: int) -> Delivery:
    """The ten months of a seed."""
    tables = simulate(seed, pilot_parameters()).tables
    return Delivery({name: tables[name] for name in KEPT}, LAST_DAY)


def pair_of(year: Delivery, kind: str, rng: np.random.Generator) -> tuple[Delivery, Delivery]:
    """The first and the second delivery of a kind of pair, of which one is the whole year."""
    if kind == "one month more":
        return until(year, last_day_before(LAST_DAY)), year
    less = without(year, _left_out(year, kind.split()[1], rng))
    return (less, year) if kind.endswith("more") else (year, less)


def without(delivery: Delivery, clients: frozenset[str]) -> Delivery:
    """The delivery without the rows of some clients."""
    tables = {name: frame[~frame["client_id"].isin(clients)] if name in ABOUT_PEOPLE else frame for name, frame in delivery.tables.items()}
    return Delivery(tables, delivery.last)


def until(delivery: Delivery, last: date) -> Delivery:
    """What the county knew on a day: no later rows, and nothing in the rows that came later."""
    known = {name: _known(name, frame, last) for name, frame in delivery.tables.items()}
    strangers = frozenset(delivery.tables["clients"]["client_id"]) - frozenset(known["clients"]["client_id"])
    return without(Delivery(known, last), strangers)


def last_day_before(day: date) -> date:
    """The last day of the month before that of `day`."""
    return day.replace(day=1) - timedelta(days=1)


def _left_out(year: Delivery, what: str, rng: np.random.Generator) -> frozenset[str]:
    """Somebody who was seen, every second time with a rare origin; with the household where asked."""
    clients, contacts = year.tables["clients"], year.tables["consultations"]
    seen = clients[clients["client_id"].isin(contacts.loc[contacts["attended"], "client_id"])]
    if what == "household":
        seen = seen[seen["household_id"].duplicated(keep=False)]
    if rng.random() < 0.5:
        number = seen["origin"].map(seen["origin"].value_counts())
        seen = seen[number <= number.quantile(0.2)]
    one = seen.iloc[int(rng.integers(len(seen)))]
    return frozenset(
        clients.loc[clients["household_id"] == one["household_id"], "client_id"] if what == "household" else [one["client_id"]]
    )


def _known(name: str, frame: pd.DataFrame, last: date) -> pd.DataFrame:
    if name not in BEGINS:
        return frame
    begun = frame[BEGINS[name]].map(lambda day: pd.isna(day) or day <= last)
    known = frame[begun].copy()
    for column in LATER_DATES.get(name, ()):
        known[column] = [None if pd.isna(day) or day > last else day for day in known[column]]
    if name == "chain_stages":
        known.loc[known["completed_on"].isna() & (known["result"] == "done"), "result"] = "ongoing"
    if name == "clients":
        known.loc[known["left_on"].isna(), "left_to"] = None
    return known
