"""The rates of the counties that delivered, their own and pooled."""

from collections.abc import Sequence

import numpy as np

from wiwak_eval import german
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.per_county import NOTEBOOK, label_columns, range_columns
from wiwak_eval.transfer.pooling import Pooled
from wiwak_eval.transfer.rates import STREAM, CountyRates

TITLE = "Beratungen je erwarteter Person in Kreisen mit Zahlen"
DRAWS = 20_000
ONE_SITE = NotAssessable(
    "nicht auswertbar: Nur ein Landkreis hat Zahlen geliefert; wie weit Raten von Kreis zu Kreis auseinanderliegen, zeigt einer nicht, "
    "diese Streuung ist eine Annahme."
)


def rates_table(rates: CountyRates | NotAssessable, seed: int, read: Sequence[str]) -> Table | NotAssessable:
    """Table `land_rates`. Refused where one county alone delivered, and where what others delivered cannot be used."""
    if isinstance(rates, NotAssessable):
        return rates
    if rates.left_out is not None:
        return rates.left_out
    if len(rates.sites) == 1:
        return ONE_SITE
    fit = rates.fit(DRAWS, np.random.default_rng([seed, STREAM]))
    columns = (
        *label_columns(),
        Column("period", "Zeitraum", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("expected", "erwartete Personen × Jahre", Unit.NUMBER, 0),
        Column("own_rate", "eigene Rate", Unit.NUMBER, 2),
        Column("rate", "verwendete Rate", Unit.NUMBER, 2),
        *range_columns("rate", "verwendete Rate", Unit.NUMBER, 2),
    )
    return build_table("land_rates", TITLE, columns, _rows(rates, fit), NOTEBOOK, _notes(rates, fit), read)


def _rows(rates: CountyRates, fit: Pooled) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for place, site in enumerate(rates.sites):
        county = rates.counties[site.county]
        period = f"{german.day(site.period_from)}–{german.day(site.period_to)}"
        own, used = np.exp(site.log_rate), np.exp(fit.means[place])
        low, high = np.exp(np.quantile(fit.sites[place], (0.1, 0.9)))
        numbers = [round(float(value), 6) for value in (site.exposure, own, used, low, high)]
        rows.append([county.name, county.name, period, site.contacts, *numbers])
    return rows


def _notes(rates: CountyRates, fit: Pooled) -> tuple[str, ...]:
    spread = german.number(fit.spread_mean, 2)
    middle = german.number(float(np.exp(fit.centre_mean)), 2)
    moved = (
        "Die verwendete Rate ist zur Mitte hin gerückt: umso mehr, je weniger Beratungen ein Kreis hat und je ähnlicher die Kreise "
        "einander sind."
        if rates.pooling
        else "Jeder Kreis behält seine eigene Rate (Annahme „transfer_pooling“)."
    )
    return (
        "Rate: Beratungen je rechnerisch erwarteter Person und Jahr.",
        moved,
        f"Mitte der Raten {middle}; Streuung zwischen Kreisen (Standardabweichung, log) {spread}, aus Vorwissen und Zahlen.",
    )
