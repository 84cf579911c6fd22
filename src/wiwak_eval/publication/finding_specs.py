"""Which cells of which tables are findings."""

from dataclasses import dataclass

from wiwak_eval.results import Unit

LATEST, BEFORE = "letzte drei Monate", "drei Monate davor"


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
        Spec(f"persons_{year}", f"Personen {year}", "forecast_persons", year, "persons", Unit.PERSONS, 0, "p10", "p90", year),
        Spec(
            f"new_persons_{year}",
            f"neue Personen {year}",
            "forecast_persons",
            year,
            "new_persons",
            Unit.PERSONS,
            0,
            "new_p10",
            "new_p90",
            year,
        ),
        Spec(
            f"inflow_share_{year}",
            f"Anteil des Zugangs an der Unsicherheit {year}",
            "forecast_sources",
            "inflow",
            f"y{year}",
            Unit.SHARE,
            period=year,
        ),
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
    Spec("rise_first", "Beratungen je Monat, erste Monate", "growth_parts", "total", "first", Unit.NUMBER, 1),
    Spec("rise_last", "Beratungen je Monat, letzte Monate", "growth_parts", "total", "last", Unit.NUMBER, 1),
    Spec("rise_returning", "Beitrag der wiedergekommenen Personen", "growth_parts", "returning_persons", "change", Unit.NUMBER, 1),
    Spec("rise_new", "Beitrag der neuen Personen", "growth_parts", "new_persons", "change", Unit.NUMBER, 1),
    Spec("latest_contacts", "Beratungen", "stock_figures", "latest", "contacts", Unit.CONTACTS, period=LATEST),
    Spec(
        "latest_stock_share",
        "davon mit früher gekommenen Personen",
        "stock_figures",
        "latest",
        "share_from_stock",
        Unit.SHARE,
        period=LATEST,
    ),
    Spec("latest_new", "neue Personen", "stock_figures", "latest", "new_persons", Unit.PERSONS, period=LATEST),
    Spec("before_contacts", "Beratungen", "stock_figures", "latest", "contacts_before", Unit.CONTACTS, period=BEFORE),
    Spec("before_new", "neue Personen", "stock_figures", "latest", "new_persons_before", Unit.PERSONS, period=BEFORE),
    Spec("backtest_skill", "Güte der eigenen Prognose", "backtest_own", "own", "skill", Unit.SHARE, 0),
    Spec("backtest_inside", "Rückvergleiche im 80-%-Bereich", "backtest_own", "own", "inside", Unit.COUNT),
    Spec("backtest_cases", "Rückvergleiche", "backtest_own", "own", "cases", Unit.COUNT),
    Spec(
        "drift_24",
        "Fehler einer fortgesetzten Veränderung",
        "method_choice",
        "drift",
        "public",
        Unit.NUMBER,
        2,
        period="öffentliche Reihen",
    ),
    *_by_year("Y1"),
    *_by_year("Y2"),
)
