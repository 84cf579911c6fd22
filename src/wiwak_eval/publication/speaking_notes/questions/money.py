"""Questions on costs, savings, and who pays."""

from wiwak_eval.publication.speaking_notes.question import Choice, Option, Question, Refusal, Side, When
from wiwak_eval.publication.texts.shared import NOBODY_ELSE, bearers

CUT_OFF = Choice(
    (
        Option(
            "Rechnerisch {network_isolated_without_hub:anzahl|hätte keine Organisation|hätte eine Organisation|hätten # Organisationen} "
            "dann keine erfasste Verbindung mehr; Vermittlungen, die niemand aufschrieb, fehlen dabei.",
            (When("network_isolated_without_hub", "above", 0),),
        ),
        Option("Rechnerisch behielte jede Organisation auch dann mindestens eine erfasste Verbindung."),
    )
)
PER_POST = Choice(
    (
        Option("Je Vollzeitstelle steigt die Zahl der Beratungen im Trend.", (When("ratio_per_post", "above", 1, "low"),)),
        Option("Je Vollzeitstelle sinkt die Zahl der Beratungen im Trend.", (When("ratio_per_post", "below", 1, "high"),)),
        Option("Je Vollzeitstelle ist bei der Zahl der Beratungen keine Richtung belegt."),
    )
)

QUESTIONS = (
    Question(
        "unit_cost",
        (Side.BUDGET, Side.DOUBT),
        "Was kostet eine Beratung?",
        (
            "Im Pilotjahr kostete eine Beratung {unit_cost_contact:euro} (Bereich {unit_cost_contact:euro_spanne}), eine beratene "
            "Person {unit_cost_person:euro} (Bereich {unit_cost_person:euro_spanne}). Sachleistungen sind darin enthalten, "
            "Gemeinkosten der Verwaltung nicht. Was eine Beratung bewirkt oder erspart, sagen die Kosten nicht.",
        ),
        tables=("unit_costs",),
    ),
    Question(
        "expensive",
        (Side.DOUBT, Side.BUDGET),
        "Warum ist das so teuer, und warum sind es so wenige?",
        (
            "In den Kosten steckt auch die Koordination der Ämter; ohne sie kostete eine Beratung {unit_cost_advice:euro}. Wie viel "
            "Zeit sie nimmt, ist angenommen, solange niemand Zeit aufschreibt.",
            "Auf eine Person kamen im Mittel {contacts_per_person_pilot:anzahl|keine Beratung|eine Beratung|# Beratungen}.",
            PER_POST,
        ),
        Refusal(
            "Ob das viel oder wenig ist, lässt sich ohne Vergleich nicht sagen; andere Stellen zählen anderes.",
            "eine Zeitaufschreibung und die Zahlen einer Stelle mit gleicher Aufgabe, gleich gezählt.",
            whole=False,
        ),
        ("unit_costs", "trend_rates"),
    ),
    Question(
        "who_saves",
        (Side.CONTINUE, Side.BUDGET),
        "Wer spart durch das Zentrum, und wie viel?",
        ("Jede Zahl dazu wäre gesetzt und nicht gemessen, eine hohe wie eine niedrige.",),
        Refusal(
            "Ersparnisse setzen voraus, dass man weiß, was ohne das Zentrum geschehen wäre.",
            "Fälle und Dauer des Leistungsbezugs beim Jobcenter, Arbeitszeit der Ämter je Fall, beides mit einer Vergleichsgruppe.",
        ),
        ("refused_methods",),
    ),
    Question(
        "who_pays",
        (Side.BUDGET, Side.LAND),
        "Wer zahlt Y1?",
        (
            "Nach Plan kostet Y1 {cost_Y1:euro_rund}.",
            bearers("Gerechnet sind "),
            Choice(
                (
                    Option(
                        "Offen sind {open_Y1:euro_rund}: Am Stichtag hat sie niemand zugesagt. Das ist kein Betrag, den das Land "
                        "zahlen wird, und keiner, den der Landkreis zahlen muss.",
                        (When("open_Y1", "above", 0),),
                    ),
                    Option("Damit ist der Plan gedeckt; offen ist nichts."),
                )
            ),
        ),
        tables=("financing", "financing_variants"),
    ),
    Question(
        "ending",
        (Side.CONTINUE, Side.DOUBT, Side.BUDGET),
        "Was geschieht, wenn das Zentrum endet?",
        (
            "Im Haushalt entfielen für Y1 geplante Kosten von {cost_Y1:euro_rund}, außer dem, was Verträge kosten, die weiterlaufen.",
            "Geplant {caseload_Y1:anzahl_rund|ist für Y1 keine Beratung|ist für Y1 eine Beratung|sind für Y1 # Beratungen}.",
            "Dahinter {persons_Y1:anzahl_rund|steht keine Person|steht eine Person|stehen # Personen}.",
            NOBODY_ELSE,
            CUT_OFF,
        ),
        Refusal(
            "Wer die Beratungen übernähme und was das bei anderen kostete, steht in keiner Quelle.",
            "eine Vereinbarung, wer welche Fälle übernimmt, und Zahlen aus der Zeit danach.",
            whole=False,
        ),
        ("structures", "network_hub"),
    ),
)
