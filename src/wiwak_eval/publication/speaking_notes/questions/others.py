"""Questions on who else does the same, and on other counties."""

from wiwak_eval.publication.speaking_notes.question import Choice, Option, Question, Refusal, Side, Verdict, When
from wiwak_eval.publication.texts.land_conditions import WEAK_TEST
from wiwak_eval.publication.texts.shared import SHARED_TASKS

QUESTIONS = (
    Question(
        "duplicate_structures",
        (Side.DOUBT, Side.BUDGET, Side.LAND),
        "Machen das nicht schon Jobcenter, Migrationsberatung und Integrationsmanager?",
        (
            SHARED_TASKS,
            "Dieselbe Aufgabe heißt nicht doppelte Arbeit: Zielgruppe, Auftrag und Ort können verschieden sein. Sie schließt "
            "doppelte Arbeit aber auch nicht aus.",
            "Von {tasks_statements:anzahl|keiner Angabe|einer Angabe|# Angaben} dazu {tasks_unverified:anzahl|ist keine|ist eine|sind #} "
            "ungeprüft.",
        ),
        Refusal(
            "Wie viel Zeit jede Stelle auf dieselbe Aufgabe verwendet, ist nicht erhoben.",
            "Aufgabenbeschreibungen aller Stellen und eine Abstimmung im Kreis, wer was für wen tut.",
            whole=False,
        ),
        ("structures", "structure_sources"),
    ),
    Question(
        "double_funding",
        (Side.BUDGET, Side.LAND),
        "Wird etwas doppelt finanziert?",
        (
            Choice(
                (
                    Option(
                        "Von {funding_checks_done:anzahl|keiner möglichen Prüfung|einer möglichen Prüfung|# möglichen Prüfungen} der "
                        "Bücher {funding_checks_flagged:anzahl|gibt keine|gibt eine|geben #} einen Hinweis. Ein Hinweis ist kein "
                        "Beweis: Er nennt, wo Bescheide und Belege nebeneinanderzulegen sind.",
                        (When("funding_checks_flagged", "above", 0),),
                    ),
                    Option(
                        "Von {funding_checks_done:anzahl|keiner möglichen Prüfung|einer möglichen Prüfung|# möglichen Prüfungen} der "
                        "Bücher gibt keine einen Hinweis.",
                        (When("funding_checks_done", "above", 0),),
                    ),
                    Option("Die gelieferten Bücher lassen keine der vorgesehenen Prüfungen zu."),
                )
            ),
        ),
        Refusal(
            "Ob andere Stellen dieselbe Arbeit abrechnen, steht nicht in den Büchern des Landkreises.",
            "die Bescheide aller Geldgeber mit ihren Anteilen und die Verwendungsnachweise der anderen Stellen.",
            whole=False,
        ),
        ("double_funding",),
    ),
    Question(
        "transfer",
        (Side.LAND, Side.CONTINUE),
        "Lässt sich das auf andere Landkreise übertragen?",
        (
            Verdict("h"),
            "Die Voraussetzungen, die sich mit öffentlichen Zahlen prüfen lassen, erfüllen je nach Strenge der Grenzen "
            "{transfer_share:bereich} der anderen Landkreise und Städte.",
            WEAK_TEST,
        ),
        Refusal(
            "Ein einzelner Ort zeigt nicht, was anderswo geschähe.",
            "dieselben Zahlen aus mehreren Landkreisen mit und ohne solche Stelle.",
        ),
        ("claims",),
    ),
    Question(
        "whole_land",
        (Side.LAND, Side.CONTINUE),
        "Was würde ein solches Zentrum in jedem Landkreis kosten?",
        (
            "Für alle Landkreise und kreisfreien Städte zusammen sind für Y1 {land_cost_Y1:euro_rund} gerechnet (Spanne "
            "{land_cost_Y1:euro_spanne}) und {land_posts_Y1:stellen} Stellen (Spanne {land_posts_Y1:spanne}).",
            "Wie weit andere Landkreise vom Pilotkreis abweichen, ist nicht bekannt, und wie viele Menschen kommen, auch nicht; deshalb "
            "sind die Spannen weit.",
        ),
        Refusal(
            "Was anderswo schon beraten wird, ist nicht erhoben und nicht abgezogen; gerechnet ist der ganze Bedarf, ohne Aufbau und ohne "
            "Höchstbetrag.",
            "Stellen, Kosten und Fallzahlen der Beratung in jedem Landkreis.",
            whole=False,
        ),
        ("land_total", "land_financing"),
    ),
    Question(
        "other_counties",
        (Side.DOUBT, Side.LAND),
        "Was machen andere Landkreise?",
        (
            "Für jeden Landkreis und jede kreisfreie Stadt Thüringens war eine Stelle für Integrationsmanagement aus Mitteln von ESF "
            "und Land vorgesehen. Was die anderen daraus machten, ist nicht erhoben.",
        ),
        Refusal("Verglichen wurde nicht.", "eine Abfrage bei den anderen Landkreisen: Aufgaben, Stellen, Fallzahlen, Kosten."),
        ("structure_sources",),
    ),
)
