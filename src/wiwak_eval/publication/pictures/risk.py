"""The pictures of the budget's uncertainty."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.cells import Most
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "risk_quantiles": Picture(
        "cost_quantiles",
        "Wie weit die Kosten schwanken",
        "Gesamtkosten in Euro, Y1, Y2 und beide Jahre, aus der Simulation",
        "Ein Streifen je Jahr von P10 bis P95 mit dem Plan als Strich; die Werte stehen in der Tabelle zum Bild.",
        "In 10 von 100 gerechneten Fällen liegt der Betrag links vom Streifen, in 5 rechts davon. Bei P80 reichen die Mittel in 80 von "
        "100 Fällen. Der Strich ist der Plan.",
        ("In 80 von 100 Fällen reichen für beide Jahre {cost_p80_both:euro_rund}; geplant sind {cost_both:euro_rund}",),
        (
            "Für beide Jahre zusammen geplant: {cost_both:euro_rund}.",
            "In 80 von 100 Fällen reichen {cost_p80_both:euro_rund}, in 95 von 100 {cost_p95_both:euro_rund}.",
        ),
    ),
    "risk_funders": Picture(
        "funder_quantiles",
        "Was der Landkreis bar trägt",
        "Euro, Y1 und Y2 zusammen, je nach Entscheidung des Landes (angenommen)",
        "Ein Streifen je angenommener Entscheidung des Landes von P10 bis P95 mit dem Plan als Strich; die Werte stehen in der Tabelle.",
        "Der Strich ist der Plan. Was über den bewilligten Plan hinausgeht, trägt der Landkreis allein; deshalb kann der Streifen nach "
        "oben weiter reichen als nach unten.",
        ("Landkreis bar: {county_risk_both:euro_rund} mit Land ab Januar, {county_risk_none_both:euro_rund} ohne Land (angenommen)",),
        (
            "Zahlt das Land seinen angenommenen Anteil ab Januar, so sind es nach Plan {county_risk_both:euro_rund}.",
            "In 80 von 100 Fällen reichen dann {county_risk_p80_both:euro_rund}.",
            "Ohne das Land sind es nach Plan {county_risk_none_both:euro_rund}.",
        ),
    ),
    "tornado": Picture(
        "tornado",
        "Was die Kosten einzeln bewegt",
        "Änderung der Gesamtkosten in Euro, Y1 und Y2 zusammen, eine Größe auf P10 oder P90, alle anderen auf dem Planwert",
        "Ein Balken je Größe vom Wert bei P10 zum Wert bei P90, der längste oben; die Werte stehen in der Tabelle zum Bild.",
        "Null ist der Plan. Je länger der Balken, desto mehr hängt an dieser Größe allein. Die Zahl ist der Unterschied zwischen beiden "
        "Enden.",
        ("Am stärksten bewegt die Kosten: {top:name}",),
        ("Am längsten ist der Balken für {top:name}: Zwischen seinen Enden liegen {top:euro_rund}.",),
        {"top": Most("swing", "label")},
    ),
    "alternatives": Picture(
        "alternatives",
        "Handlungsmöglichkeiten",
        "Euro, Y1 und Y2 zusammen, Land angenommen",
        "Ein Balken je Handlungsmöglichkeit, geteilt in Land, Landkreis bar und Sachleistung; die Werte stehen in der Tabelle zum Bild.",
        "Die Länge des Balkens sind die Kosten beider Jahre. Was das Land zahlt, ist eine Annahme; Sachleistungen kosten kein Geld.",
        ("Fortführung: {cost_both:euro_rund} in beiden Jahren zusammen; wie viel davon das Land trägt, ist angenommen",),
        (
            "Die Fortführung kostet in beiden Jahren zusammen {cost_both:euro_rund}.",
            "Bar vom Landkreis, wenn das Land seinen angenommenen Anteil zahlt: {alternative_county_fortfuehrung:euro_rund} bei "
            "Fortführung, {alternative_county_ausbau:euro_rund} beim Ausbau um eine Stelle, "
            "{alternative_county_vertrag:euro_rund} als Dienstleistung.",
        ),
    ),
}
