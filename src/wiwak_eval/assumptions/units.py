"""Units of assumptions and how their values read in German."""

from decimal import Decimal

from wiwak_eval import german

UNITS = {
    "share": "Anteil",
    "factor": "Faktor",
    "count": "Anzahl",
    "seed": "Startwert",
    "EUR/month": "€ je Monat",
    "EUR/year": "€ je Jahr",
    "EUR/post/year": "€ je Stelle und Jahr",
    "EUR/hour": "€ je Stunde",
    "EUR/m2/month": "€ je m² und Monat",
    "EUR/km": "€ je km",
    "m2/post": "m² je Stelle",
    "km": "km",
    "persons": "Personen",
    "minutes": "Minuten",
    "minutes/year": "Minuten je Jahr",
    "minutes/post/year": "Minuten je Stelle und Jahr",
    "hours/week": "Stunden je Woche",
    "weeks/year": "Wochen im Jahr",
    "days": "Tage",
    "day of month": "Tag im Monat",
    "posts": "Stellen",
    "cases/post/year": "Fälle je Stelle und Jahr",
    "months": "Monate",
    "years": "Jahre",
    "month of year": "Monat im Jahr",
    "month": "Monat",
    "pay group": "Entgeltgruppe",
    "grant kind": "Finanzierungsart",
    "pay step": "Entgeltstufe",
    "form": "Form der Beschäftigung",
    "basis": "Bemessung des Arbeitsplatzes",
    "budget code": "Haushaltsstelle oder Gruppierung",
    "answer": "ja, nein oder offen",
    "stages": "Stationen",
    "county": "Landkreis oder kreisfreie Stadt",
    "yes/no": "ja/nein",
    "sd log": "Standardabweichung (log)",
    "sd log/month": "Standardabweichung (log) je Monat",
    "sd log/12 months": "Standardabweichung (log) in 12 Monaten",
}
"""Unit as written in the files, and its German name."""


SINGULAR = {"Stellen": "Stelle", "Jahre": "Jahr", "Monate": "Monat", "Minuten": "Minute", "Personen": "Person", "Tage": "Tag"}


WORDS = {
    ("form", "as_delivered"): "wie geliefert",
    ("form", "own"): "beim Kreis",
    ("form", "forwarded"): "beim Träger, weitergeleitete Zuwendung",
    ("form", "contract"): "Dienstleistung",
    ("basis", "items"): "einzeln",
    ("basis", "flat"): "Pauschale",
    ("basis", "own_step"): "eigene Stufe",
    ("basis", "mean"): "Durchschnitt der Entgeltgruppe",
    ("grant kind", "anteil"): "Anteilfinanzierung",
    ("grant kind", "fehlbedarf"): "Fehlbedarfsfinanzierung",
    ("grant kind", "festbetrag"): "Festbetragsfinanzierung",
    ("grant kind", "pauschale"): "Pauschale",
}
"""What a text that a file may hold as a value means in German, by unit; printed before the text itself, which a county's file uses."""


def unit_text(unit: str, one: bool = False) -> str:
    """German name of a unit, of exactly one of it in the singular; one that is not in the list is shown as written."""
    name = UNITS.get(unit, unit)
    return SINGULAR.get(name, name) if one else name


def value_text(value: Decimal | str | bool, unit: str) -> str:
    """A value as German text: shares as percent, euros with cents, other numbers with the decimals they have."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, str):
        means = WORDS.get((unit, value))
        return german.month(value) if unit == "month" else f"{means} ({value})" if means else value
    if unit == "share":
        return german.percent(value, _decimals(value * 100))
    if unit == "seed":
        return str(value)
    return german.number(value, 2 if unit.startswith("EUR") else 0 if unit == "count" else _decimals(value))


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
