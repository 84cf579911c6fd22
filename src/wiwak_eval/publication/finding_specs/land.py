"""Findings on all counties and towns of the Land: what the model would need there, and who meets its preconditions."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

LAND = "Thüringen"
_BEFORE = "2016 und 2017, je Jahr"
_COUNTED = frozenset({"home_county"})
"""Behind numbers that are counted or read off official lists alone: which county is the pilot."""


def _total(id: str, label: str, column: str, unit: Unit, decimals: int, year: str) -> Spec:
    ends = (f"{column}_p10", f"{column}_p90")
    return Spec(f"land_{id}_{year}", f"{label}, {LAND} {year}", "land_total", year, column, unit, decimals, *ends, year)


def _paid(id: str, label: str, column: str, year: str, ends: tuple[str, str] = ("", "")) -> Spec:
    return Spec(f"land_{id}_{year}", f"{label}, {LAND} {year}", "land_financing", f"land_{year}", column, Unit.CENTS, 2, *ends, year)


def _fixed(id: str, label: str, column: str, unit: Unit, decimals: int, year: str) -> Spec:
    return Spec(f"land_{id}_{year}", f"{label}, {LAND} {year}", "land_fixed", year, column, unit, decimals, period=year)


def _centre(row: str, words: str, year: str) -> tuple[Spec, ...]:
    ends = (f"cost_{year}_p10", f"cost_{year}_p90")
    return (
        Spec(f"{row}_posts_{year}", f"Stellen, {words} {year}", "joint_centre", row, f"posts_{year}", Unit.POSTS, 2, period=year),
        Spec(f"{row}_cost_{year}", f"Kosten, {words} {year}", "joint_centre", row, f"cost_{year}", Unit.CENTS, 2, *ends, year),
    )


def _needs(year: str) -> tuple[Spec, ...]:
    return (
        Spec(
            f"land_persons_{year}",
            f"erwartete neue anerkannte Flüchtlinge, {LAND} {year}",
            "land_refugees",
            "land",
            f"new_{year}",
            Unit.PERSONS,
            0,
            f"new_{year}_p10",
            f"new_{year}_p90",
            year,
        ),
        _total("contacts", "Beratungen", "contacts", Unit.CONTACTS, 0, year),
        _total("posts", "geplante Stellen", "posts", Unit.POSTS, 2, year),
        _total("cost", "Gesamtkosten", "cost", Unit.CENTS, 2, year),
        Spec(
            f"land_cost_mean_{year}",
            f"Gesamtkosten im Mittel aller Verläufe, {LAND} {year}",
            "land_total",
            year,
            "cost_mean",
            Unit.CENTS,
            2,
            period=year,
        ),
        _fixed("coordination", "davon Koordination, Stellen", "coordination", Unit.POSTS, 2, year),
        _fixed("coordination_share", "Anteil der Koordination an den geplanten Stellen", "coordination_share", Unit.SHARE, 0, year),
        _fixed("least", "geplante Stellen ohne eine einzige Beratung", "least", Unit.POSTS, 2, year),
    )


def _money(year: str) -> tuple[Spec, ...]:
    return (
        Spec(
            f"land_programme_{year}",
            f"Landesprogramm, neben {year}",
            "land_total",
            year,
            "programme",
            Unit.CENTS,
            2,
            period=_BEFORE,
            rests_on=frozenset({"land_programme_volume_year"}),
        ),
        Spec(
            f"land_programme_share_{year}",
            f"Gesamtkosten {year} im Verhältnis zum Programm des Landes",
            "land_total",
            year,
            "programme_share",
            Unit.SHARE,
            0,
            "programme_share_p10",
            "programme_share_p90",
            year,
        ),
        _paid("open", "noch offener Bedarf", "open", year, ("cash_p10", "cash_p90")),
        _paid("decided", "vom Land beschieden", "land", year),
        _paid("variant", "Zahlung des Landes (angenommen)", "variant_land", year, ("variant_land_p10", "variant_land_p90")),
        _paid(
            "county_cash",
            "Landkreise und Städte bar (angenommen)",
            "variant_county_cash",
            year,
            ("variant_county_cash_p10", "variant_county_cash_p90"),
        ),
        _paid("in_kind", "Sachleistungen der Landkreise und Städte", "county_in_kind", year),
        Spec(
            f"land_share_{year}",
            f"angenommener Anteil des Landes {year}",
            "land_prices",
            "personnel",
            f"land_{year}",
            Unit.SHARE,
            0,
            period=year,
        ),
        *_centre("apart", "zwei Zentren", year),
        *_centre("joint", "ein gemeinsames Zentrum", year),
        Spec(
            f"joint_saving_{year}",
            f"Kosten, ein gemeinsames Zentrum weniger zwei Zentren {year}",
            "joint_centre",
            "difference",
            f"cost_{year}",
            Unit.CENTS,
            2,
            f"cost_{year}_p10",
            f"cost_{year}_p90",
            year,
        ),
    )


def _met(id: str, label: str, column: str, row: str = "transfer", ends: tuple[str, str] = ("", ""), counted: bool = False) -> Spec:
    rests_on = _COUNTED if counted else None
    return Spec(f"transfer_{id}", label, "transfer", row, column, Unit.COUNT, 0, *ends, LAND, rests_on)


def _limit(id: str, label: str, row: str, unit: Unit, decimals: int, ends: tuple[str, str]) -> Spec:
    rests_on = frozenset({f"precondition_{id}"})
    return Spec(f"limit_{row}", label, "land_limits", row, "as_set", unit, decimals, *ends, LAND, rests_on)


def _rank(measure: str, label: str, official: bool) -> Spec:
    rests_on = _COUNTED if official else None
    words = f"Rang des Pilotkreises nach {label}"
    return Spec(f"rank_{measure}", words, "land_ranks", measure, "rank", Unit.COUNT, period=LAND, rests_on=rests_on)


SPECS = (
    *(spec for year in ("Y1", "Y2") for spec in (*_needs(year), *_money(year))),
    _met("counties", "andere Landkreise und kreisfreie Städte", "counties", counted=True),
    _met("all_counties", "Landkreise und kreisfreie Städte", "counties", "all", counted=True),
    _met("delivered", "davon mit gelieferten Zahlen", "delivered", "all", counted=True),
    _met("persons_met", "davon mit genug erwarteten Anerkannten", "persons_met"),
    _met("distance_met", "davon nah genug", "distance_met"),
    _met("per_1000_met", "davon ähnlich wie der Pilotkreis", "per_1000_met"),
    _met("by_cases", "Gebiete, in denen die Fallzahl die Stellen bestimmt", "by_cases", "all"),
    _met("prepared", "andere mit allen prüfbaren Voraussetzungen", "prepared", ends=("prepared_low", "prepared_high")),
    _met("home_strict", "Pilotkreis mit allen prüfbaren Voraussetzungen bei engen Grenzen", "prepared_low", "home"),
    Spec(
        "transfer_share",
        "Anteil der anderen Landkreise und Städte mit allen prüfbaren Voraussetzungen",
        "transfer",
        "transfer",
        "prepared_share",
        Unit.SHARE,
        0,
        "share_low",
        "share_high",
        LAND,
    ),
    _limit("persons_least", "Erwartete Anerkannte, mindestens", "persons", Unit.PERSONS, 0, ("generous", "strict")),
    _limit("distance_most", "Mittlere Entfernung in km, höchstens", "distance", Unit.NUMBER, 0, ("strict", "generous")),
    _limit("share_factor", "Anerkannte je Einwohner gegen den Pilotkreis, Faktor", "factor", Unit.NUMBER, 2, ("strict", "generous")),
    _rank("area", "Fläche", official=True),
    _rank("inhabitants", "Einwohnern", official=True),
    _rank("persons", "erwarteten Anerkannten", official=False),
    _rank("per_1000", "Anerkannten je 1.000 Einwohner", official=False),
)
