"""Inflow against stock: who comes new, who is still in counselling, and from whom the latest contacts come."""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval import german
from wiwak_eval.evaluation.trend.person_months import PersonMonths, person_months
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
LONGEST_GAP = 90
"""Days without a contact after which a person counts as gone; the same in the flow model."""

LATEST = 3
"""Months that count as the latest ones."""

NOTES = (
    "Zugang: Personen, die in dieser Lieferung zum ersten Mal kamen. Im ersten Monat ist das jede Person, auch wer schon früher kam.",
    f"In Beratung ist, wer im Monat kam oder davor und danach mit höchstens {LONGEST_GAP} Tagen Abstand. „Höchstens“ zählt dazu, wer "
    "nach dem Ende der Lieferung noch rechtzeitig wiederkommen könnte.",
    "Der Bestand steigt, solange mehr Menschen neu kommen als ausscheiden, auch wenn der Zugang schon sinkt: Deshalb kann die Zahl der "
    "Beratungen hoch bleiben, wenn weniger neue Menschen kommen.",
)


@dataclass(frozen=True)
class InflowStock:
    """Tables `inflow_stock` (a row a month) and `stock_figures` (one row, `latest`)."""

    inflow_stock: Table | NotAssessable
    stock_figures: Table | NotAssessable


def inflow_stock(records: Records) -> InflowStock:
    """Inflow and stock by month, and how much of the latest contacts comes from the stock; county totals only.

    Refused without single contacts, below six complete months, and where no contact names a person.
    """
    found = person_months(records)
    if isinstance(found, NotAssessable):
        return InflowStock(found, found)
    return InflowStock(_monthly(found, records.provenance.period_to), _figures(found))


def active_persons(found: PersonMonths, last_day: date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Persons in counselling in each complete month: those who surely were, and those who may have been.

    Contacts of a person at most `LONGEST_GAP` days apart form one episode; a person is in counselling from an episode's first month to its
    last. At most: an episode that may go on after the last day of the delivery reaches to the last month.
    """
    rows = found.known.sort_values(["client_id", "date"])
    same_person = rows["client_id"].eq(rows["client_id"].shift())
    goes_on = same_person & (rows["date"].diff() <= pd.Timedelta(days=LONGEST_GAP))
    episodes = rows.groupby((~goes_on).cumsum()).agg(first=("month", "min"), last=("month", "max"), end=("date", "max"))
    places = pd.Index(found.months)
    begin = places.searchsorted(episodes["first"].to_numpy())
    end = places.searchsorted(episodes["last"].to_numpy(), side="right")
    open_end = (pd.Timestamp(last_day) - episodes["end"]).dt.days.to_numpy() < LONGEST_GAP
    return _covered(begin, end, len(places)), _covered(begin, np.where(open_end, len(places), end), len(places))


def _covered(begin: NDArray[np.int64], end: NDArray[np.int64], months: int) -> tuple[int, ...]:
    """How many of the half-open spans [begin, end) cover each of the months."""
    steps = np.bincount(begin, minlength=months + 1) - np.bincount(end, minlength=months + 1)
    return tuple(int(count) for count in steps.cumsum()[:months])


def _monthly(found: PersonMonths, last_day: date) -> Table:
    counts = found.counts
    assert counts.persons is not None
    assert counts.new_persons is not None
    seen_before = found.known.loc[found.known["first"] < found.months[0], "client_id"].nunique()
    seen = (total + seen_before for total in accumulate(counts.new_persons))
    returning = (persons - new for persons, new in zip(counts.persons, counts.new_persons, strict=True))
    rows = zip(found.months, counts.new_persons, returning, *active_persons(found, last_day), seen, counts.contacts, strict=True)
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("new_persons", "neue Personen (Zugang)", Unit.PERSONS),
        Column("returning_persons", "wiedergekommene Personen", Unit.PERSONS),
        Column("active_low", "in Beratung, mindestens", Unit.PERSONS),
        Column("active_high", "in Beratung, höchstens", Unit.PERSONS),
        Column("seen", "bisher gesehene Personen", Unit.PERSONS),
        Column("contacts", "Beratungen", Unit.CONTACTS),
    )
    return build_table("inflow_stock", "Zugang und Bestand je Monat", columns, rows, NOTEBOOK, notes=NOTES)


def _figures(found: PersonMonths) -> Table:
    counts = found.counts
    assert counts.new_persons is not None
    latest = found.months[-LATEST:]
    in_latest = found.known[found.known["month"].isin(latest)]
    from_stock, contacts = int((in_latest["first"] < latest[0]).sum()), sum(counts.contacts[-LATEST:])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Zeitraum", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("contacts_from_stock", "davon mit früher gekommenen Personen", Unit.CONTACTS),
        Column("share_from_stock", "Anteil", Unit.SHARE, 0),
        Column("new_persons", "neue Personen", Unit.PERSONS),
        Column("new_persons_before", "neue Personen in den drei Monaten davor", Unit.PERSONS),
        Column("contacts_before", "Beratungen in den drei Monaten davor", Unit.CONTACTS),
    )
    before = slice(-2 * LATEST, -LATEST)
    row = (
        "latest",
        f"{german.month(latest[0])} bis {german.month(latest[-1])}",
        contacts,
        from_stock,
        round(from_stock / contacts, 6) if contacts else None,
        sum(counts.new_persons[-LATEST:]),
        sum(counts.new_persons[before]),
        sum(counts.contacts[before]),
    )
    notes = (
        "Früher gekommen: Personen, die in dieser Lieferung schon vor diesem Zeitraum zum ersten Mal da waren. Beratungen ohne "
        "Personenbezug zählen in der Summe, aber nicht zu den früher Gekommenen.",
    )
    return build_table("stock_figures", "Von wem die letzten Beratungen kommen", columns, [row], NOTEBOOK, notes=notes)
