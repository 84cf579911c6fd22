"""Findings on how sure the budget is."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

BOTH = "beide Haushaltsjahre"
PERIODS = {"Y1": "Y1", "Y2": "Y2", "both": BOTH}


def _quantiles(key: str, period: str) -> tuple[Spec, ...]:
    row = f"total_{key}"
    return (
        Spec(f"cost_p50_{key}", f"Gesamtkosten, mittlerer Wert, {period}", "risk_quantiles", row, "p50", Unit.CENTS, 2, period=period),
        Spec(f"cost_p80_{key}", f"Gesamtkosten, 80-%-Wert, {period}", "risk_quantiles", row, "p80", Unit.CENTS, 2, period=period),
        Spec(f"cost_p95_{key}", f"Gesamtkosten, 95-%-Wert, {period}", "risk_quantiles", row, "p95", Unit.CENTS, 2, period=period),
        Spec(
            f"cost_error_{key}", f"Simulationsfehler des 80-%-Werts, {period}", "risk_quantiles", row, "error", Unit.SHARE, 2, period=period
        ),
    )


def _by_year(year: str) -> tuple[Spec, ...]:
    def saves(bearer: str, name: str) -> Spec:
        label = f"Ersparnis des {name} je Person und Monat ohne Arbeitslosengeld II {year}"
        return Spec(f"saves_{bearer}_{year}", label, "break_even", f"{bearer}_{year}", "saves", Unit.CENTS, 2, period=year)

    def together(id: str, label: str, column: str) -> Spec:
        return Spec(f"break_even_{id}_{year}", f"{label} {year}", "break_even", f"together_{year}", column, Unit.COUNT, period=year)

    def threshold(id: str, label: str, row: str, column: str, unit: Unit) -> Spec:
        return Spec(
            f"post_{id}_{year}", f"{label} {year}", "switching", f"{row}_{year}", column, unit, 1 if unit is Unit.SHARE else 0, period=year
        )

    return (
        Spec(f"posts_p80_{year}", f"Stellen, 80-%-Wert, {year}", "posts_range", year, "p80", Unit.POSTS, 2, period=year),
        threshold("up", "Beratungen, ab denen ein Stellenschritt kommt", "up", "contacts", Unit.CONTACTS),
        threshold("up_change", "Abstand zum nächsten Stellenschritt", "up", "change", Unit.SHARE),
        threshold("down", "Beratungen, bei denen ein Stellenschritt entfällt", "down", "contacts", Unit.CONTACTS),
        threshold("down_change", "Abstand zum Wegfall eines Stellenschritts", "down", "change", Unit.SHARE),
        together("months", "Personenmonate ohne Arbeitslosengeld II bis zum Ausgleich", "months"),
        together("persons", "Personen ein Jahr ohne Arbeitslosengeld II bis zum Ausgleich", "persons"),
        saves("federal", "Bundes"),
        saves("land", "Landes"),
        saves("county", "Landkreises"),
    )


def _county(id: str, label: str, row: str, column: str) -> Spec:
    return Spec(f"county_risk_{id}", f"Landkreis bar {label}, {BOTH}", "risk_funders", row, column, Unit.CENTS, 2, period=BOTH)


def _alternative(key: str, name: str) -> tuple[Spec, ...]:
    county = Spec(f"alternative_county_{key}", f"Landkreis bar, {name}", "alternatives", key, "county_cash", Unit.CENTS, 2, period=BOTH)
    costs = (
        Spec(f"alternative_cost_{key}_{year}", f"Kosten {year}, {name}", "alternatives", key, f"y{year}", Unit.CENTS, 2, period=year)
        for year in ("Y1", "Y2")
    )
    return (county, *costs)


SPECS = (
    Spec("cost_both", "Gesamtkosten beider Haushaltsjahre", "risk_quantiles", "total_both", "plan", Unit.CENTS, 2, "p10", "p95", BOTH),
    *(spec for key, period in PERIODS.items() for spec in _quantiles(key, period)),
    *(spec for year in ("Y1", "Y2") for spec in _by_year(year)),
    _county("both", "nach Plan, Land ab Januar", "from_january_both", "plan"),
    _county("p80_both", "80-%-Wert, Land ab Januar", "from_january_both", "p80"),
    _county("p95_both", "95-%-Wert, Land ab Januar", "from_january_both", "p95"),
    _county("none_both", "nach Plan, ohne Land", "none_both", "plan"),
    Spec("share_caseload", "Anteil der Fallzahl an der Streuung der Kosten", "sobol", "caseload", "first", Unit.SHARE, 1, period=BOTH),
    Spec(
        "share_unmeasured",
        "Anteil des nicht Gemessenen an der Streuung der Kosten",
        "sobol",
        "unmeasured",
        "total",
        Unit.SHARE,
        1,
        period=BOTH,
    ),
    *(
        spec
        for key, name in (
            ("fortfuehrung", "Fortführung"),
            ("ausbau", "Ausbau um eine Stelle"),
            ("aufsuchend", "aufsuchend im ganzen Kreis"),
            ("vertrag", "alles als Dienstleistung"),
        )
        for spec in _alternative(key, name)
    ),
)
