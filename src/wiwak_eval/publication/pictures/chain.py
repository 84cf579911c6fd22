"""The pictures of the integration chain."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "chain_funnel": Picture(
        "chain_funnel",
        "Welche Stationen nach einem halben Jahr fertig sind",
        "Anteil der Personen, die die Station brauchen und deren halbes Jahr abgelaufen ist",
        "Waagerechte Balken, einer je Station in der Reihenfolge der Kette, mit einem Strich für den 95-%-Bereich; die Werte stehen in "
        "der Tabelle zum Bild.",
        "Je länger der Balken, desto mehr haben die Station in 180 Tagen abgeschlossen. Der Strich nennt die Anteile, die bei gleichen "
        "Verhältnissen mit der Zählung vereinbar sind.",
    ),
    "chain_incidence": Picture(
        "chain_incidence",
        "Wie schnell Stationen fertig werden",
        "Anteil der Personen, Monat für Monat seit dem Beginn",
        "Je Station eine Treppenlinie mit eigener Strichart und eigenem Zeichen, am Ende benannt, mit senkrechten Strichen für den "
        "95-%-Bereich; die Werte stehen in der Tabelle zum Bild.",
        "Jede Linie beginnt bei null und steigt mit jedem, der die Station abschließt. Wer wegzieht, abbricht oder die Station nicht "
        "braucht, schließt sie nicht mehr ab; deshalb erreicht keine Linie hundert Prozent. Eine Linie endet, wo zu wenige beobachtet "
        "werden.",
    ),
}
