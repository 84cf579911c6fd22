"""Methods that a council, a ministry or a journalist may ask for, and what each needs."""

from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.evaluation.refusals.comparison import FEWEST_COUNTIES, FEWEST_MONTHS_BEFORE, FEWEST_PERSONS
from wiwak_eval.evaluation.refusals.method import Method
from wiwak_eval.evaluation.refusals.models import COMPLETE_ENOUGH, EVENTS_PER_FEATURE, EVENTS_PER_PARAMETER, FEWEST_CASES
from wiwak_eval.evaluation.refusals.people import FEWEST_ANSWERS, FEWEST_PEOPLE, LEAST_RESPONSE
from wiwak_eval.evaluation.refusals.time_series import FEWEST_BEFORE_AND_AFTER
from wiwak_eval.german import percent

METHODS = (
    Method(
        "interrupted_time_series",
        "Unterbrochene Zeitreihe",
        "Hat das Zentrum eine Zahl verändert?",
        f"{FEWEST_BEFORE_AND_AFTER} Monate vor und {FEWEST_BEFORE_AND_AFTER} nach dem Projektbeginn einer Größe, die jemand anderes zählt",
        "Ohne Zeit davor gibt es keine Änderung.",
    ),
    Method(
        "synthetic_control",
        "Vergleich mit anderen Kreisen",
        "Wie stünde der Landkreis ohne das Zentrum da?",
        f"dieselbe Reihe aus {FEWEST_COUNTIES} Kreisen ohne Zentrum, {FEWEST_MONTHS_BEFORE} Monate vor dem Projektbeginn",
        "Mit weniger Kreisen kann kein Unterschied auffallen.",
    ),
    Method(
        "before_after",
        "Vorher-nachher-Vergleich",
        "Geht es den Beratenen besser als vorher?",
        f"{FEWEST_PERSONS} Personen, zweimal gleich gemessen, und {FEWEST_PERSONS} ebenso ohne Beratung",
        "Mit den Jahren im Land ändert sich vieles von selbst.",
    ),
    Method(
        "effect_of_centre",
        "Wirkung gegen eine Kontrollgruppe",
        "Was bewirkt die Beratung?",
        f"{FEWEST_PERSONS} ebenso beobachtete Menschen ohne Beratung, vom Los bestimmt",
        "Wer kommt, unterscheidet sich von dem, der nicht kommt.",
    ),
    Method(
        "trend_of_few_months",
        "Trend aus wenigen Monaten",
        "Steigen die Zahlen?",
        f"{FEWEST_MONTHS} Monate",
        "Bei vier Monaten entscheidet ein einziger Tausch.",
    ),
    Method(
        "trend_of_running_sums",
        "Trend einer aufgelaufenen Reihe",
        "Steigen die Zahlen?",
        "die Zahl jedes einzelnen Monats",
        "Eine Summe, zu der nur hinzukommt, fällt nie.",
    ),
    Method(
        "series_across_changes",
        "Vergleich über eine Umstellung hinweg",
        "Sind die Zahlen gestiegen oder wird besser gezählt?",
        "unverändert erfasste Monate",
        "Zwei Zählweisen ergeben keine Reihe.",
    ),
    Method(
        "events_per_parameter",
        "Regression nach Gruppen (Cox, Logit)",
        "Welche Gruppe zieht weg, bei sonst gleichen Umständen?",
        f"{EVENTS_PER_PARAMETER} Wegzüge je Ausprägung des Aufenthaltsstatus, eine ausgenommen",
        "Mit weniger Ereignissen erklärt das Modell den Zufall.",
    ),
    Method(
        "small_group",
        "Anteile kleiner Gruppen",
        "Wie geht es einer einzelnen Gruppe?",
        f"{FEWEST_PEOPLE} Personen und Haushalte in jeder Gruppe, hier nach Aufenthaltsstatus",
        "Der Wert wäre Zufall und verriete Einzelne.",
    ),
    Method(
        "league_table",
        "Rangliste der Gemeinden",
        "Welche Gemeinde steht am besten da?",
        "keine Menge von Daten; stattdessen Grenzen im Trichter",
        "Ränge hängen an der Größe und am Zufall.",
    ),
    Method(
        "process_discovery",
        "Ablauf aus den Stempeln ablesen",
        "Welche Wege gehen die Menschen wirklich?",
        f"{FEWEST_CASES} Laufkarten, {percent(COMPLETE_ENOUGH, 0)} der Schritte belegt, auch die außerhalb der Karte",
        "Ein fehlender Stempel ist keine fehlende Leistung.",
    ),
    Method(
        "predictive_monitoring",
        "Vorhersage für einzelne Menschen",
        "Wer wird abbrechen?",
        f"{EVENTS_PER_FEATURE} Abbrüche je Merkmal, ein zweiter Jahrgang, eine Rechtsgrundlage",
        "Sonst wird der Zufall eines Jahres zum Urteil über Menschen.",
    ),
    Method(
        "waiting_by_queue_model",
        "Warteschlangenformel",
        "Wie lange wartet man auf einen Termin?",
        f"{FEWEST_CASES} Anfragen mit Tag der Anfrage und des Termins",
        "Ohne Tag der Anfrage ist Wartezeit nicht zu sehen.",
    ),
    Method(
        "network_change",
        "Entwicklung des Netzwerks",
        "Ist die Zusammenarbeit enger geworden?",
        "zwei Erhebungen mit denselben Regeln",
        "Ein Bild zeigt keine Bewegung.",
    ),
    Method(
        "satisfaction_survey",
        "Zufriedenheit",
        "Sind die Beratenen zufrieden?",
        f"{FEWEST_ANSWERS} Antworten, {percent(LEAST_RESPONSE, 0)} Rücklauf, nicht von den Beratenden geführt",
        "Wer wiederkommt, ist nicht deshalb zufrieden.",
    ),
    Method(
        "cost_effectiveness",
        "Kosten je Wirkungseinheit (ICER)",
        "Was kostet eine gelungene Integration mehr?",
        "eine gemessene Wirkung und eine andere Form der Hilfe",
        "Geteilt würde durch etwas, das niemand kennt.",
    ),
    Method(
        "social_return",
        "Ertrag je eingesetztem Euro (SROI)",
        "Wie viel kommt je Euro zurück?",
        "eine gemessene Wirkung und einen beobachteten Preis",
        "Gesetzte Preise bestimmen das Ergebnis.",
    ),
    Method(
        "fiscal_extrapolation",
        "Ersparnis aus Bundesmodellen",
        "Was spart der Landkreis?",
        "Einnahmen und Leistungen derselben Menschen und eine gemessene Wirkung",
        "Bundeswerte sagen nicht, wer im Landkreis was zahlt.",
    ),
    Method(
        "mean_of_caseload_ratios",
        "Mittel verschiedener Fallschlüssel",
        "Wie viele Fälle soll eine Stelle haben?",
        "Verhältnisse, die dasselbe zählen",
        "Beratung, Person und Fall sind drei Dinge.",
    ),
)
"""In the order in which they are shown; each id is the name of a function of this package."""
