"""How far cards kept to what they asked for: every stamp there, and in the card's own order."""

import pandas as pd

from wiwak_eval.evaluation.slips.cards import Cards
from wiwak_eval.evaluation.slips.shares import shares_of_cards
from wiwak_eval.evaluation.slips.words import COMPLETE_COUNT, CONFORMANCE, NO_SERVICE
from wiwak_eval.results import Dimension, Table

CLASSES = (
    "alle Stempel, Reihenfolge eingehalten",
    "alle Stempel, Reihenfolge nicht eingehalten",
    "Stempel fehlen, Erfüllungsgrad ab 80 %",
    "Stempel fehlen, Erfüllungsgrad unter 80 %",
)
"""Finer ones would hold too few persons to be told."""
COMPLETE = "alle Stempel"


def conformance(cards: pd.DataFrame) -> "pd.Series[float]":
    """1 − (missing + broken) / (mandatory + pairs), from 0 to 1, for each card with at least one mandatory station.

    Pairs join stamped stations that follow each other on the card; a pair is broken where the later one was stamped on an earlier day.
    Losing the stamp of a mandatory station always lowers it. Own definition: conformance to declared precedence rules in the sense of
    van der Aalst (2016), Process Mining.
    """
    return 1 - (cards["missing"] + cards["broken"]) / (cards["mandatory"] + cards["pairs"])


def conformance_dimension() -> Dimension:
    """The classes, and the two of complete cards together."""
    return Dimension("slip_conformance", "Karte", CLASSES, ((COMPLETE, CLASSES[:2]),))


def conformance_table(found: Cards) -> Table:
    """Cards whose time has passed, by what is there and in order, with 95 % Wilson intervals."""
    closed = found.closed
    complete, orderly, good = closed["missing"] == 0, closed["broken"] == 0, conformance(closed) >= 0.8 - 1e-9
    masks = (complete & orderly, complete & ~orderly, ~complete & good, ~complete & ~good)
    parts = [(label, closed[mask]) for label, mask in zip(CLASSES, masks, strict=True)]
    title = "Wie vollständig und geordnet sind die Laufkarten?"
    notes = (CONFORMANCE, NO_SERVICE, COMPLETE_COUNT)
    return shares_of_cards("slip_conformance", title, conformance_dimension(), parts, closed, notes)
