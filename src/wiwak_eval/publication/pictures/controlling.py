"""The picture of the monthly controlling."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "controlling_months": Picture(
        "controlling_months",
        "Auszahlungen gegen den Haushaltsansatz",
        "Euro seit Jahresbeginn, aufsummiert, {zeitraum}",
        "Balken je Monat zeigen, was seit Jahresbeginn ausgezahlt wurde; eine gestrichelte Linie den Ansatz in gleichen Zwölfteln; die "
        "Werte stehen in der Tabelle zum Bild.",
        "Reicht der Balken über die Linie, ist bis dahin mehr ausgezahlt, als gleiche Zwölftel des Ansatzes wären. Das kann an einmaligen "
        "Käufen am Jahresanfang liegen. Monate ohne Balken sind noch nicht geliefert.",
        (
            "Ausgezahlt: {controlling_actual:euro_rund}, {controlling_actual:vergleich_rund|controlling_to_date|mehr als|weniger als|so "
            "viel wie} gleiche Zwölftel; Hochrechnung: {controlling_year_end:vergleich_rund|controlling_planned|mehr als|weniger als|so "
            "viel wie} der Ansatz",
            "Ausgezahlt sind {controlling_actual:euro_rund}, {controlling_actual:vergleich_rund|controlling_to_date|mehr als|weniger "
            "als|so viel wie} gleiche Zwölftel des Ansatzes",
        ),
        (
            "Ausgezahlt sind {controlling_actual:euro}.",
            "Gleiche Zwölftel des Ansatzes ergäben bis dahin {controlling_to_date:euro}.",
        ),
    ),
}
