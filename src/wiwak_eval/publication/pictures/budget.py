"""The pictures of costs and financing."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, When
from wiwak_eval.publication.pictures.cells import Most
from wiwak_eval.publication.pictures.picture import Picture

_SUM = frozenset({"total"})
_OPEN = (When("open_Y1", "above", 0), When("open_Y2", "above", 0))

PICTURES: Mapping[str, Picture] = {
    "costs": Picture(
        "costs_by_item",
        "Kosten nach Posten",
        "Euro, Y1 und Y2, Plan zu mittleren Werten",
        "Balken je Kostenposten für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Posten hat für jedes Haushaltsjahr einen Balken. Der Raum ist eine Sachleistung und fließt nicht als Geld.",
        (
            "Größter Posten Y1: {top:name} mit {top:euro_rund} von {cost_Y1:euro_rund}",
            "Nach Plan kostet das Zentrum Y1 {cost_Y1:euro_rund} und Y2 {cost_Y2:euro_rund}",
        ),
        (
            "Zusammen sind es {cost_Y1:euro_rund} für Y1 und {cost_Y2:euro_rund} für Y2.",
            "Der größte Posten für Y1 ist {top:name} mit {top:euro_rund}.",
            "Für Y2 ist es {top_later:name} mit {top_later:euro_rund}.",
        ),
        {"top": Most("yY1", "label", _SUM), "top_later": Most("yY2", "label", _SUM)},
    ),
    "financing": Picture(
        "financing",
        "Wer was trägt",
        "Euro, Y1 und Y2, Plan zu mittleren Werten",
        "Balken je Geldgeber für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Geldgeber hat für jedes Haushaltsjahr einen Balken. „Noch offen“ ist Bedarf, über den zum Stichtag niemand entschieden hat.",
        (
            Choice(
                (
                    Option("Für Y1 und Y2 ist nach Plan nichts offen", (When("open_Y1", "at_most", 0), When("open_Y2", "at_most", 0))),
                    Option("Noch offen sind {open_Y1:euro_rund} für Y1 und {open_Y2:euro_rund} für Y2", _OPEN),
                    Option("Noch offen sind {open_Y1:euro_rund} für Y1", _OPEN[:1]),
                    Option("Noch offen sind {open_Y2:euro_rund} für Y2"),
                )
            ),
        ),
        (
            "Land: {land_Y1:euro_rund} (Y1) und {land_Y2:euro_rund} (Y2).",
            "Landkreis, bar: {county_cash_Y1:euro_rund} (Y1) und {county_cash_Y2:euro_rund} (Y2).",
            "Landkreis, Sachleistung: {county_in_kind_Y1:euro_rund} (Y1) und {county_in_kind_Y2:euro_rund} (Y2).",
            "Noch offen: {open_Y1:euro_rund} (Y1) und {open_Y2:euro_rund} (Y2).",
        ),
    ),
}
