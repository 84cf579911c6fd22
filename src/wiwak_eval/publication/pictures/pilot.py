"""The pictures of the pilot year."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, When
from wiwak_eval.publication.pictures.cells import Most
from wiwak_eval.publication.pictures.picture import Picture

_RISES = (
    "{rises_contacts:anzahl|kein Anstieg|ein Anstieg|# Anstiege} bei "
    "{steps_contacts:anzahl|keinem Monatswechsel|einem Monatswechsel|# Monatswechseln}"
)

PICTURES: Mapping[str, Picture] = {
    "monthly": Picture(
        "monthly_contacts",
        "Beratungen und Personen je Monat",
        "Anzahl je Monat, {zeitraum}",
        "Balken für die Beratungen und eine Linie für die Personen, Monat für Monat; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Balken ist ein Monat. Die Linie zählt jede Person in einem Monat nur einmal; der Abstand zwischen Balken und Linie zeigt, "
        "wie oft dieselben Menschen im selben Monat wiederkamen.",
        (
            Choice(
                (
                    Option(f"Im Trend steigt die Zahl der Beratungen: {_RISES}", (When("ratio_contacts", "above", 1, "low"),)),
                    Option(f"Im Trend sinkt die Zahl der Beratungen: {_RISES}", (When("ratio_contacts", "below", 1, "high"),)),
                    Option(f"Die Zahl der Beratungen hat keinen belegten Trend: {_RISES}"),
                )
            ),
            "Von Monat zu Monat: {contacts_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen} im Zeitraum der Lieferung",
        ),
        (
            "Insgesamt gab es {contacts_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
            "Beraten {persons_pilot:anzahl|wurde niemand|wurde eine Person|wurden # verschiedene Personen}.",
            "Von Monat zu Monat änderte sich die Zahl der Beratungen im Mittel um den Faktor {ratio_contacts:exakt}.",
        ),
    ),
    "topics": Picture(
        "topics",
        "Worum es in den Beratungen ging",
        "Beratungen je Anliegen, {zeitraum}; mehrere Anliegen je Beratung möglich",
        "Waagerechte Balken, ein Balken je Anliegen, häufigstes zuerst; die Werte stehen in der Tabelle zum Bild.",
        "Je länger der Balken, desto öfter kam das Anliegen vor. Was aus Datenschutzgründen nicht ausgewiesen ist, hat keinen Balken.",
        (
            "Am häufigsten ging es um {top:name}",
            "Am häufigsten von den gezeigten Anliegen: {top_shown:name}",
        ),
        ("Am längsten ist der Balken für {top_shown:name}: {top_shown:anzahl|keine Beratung|eine Beratung|# Beratungen}.",),
        {"top": Most("contacts", "topic", ties=3), "top_shown": Most("contacts", "topic", shown_only=True, ties=3)},
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
        (
            Choice(
                (
                    Option(
                        "Beratungen im Monat: erst {rise_first:ganz}, zuletzt {rise_last:ganz}; größter Beitrag: {most:name}",
                        (When("rise_last", "above", "rise_first", form="ganz"),),
                    ),
                )
            ),
            "Beratungen im Monat: erst {rise_first:ganz}, zuletzt {rise_last:ganz}",
        ),
        (
            "Anfangs waren es im Mittel {rise_first:anzahl|keine Beratung|eine Beratung|# Beratungen} im Monat, zuletzt {rise_last:exakt}.",
            "Die Zahl der wiedergekommenen Personen trägt {rise_returning:exakt} bei, die Zahl der neuen {rise_new:exakt}.",
        ),
        {"most": Most("change", "label", frozenset({"total"}))},
    ),
}
