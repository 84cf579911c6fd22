"""Sentences on the integration chain."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "chain": (
        "Von den Klienten, deren Erstkontakt im Zeitraum der Lieferung liegt, ist für {chain_persons:anzahl|keinen|einen|#} eine "
        "Integrationskette erfasst; das sind {chain_recorded:prozent}.",
        "Bei {chain_cohort:anzahl|keinem|einem|#} von ihnen liegt der Anfang mindestens ein halbes Jahr zurück.",
        "Eine Wohnung hatten nach einem halben Jahr {reached_housing:prozent} derer, die sie brauchten (95-%-Bereich "
        "{reached_housing:spanne}).",
        "Einen Sprachkurs hatten {reached_course:prozent} derer abgeschlossen, die ihn brauchten (95-%-Bereich {reached_course:spanne}).",
        "Die ganze Kette war bei {chain_completed:prozent} abgeschlossen (95-%-Bereich {chain_completed:spanne}).",
        "Eine Station, die nicht eingetragen ist, kann trotzdem erreicht sein.",
    ),
    "chain_order": (
        "Von den erfassten Übergängen zwischen zwei Stationen folgten {chain_order_share:prozent} der vereinbarten Reihenfolge "
        "(95-%-Bereich {chain_order_share:spanne}).",
    ),
    "work": (
        "Nach drei Monaten hatten {work_begun_3:prozent} eine Arbeit oder Ausbildung begonnen (95-%-Bereich {work_begun_3:spanne}), nach "
        "sechs Monaten {work_begun_6:prozent} (95-%-Bereich {work_begun_6:spanne}).",
        "Das sind andere Anteile als in den Bildern: Hier zählt von allen, wer begonnen hat; im Bild der Stationen zählt von denen, die "
        "Arbeit oder Ausbildung brauchten, bei wem die Station erledigt ist, und im Bild der Monate von allen.",
        "Beschäftigung nimmt mit der Zeit im Land auch ohne Beratung zu; was die Kette dazu beiträgt, zeigen diese Zahlen nicht.",
    ),
    "residence": (
        "Ein halbes Jahr nach dem Beginn wohnten noch {chain_stay_share:prozent} im Landkreis (95-%-Bereich {chain_stay_share:spanne}).",
        "Ob die Menschen wegen der Hilfe bleiben, lässt sich ohne Vergleichsgruppe nicht sagen.",
    ),
}
