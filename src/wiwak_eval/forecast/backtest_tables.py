"""The back-test and the choice of the official method as tables."""

from collections.abc import Sequence

from wiwak_eval import german
from wiwak_eval.forecast.backtest import COMBINED, FLOW, SERIES, Backtest, MethodScore
from wiwak_eval.forecast.choice import Choice
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.forecast.tables import BEYOND_CHECK, NOTEBOOK
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

LABELS = {
    SERIES: "Gelerntes Reihenverfahren",
    FLOW: "Zugangsmodell",
    COMBINED: "Verbindung von Reihenverfahren und Zugangsmodell",
} | {name: method.label for name, method in SIMPLE.items()}
COLUMNS = (
    Column("key", "Schlüssel", Unit.TEXT),
    Column("label", "Verfahren", Unit.TEXT),
    Column("cases", "Vergleiche", Unit.COUNT),
    Column("mae", "Fehler, Betrag", Unit.NUMBER, 1),
    Column("bias", "Fehler, mittlerer", Unit.NUMBER, 1),
    Column("scaled", "Fehler in üblichen Monatsschritten", Unit.NUMBER, 2),
    Column("wis", "gewichteter Bereichsfehler", Unit.NUMBER, 1),
    Column("skill", "Güte", Unit.SHARE, 0),
    Column("inside", "im 80-%-Bereich", Unit.COUNT),
    Column("inside_low", "Anteil von", Unit.SHARE, 0),
    Column("inside_high", "bis", Unit.SHARE, 0),
)
NO_LATER_MONTH = NotAssessable("nicht auswertbar: Für einen Rückvergleich fehlen spätere Monate.")


def backtest_table(tested: Backtest | None, assumptions: Sequence[str]) -> Table | NotAssessable:
    """Errors of every method; coverage for those that give ranges."""
    if tested is None:
        return NO_LATER_MONTH
    notes = (
        "Aus früheren Monaten des Pilotjahrs 1 bis 3 Monate voraus, jeweils nur mit dem damals Bekannten; Fehler in Beratungen je Monat, "
        "Prognose minus tatsächlich.",
        "Ein mittlerer Fehler unter null heißt: Das Verfahren hat in diesem Jahr zu niedrig geschätzt.",
        "Güte über 0 %: besser als der letzte bekannte Wert. Der gewichtete Bereichsfehler bewertet Mitte und Breite zugleich; ohne "
        "Bereich ist er der Betrag des Fehlers.",
        "Die Vergleiche überlappen sich und sind nicht unabhängig; die Spanne des Anteils ist deshalb zu schmal.",
        BEYOND_CHECK,
    )
    rows = [_row(score) for score in tested.scores.values()]
    title = "Rückvergleich mit einfachen Verfahren"
    return build_table("backtest", title, COLUMNS, rows, NOTEBOOK, notes=notes, assumptions=assumptions)


def own_table(tested: Backtest | None, assumptions: Sequence[str]) -> Table | NotAssessable:
    """One row `own`: the scores of our own forecast, whichever this is, so that a sentence finds them in every case."""
    if tested is None:
        return NO_LATER_MONTH
    score = tested.scores.get(COMBINED) or tested.scores[SERIES]
    notes = ("Dieselben Zahlen wie in der Tabelle „Rückvergleich mit einfachen Verfahren“, dort mit allen Verfahren und Erläuterungen.",)
    title = "Rückvergleich der eigenen Prognose"
    return build_table("backtest_own", title, COLUMNS, [("own", *_row(score)[1:])], NOTEBOOK, notes=notes, assumptions=assumptions)


def choice_table(choice: Choice, tested: Backtest | None, assumptions: Sequence[str]) -> Table:
    """Every method that could become official, best first."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Verfahren", Unit.TEXT),
        Column("pilot", "Pilotjahr, 1 bis 3 Monate", Unit.NUMBER, 2),
        Column("public", "öffentliche Reihen, 24 Monate", Unit.NUMBER, 2),
        Column("together", "zusammen", Unit.NUMBER, 2),
        Column("official", "maßgeblich", Unit.TEXT),
    )
    rows: list[Sequence[Cell]] = [
        (item.method, LABELS[item.method], *(None if v is None else round(v, 6) for v in (item.pilot, item.public, item.together)),
         "ja" if item.method == choice.official else "nein")
        for item in choice.judged
    ]  # fmt: skip
    title = "Welche Prognose maßgeblich ist"
    return build_table("method_choice", title, columns, rows, NOTEBOOK, notes=_choice_notes(choice, tested), assumptions=assumptions)


def _choice_notes(choice: Choice, tested: Backtest | None) -> list[str]:
    notes = [
        "Fehler der Mitte, geteilt durch den Fehler des letzten bekannten Wertes; unter 1 ist besser. Maßgeblich wird das Verfahren mit "
        "dem kleinsten Wert unter „zusammen“.",
        "„Zusammen“: geometrisches Mittel, gewichtet nach der Zahl der Ausgangsmonate im Pilotjahr"
        + ("" if tested is None else f" ({tested.origins})")
        + " und dem Vorgewicht der öffentlichen Reihen (Annahme „Gewicht öffentlicher Reihen“).",
        "Öffentliche Reihen: Krankenhausfälle, Arzneiverordnungen und Behördenabfragen, 12 oder 10 Monate bekannt, 24 vorausgesagt; das "
        "Reihenverfahren hatte die Reihen, an denen es gemessen wird, nicht gesehen. Die Verbindung zählt dort wie das Reihenverfahren.",
    ]
    if choice.flow_weight:
        notes.append(f"Gewicht des Zugangsmodells in der Verbindung: {german.percent(choice.flow_weight, 0)}.")
    if choice.official in SIMPLE:
        notes.append(
            f"Die eigene Prognose war nicht besser als das einfache Verfahren „{LABELS[choice.official]}“; maßgeblich ist deshalb "
            "dieses, mit den Bereichen des Reihenverfahrens."
        )
    if choice.best_in_pilot is not None and choice.best_in_pilot != choice.official:
        notes.append(
            f"Im Pilotjahr allein lag „{LABELS[choice.best_in_pilot]}“ am nächsten. Ein bis drei Monate einer wachsenden Stelle sagen "
            "wenig über 24 Monate; über diese Zeit war es auf öffentlichen Reihen schlechter."
        )
    return notes


def _row(score: MethodScore) -> tuple[Cell, ...]:
    skill = None if score.relative is None else 1 - score.relative
    numbers = (score.mae, score.bias, score.scaled, score.wis, skill)
    inside = (score.inside, *(None if bound is None else round(bound, 6) for bound in (score.inside_low, score.inside_high)))
    return (score.method, LABELS[score.method], score.cases, *(None if n is None else round(n, 6) for n in numbers), *inside)
