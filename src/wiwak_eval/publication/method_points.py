"""How it was reckoned, a question each: in short what docs/methoden.md says, and what the method cannot say."""

from wiwak_eval.publication.content import Point

METHODS: tuple[Point, ...] = (
    Point(
        "Wurde richtig gelesen?",
        "Die Zeilen jeder Datei werden zweimal unabhängig gezählt; gelesene Zeilen sind verwendete und nicht verwendete, sonst bricht der "
        "Lauf ab. Eine Zeile mit einem Fehler in einer Pflichtangabe ist nicht verwendet und steht mit ihrem Grund in der Tabelle der "
        "Mängel. Ob die Behörde alles aufgeschrieben hat, kann niemand aus der Datei lesen.",
    ),
    Point(
        "Sind die Zahlen gestiegen?",
        "Der Mann-Kendall-Test zählt, wie viele Paare von Monaten steigen und wie viele fallen, und sagt, wie selten das bei "
        "gleichbleibenden Zahlen vorkäme. Daneben steht der Faktor von Monat zu Monat, auch je Öffnungstag und je Stelle. Warum Zahlen "
        "steigen, sagt der Test nicht: Es gibt keine Zeit davor und keine Vergleichsgruppe.",
    ),
    Point(
        "Kommen mehr neue Menschen, oder bleiben die bisherigen?",
        "Die Veränderung wird ohne Rest zerlegt: neue Personen, wiedergekommene Personen, Beratungen je Person (Kitagawa). Im ersten "
        "Monat gilt jede Person als neu; die Ansammlung ist dadurch überzeichnet. Ein Beitrag nennt keine Ursache.",
    ),
    Point(
        "Wen erreicht das Zentrum?",
        "Verschiedene anerkannte Flüchtlinge mit mindestens einer Beratung, geteilt durch die Anerkannten im Landkreis am letzten Stand. "
        "Gezählt wird ein Jahr gegen einen Tag; der Anteil ist deshalb eher zu hoch. Gemeinden stehen in einem Trichter statt in einer "
        "Rangliste: Auffällig ist nur, was der Zufall kleiner Zahlen kaum ergibt.",
    ),
    Point(
        "Wie weit kommen die Menschen in der Integrationskette?",
        "Für jede Station steht der Anteil, der sie in der Frist abgeschlossen hat. Wegzug, Abbruch und „entfällt“ zählen als andere "
        "Ausgänge (Aalen-Johansen), nicht als Warten. Eine fehlende Zeile ist keine nicht erreichte Station; was ohne Zentrum geschehen "
        "wäre, ist nicht bekannt.",
    ),
    Point(
        "Wird die Laufkarte geführt?",
        "Der Erfüllungsgrad zählt fehlende Stempel und Schritte gegen die Reihenfolge. Er misst die Karte, nicht die Beratung: Ein "
        "fehlender Stempel ist keine fehlende Leistung. Ein spätes Datum sagt nicht, wer gewartet hat.",
    ),
    Point(
        "Arbeiten die Stellen zusammen?",
        "Gezählt werden erfasste Vermittlungen zwischen Organisationen. Ob Verbindungen öfter über Sektoren hinausführen, als der Zufall "
        "es täte, zeigt ein Vergleich mit zufällig verteilten Sektoren. Was niemand aufschrieb, fehlt; ob die Zusammenarbeit gut ist oder "
        "enger wurde, sagen die Zahlen nicht.",
    ),
    Point(
        "Was kostete eine Beratung?",
        "Die gebuchten Ausgaben werden durch die Zahl der Beratungen, der Personen oder der abgeschlossenen Ketten geteilt. Der Bereich "
        "zeigt, wie weit der Wert allein dadurch schwankt, welche Haushalte kommen. Gemeinkosten der Verwaltung stehen nicht in den "
        "Büchern; was die Beratung erspart, wird nicht gerechnet.",
    ),
    Point(
        "Wie entsteht die Prognose der Fallzahl?",
        "Zwei Verfahren sagen dieselbe Reihe voraus: eines aus der Form der Reihe, gelernt an vielen öffentlichen Reihen, eines aus "
        "Zugang, Verbleib und Häufigkeit der Kontakte. Maßgeblich wird ihre Verbindung oder ein einfaches Verfahren, wenn es besser "
        "abschneidet. Ein Trend aus wenigen Monaten wird nicht verlängert. Was Bund und Land entscheiden werden, kennt keines der "
        "Verfahren.",
    ),
    Point(
        "Wie gut ist die Prognose?",
        "Aus dem Pilotjahr wird von jedem Monat aus nur mit dem damals Bekannten vorausgesagt und verglichen. Das prüft wenige Monate "
        "voraus; wie genau ein und zwei Jahre im Voraus getroffen werden, lässt sich aus einem Pilotjahr nicht prüfen. Deshalb steht jede "
        "Prognose im Prognosebuch und wird später an den Zahlen gemessen.",
    ),
    Point(
        "Was sind Szenarien?",
        "Alle Szenarien beruhen auf demselben Trend und ändern datierte Stellschrauben, jede mit Quelle und wer darüber entscheidet. Ihre "
        "Größen sind gesetzt, nicht geschätzt. Eine Wahrscheinlichkeit haben sie nicht.",
    ),
    Point(
        "Wie viele Stellen braucht es?",
        "Beratungen mal Minuten und Nacharbeit, dazu die feste Koordination, geteilt durch die Arbeitszeit einer Stelle; mindestens aber, "
        "was die Öffnungszeiten verlangen, aufgerundet auf den nächsten Schritt. Erfasste Zeit ist kein Nachweis des Bedarfs. Wo die "
        "Lieferung nichts misst, gilt eine Annahme; die Tabelle sagt, wo.",
    ),
    Point(
        "Was kostet es?",
        "Jede Stelle wird Monat für Monat nach der Entgelttabelle gerechnet, mit Beiträgen, Sonderzahlung und Tarifindex, auf den Cent. "
        "Dazu kommen Sachkosten aus Preis und Menge. Künftige Tarifrunden und Preise sind Annahmen. Öffentlich stehen Durchschnitte je "
        "Gruppe, damit niemand liest, was ein einzelner Mensch verdient.",
    ),
    Point(
        "Wer zahlt?",
        "Land, Bund, ESF, Landkreis bar, Sachleistung, Dritte und der offene Betrag ergeben zusammen die Kosten, auf den Cent. Ist am "
        "Stichtag nichts entschieden, so bleibt der Anteil des Landes offen; Varianten zeigen, was eine Entscheidung änderte. Was "
        "zuwendungsfähig ist, entscheidet der Geldgeber.",
    ),
    Point(
        "Wie sicher ist der Haushalt?",
        "Dieselbe Rechnung läuft sehr oft mit anderen Fallzahlen und anderen Werten der Annahmen, die eine Spanne haben. Abgelesen wird, "
        "welcher Betrag in acht von zehn Fällen reicht. Was außerhalb der Spannen liegt, auch ein Umbruch, ist nicht darin.",
    ),
    Point(
        "Ab wann würde es sich rechnen?",
        "Der Schwellenwert sagt, wie vielen Monaten ohne Arbeitslosengeld II die Kosten entsprächen, und wem das Geld gehörte. Er ist "
        "keine Wirkung: Wie viele Menschen ohne das Zentrum Arbeit gefunden hätten, ist nicht bekannt.",
    ),
    Point(
        "Wo endet das laufende Jahr?",
        "Der Ansatz wird in gleiche Zwölftel geteilt, die Ausgaben werden mit dem Mittel der letzten Monate fortgeschrieben. Zwölftel sind "
        "kein Zahlungsplan: Käufe am Jahresanfang werden dadurch zu hoch fortgeschrieben.",
    ),
    Point(
        "Was bräuchten andere Landkreise?",
        "Die erwarteten Anerkannten des Landes werden nach der Quote auf alle Landkreise und Städte verteilt; je Person kommen so viele "
        "Beratungen wie im Pilotkreis. Wie weit andere davon abweichen, ist eine Annahme, solange kein zweiter Ort Zahlen liefert. Stellen "
        "und Kosten folgen denselben Regeln wie im Plan. Ob ein Zentrum dort gelänge, sagt das nicht.",
    ),
    Point(
        "Wie werden Aussagen geprüft?",
        "Jede öffentliche Aussage hat zwei Lesarten mit Schwellen, die feststanden, bevor Daten vorlagen. Das Urteil folgt aus den Zahlen "
        "ohne Ermessen. Ein Urteil gilt nur dem Erfassten; ob die Schwelle gemeint war, sagt es nicht.",
    ),
    Point(
        "Was wird nicht gerechnet?",
        "Trägt die Lieferung ein Verfahren nicht, so steht an seiner Stelle ein Satz, warum. Wirkungen, Ranglisten, Zufriedenheit, "
        "Ersparnisse und Vorhersagen für Einzelne werden deshalb nicht gerechnet.",
    ),
)
