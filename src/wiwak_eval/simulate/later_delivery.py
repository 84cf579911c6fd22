"""A later delivery of the simulated county: the tally of the pilot year's months and of some months after."""

import json
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
from pydantic import TypeAdapter

from wiwak_eval.records import TABLES
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.simulate.calendar import FIRST_DAY, MONTHS
from wiwak_eval.simulate.delivery import delivered, delivery_facts
from wiwak_eval.simulate.later import LaterParameters, MonthlyCount, draw_later, later_parameters
from wiwak_eval.simulate.writing import Rows, csv_bytes, german_rows
from wiwak_eval.simulate.year import SimulatedYear

SUFFIX = "-spaeter"
DELIVERED_DAY = 15
"""Day of the month after the last one on which the tally is delivered, as the pilot year was."""

TALLY = TABLES["monthly_totals"]


def write_later(year: SimulatedYear, months: int, folder: Path) -> None:
    """Write the later delivery of a simulated year to a folder, which is made where it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in later_files(year, months).items():
        (folder / name).write_bytes(content)


def later_files(year: SimulatedYear, months: int) -> dict[str, bytes]:
    """File name to content. Raises ValueError for fewer than one and more than twelve later months."""
    first = first_months(used_contacts(year))
    later = draw_later(year.seed, year.truth, seen_clients(year), months)
    frame = pd.DataFrame(
        {
            "month": item.month,
            "dimension": None,
            "category": None,
            "consultations": item.contacts,
            "persons": item.persons,
            "new_persons": item.new_persons,
        }
        for item in (*first, *later)
    )
    last, ready = _end_and_delivery(later[-1].month)
    return {
        "lieferung.yaml": delivery_facts(FIRST_DAY, last, ready).encode(),
        f"{TALLY.german}.csv": csv_bytes(TALLY, german_rows(TALLY, frame)),
        "true_parameters.json": _truth(year, later).encode(),
    }


def used_contacts(year: SimulatedYear) -> pd.DataFrame:
    """Contacts to which someone came, as far as the check lets the rows of the pilot year's delivery pass: `month`, `client_id`.

    The county counts from what it has; a row that it entered wrongly is in no count, a client it entered wrongly is nobody.
    """
    rows, faults = delivered(year)
    spec = TABLES["consultations"]
    own = [fault for fault in faults if fault.table == spec.german]
    rejected = {fault.line for fault in own if fault.action == "rejected"}
    nameless = {fault.line for fault in own if fault.action == "cleared" and fault.column == spec.column("client_id").header}
    names = [column.name for column in spec.columns]
    return _attended(rows["consultations"], names, rejected, nameless)


def _attended(rows: Rows, names: list[str], rejected: set[int], nameless: set[int]) -> pd.DataFrame:
    """Line 1 of the file is the header."""
    place = {name: names.index(name) for name in ("date", "client_id", "attended")}
    used = [(line, row) for line, row in enumerate(rows, start=2) if line not in rejected and row[place["attended"]] == "ja"]
    months = [f"{row[place['date']][6:]}-{row[place['date']][3:5]}" for _, row in used]
    clients = [None if line in nameless or not row[place["client_id"]] else row[place["client_id"]] for line, row in used]
    return pd.DataFrame({"month": months, "client_id": clients}, dtype=object)


def seen_clients(year: SimulatedYear) -> frozenset[str]:
    """Ids of the clients that the used records show at a contact."""
    return frozenset(used_contacts(year)["client_id"].dropna())


def first_months(contacts: pd.DataFrame) -> tuple[MonthlyCount, ...]:
    """The pilot year's months, counted from `used_contacts`; new persons are those seen for the first time since January 2017."""
    known = contacts.dropna(subset="client_id")
    first_seen = known.groupby("client_id")["month"].min()
    return tuple(
        MonthlyCount(
            month,
            int((contacts["month"] == month).sum()),
            int(known.loc[known["month"] == month, "client_id"].nunique()),
            int((first_seen == month).sum()),
        )
        for month in MONTHS
    )


def _end_and_delivery(month: str) -> tuple[date, date]:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1]), date(year + number // 12, number % 12 + 1, DELIVERED_DAY)


def _truth(year: SimulatedYear, later: tuple[MonthlyCount, ...]) -> str:
    parameters: Mapping[str, object] = TypeAdapter(LaterParameters).dump_python(later_parameters(), mode="json")
    content = {
        "mark": SIMULATED_MARK,
        "seed": year.seed,
        "later_months": [item.month for item in later],
        "parameters": parameters,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
