"""The pictures of the routing slip."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "slip_lateness": Picture(
        "slip_shares",
        "Wie pünktlich die Stempel kamen",
        "Stationen mit Frist, Karten mit abgelaufenen Fristen",
        "Waagerechte Balken, ein Balken je Klasse von „bis zur Frist“ bis „ohne Stempel“; die Werte stehen in der Tabelle zum Bild.",
        "Alle Balken zusammen sind alle Stationen mit Frist. Der letzte Balken zeigt Stationen ohne Stempel; ob dort geholfen wurde, "
        "sagt die Karte nicht.",
    ),
}
