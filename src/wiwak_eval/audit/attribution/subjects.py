"""What a figure is called at the beginning of a sentence, with its verb."""

from collections.abc import Mapping

_SUBJECTS: Mapping[str, str] = {
    "contacts_pilot": "Die Zahl der Beratungen im Pilotjahr ist",
    "persons_pilot": "Die Zahl der Personen im Pilotjahr ist",
    "caseload": "Die Zahl der erwarteten Beratungen {year} ist",
    "persons": "Die Zahl der erwarteten Personen {year} ist",
    "posts": "Die Zahl der geplanten Stellen {year} ist",
    "cost": "Die Gesamtkosten {year} sind",
    "land": "Der Anteil des Landes {year} ist",
    "federal": "Der Anteil des Bundes {year} ist",
    "esf": "Der Anteil des ESF {year} ist",
    "county_cash": "Der Anteil des Landkreises in bar {year} ist",
    "county_in_kind": "Die Sachleistung des Landkreises {year} ist",
    "third": "Der Anteil Dritter {year} ist",
    "open": "Der noch offene Bedarf {year} ist",
}


def subject(id: str) -> str:
    """Subject and verb for a headline figure. Raises KeyError for any other."""
    name, _, year = id.rpartition("_")
    return _SUBJECTS[id] if id in _SUBJECTS else _SUBJECTS[name].format(year=year)
