"""What a delivery holds of what the refused methods need."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from wiwak_eval.evaluation.counts import attended_contacts, complete_months, monthly_counts, months_between
from wiwak_eval.evaluation.people import with_households
from wiwak_eval.records import TABLES, Records
from wiwak_eval.results import NotAssessable

KNOWN_OF_A_CLIENT = ("birth_year", "gender", "origin", "status", "municipality", "situation")


@dataclass(frozen=True)
class Slips:
    """Routing slips: their number and the share of their stations that are stamped, 0–1."""

    number: int
    stamped_share: float


def months_around_start(records: Records) -> tuple[int, int]:
    """Months of the delivery before the first project month, and from it on."""
    months = months_between(records.provenance.period_from, records.provenance.period_to)
    before = sum(month < records.facts.first_project_month for month in months)
    return before, len(months) - before


def series(records: Records) -> tuple[int, ...]:
    """Contacts of the complete months, oldest first; empty where none are known."""
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return ()
    return complete_months(counts, records.provenance.period_from, records.provenance.period_to).contacts


def from_tally(records: Records) -> bool:
    """Whether the series is the county's own tally; counts of single contacts are never added up."""
    return "consultations" not in records.tables and "monthly_totals" in records.tables


def other_counties(records: Records) -> int:
    """Authorities in the delivery besides the one that delivers: the contract knows none."""
    return len({records.provenance.authority}) - 1


def status_parameters(records: Records) -> int:
    """Parameters of a regression on residence titles: those recorded but one, at least one."""
    return max(1, clients(records)["status"].nunique() - 1)


def moves_away(records: Records) -> int:
    """Persons who left the county within the period."""
    found = clients(records)
    origin = records.provenance
    within = found["left_on"].between(pd.Timestamp(origin.period_from), pd.Timestamp(origin.period_to))
    return int((within & ~found["left_to"].eq("county").fillna(False)).sum())


def measured_twice(records: Records) -> int:
    """Persons of whom a stage of the chain is completed before their first contact and another one after it."""
    stages, people = records.table("chain_stages"), records.table("clients")
    if isinstance(stages, NotAssessable) or isinstance(people, NotAssessable):
        return 0
    first = stages["client_id"].map(people.set_index("client_id")["first_contact"])
    before, after = stages["completed_on"] < first, stages["completed_on"] >= first
    return len(set(stages["client_id"][before]) & set(stages["client_id"][after]))


def smallest_status_group(records: Records) -> tuple[int, int]:
    """Persons and households of the smallest residence title among those counselled; none where titles are not known."""
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return 0, 0
    came = with_households(attended_contacts(consultations), records)
    title = came["client_id"].map(clients(records).set_index("client_id")["status"])
    sizes = came.assign(status=title).groupby("status")[["client_id", "household"]].nunique()
    return (int(sizes["client_id"].min()), int(sizes["household"].min())) if len(sizes) else (0, 0)


def municipalities(records: Records) -> tuple[int, int]:
    """Number of municipalities that clients live in, and persons in the smallest of them."""
    sizes = clients(records)["municipality"].value_counts()
    return len(sizes), int(sizes.min()) if len(sizes) else 0


def slips(records: Records) -> Slips:
    """See `Slips`."""
    entries = records.table("slip_entries")
    if isinstance(entries, NotAssessable) or entries.empty:
        return Slips(0, 0.0)
    return Slips(entries["slip_id"].nunique(), float(entries["stamped_on"].notna().mean()))


def dropped(records: Records) -> int:
    """Persons with a stage of the chain that was broken off."""
    stages = records.table("chain_stages")
    return 0 if isinstance(stages, NotAssessable) else int(stages["client_id"][stages["result"] == "dropped"].nunique())


def known_features(records: Records) -> int:
    """Attributes that are recorded of any client, at least one."""
    return max(1, int(clients(records)[list(KNOWN_OF_A_CLIENT)].notna().any().sum()))


def snapshots(records: Records) -> int:
    """Times at which the network was recorded: a delivery holds one period."""
    return 0 if isinstance(records.table("referrals"), NotAssessable) else 1


def caseload_kinds(records: Records) -> Sequence[str]:
    """What can be counted per post here, and what the published benchmark counts."""
    kinds = {"Beratungen": "consultations", "Personen": "clients"}
    return (*(kind for kind, table in kinds.items() if table in records.tables), "Fälle der Migrationsberatung")


def clients(records: Records) -> pd.DataFrame:
    """The clients; an empty table where none were delivered."""
    found = records.table("clients")
    if isinstance(found, NotAssessable):
        names = [column.name for column in TABLES["clients"].columns]
        dates = {"recognised_on", "first_contact", "left_on"}
        return pd.DataFrame({name: pd.Series(dtype="datetime64[us]" if name in dates else "object") for name in names})
    return found
