"""Sentences on posts, costs and who pays."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "posts": ("Daraus folgen {posts_Y1:stellen} Stellen für Y1 und {posts_Y2:stellen} Stellen für Y2.",),
    "costs": (
        "Die Gesamtkosten betragen nach Plan {cost_Y1:euro_rund} für Y1 und {cost_Y2:euro_rund} für Y2.",
        "Schwankt allein die Fallzahl, so liegen sie Y1 bei {cost_Y1:euro_spanne} und Y2 bei {cost_Y2:euro_spanne}.",
    ),
    "financing": (
        "Der Landkreis bringt Räume im Wert von {county_in_kind_Y1:euro_rund} (Y1) und {county_in_kind_Y2:euro_rund} (Y2) ein.",
        "Als Anteil des Landes sind {land_Y1:euro_rund} (Y1) und {land_Y2:euro_rund} (Y2) gerechnet, bar vom Landkreis "
        "{county_cash_Y1:euro_rund} und {county_cash_Y2:euro_rund}.",
        "Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2.",
    ),
}
