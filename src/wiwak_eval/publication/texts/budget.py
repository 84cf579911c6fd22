"""Sentences on posts, costs and who pays."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "posts": (
        "Daraus folgen {posts_Y1:stellen} Stellen für Y1 und {posts_Y2:stellen} Stellen für Y2.",
        "Sie wären Y1 zu {utilisation_Y1:prozent} und Y2 zu {utilisation_Y2:prozent} ausgelastet.",
    ),
    "costs": (
        "Die Gesamtkosten betragen nach Plan {cost_Y1:euro_rund} für Y1 und {cost_Y2:euro_rund} für Y2.",
        "Schwanken Fallzahl und Annahmen zugleich, so liegen sie in 80 von 100 Fällen Y1 bei {cost_Y1:euro_spanne} und Y2 bei "
        "{cost_Y2:euro_spanne}.",
    ),
    "financing": (
        "Der Landkreis bringt Räume im Wert von {county_in_kind_Y1:euro_rund} (Y1) und {county_in_kind_Y2:euro_rund} (Y2) ein.",
        "Als Anteil des Landes sind {land_Y1:euro_rund} (Y1) und {land_Y2:euro_rund} (Y2) gerechnet, bar vom Landkreis "
        "{county_cash_Y1:euro_rund} und {county_cash_Y2:euro_rund}.",
        "Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.",
    ),
    "late_decision": (
        "Zahlt das Land seinen angenommenen Anteil ab Januar, so sind es Y1 {land_from_january_Y1:euro_rund}, und der Landkreis zahlt "
        "{county_cash_from_january_Y1:euro_rund} bar.",
        "Kommt der Bescheid erst im Lauf des Jahres und durfte vorher nicht begonnen werden, so kommen Y1 nur "
        "{land_decided_late_Y1:euro_rund}; der Landkreis zahlt dann {county_cash_decided_late_Y1:euro_rund} bar.",
        "Ohne das Land sind es {county_cash_none_Y1:euro_rund} (Y1) und {county_cash_none_Y2:euro_rund} (Y2).",
    ),
}
