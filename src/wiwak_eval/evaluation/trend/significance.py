"""Table `trend_tests`: are the series rising?"""

from itertools import pairwise

from wiwak_eval.evaluation.mann_kendall import MonotoneTrend, mann_kendall
from wiwak_eval.evaluation.rate_ratio import RateRatio, rate_ratio
from wiwak_eval.evaluation.trend.series import Compared, Series
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
SMALLEST_P = 0.0001
"""Smaller p-values are printed as this: no council needs more noughts."""
LEVEL = 0.05
NO_EFFECT = "Ein steigender Trend sagt nichts darüber, warum mehr Menschen kamen; eine Vergleichsgruppe gibt es nicht."
COMPLETE_COUNT = (
    "Die Zählung ist vollständig, keine Stichprobe. Der Bereich sagt nicht, wie genau gezählt wurde, sondern welche Faktoren der Zufall "
    "der einzelnen Kontakte auch bei gleicher Entwicklung ergeben könnte."
)
NOTES = (
    "Mann-Kendall-Test: S = steigende minus fallende Monatspaare; p-Wert exakt, einseitig, mindestens 0,0001.",
    "Faktor je Monat mit 95-%-Bereich: Quasi-Poisson-Regression, t-Verteilung; Streuung 1 wäre reiner Zufall.",
    COMPLETE_COUNT,
    NO_EFFECT,
)
ALL_POSTS = "Vollzeitstellen: alle gelieferten Stellen mit ihrem Anteil, auch Leitung und Verwaltung, im Mittel der Tage des Monats."

Tested = tuple[MonotoneTrend, RateRatio]


def tested(series: Series) -> Tested | NotAssessable:
    """Both tests of one series. Refused where one of them is."""
    rank, rate = mann_kendall(series.rates), rate_ratio(series.counts, series.weights, series.at)
    if isinstance(rank, NotAssessable):
        return rank
    return rate if isinstance(rate, NotAssessable) else (rank, rate)


def is_rising(found: Tested) -> bool:
    """Whether both tests say so at 5 %: the rank test one-sided, the factor with its whole interval above 1."""
    rank, rate = found
    return rank.p_rising <= LEVEL and rate.low > 1


def printed_p(p: float) -> float:
    """A p-value as tables hold it."""
    return max(round(p, 6), SMALLEST_P)


def trend_tests(found: Compared | NotAssessable) -> Table | NotAssessable:
    """One row a series; series that cannot be tested are left out, and where none can, the table is refused."""
    if isinstance(found, NotAssessable):
        return found
    results = [(series, tested(series)) for series in found.series]
    rows = [_row(series, result) for series, result in results if not isinstance(result, NotAssessable)]
    if not rows:
        return next(result for _, result in results if isinstance(result, NotAssessable))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Reihe", Unit.TEXT),
        Column("steps", "Monatswechsel", Unit.COUNT),
        Column("rises", "Anstiege", Unit.COUNT),
        Column("s", "S", Unit.COUNT),
        Column("p_rising", "p-Wert", Unit.NUMBER, 4),
        Column("ratio", "Faktor je Monat", Unit.NUMBER, 3),
        Column("ratio_low", "von", Unit.NUMBER, 3),
        Column("ratio_high", "bis", Unit.NUMBER, 3),
        Column("dispersion", "Streuung", Unit.NUMBER, 2),
    )
    by_post = any(str(row[0]).endswith("_per_post") for row in rows)
    notes = (*NOTES, *((ALL_POSTS,) if by_post else ()), *found.notes)
    return build_table("trend_tests", "Sind die Zahlen gestiegen?", columns, rows, NOTEBOOK, notes=notes)


def _row(series: Series, found: Tested) -> tuple[Cell, ...]:
    rank, rate = found
    rises = sum(later > earlier for earlier, later in pairwise(series.rates))
    numbers = (round(value, 6) for value in (rate.ratio, rate.low, rate.high, rate.dispersion))
    return (series.key, series.label, rank.months - 1, rises, rank.s, printed_p(rank.p_rising), *numbers)
