"""How much of the range of the Land's costs comes from where: one source drawn alone, all others at their central values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from wiwak_eval.budget.risk.building import NEED
from wiwak_eval.budget.risk.inputs import CASELOAD, Drawn, Floats
from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.land_model import LandModel
from wiwak_eval.transfer.per_county import NOTEBOOK

DRAWS = 4000
"""A share needs fewer draws than a range."""
FORECAST, TRANSFER, WORK, PRICES = "forecast", "transfer", "work", "prices"
LABELS = {
    FORECAST: "Prognose der Beratungen im Pilotkreis (auch: wie viele Flüchtlinge kommen)",
    TRANSFER: "Übertragung auf andere Kreise (ein Standort ist ein Standort)",
    WORK: "Arbeitszeit und Aufwand je Beratung",
    PRICES: "Entgelte und Preise",
}


@dataclass(frozen=True)
class Contacts:
    """Contacts [years, counties, draws] with all uncertain, with the forecast alone and with the transfer alone, and at central values."""

    every: Floats
    forecast: Floats
    transfer: Floats
    central: Floats


def taken_apart(planned: Floats, draws: Floats, home: int) -> Contacts:
    """planned [years, counties], draws [years, counties, draws]; home: the county whose draws are the forecast's paths.

    A draw is the path of the home county, carried over in proportion, times what the transfer adds. No path is taken as less than one
    contact.
    """
    central = np.repeat(planned[:, :, None], draws.shape[2], axis=2)
    path = np.maximum(draws[:, [home]], 1.0) / np.maximum(planned[:, [home], None], 1.0)
    return Contacts(draws, central * path, draws / path, central)


def cost_shares(model: LandModel, drawn: Drawn) -> dict[str, tuple[float, ...]]:
    """By source: variance of the log of the Land's costs of a year with it alone uncertain, over that with all.

    The log, since sources act as factors: a few very high draws would else decide alone. drawn: [years, draws] by id.
    """
    caseload = model.plan.caseload
    count = min(DRAWS, caseload.draws.shape[2])
    some = {id: values[:, :count] for id, values in drawn.items()}
    contacts = taken_apart(np.array(caseload.planned, dtype=float), caseload.draws[:, :, :count], caseload.home)
    central = {id: values for id, values in model.inputs.central(count).items() if id != CASELOAD}
    work = central | {id: values for id, values in some.items() if id in NEED}
    prices = central | {id: values for id, values in some.items() if id not in NEED}
    alone = {
        FORECAST: (contacts.forecast, central),
        TRANSFER: (contacts.transfer, central),
        WORK: (contacts.central, work),
        PRICES: (contacts.central, prices),
    }
    whole = _variance(model, contacts.every, some)
    return {
        source: tuple(part / all_ if all_ else 0.0 for part, all_ in zip(_variance(model, *given), whole, strict=True))
        for source, given in alone.items()
    }


def _variance(model: LandModel, contacts: Floats, drawn: Drawn) -> list[float]:
    cents = model.outcome(contacts, drawn).cents
    return [float(np.var(np.log(np.maximum(year, 1.0)))) for year in cents.sum(axis=1)]


def sources_table(shares: Mapping[str, Sequence[float]], years: Sequence[int], read: Collection[str]) -> Table:
    """Table `land_sources`."""
    rows: list[list[Cell]] = [[source, label, *(round(share, 6) for share in shares[source])] for source, label in LABELS.items()]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Quelle der Unsicherheit", Unit.TEXT),
        *(Column(f"y{year}", str(year), Unit.SHARE) for year in years),
    )
    notes = (
        "Streuung der Kosten im Land (Varianz des Logarithmus), wenn nur diese eine Größe ungewiss wäre, geteilt durch die mit allen.",
        "Die Anteile müssen nicht 100 % ergeben: Stellen kommen in Schritten, und kein Zentrum ist kleiner als seine Mindestbesetzung.",
        "Dass andere Kreise anders arbeiten als der Pilotkreis, steckt in der Übertragung nur, soweit es die Zahl der Beratungen ändert.",
    )
    title = "Woher der Bereich für Thüringen kommt"
    return build_table("land_sources", title, columns, rows, NOTEBOOK, notes, read)
