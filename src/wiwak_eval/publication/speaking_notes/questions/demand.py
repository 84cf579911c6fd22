"""Questions on how many came, whether the numbers rose, and who was not reached."""

from wiwak_eval.publication.speaking_notes.question import Choice, FromTable, Option, Question, Refusal, Side, Verdict, When

RISES = (
    "Bei {steps_contacts:anzahl|keinem Monatswechsel|einem Monatswechsel|# Monatswechseln} gab es "
    "{rises_contacts:anzahl|keinen Anstieg|einen Anstieg|# Anstiege}."
)
RISING = Choice(
    (
        Option(
            "Im Trend steigt die Zahl der Beratungen, von Monat zu Monat um den Faktor {ratio_contacts:exakt} (95-%-Bereich "
            "{ratio_contacts:bereich}).",
            (When("ratio_contacts", "above", 1, "low"),),
        ),
        Option(
            "Im Trend sinkt die Zahl der Beratungen, von Monat zu Monat um den Faktor {ratio_contacts:exakt} (95-%-Bereich "
            "{ratio_contacts:bereich}).",
            (When("ratio_contacts", "below", 1, "high"),),
        ),
        Option(
            "Weder ein Anstieg noch ein Rückgang der Beratungen ist belegt: Der Faktor von Monat zu Monat beträgt "
            "{ratio_contacts:exakt} (95-%-Bereich {ratio_contacts:bereich})."
        ),
    )
)
PER_DAY = Choice(
    (
        Option("Je Öffnungstag gerechnet steigt die Zahl der Beratungen.", (When("ratio_per_day", "above", 1, "low"),)),
        Option("Je Öffnungstag gerechnet sinkt die Zahl der Beratungen.", (When("ratio_per_day", "below", 1, "high"),)),
        Option("Je Öffnungstag gerechnet ist keine Richtung belegt."),
    )
)
WHO_CAME_BACK = Choice(
    (
        Option(
            "Zur Veränderung vom Anfang zum Ende trugen Menschen, die wiederkamen, "
            "{rise_returning:anzahl|keine Beratung|eine Beratung|# Beratungen} im Monat bei, "
            "neue Personen {rise_new:exakt}: Eine neue Stelle sammelt Klienten an, auch wenn der Zugang nicht wächst.",
            (When("rise_returning", "above", "rise_new"), When("rise_returning", "above", 0)),
        ),
        Option(
            "Zur Veränderung vom Anfang zum Ende trugen neue Personen "
            "{rise_new:anzahl|keine Beratung|eine Beratung|# Beratungen} im Monat bei, wiedergekommene "
            "{rise_returning:exakt}."
        ),
    )
)
FEW_REACHED = Choice(
    (
        Option(
            "In {claim_places_low:anzahl|keiner|einer|#} von {claim_places_held:anzahl|keiner vergleichbaren Gemeinde|einer vergleichbaren "
            "Gemeinde|# vergleichbaren Gemeinden} ist der Anteil der Erreichten auffällig niedrig, mehr als der Zufall erklärt.",
            (When("claim_places_low", "above", 0),),
        ),
        Option(
            "In keiner von {claim_places_held:anzahl|keiner vergleichbaren Gemeinde|einer vergleichbaren Gemeinde|# vergleichbaren "
            "Gemeinden} ist der Anteil der Erreichten auffällig niedrig.",
            (When("claim_places_held", "above", 0),),
        ),
        Option("Keine Gemeinde hat so viele anerkannte Flüchtlinge, dass sich ihr Anteil vergleichen ließe."),
    )
)

QUESTIONS = (
    Question(
        "risen_or_counted",
        (Side.DOUBT, Side.BUDGET),
        "Sind die Zahlen gestiegen, oder wird nur besser gezählt?",
        (
            "Im Zeitraum der Lieferung gab es {contacts_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
            RISES,
            RISING,
            PER_DAY,
            FromTable("recording_breaks", "In manchen Monaten wurde anders erfasst als davor; sie sind nicht in einem Trend verglichen."),
            WHO_CAME_BACK,
        ),
        Refusal(
            "Ob bei gleicher Arbeit vollständiger aufgeschrieben wurde, zeigen die Daten nicht.",
            "eine schriftliche Zählregel, die seit dem ersten Monat gilt, und eine Gegenzählung einzelner Wochen, etwa aus dem Terminbuch.",
            whole=False,
        ),
        ("trend_tests", "growth_parts"),
    ),
    Question(
        "continuous",
        (Side.CONTINUE, Side.DOUBT),
        "Sind die Beratungszahlen „kontinuierlich“ gestiegen, wie es hieß?",
        (Verdict("i"), RISES),
        tables=("claims",),
    ),
    Question(
        "reach",
        (Side.CONTINUE, Side.LAND),
        "Wie viele anerkannte Flüchtlinge erreicht das Zentrum?",
        (
            "Im Landkreis gab es zuletzt {recognised_residents:anzahl|keinen anerkannten Flüchtling|einen anerkannten Flüchtling|# "
            "anerkannte Flüchtlinge}; beraten {recognised_reached:anzahl|wurde keiner|wurde einer|wurden #}. Das sind "
            "{reached_share:prozent}. Der Anteil ist eher zu hoch: Beratene zählen über den ganzen Zeitraum, die anderen an "
            "einem Tag.",
        ),
        tables=("access_figures", "access_months"),
    ),
    Question(
        "not_reached",
        (Side.DOUBT, Side.LAND),
        "Wer wird nicht erreicht?",
        (
            "Von den anerkannten Flüchtlingen im Landkreis kamen rechnerisch {reached_share:prozent}; über die anderen sagen die "
            "Daten fast nichts.",
            FEW_REACHED,
        ),
        Refusal(
            "Warum jemand nicht kommt, ist unbekannt: Wer nicht kam, steht in keiner Zeile.",
            "eine Befragung über Ausländerbehörde und Jobcenter, auch derer, die das Zentrum nicht kennen.",
            whole=False,
        ),
        ("access_municipality", "access_status"),
    ),
    Question(
        "only_recognised",
        (Side.DOUBT, Side.LAND),
        "Kommen nur anerkannte Flüchtlinge?",
        (
            "{recognised_persons_share:prozent} der Beratenen mit bekanntem Aufenthaltsstatus sind anerkannt; auf sie entfallen "
            "{recognised_contacts_share:prozent} der Beratungen. Das Landesprogramm nennt die Betreuung anerkannter Flüchtlinge als "
            "Zweck; was auf andere entfällt, ist deshalb gesondert gezeigt.",
        ),
        tables=("eligibility",),
    ),
)
