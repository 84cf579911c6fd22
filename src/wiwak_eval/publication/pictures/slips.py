"""The pictures of the routing slip."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.cells import At
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "slip_lateness": Picture(
        "slip_shares",
        "Wie pünktlich die Stempel kamen",
        "Stationen mit Frist, Karten mit abgelaufenen Fristen, {zeitraum}",
        "Waagerechte Balken, ein Balken je Klasse von „bis zur Frist“ bis „ohne Stempel“; die Werte stehen in der Tabelle zum Bild.",
        "Alle Balken zusammen sind alle Stationen mit Frist. Der letzte Balken zeigt Stationen ohne Stempel; ob dort geholfen wurde, "
        "sagt die Karte nicht.",
        (
            "{in_time:prozent} der Stationen sind bis zur Frist gestempelt, {without:prozent} gar nicht",
            "{in_time:prozent} der Stationen sind bis zur Frist gestempelt",
        ),
        ("Bis zur Frist gestempelt: {in_time:prozent}.", "Ohne Stempel: {without:prozent}."),
        {"in_time": At("bis zur Frist", "share"), "without": At("ohne Stempel", "share")},
    ),
}
