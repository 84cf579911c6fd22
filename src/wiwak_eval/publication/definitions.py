"""The words a layman needs, as this county counts them: the same counting as docs/methoden.md and the data contract."""

from wiwak_eval.evaluation.day_limits import GAP_DAYS, GRACE_DAYS, WINDOW_DAYS

_NO_BREAK = "\u00a0"

DEFINITIONS: tuple[tuple[str, str], ...] = (
    (
        "Anerkannte Flüchtlinge",
        "Menschen mit Asylberechtigung, Flüchtlingseigenschaft, subsidiärem Schutz, Abschiebungsverbot oder Aufnahme. Ob auch "
        "Familiennachzug und Niederlassung zur Förderung zählen, ist Auslegung.",
    ),
    (
        "Anliegen",
        "Worum es in einer Beratung ging. Eine Beratung mit mehreren Anliegen zählt bei jedem; die Anteile ergeben deshalb zusammen mehr "
        "als das Ganze.",
    ),
    ("Annahme", "Ein Wert, der nicht gemessen ist. Er hat eine Quelle, einen Tag, ab dem er gilt, und einen Stand."),
    ("Anteilfinanzierung", "Das Land zahlt einen festen Anteil der zuwendungsfähigen Ausgaben, höchstens den bewilligten Betrag."),
    ("Auszahlung", "Geld, das der Landkreis ausgibt. Sachleistungen gehören nicht dazu."),
    (
        "Beratung",
        "Ein Kontakt, zu dem jemand erschienen ist, gleich auf welchem Weg. Auch Kontakte ohne Namen zählen. Wer mehrmals kommt, zählt "
        "mehrmals.",
    ),
    (
        "Bereich (95 %)",
        "Gezählt ist alles, keine Stichprobe. Der Bereich sagt nicht, wie genau gezählt wurde, sondern welche Werte der Zufall bei "
        "gleichen Verhältnissen auch hätte ergeben können.",
    ),
    ("Besondere Problemlage", "Eine Lage, die zu einer Person erfasst ist, zum Beispiel Krankheit. Keine Angabe gilt als keine."),
    (
        "Bestand",
        f"Menschen in Beratung: wer im Monat kam oder davor und danach mit höchstens {GAP_DAYS}{_NO_BREAK}Tagen Abstand.",
    ),
    (
        "Doppelfinanzierung",
        "Dieselbe Ausgabe wird von mehr als einem Geldgeber bezahlt. Geprüft sind nur die Bücher des Landkreises.",
    ),
    ("Doppelstruktur", "Eine Aufgabe, die mehrere Stellen haben. Ob sie auch dieselbe Arbeit zweimal tun, ist damit nicht gesagt."),
    (
        "Erstkontakt",
        "Der Tag, an dem jemand nach der Akte zum ersten Mal kam. Integrationskette und Laufkarte zählen nur Klienten, bei denen er im "
        "Zeitraum der Lieferung liegt; wer schon vorher kam, fehlt dort.",
    ),
    (
        "Fallzahl",
        "Beratungen in einem Jahr oder Monat. Der Planwert eines Jahres ist die mittlere Jahressumme: In der Hälfte der gerechneten "
        "Verläufe sind es mehr, in der anderen weniger.",
    ),
    (
        "Integrationskette",
        "Der Weg einer Person durch die Ämter: Aufenthaltstitel, Leistungsbezug, Krankenkasse, Wohnung, Sprachkurs, Schule, Arbeit. "
        "Gezählt ist, wessen Weg im Zeitraum der Lieferung begann.",
    ),
    (
        "Kette, abgeschlossene",
        f"Binnen {WINDOW_DAYS}{_NO_BREAK}Tagen und vor einem Wegzug sind alle Stationen, die jede Kette umfasst, und alle sonst "
        "begonnenen abgeschlossen; was entfällt, zählt als erledigt.",
    ),
    (
        "Koordination",
        "Arbeit für Netzwerk, Integrationskette, Laufkarte und Leitung. Sie ist fest und wächst nicht mit der Zahl der Beratungen.",
    ),
    (
        "Laufkarte",
        "Eine Karte, die eine Person von Amt zu Amt trägt; jedes Amt stempelt. Gezählt sind nur Karten, deren letzte Frist mindestens "
        f"{GRACE_DAYS}{_NO_BREAK}Tage zurückliegt.",
    ),
    ("Lieferung", "Die Daten, die der Landkreis übergeben hat. Was nicht darin steht, kommt im Bericht nicht vor."),
    ("Noch offen", "Kosten, von denen am Stichtag nicht bekannt ist, wer sie zahlt, weil über das Geld des Landes nicht entschieden ist."),
    (
        "Personen",
        "Verschiedene Menschen mit mindestens einer Beratung im Zeitraum. Wer mehrmals kommt, zählt einmal; Beratungen ohne Namen zählen "
        "hier nicht.",
    ),
    (
        "Personen, neue und wiedergekommene",
        "Neu ist, wer in dieser Lieferung zum ersten Mal vorkommt; wer vorher schon kam, gilt beim ersten Mal als neu. Alle anderen "
        "Personen eines Monats sind wiedergekommen.",
    ),
    ("Pilotjahr", "Der Zeitraum, aus dem die Daten stammen. Es gibt keine Zeit davor und keinen Vergleichskreis."),
    (
        "Sachleistung",
        "Etwas, das der Landkreis stellt, statt es zu bezahlen, zum Beispiel Räume. Sie gehört zu den Kosten, deckt aber keinen "
        "Fehlbetrag.",
    ),
    (
        "Spanne",
        "Sagt bei künftigen Jahren, wie weit ein Wert vom Plan abweichen kann: In acht von zehn gerechneten Verläufen liegt er darin, in "
        "zwei von zehn nicht.",
    ),
    (
        "Stelle",
        "Eine Vollzeitstelle; zwei halbe sind eine. Geplant wird in Teilen einer Stelle und nie weniger, als die Öffnungszeiten verlangen; "
        "wie groß ein Teil ist, steht in der Tabelle „Von den Beratungen zu den Stellen“.",
    ),
    ("Stellschraube", "Etwas, das jemand entscheidet und das die Fallzahl bewegt, zum Beispiel ein Gesetz. Sie hat Datum und Quelle."),
    ("Stichtag", "Der Tag, auf dessen Wissen der Bericht beruht. Was später bekannt wurde, ist nicht verwendet."),
    (
        "Szenario",
        "Dieselbe Rechnung mit anderen Stellschrauben: was wäre, wenn. Ein Szenario ist keine Vorhersage und hat keine Wahrscheinlichkeit.",
    ),
    (
        "Vermittlung",
        "Eine Organisation weist jemanden an eine andere weiter. Zwei Organisationen sind verbunden, wenn mindestens eine erfasst ist.",
    ),
    (
        "Zugang",
        "Menschen, die zum ersten Mal kommen. Der Zugang kann sinken, während die Fallzahl noch steigt, weil der Bestand nachwirkt.",
    ),
    (
        "Zuwendungsfähig",
        "Ausgaben, die ein Geldgeber anerkennt. Ohne Bescheid gilt, was die angenommenen Bedingungen anerkennen würden.",
    ),
)
"""Term and meaning, in the order of the alphabet."""
