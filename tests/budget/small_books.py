"""A quarter of made-up books, small enough to add up by hand; the amounts in the tests follow from these lines."""

from collections.abc import Mapping
from pathlib import Path

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.results import NotAssessable

HEADER = "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung;Zuwendungsfähig;Haushaltsstelle;Beleg-Nr\n"
BOOKED = """\
31.01.2017;A;Personal;1.000,00;Land;nein;ja;4070.4140;1
10.02.2017;A;Sachmittel;300,00;Land;nein;ja;4070.6500;2
28.02.2017;A;Personal;1.100,00;Land;nein;ja;4070.4140;3
15.03.2017;E;Zuwendung;2.000,00;Land;nein;nein;4070.1710;4
20.03.2017;A;Veranstaltungen;90,00;Kreis;nein;nein;4070.6510;5
31.03.2017;A;Personal;1.200,01;Land;nein;ja;4070.4140;6
31.03.2017;A;Räume;50,00;Kreis;ja;nein;4070.6790;7
"""
BOOKINGS = HEADER + BOOKED
LINES = """\
Jahr;Haushaltsstelle;E/A;Ansatz;Ergebnis
2017;4070.4140;A;15.000,00;
2017;4070.5620;A;500,00;
2017;4070.6500;A;1.000,00;
2017;4070.6790;A;200,00;
2017;4070.1710;E;12.000,00;
2016;4070.4140;A;9.999,00;9.999,00
"""
GRANT_HEADER = (
    "Finanzierung;Von;Bis;Finanzierungsart;Anteil;Höchstbetrag;Beschieden am;Vorzeitiger Maßnahmebeginn;Zulässige Überschreitung\n"
)
LAND = "Land;01.01.2017;31.12.2017;Anteilfinanzierung;0,80;12.000,00;01.02.2017;nein;0,20\n"
GRANTS = GRANT_HEADER + LAND
POSTS = (
    "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\nS1;S 12;3;1,00;01.05.2016;;Kreis;30.06.2018\n"
    "S2;S 12;2;0,50;01.01.2017;;Kreis;31.12.2017\nS3;S 11b;2;0,50;01.01.2017;;Träger;31.12.2017\n"
)
TARGETS = "Kennzahl;Wert;Jahr\n"
NO_COSTS = NotAssessable("nicht auswertbar: kein Plan in diesen Proben")
QUARTER: Mapping[str, str] = {"buchungen": BOOKINGS, "haushaltsansaetze": LINES, "bescheide": GRANTS, "stellen": POSTS}


def delivered(folder: Path, files: Mapping[str, str], first: str = "01.01.2017", last: str = "31.03.2017") -> Records:
    """A delivery of these files for a period, read; delivered two weeks after its end."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = f"Behörde: Landratsamt\nZeitraum von: {first}\nZeitraum bis: {last}\ngeliefert am: 15.11.{last[-4:]}\nsimuliert: ja\n"
    (folder / "lieferung.yaml").write_text(facts, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_delivery(folder, SIMULATED_KEY, accept_losses=True)


def without(*names: str, **changed: str) -> dict[str, str]:
    """The quarter's files without some of them, or with others in their place."""
    return {name: text for name, text in QUARTER.items() if name not in names} | changed
