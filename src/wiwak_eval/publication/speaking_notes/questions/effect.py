"""Questions on what the centre brings about, and on its instruments."""

from wiwak_eval.publication.speaking_notes.question import EVERYONE, Choice, Option, Question, Refusal, Side, Verdict, When

ACROSS_SECTORS = Choice(
    (
        Option(
            "{network_cross_share:prozent} der Verbindungen führen in einen anderen Sektor; das ist mehr, als der Zufall erwarten "
            "ließe ({network_chance_low:prozent} bis {network_chance_high:prozent}).",
            (When("network_cross_share", "above", "network_chance_high"),),
        ),
        Option(
            "{network_cross_share:prozent} der Verbindungen führen in einen anderen Sektor; das ist weniger, als der Zufall erwarten "
            "ließe ({network_chance_low:prozent} bis {network_chance_high:prozent}).",
            (When("network_cross_share", "below", "network_chance_low"),),
        ),
        Option(
            "{network_cross_share:prozent} der Verbindungen führen in einen anderen Sektor; so viele wären auch bei Zufall zu "
            "erwarten ({network_chance_low:prozent} bis {network_chance_high:prozent})."
        ),
    )
)
WITHOUT_CENTRE = Choice(
    (
        Option(
            "Ohne das Zentrum und seine Vermittlungen wären alle {network_pairs_possible:exakt} Sektorpaare noch unmittelbar verbunden.",
            (When("network_pairs_tied", "at_least", "network_pairs_possible"), When("network_pairs_possible", "above", 1)),
        ),
        Option(
            "Ohne das Zentrum und seine Vermittlungen {network_pairs_tied:anzahl|wäre keines|wäre eines|wären noch #} von "
            "{network_pairs_possible:anzahl|keinem Sektorpaar|einem Sektorpaar|# Sektorpaaren} unmittelbar verbunden."
        ),
    )
)

QUESTIONS = (
    Question(
        "effect",
        EVERYONE,
        "Wirkt das Zentrum?",
        (
            "Die Daten zeigen, was getan und in Anspruch genommen wurde, nicht, was ohne das Zentrum geschehen wäre. Sie belegen "
            "deshalb weder eine Wirkung noch, dass es keine gibt.",
        ),
        Refusal(
            "Es gibt keine Vergleichsgruppe und keine Zahlen aus der Zeit davor.",
            "Monatswerte von Jobcenter und Ausländerbehörde für diesen und andere Landkreise, beginnend zwölf Monate vor dem Start.",
        ),
        ("refused_methods", "logic_links"),
    ),
    Question(
        "slip",
        (Side.CONTINUE, Side.DOUBT),
        "Was bringt die Laufkarte?",
        (
            "Von {slip_new_clients:anzahl|keinem neuen Klienten|einem neuen Klienten|# neuen Klienten} {slip_new_with:anzahl|hat "
            "keiner|hat einer|haben #} eine Karte.",
            "Gestempelt sind {slip_stamped_share:prozent} der Stationen auf Karten, deren Fristen abgelaufen sind; ein fehlender "
            "Stempel heißt nicht, dass die Beratung fehlte.",
            "Zurück kamen {slip_returned_share:prozent} der Karten.",
            Verdict("g"),
        ),
        Refusal(
            "Ob Menschen mit Karte besser beraten sind als ohne, zeigen die Daten nicht.",
            "dieselben Angaben für Menschen, die nach einer festen Regel keine Karte bekamen.",
            whole=False,
        ),
        ("slip_figures",),
    ),
    Question(
        "cooperation",
        (Side.CONTINUE, Side.DOUBT),
        "Arbeiten Ämter, Ehrenamt und Betriebe wirklich eng zusammen?",
        (ACROSS_SECTORS, WITHOUT_CENTRE, Verdict("k")),
        Refusal(
            "Wie gut zusammengearbeitet wird und ob es besser wurde, zeigt eine Momentaufnahme nicht.",
            "eine zweite Erhebung nach denselben Regeln und eine Befragung der Beteiligten.",
            whole=False,
        ),
        ("network_figures", "network_hub"),
    ),
)
