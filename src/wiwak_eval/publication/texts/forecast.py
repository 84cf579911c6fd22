"""Sentences on the rise, on inflow and stock, and on the forecast."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

_SIMPLE = ("naive", "mean_of_three", "mean", "drift")

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "rise": (
        "In den ersten Monaten der Lieferung gab es im Mittel {rise_first:anzahl|keine Beratung|eine Beratung|# Beratungen} im "
        "Monat, in den letzten {rise_last:exakt}.",
        "Zu dieser Veränderung trägt die Zahl der wiedergekommenen Personen "
        "{rise_returning:anzahl|keine Beratung|eine Beratung|# Beratungen} im Monat bei, die Zahl der "
        "neuen Personen {rise_new:exakt}.",
        Choice(
            (
                Option(
                    "Ein Anstieg ist bei einer neuen Stelle schon deshalb zu erwarten, weil sich bekannte Klienten ansammeln: Wer einmal "
                    "da war, kommt wieder, und jeden Monat treten neue hinzu.",
                    (When("rise_last", "above", "rise_first"),),
                ),
                Option(
                    "Eine neue Stelle sammelt bekannte Klienten an: Wer einmal da war, kommt wieder, und jeden Monat treten neue hinzu. "
                    "Gestiegen ist die Zahl der Beratungen hier trotzdem nicht."
                ),
            )
        ),
    ),
    "stock": (
        "In den letzten drei Monaten der Lieferung kamen {latest_new:anzahl|keine Person|eine Person|# Personen} neu, in den drei Monaten "
        "davor {before_new:exakt}; die Zahl der Beratungen lag bei {latest_contacts:exakt} nach {before_contacts:exakt}.",
        "Von den letzten Beratungen entfielen {latest_stock_share:prozent} auf Personen, die schon vorher gekommen waren.",
        Choice(
            (
                Option(
                    "So kann die Fallzahl steigen, obwohl der Zugang nachlässt: Wer früher kam, wird weiter beraten.",
                    (When("latest_new", "below", "before_new"), When("latest_contacts", "above", "before_contacts")),
                ),
            )
        ),
        "Der Bestand sinkt erst, wenn mehr Menschen ausscheiden als neu kommen, und die Fallzahl folgt ihm mit Verzögerung.",
    ),
    "caseload": (
        "Geplant wird mit {caseload_Y1:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen} für Y1 und "
        "{caseload_Y2:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen} für Y2.",
        "In acht von zehn gerechneten Verläufen liegt die Jahreszahl Y1 bei {caseload_Y1:spanne}, Y2 bei {caseload_Y2:spanne}.",
    ),
    "no_trend": (
        "Ein Trend aus wenigen Monaten wird nicht verlängert. Der Bestand einer neuen Stelle wächst nicht endlos: Er nähert sich dem "
        "Punkt, an dem so viele Menschen ausscheiden, wie neu kommen.",
        "An öffentlichen Reihen über 24 Monate geprüft: Wer den Trend verlängerte, irrte {drift_24:exakt}-mal so stark wie jemand, der den "
        "letzten Wert stehen ließ.",
    ),
    "persons": (
        "Dahinter {persons_Y1:anzahl_rund|steht für Y1 keine Person|steht für Y1 eine Person|stehen für Y1 # verschiedene Personen} "
        "(Spanne {persons_Y1:spanne}), davon {new_persons_Y1:anzahl_rund|keine neue|eine neue|# neue} (Spanne {new_persons_Y1:spanne}).",
        "Für Y2 {persons_Y2:anzahl_rund|ist es keine Person|ist es eine Person|sind es # Personen} (Spanne {persons_Y2:spanne}), davon "
        "{new_persons_Y2:anzahl_rund|keine neue|eine neue|# neue} (Spanne {new_persons_Y2:spanne}).",
    ),
    "uncertainty": (
        "Wäre allein der Zugang neuer Personen ungewiss, so blieben {inflow_share_Y1:prozent} der Streuung im Jahr Y1 und "
        "{inflow_share_Y2:prozent} im Jahr Y2.",
        "Wie viele Menschen neu kommen, hängt auch von Entscheidungen des Bundes und des Landes ab, die der Landkreis nicht trifft.",
    ),
    "backtest": (
        "Im Rückvergleich {backtest_inside:anzahl|lag keiner|lag einer|lagen #} von "
        "{backtest_cases:anzahl|keinem Monatswert|einem Monatswert|# Monatswerten} im 80-%-Bereich der eigenen Prognose.",
        "Ihre Güte gegen den letzten bekannten Wert beträgt {backtest_skill:prozent}: Sie war "
        "{backtest_skill:richtung|besser als|schlechter als|ebenso gut wie} dieser Wert.",
        "Geprüft sind damit nur ein bis drei Monate im Voraus. Wie genau 12 und 24 Monate im Voraus getroffen werden, lässt sich aus einem "
        "Pilotjahr nicht prüfen.",
        Choice(
            (
                Option(
                    "Maßgeblich ist sie trotzdem: Pilotjahr und öffentliche Reihen zusammen gewichtet, hat sie den kleinsten Fehler aller "
                    "verglichenen Verfahren, das {choice_combined:exakt}-Fache des Fehlers des letzten Werts.",
                    (When("backtest_skill", "below", 0), *(When("choice_combined", "below", f"choice_{key}") for key in _SIMPLE)),
                ),
            )
        ),
    ),
}
