"""Sentences on the routing slip. What explains a number stands with it, so that it is not said where the number is missing."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "slips": (
        "Von {slip_new_clients:anzahl|keinem Klienten|einem Klienten|# Klienten} mit Erstkontakt im Zeitraum "
        "{slip_new_with:anzahl|hat keiner|hat einer|haben #} eine Laufkarte; das sind {slip_share:prozent} (95-%-Bereich "
        "{slip_share:spanne}). Diese Zahlen von Klienten können gerundet sein; die Karten sind genau gezählt.",
        "Bei {slips_closed:anzahl|keiner|einer|#} von {slips:anzahl|keiner Karte|einer Karte|# Karten} liegt die letzte Frist mindestens "
        "vier Wochen zurück; nur solche zählen im Folgenden, die anderen sind noch unterwegs.",
        "Auf diesen Karten sind {slip_stamped_share:prozent} der Stationen gestempelt, die eine Frist haben (95-%-Bereich "
        "{slip_stamped_share:spanne}); alle Stempel tragen {slip_complete_share:prozent} der Karten. Ein fehlender Stempel ist keine "
        "fehlende Leistung: Das Amt kann geholfen haben, ohne zu stempeln, und die Karte kann vergessen worden sein.",
        "Von den Stempeln kamen {slip_late_share:prozent} nach der Frist.",
        "Zurück ins Willkommenscenter kamen {slip_returned_share:prozent} der Karten (95-%-Bereich {slip_returned_share:spanne}).",
    ),
    "slip_conformance": (
        "Der Erfüllungsgrad einer Karte liegt im Mittel bei {slip_conformance:prozent} (95-%-Bereich {slip_conformance:spanne}). Er "
        "misst, wie gut die Karte geführt wurde; ob jemand vollständig beraten wurde, sagt er nicht.",
        "Von den Schritten, die sich prüfen lassen, folgten {slip_order_share:prozent} der Reihenfolge der Karte.",
    ),
}
