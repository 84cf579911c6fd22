"""The forecast as tables."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation import MonthlyCounts
from wiwak_eval.forecast.backtest import Coverage, MethodScore
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
BEYOND_CHECK = "Wie genau 12 und 24 Monate im Voraus getroffen werden, lässt sich aus einem Pilotjahr nicht prüfen."


def monthly_table(
    counts: MonthlyCounts,
    ahead: Sequence[str],
    years: Sequence[int],
    central: NDArray[np.int64],
    quantiles: NDArray[np.float64],
    assumptions: Sequence[str],
) -> Table:
    """Observed months, then the bridge to the first budget year, then the forecast."""
    rows: list[Sequence[Cell]] = [
        (month, "beobachtet", count, None, None, None, None, None) for month, count in zip(counts.months, counts.contacts, strict=True)
    ]
    for i, month in enumerate(ahead):
        kind = "Prognose" if int(month[:4]) in years else "Brücke"
        low95, low80, high80, high95 = (int(q) for q in quantiles[:, i])
        rows.append((month, kind, None, int(central[i]), low80, high80, low95, high95))
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("kind", "Art", Unit.TEXT),
        Column("observed", "beobachtet", Unit.CONTACTS),
        Column("median", "Planwert", Unit.CONTACTS),
        Column("p10", "80-%-Bereich von", Unit.CONTACTS),
        Column("p90", "80-%-Bereich bis", Unit.CONTACTS),
        Column("p2_5", "95-%-Bereich von", Unit.CONTACTS),
        Column("p97_5", "95-%-Bereich bis", Unit.CONTACTS),
    )
    notes = ("Planwert: Mittel der letzten drei Monate; einzelne Monate schwanken innerhalb der Bereiche.",)
    title = "Beratungen je Monat: beobachtet und Prognose"
    return build_table("forecast_monthly", title, columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def yearly_table(caseload: Caseload, assumptions: Sequence[str]) -> Table:
    """Contacts of each budget year: planned value and ranges of the yearly total."""
    rows = []
    for year, contacts, draws in zip(caseload.years, caseload.contacts, caseload.draws, strict=True):
        low95, low80, high80, high95 = (int(q) for q in np.quantile(draws, [0.025, 0.1, 0.9, 0.975], method="inverted_cdf"))
        rows.append((str(year), contacts, low80, high80, low95, high95))
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("contacts", "Planwert", Unit.CONTACTS),
        Column("p10", "80-%-Bereich von", Unit.CONTACTS),
        Column("p90", "80-%-Bereich bis", Unit.CONTACTS),
        Column("p2_5", "95-%-Bereich von", Unit.CONTACTS),
        Column("p97_5", "95-%-Bereich bis", Unit.CONTACTS),
    )
    notes = ("Bereiche gelten für die Jahressumme; sie sind nicht die Summe der Monatsbereiche.", BEYOND_CHECK)
    return build_table("forecast_yearly", "Beratungen je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def backtest_table(scores: Sequence[MethodScore], coverage: Coverage, assumptions: Sequence[str]) -> Table:
    """Errors of the method and of simple ones; coverage for the method alone, since the others give no range."""
    rows: list[Sequence[Cell]] = []
    for score in scores:
        errors = (score.cases, round(score.mae, 6), round(score.bias, 6), None if score.skill is None else round(score.skill, 6))
        own = (coverage.inside, round(coverage.low, 6), round(coverage.high, 6)) if score.method == "level" else (None, None, None)
        rows.append((score.method, score.label, *errors, *own))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Verfahren", Unit.TEXT),
        Column("cases", "Vergleiche", Unit.COUNT),
        Column("mae", "Fehler, Betrag", Unit.NUMBER, 1),
        Column("bias", "Fehler, mittlerer", Unit.NUMBER, 1),
        Column("skill", "Güte", Unit.SHARE, 0),
        Column("inside", "im 80-%-Bereich", Unit.COUNT),
        Column("inside_low", "Anteil von", Unit.SHARE, 0),
        Column("inside_high", "bis", Unit.SHARE, 0),
    )
    notes = (
        "Aus früheren Monaten des Pilotjahrs 1 bis 3 Monate voraus; Fehler in Beratungen je Monat, Prognose minus tatsächlich.",
        "Ein mittlerer Fehler unter null heißt: Das Verfahren hat in diesem Jahr zu niedrig geschätzt.",
        "Güte über 0 %: besser als der letzte bekannte Wert. Die Vergleiche überlappen sich und sind nicht unabhängig.",
        BEYOND_CHECK,
    )
    title = "Rückvergleich mit einfachen Verfahren"
    return build_table("backtest", title, columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)
