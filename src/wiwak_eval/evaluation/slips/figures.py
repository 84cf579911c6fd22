"""The routing slips in a few numbers: how many have one, what is stamped, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.evaluation.slips.cards import Cards, closed_cards
from wiwak_eval.evaluation.slips.conformance import COMPLETE, conformance
from wiwak_eval.evaluation.slips.people import CLOSED, RETURNED, STATIONS, WITH_CARD, Place, ratio
from wiwak_eval.evaluation.slips.resampling import household_interval
from wiwak_eval.evaluation.slips.timing import LATE, STAMPED
from wiwak_eval.records import Records
from wiwak_eval.results import GroupRatio, NotAssessable, key_of

ASKED: Place = (STATIONS, ())
CLOSED_CARDS: Place = (CLOSED, ())
STAMPED_STATIONS: Place = (STATIONS, key_of({"slip_timing": STAMPED}))


@dataclass(frozen=True)
class Figure:
    """A share or mean (0–1) of the whole county.

    over, under: what is divided; part, whole: the rows counted in them, None where they are not printed; behind: rows of the people that
    the figure is about; wilson: whether its interval is Wilson's, else it is drawn by household;
    left_out: people that the part leaves out of a whole told in another measure, see `people.beside`.
    """

    name: str
    over: Place
    under: Place
    part: pd.DataFrame | None
    whole: pd.DataFrame | None
    behind: pd.DataFrame
    share: float | None
    interval: tuple[float, float] | None
    wilson: bool = False
    left_out: tuple[pd.DataFrame, ...] = ()

    def ratios(self, row: int, share: str, low: str, high: str) -> tuple[GroupRatio, ...]:
        """Whom share and interval are about. The limits of a drawn interval are ratios too, so that they are printed as coarsely."""
        if self.share is None:
            return ()
        if self.wilson:
            return (ratio(row, share, self.over, self.under, self.behind, low, high),)
        ends = {low: f"slip_{self.name}_low", high: f"slip_{self.name}_high"} if self.interval else {}
        drawn = (ratio(row, column, (measure, ()), self.under, self.behind) for column, measure in ends.items())
        return (ratio(row, share, self.over, self.under, self.behind), *drawn)


@dataclass(frozen=True)
class CardFigures:
    """cards: all of them, with `closed`; figures: shares in a fixed order, those that the data carry."""

    cards: pd.DataFrame
    figures: tuple[Figure, ...]


def card_figures(records: Records, found: Cards) -> CardFigures:
    """All figures; those that the delivery does not carry are left out."""
    figures: list[Figure] = [*_new_with_slip(records, found)]
    usable = closed_cards(found)
    if not isinstance(usable, NotAssessable):
        figures += [*_stamps(usable), *_whole_cards(usable)]
    return CardFigures(found.cards, tuple(figures))


def _new_with_slip(records: Records, found: Cards) -> Sequence[Figure]:
    """Clients whose first contact lies in the period, and those of them with a card."""
    clients = records.table("clients")
    if isinstance(clients, NotAssessable):
        return ()
    first, last = (pd.Timestamp(day) for day in (records.provenance.period_from, records.provenance.period_to))
    new = clients[clients["first_contact"].between(first, last)]
    if new.empty:
        return ()
    new = new.assign(household=new["household_id"].fillna(new["client_id"]))
    having = new[new["client_id"].isin(found.cards["client_id"])]
    over: Place = ("slip_new_with", key_of({"slip_given": WITH_CARD}))
    share = _share("slip", over, ("slip_new_clients", ()), having, new)
    return (replace(share, left_out=(new[~new["client_id"].isin(having["client_id"])],)),)


def _stamps(found: Cards) -> Sequence[Figure]:
    """Shares of stations and of steps: several on a card, so their intervals are drawn by household.

    Steps are not counted in print: their number, less than the stamps by one a card, would tell these exactly.
    """
    asked = found.closed_entries[found.closed_entries["due_on"].notna()]
    stamped = asked[asked["stamped_on"].notna()]
    late = stamped[stamped["stamped_on"] > stamped["due_on"]]
    steps = found.closed.loc[found.closed.index.repeat(found.closed["pairs"])].reset_index(names="card")
    kept = steps[steps.groupby("card").cumcount() >= steps["broken"]]
    late_stations: Place = (STATIONS, key_of({"slip_timing": LATE}))
    return (
        _drawn("stamped", STAMPED_STATIONS, ASKED, stamped, asked),
        _drawn("late", late_stations, STAMPED_STATIONS, late, stamped),
        _drawn("order", ("slip_in_order", ()), ("slip_pairs", ()), kept, steps, counted=False),
    )


def _whole_cards(found: Cards) -> Sequence[Figure]:
    """Shares of cards, and their mean conformance."""
    closed = found.closed
    complete: Place = (CLOSED, key_of({"slip_conformance": COMPLETE}))
    returned: Place = (CLOSED, key_of({"slip_return": RETURNED}))
    values = conformance(closed)
    interval = household_interval(closed["household"], values, pd.Series(1.0, closed.index))
    mean = None if interval is None else float(values.mean())
    figures = [
        _share("complete", complete, CLOSED_CARDS, closed[closed["missing"] == 0], closed),
        Figure("conformance", ("slip_conformance_sum", ()), CLOSED_CARDS, None, closed, closed, mean, interval),
    ]
    if found.cards["returned"].notna().any():
        figures.append(_share("returned", returned, CLOSED_CARDS, closed[closed["returned"].notna()], closed))
    return figures


def _share(name: str, over: Place, under: Place, part: pd.DataFrame, whole: pd.DataFrame) -> Figure:
    share = len(part) / len(whole)
    return Figure(name, over, under, part, whole, whole, share, wilson(share, whole["client_id"].nunique()), wilson=True)


def _drawn(name: str, over: Place, under: Place, part: pd.DataFrame, whole: pd.DataFrame, counted: bool = True) -> Figure:
    rows = (part, whole) if counted else (None, None)
    inside = pd.Series(whole.index.isin(part.index).astype(float), whole.index)
    interval = household_interval(whole["household"], inside, pd.Series(1.0, whole.index))
    return Figure(name, over, under, rows[0], rows[1], whole, len(part) / len(whole) if len(whole) else None, interval)
