"""The forecast as tables: months, years, and where the uncertainty comes from."""

from collections.abc import Mapping, Sequence

from wiwak_eval.evaluation.trend.recording import Break
from wiwak_eval.forecast.basis import Basis
from wiwak_eval.forecast.flow import SOURCES, Source
from wiwak_eval.forecast.official import Official
from wiwak_eval.forecast.series import LEARNED
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
BEYOND_CHECK = "Wie genau 12 und 24 Monate im Voraus getroffen werden, lässt sich aus einem Pilotjahr nicht prüfen."
RANGES = (("p25", "p75", "50"), ("p10", "p90", "80"), ("p2_5", "p97_5", "95"))
SOURCE_LABELS: Mapping[Source, str] = {
    "inflow": "Zugang neuer Personen",
    "persistence": "Verbleib in Beratung",
    "contact_rate": "Beratungen je Person",
    "counts": "Zufall der einzelnen Monate",
}


def monthly_table(basis: Basis, result: Official, method: str, assumptions: Sequence[str]) -> Table:
    """Observed months, then the bridge to the first budget year, then the forecast."""
    observed = zip(basis.counts.months, basis.counts.contacts, strict=True)
    rows: list[Sequence[Cell]] = [(month, "beobachtet", count, None, *(None for _ in LEARNED[1:])) for month, count in observed]
    for month, planned, quantiles in zip(basis.ahead, result.planned, result.months, strict=True):
        kind = "Prognose" if int(month[:4]) in basis.years else "Brücke"
        rows.append((month, kind, None, planned, *_ranges(quantiles)))
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("kind", "Art", Unit.TEXT),
        Column("observed", "beobachtet", Unit.CONTACTS),
        Column("median", "Planwert", Unit.CONTACTS),
        *_range_columns(),
    )
    notes = [
        f"Planwert: {method}. Der Planwert eines Jahres ist die Mitte der Jahressumme; seine Monate teilen sie unter sich auf.",
        "Einzelne Monate schwanken innerhalb der Bereiche.",
        *(_break_note(gone) for gone in basis.breaks),
    ]
    title = "Beratungen je Monat: beobachtet und Prognose"
    return build_table("forecast_monthly", title, columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def yearly_table(basis: Basis, result: Official, method: str, assumptions: Sequence[str]) -> Table:
    """Contacts of each budget year: planned value and ranges of the yearly total."""
    rows: list[Sequence[Cell]] = [
        (str(year), planned, *_ranges(quantiles))
        for year, planned, quantiles in zip(basis.years, result.planned_years, result.years, strict=True)
    ]
    columns = (Column("year", "Jahr", Unit.TEXT), Column("contacts", "Planwert", Unit.CONTACTS), *_range_columns())
    notes = (
        f"Maßgebliche Prognose: {method}.",
        "Bereiche gelten für die Jahressumme; sie sind nicht die Summe der Monatsbereiche.",
        BEYOND_CHECK,
    )
    return build_table("forecast_yearly", "Beratungen je Haushaltsjahr", columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def sources_table(basis: Basis, shares: Mapping[int, Mapping[Source, float]], assumptions: Sequence[str]) -> Table:
    """Variance of a year's contacts with one source alone uncertain, over that with all."""
    rows: list[Sequence[Cell]] = [
        (source, SOURCE_LABELS[source], *(round(shares[year][source], 6) for year in basis.years)) for source in SOURCES
    ]
    years = (Column(f"y{year}", str(year), Unit.SHARE, 0) for year in basis.years)
    columns = (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Quelle der Unsicherheit", Unit.TEXT), *years)
    notes = (
        "Streuung der Jahressumme im Zugangsmodell, wenn nur diese eine Größe ungewiss wäre, geteilt durch die Streuung mit allen.",
        "Die Anteile müssen nicht 100 % ergeben: Die Größen wirken als Faktoren aufeinander.",
        "Der Zugang ist mindestens so ungewiss, wie veröffentlichte Zugangsprognosen danebenlagen (Annahme „Mindeststreuung des Zugangs“).",
    )
    title = "Woher die Unsicherheit kommt"
    return build_table("forecast_sources", title, columns, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def _break_note(gone: Break) -> str:
    return f"{gone.reason} Monate vor {gone.month} gehen in die Prognose nicht ein."


def _range_columns() -> tuple[Column, ...]:
    return tuple(
        Column(name, f"{percent}-%-Bereich {word}", Unit.CONTACTS)
        for low, high, percent in RANGES
        for name, word in ((low, "von"), (high, "bis"))
    )


def _ranges(quantiles: Sequence[float]) -> list[int]:
    """Innermost range first, as the columns."""
    places = (0.25, 0.75, 0.1, 0.9, 0.025, 0.975)
    return [round(quantiles[LEARNED.index(level)]) for level in places]
