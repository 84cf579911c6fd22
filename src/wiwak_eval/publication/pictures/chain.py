"""The pictures of the integration chain."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.cells import At
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "chain_funnel": Picture(
        "chain_funnel",
        "Welche Stationen nach einem halben Jahr fertig sind",
        "Anteil der Personen, die die Station brauchen und deren halbes Jahr abgelaufen ist, {zeitraum}",
        "Waagerechte Balken, einer je Station in der Reihenfolge der Kette, mit einem Strich für den 95-%-Bereich; die Werte stehen in "
        "der Tabelle zum Bild.",
        "Je länger der Balken, desto mehr haben die Station in 180 Tagen abgeschlossen. Der Strich nennt die Anteile, die bei gleichen "
        "Verhältnissen mit der Zählung vereinbar sind.",
        (
            "Nach einem halben Jahr hatten {reached_housing:prozent} eine Wohnung und {reached_course:prozent} einen Sprachkurs "
            "abgeschlossen",
            "Nach einem halben Jahr hatten {reached_housing:prozent} derer, die sie brauchten, eine Wohnung",
            "Nach einem halben Jahr hatten {reached_course:prozent} einen Sprachkurs abgeschlossen",
        ),
        (
            "Wohnung: {reached_housing:prozent} (95-%-Bereich {reached_housing:spanne}).",
            "Sprachkurs: {reached_course:prozent} (95-%-Bereich {reached_course:spanne}).",
            "Arbeit und Ausbildung: {reached_work:prozent} (95-%-Bereich {reached_work:spanne}).",
        ),
    ),
    "chain_incidence": Picture(
        "chain_incidence",
        "Wie schnell Stationen fertig werden",
        "Anteil der Personen, Monat für Monat seit dem Beginn, {zeitraum}",
        "Je Station eine Treppenlinie mit eigener Strichart und eigenem Zeichen, am Ende benannt, mit senkrechten Strichen für den "
        "95-%-Bereich; die Werte stehen in der Tabelle zum Bild.",
        "Jede Linie beginnt bei null und steigt mit jedem, der die Station abschließt. Wer wegzieht, abbricht oder die Station nicht "
        "braucht, schließt sie nicht mehr ab; deshalb muss eine Linie hundert Prozent nicht erreichen. Eine Linie endet, wo zu wenige "
        "beobachtet werden.",
        (
            "Von allen hatten nach sechs Monaten {housing:prozent} die Station „Wohnung“ abgeschlossen",
            "Von allen hatten nach drei Monaten {housing_early:prozent} die Station „Wohnung“ abgeschlossen",
        ),
        (
            "Die Station „Wohnung“ hatten nach drei Monaten {housing_early:prozent} von allen abgeschlossen.",
            "Nach sechs Monaten: {housing:prozent}.",
        ),
        {"housing": At("6", "housing"), "housing_early": At("3", "housing")},
    ),
}
