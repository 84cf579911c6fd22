"""Scenarios side by side."""

from collections.abc import Mapping, Sequence

from wiwak_eval.forecast.basis import Basis
from wiwak_eval.forecast.official import Official
from wiwak_eval.forecast.series import LEARNED
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
NOTES = (
    "Alle Szenarien beruhen auf demselben Trend; sie unterscheiden sich nur durch gesetzte Stellschrauben (Tabelle „Stellschrauben der "
    "Politik“).",
    "Szenarien sind Annahmen, keine Wahrscheinlichkeiten.",
)
NONE = NotAssessable("nicht auswertbar: Zum Vergleich ist kein Szenario hinterlegt.")


def lines_table(basis: Basis, scenarios: Mapping[str, Official], assumptions: Sequence[str]) -> Table | NotAssessable:
    """Planned contacts a month under each scenario, named by its German label."""
    if not scenarios:
        return NONE
    rows = list(zip(basis.ahead, *(result.planned for result in scenarios.values()), strict=True))
    columns = [Column("month", "Monat", Unit.MONTH)]
    columns += [Column(f"s{number}", label, Unit.CONTACTS) for number, label in enumerate(scenarios, start=1)]
    title = "Planwerte je Monat nach Szenario"
    return build_table("scenario_lines", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions)


def years_table(basis: Basis, scenarios: Mapping[str, Official], assumptions: Sequence[str]) -> Table | NotAssessable:
    """Planned contacts of both budget years under each scenario, with the range of the total."""
    if not scenarios:
        return NONE
    rows: list[tuple[Cell, ...]] = [(label, *_cells(result)) for label, result in scenarios.items()]
    columns = [Column("label", "Szenario", Unit.TEXT)]
    for year in basis.years:
        columns += [
            Column(f"y{year}", f"{year}", Unit.CONTACTS),
            Column(f"y{year}_p10", f"{year}: 80-%-Bereich von", Unit.CONTACTS),
            Column(f"y{year}_p90", f"{year}: bis", Unit.CONTACTS),
        ]
    title = "Beratungen je Haushaltsjahr nach Szenario"
    return build_table("scenario_years", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions)


def _cells(result: Official) -> list[int]:
    cells: list[int] = []
    for planned, quantiles in zip(result.planned_years, result.years, strict=True):
        cells += [planned, round(quantiles[LEARNED.index(0.1)]), round(quantiles[LEARNED.index(0.9)])]
    return cells
