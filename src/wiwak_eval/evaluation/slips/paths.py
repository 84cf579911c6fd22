"""Which ways the cards took: the offices in the order in which they stamped."""

import pandas as pd

from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.people import REST, named
from wiwak_eval.evaluation.slips.shares import shares_of_cards
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY
from wiwak_eval.results import Dimension, NotAssessable, Table

ARROW = " → "
NO_STAMP = "ohne Stempel"


def by_visit(entries: pd.DataFrame) -> pd.DataFrame:
    """The stamped stations of each card in the order of their days, those of one day in the card's order."""
    return entries[entries["stamped_on"].notna()].sort_values(["card", "stamped_on", "position"], kind="stable")


def variants_table(found: Cards) -> Table | NotAssessable:
    """Cards whose time has passed by variant, that is the sequence of offices that stamped; rare ones are pooled at every level."""
    closed, numbers = found.closed, office_numbers(found)
    closed = closed.assign(path=_paths(found, numbers))
    ways = [way for way in named(closed, "path", whole_rest=True) if way != REST]
    if not ways:
        return NotAssessable("nicht auswertbar: Keinen Weg nahmen mindestens 10 Personen; einzelne Wege werden nicht genannt.")
    closed["path"] = closed["path"].where(closed["path"].isin(ways), REST)
    kinds = (*sorted(ways, key=_stations), *((REST,) if (closed["path"] == REST).any() else ()))
    dimension = Dimension("slip_path", "Weg", kinds, rest=REST if REST in kinds else "")
    legend = ", ".join(f"{number} = {office}" for office, number in numbers.items())
    notes = (
        f"{legend}. Die Ziffern folgen dem üblichen Platz des Amts auf der Karte.",
        "Ein Weg sind die Ämter in der Folge ihrer Stempel; fehlt ein Stempel, so fehlt das Amt im Weg.",
        f"Wege, die weniger als zehn Personen oder Haushalte nahmen, stehen zusammen unter „{REST}“.",
        CLOSED_ONLY,
    )
    parts = [(kind, closed[closed["path"] == kind]) for kind in kinds]
    return shares_of_cards("slip_variants", "Welche Wege nahmen die Laufkarten?", dimension, parts, closed, notes)


def office_numbers(found: Cards) -> dict[str, int]:
    """Offices that enough people had on their cards, numbered from 1 by their usual place on a card."""
    entries = found.closed_entries
    place = entries.groupby("office")["position"].mean()
    ordered = sorted(named(entries, "office"), key=lambda office: (round(float(place[office]), 9), office))
    return {office: number for number, office in enumerate(ordered, start=1)}


def _paths(found: Cards, numbers: dict[str, int]) -> list[str]:
    """The way of each closed card in numbers; a card on which an office stamped that is not numbered belongs to the rest."""
    stamps = by_visit(found.closed_entries)
    ways = {
        card: ARROW.join(f"{number:.0f}" for number in part) if part.notna().all() else REST
        for card, part in stamps["office"].map(numbers).groupby(stamps["card"])
    }
    return [ways.get(card, NO_STAMP) for card in found.closed.index]


def _stations(way: str) -> tuple[int, ...]:
    """Ways sort by their stations, not by their size; none at all comes first."""
    return () if way == NO_STAMP else tuple(int(number) for number in way.split(ARROW))
