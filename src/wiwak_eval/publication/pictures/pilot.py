"""The pictures of the pilot year."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "monthly": Picture(
        "monthly_contacts",
        "Beratungen und Personen je Monat",
        "Anzahl je Monat im Zeitraum der Lieferung",
        "Balken für die Beratungen und eine Linie für die Personen, Monat für Monat; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Balken ist ein Monat. Die Linie zählt jede Person in einem Monat nur einmal; der Abstand zwischen Balken und Linie zeigt, "
        "wie oft dieselben Menschen im selben Monat wiederkamen.",
    ),
    "topics": Picture(
        "topics",
        "Worum es in den Beratungen ging",
        "Beratungen je Anliegen, mehrere Anliegen je Beratung möglich",
        "Waagerechte Balken, ein Balken je Anliegen, häufigstes zuerst; die Werte stehen in der Tabelle zum Bild.",
        "Je länger der Balken, desto öfter kam das Anliegen vor. Kleine Gruppen sind aus Datenschutzgründen nicht gezeigt.",
    ),
    "growth_parts": Picture(
        "growth_parts",
        "Woraus sich die Veränderung ergibt",
        "Beratungen im Monat, Mittel der ersten und der letzten Monate der Lieferung",
        "Waagerechte Balken von oben nach unten: das Mittel der ersten Monate, danach fünf Beiträge, die aneinander anschließen, zuletzt "
        "das Mittel der letzten Monate; die Werte stehen in der Tabelle zum Bild.",
        "Oben steht, wie viele Beratungen es in den ersten Monaten im Mittel gab, unten, wie viele in den letzten. Dazwischen beginnt "
        "jeder Beitrag dort, wo der vorige endet: Ein Balken mit Plus führt nach rechts, einer mit Minus nach links. Zusammen ergeben "
        "sie ohne Rest die ganze Veränderung.",
    ),
}
