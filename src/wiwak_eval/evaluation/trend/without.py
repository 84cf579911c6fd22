"""Table `trend_without`: does the rise hang on a single month?"""

from dataclasses import replace

from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.evaluation.trend.series import Compared, Series
from wiwak_eval.evaluation.trend.significance import Tested, is_rising, printed_p, tested
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
STAYS, GOES, STILL_NONE, ONLY_THEN = "Anstieg bleibt", "Anstieg entfällt", "auch so kein Anstieg", "Anstieg erst ohne diesen Monat"
NOTES = (
    "Jede Zeile lässt einen Monat weg und rechnet beide Prüfungen neu; die Abstände der übrigen Monate bleiben.",
    "„Anstieg“ heißt hier: p-Wert höchstens 0,05 und der ganze 95-%-Bereich des Faktors über 1; auch eine fallende Reihe zeigt keinen.",
)


def leave_one_out(series: Series) -> tuple[Tested | NotAssessable, ...]:
    """Both tests without the first, the second, ... month of a series."""
    return tuple(tested(_without(series, place)) for place in range(len(series.counts)))


def trend_without(found: Compared | NotAssessable) -> Table | NotAssessable:
    """Whether the contacts rise without each month in turn; refused below six months."""
    if isinstance(found, NotAssessable):
        return found
    if len(found.counts.months) <= FEWEST_MONTHS:
        return NotAssessable(
            f"nicht auswertbar: Ob ein einzelner Monat den Anstieg trägt, zeigt sich erst ab {FEWEST_MONTHS + 1} vergleichbaren Monaten."
        )
    contacts = found.series[0]
    whole = tested(contacts)
    if isinstance(whole, NotAssessable):
        return whole
    rows: list[tuple[Cell, ...]] = []
    for month, result in zip(found.counts.months, leave_one_out(contacts), strict=True):
        if isinstance(result, NotAssessable):
            return result
        rank, rate = result
        limits = (round(value, 6) for value in (rate.ratio, rate.low, rate.high))
        rows.append((month, printed_p(rank.p_rising), *limits, _in_words(is_rising(whole), is_rising(result))))
    columns = (
        Column("month", "ohne", Unit.MONTH),
        Column("p_rising", "p-Wert", Unit.NUMBER, 4),
        Column("ratio", "Faktor je Monat", Unit.NUMBER, 3),
        Column("low", "von", Unit.NUMBER, 3),
        Column("high", "bis", Unit.NUMBER, 3),
        Column("still", "Befund", Unit.TEXT),
    )
    return build_table("trend_without", "Hängt der Anstieg an einem Monat?", columns, rows, NOTEBOOK, notes=NOTES)


def _without(series: Series, place: int) -> Series:
    kept = [other for other in range(len(series.counts)) if other != place]
    units = None if series.exposure is None else tuple(series.exposure[other] for other in kept)
    return replace(series, counts=tuple(series.counts[other] for other in kept), exposure=units, at=tuple(kept))


def _in_words(whole: bool, without: bool) -> str:
    if whole:
        return STAYS if without else GOES
    return ONLY_THEN if without else STILL_NONE
