"""The back-test of the inflow as a table."""

from collections.abc import Iterable, Mapping, Sequence

from wiwak_eval.forecast.flow.inflow_backtest import InflowBacktest, MethodResult
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
LABELS = {"flow": "Zugangsmodell dieser Prognose"} | {name: method.label for name, method in SIMPLE.items()}
INSIDE = (("near", "1 bis 3"), ("middle", "4 bis 12"), ("far", "13 bis 24"))


def inflow_backtest_table(backtests: Mapping[str, InflowBacktest], labels: Mapping[str, str], assumptions: Iterable[str] = ()) -> Table:
    """One row a series and method. backtests: by German name of the series; labels: German names of further methods."""
    names = {**LABELS, **labels}
    rows = [
        (f"{series}: {names[result.method]}", series, names[result.method], *_cells(result))
        for series, backtest in backtests.items()
        for result in backtest.results
    ]
    spans = [
        column
        for name, label in INSIDE
        for column in (
            Column(f"inside_{name}", f"im 80-%-Bereich, {label} Monate voraus", Unit.SHARE, 0),
            Column(f"inside_{name}_low", "von", Unit.SHARE, 0),
            Column(f"inside_{name}_high", "bis", Unit.SHARE, 0),
        )
    ]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("series", "Reihe", Unit.TEXT),
        Column("label", "Verfahren", Unit.TEXT),
        Column("cases", "Vergleiche", Unit.COUNT),
        Column("mae", "Fehler, Betrag", Unit.NUMBER, 0),
        Column("bias", "Fehler, mittlerer", Unit.NUMBER, 0),
        Column("wis", "gewichteter Bereichsfehler", Unit.NUMBER, 0),
        Column("relative_wis", "gegen den letzten Wert", Unit.NUMBER, 2),
        *spans,
    )
    title = "Rückvergleich des Zugangsmodells über 24 Monate an Reihen des Bundesamts"
    return build_table("inflow_backtest", title, columns, rows, NOTEBOOK, notes=_notes(backtests.values()), assumptions=assumptions)


def _cells(result: MethodResult) -> list[Cell]:
    coverage: list[Cell] = []
    for place in range(len(INSIDE)):
        if place < len(result.coverage):
            span = result.coverage[place]
            coverage += [round(span.inside / span.cases, 6), round(span.low, 6), round(span.high, 6)]
        else:
            coverage += [None, None, None]
    numbers = (result.mae, result.bias, result.wis, result.relative_wis)
    return [result.cases, *(None if number is None else round(number, 6) for number in numbers), *coverage]


def _notes(backtests: Iterable[InflowBacktest]) -> Sequence[str]:
    found = list(backtests)
    shapes = sorted({(test.history, test.horizon, test.origins, test.independent) for test in found})
    return (
        *(
            f"Aus je {history} Monaten wurden {horizon} vorausgesagt, {origins} Mal, jeweils einen Monat später; davon überschneiden sich "
            f"nur {independent} nicht. Die Spannen „von“ und „bis“ zählen jeden Vergleich einzeln und sind deshalb zu schmal."
            for history, horizon, origins, independent in shapes
        ),
        "Es ist eine einzige Geschichte: Anstieg 2015/16, Rückgang 2017, ruhige Jahre danach. Wie oft ein Bereich in anderen Zeiten hält, "
        "sagt sie nicht.",
        "Fehler in Personen je Monat in Deutschland, Prognose minus tatsächlich. Verfahren ohne Bereich: der gewichtete Bereichsfehler ist "
        "der Betrag des Fehlers. Werte unter 1 gegen den letzten Wert: besser.",
        "Erstveröffentlichte Zahlen; die Reihe reicht über den Stichtag hinaus und dient nur der Prüfung des Verfahrens.",
    )
