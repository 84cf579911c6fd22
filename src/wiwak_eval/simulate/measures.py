"""What the simulated year shows where a public figure exists to hold against it; counted from the tables, never from parameters."""

from itertools import pairwise

import pandas as pd

from wiwak_eval.simulate.calendar import FIRST_DAY, LAST_DAY, MONTHS, month_of
from wiwak_eval.simulate.year import SimulatedYear

WEEKS = ((LAST_DAY - FIRST_DAY).days + 1) / 7
COUNSELLING_ROLES = "Beratung"


def attended(year: SimulatedYear) -> pd.DataFrame:
    """Contacts to which someone came."""
    contacts = year.tables["consultations"]
    return contacts[contacts["attended"]]


def monthly_contacts(year: SimulatedYear) -> tuple[int, ...]:
    """Attended contacts in each of the ten months."""
    counts = attended(year)["date"].map(month_of).value_counts()
    return tuple(int(counts.get(month, 0)) for month in MONTHS)


def rises_every_month(counts: tuple[int, ...]) -> bool:
    """Whether each month had more contacts than the month before."""
    return all(later > earlier for earlier, later in pairwise(counts))


def persons(year: SimulatedYear) -> int:
    """Different clients who came at least once."""
    return int(attended(year)["client_id"].dropna().nunique())


def contacts_per_person(year: SimulatedYear) -> float:
    """Attended contacts with a name, per person, in ten months."""
    return len(attended(year).dropna(subset="client_id")) / persons(year)


def counselling_posts(year: SimulatedYear) -> float:
    """Full-time equivalents of the posts that counsel."""
    posts = year.tables["posts"]
    return float(posts.loc[posts["role"].str.endswith(COUNSELLING_ROLES), "share"].sum())


def contacts_per_post_month(year: SimulatedYear) -> float:
    """Attended contacts per counselling full-time post and month."""
    return len(attended(year)) / counselling_posts(year) / len(MONTHS)


def clients_per_post(year: SimulatedYear) -> float:
    """Clients in ten months per post, all posts counted."""
    return persons(year) / float(year.tables["posts"]["share"].sum())


def cases_per_counselling_post(year: SimulatedYear) -> float:
    """Clients in ten months per counselling full-time post."""
    return persons(year) / counselling_posts(year)


def relatives_per_case(year: SimulatedYear) -> float:
    """Largest number of accompanying persons seen at a client's contacts, averaged over the clients."""
    present = attended(year).dropna(subset="client_id").groupby("client_id")["persons_present"].max()
    return float((present - 1).mean())


def refugees(year: SimulatedYear, month: str) -> int:
    """Refugees in the county at the end of a month, all statuses; the rows by municipality count some of them once more."""
    counts = year.tables["reference_counts"]
    return int(counts.loc[(counts["month"] == month) & counts["status"].notna(), "persons"].sum())


def visits_per_hundred(year: SimulatedYear) -> float:
    """Attended contacts per week and 100 refugees of the county (mean of the months)."""
    stock = sum(refugees(year, month) for month in MONTHS) / len(MONTHS)
    return len(attended(year)) / WEEKS / stock * 100


def one_per_household(year: SimulatedYear) -> pd.DataFrame:
    """The first client of each household: households are what is drawn independently."""
    return year.tables["clients"].drop_duplicates("household_id")


def with_title(year: SimulatedYear) -> pd.DataFrame:
    """Households with one of the four titles that the statistics of decisions count."""
    households = one_per_household(year)
    return households[households["status"] != "family_reunion"]


def share_of_households(households: pd.DataFrame, column: str, code: str) -> float:
    """Share of households with this code."""
    return float((households[column] == code).mean())


def topics_of(year: SimulatedYear) -> pd.DataFrame:
    """One row for each topic of each attended contact."""
    contacts = attended(year)
    return contacts.assign(topic=contacts["topic"].str.split("+")).explode("topic")


def main_topics_on_top(year: SimulatedYear, topics: tuple[str, ...]) -> int:
    """How many of these topics are among the four most frequent."""
    return len(set(topics) & set(topics_of(year)["topic"].value_counts().index[:4]))


def clients_with_topic(year: SimulatedYear, topic: str) -> float:
    """Share of clients who brought this topic at least once."""
    rows = topics_of(year).dropna(subset="client_id")
    return int(rows.loc[rows["topic"] == topic, "client_id"].nunique()) / persons(year)


def personnel_per_post_year(year: SimulatedYear) -> float:
    """Euros of personnel and of the grant to the carrier, per full-time post, ten months taken to twelve; without the annual bonus."""
    bookings = year.tables["bookings"]
    cents = int(bookings.loc[bookings["cost_type"].isin(["personnel", "carrier"]), "amount"].sum())
    return cents / 100 / len(MONTHS) * 12 / float(year.tables["posts"]["share"].sum())


def land_grant(year: SimulatedYear) -> float:
    """Euros received from the Land."""
    bookings = year.tables["bookings"]
    received = (bookings["direction"] == "income") & (bookings["funder"] == "land")
    return int(bookings.loc[received, "amount"].sum()) / 100


def hours_per_day(year: SimulatedYear) -> float:
    """Opening hours on a day, on average."""
    return float(year.tables["opening_days"]["hours"].mean())
