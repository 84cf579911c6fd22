"""The routing slips as cards: what each one asked for, what it got, and whether its time has passed."""

from dataclasses import dataclass
from datetime import timedelta

import pandas as pd

from wiwak_eval.evaluation.day_limits import GRACE_DAYS
from wiwak_eval.evaluation.people import with_households
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_CARDS = 10


@dataclass(frozen=True)
class Cards:
    """entries: one row a station with columns card, client_id, household, position, office, due_on, stamped_on; in each card's order.

    cards: one row a card with columns client_id, household, mandatory (stations with a due date), missing (of these without stamp),
    pairs (stamped stations that follow each other), broken (pairs stamped against the order), issued, returned, closed.
    """

    entries: pd.DataFrame
    cards: pd.DataFrame

    @property
    def closed(self) -> pd.DataFrame:
        """The cards whose time has passed."""
        return self.cards[self.cards["closed"]]

    @property
    def closed_entries(self) -> pd.DataFrame:
        """The stations of the cards whose time has passed."""
        return self.entries[self.entries["card"].isin(self.closed.index)]


def read_cards(records: Records) -> Cards | NotAssessable:
    """The cards of a delivery; refused where there are hardly any. A card is a slip number of one person."""
    slips = records.table("slip_entries")
    if isinstance(slips, NotAssessable):
        return slips
    entries = with_households(slips, records)
    entries = entries.assign(card=entries.groupby(["slip_id", "client_id"]).ngroup(), office=_tidy(entries["office"]))
    entries = entries.sort_values(["card", "position"], kind="stable", ignore_index=True)
    if entries["card"].nunique() < FEWEST_CARDS:
        return NotAssessable("nicht auswertbar: Es liegen weniger als 10 Laufkarten vor.")
    return Cards(entries, _cards(entries, pd.Timestamp(records.provenance.period_to)))


def closed_cards(found: Cards) -> Cards | NotAssessable:
    """The same cards, if enough of them have run their time and stamps were written at all."""
    if found.entries["due_on"].isna().all():
        return NotAssessable("nicht auswertbar: Auf den Laufkarten steht keine Frist; wann ein Stempel fehlt, ist nicht zu sagen.")
    if found.entries["stamped_on"].isna().all():
        return NotAssessable("nicht auswertbar: Auf den Laufkarten ist kein Stempel eingetragen.")
    if len(found.closed) < FEWEST_CARDS:
        return NotAssessable("nicht auswertbar: Bei weniger als 10 Laufkarten liegt die letzte Frist mindestens vier Wochen zurück.")
    return found


def _cards(entries: pd.DataFrame, last_day: pd.Timestamp) -> pd.DataFrame:
    stamped = entries[entries["stamped_on"].notna()]
    since = stamped["stamped_on"] - stamped.groupby("card")["stamped_on"].shift()
    asked = entries["due_on"].notna()
    flags = entries.assign(
        mandatory=asked,
        missing=asked & entries["stamped_on"].isna(),
        pairs=since.notna().reindex(entries.index, fill_value=False),
        broken=(since < timedelta(0)).reindex(entries.index, fill_value=False),
    )
    by_card = flags.groupby("card")
    counted = by_card[["mandatory", "missing", "pairs", "broken"]].sum().astype(int)
    dates = by_card.agg(issued=("issued_on", "min"), returned=("returned_on", "max"), last_due=("due_on", "max"))
    closed = dates.pop("last_due") + timedelta(days=GRACE_DAYS) <= last_day
    return pd.concat([by_card[["client_id", "household"]].first(), counted, dates], axis=1).assign(closed=closed)


def _tidy(names: "pd.Series[str]") -> "pd.Series[str]":
    """Offices are free text: blanks and capitals make no other office; of several spellings the first by alphabet stands for all."""
    clean = names.str.split().str.join(" ")
    return clean.groupby(clean.str.casefold()).transform("min")
