"""Which cells of which tables sentences and key figures may use."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.publication.texts import for_years
from wiwak_eval.results import HIDDEN, Cell, Finding, NotAssessable, ReleasedTable, Unit

Released = ReleasedTable | NotAssessable


@dataclass(frozen=True)
class Spec:
    """Where a finding stands. `Y1`, `Y2` in any field mean the two budget years; low, high: columns of the range."""

    id: str
    label: str
    table: str
    row: str
    column: str
    unit: Unit
    decimals: int = 0
    low: str = ""
    high: str = ""
    period: str = "Pilotjahr"


def _by_year(year: str) -> tuple[Spec, ...]:
    funders = {
        "land": "Anteil des Landes",
        "federal": "Anteil des Bundes",
        "esf": "Anteil des ESF",
        "county_cash": "Anteil des Landkreises, bar",
        "county_in_kind": "Anteil des Landkreises, Sachleistung",
        "third": "Anteil Dritter",
        "open": "noch offener Bedarf (Antrag an das Land)",
    }
    return (
        Spec(f"caseload_{year}", f"Beratungen {year}", "forecast_yearly", year, "contacts", Unit.CONTACTS, 0, "p10", "p90", year),
        Spec(f"posts_{year}", f"geplante Stellen {year}", "posts_range", year, "planned", Unit.POSTS, 2, "p10", "p90", year),
        Spec(f"cost_{year}", f"Gesamtkosten {year}", "cost_range", year, "plan", Unit.CENTS, 2, "p10", "p90", year),
        *(
            Spec(f"{key}_{year}", f"{label} {year}", "financing", key, f"y{year}", Unit.CENTS, 2, period=year)
            for key, label in funders.items()
        ),
    )


SPECS = (
    Spec("contacts_pilot", "Beratungen im Pilotjahr", "year", "pilot", "contacts", Unit.CONTACTS),
    Spec("persons_pilot", "Personen im Pilotjahr", "year", "pilot", "persons", Unit.PERSONS),
    Spec("contacts_per_person_pilot", "Beratungen je Person", "year", "pilot", "contacts_per_person", Unit.NUMBER, 1),
    Spec("contacts_per_month_pilot", "Beratungen je Monat", "year", "pilot", "contacts_per_month", Unit.NUMBER, 1),
    Spec("steps_contacts", "Monatswechsel", "trend_tests", "contacts", "steps", Unit.COUNT),
    Spec("rises_contacts", "Anstiege von Monat zu Monat", "trend_tests", "contacts", "rises", Unit.COUNT),
    Spec("p_rising_contacts", "p-Wert des Trendtests", "trend_tests", "contacts", "p_rising", Unit.NUMBER, 4),
    Spec("ratio_contacts", "Faktor von Monat zu Monat", "trend_tests", "contacts", "ratio", Unit.NUMBER, 3, "ratio_low", "ratio_high"),
    Spec("spent_pilot", "Ausgaben im Pilotjahr", "expenditure", "Summe", "total", Unit.CENTS, 2),
    Spec("backtest_skill", "Güte gegen den letzten Wert", "backtest", "level", "skill", Unit.SHARE, 0),
    Spec("backtest_inside", "Rückvergleiche im 80-%-Bereich", "backtest", "level", "inside", Unit.COUNT),
    Spec("backtest_cases", "Rückvergleiche", "backtest", "level", "cases", Unit.COUNT),
    *_by_year("Y1"),
    *_by_year("Y2"),
)


def collect_findings(released: Mapping[str, Released], years: tuple[int, int]) -> dict[str, Finding]:
    """Every finding by its id, in the order of SPECS; one whose table was refused has no value."""
    findings = (_finding(spec, released, years) for spec in SPECS)
    return {finding.id: finding for finding in findings}


def _finding(spec: Spec, released: Mapping[str, Released], years: tuple[int, int]) -> Finding:
    id, label, row, column, period = (for_years(t, years) for t in (spec.id, spec.label, spec.row, spec.column, spec.period))
    table = released[spec.table]
    if isinstance(table, NotAssessable):
        return Finding(id, label, None, None, None, spec.unit, spec.decimals, period, spec.table, row, column, "", ())
    names = {str(cells[0]) for cells in table.rows}
    value, low, high = (_cell(table, row, name, names) for name in (column, spec.low, spec.high))
    return Finding(
        id, label, _number(value), _number(low), _number(high), spec.unit, spec.decimals, period,
        table.id, row, column, table.notebook, table.assumptions, value == HIDDEN,
    )  # fmt: skip


def _cell(table: ReleasedTable, row: str, column: str, rows: set[str]) -> Cell:
    return table.cell(row, column) if column and row in rows else None


def _number(cell: Cell) -> int | float | None:
    return cell if isinstance(cell, int | float) else None
