"""Cells and words that the tables of reach share."""

import pandas as pd

from wiwak_eval.evaluation.funnel import FEWEST_EXPECTED, FunnelCells
from wiwak_eval.evaluation.people import PERSONS, persons_seen
from wiwak_eval.records import Records
from wiwak_eval.results import Column, GroupCell, GroupFunnel, GroupRatio, Key, Measure, NotAssessable, Unit

NOTEBOOK = "02_pilotjahr"
RESIDENTS, MEAN_RESIDENTS, LOCAL_RESIDENTS = "residents", "residents_mean", "residents_local"
NO_NEED = "Nicht erreicht heißt nicht unversorgt: Wer nicht kam, brauchte vielleicht keine Beratung oder fand sie anderswo."
FLOW_OVER_STOCK = (
    "Gezählt sind alle, die im Zeitraum mindestens einmal kamen, auch wer inzwischen fortgezogen ist; die Bezugsgröße zählt, wer zu einem "
    "Zeitpunkt da war. Der Anteil ist deshalb eher zu hoch."
)
CHILDREN = "Die Bezugsgröße zählt auch Kinder; beraten werden meist Erwachsene, oft für die ganze Familie."
HOW_HELD = (
    "95 % und 99,8 %: Grenzen, zwischen denen der Anteil einer Gruppe dieser Größe bei gleichem Zugang läge (exakte Poisson-Verteilung). "
    "p: zweiseitig, für den Vergleich mehrerer Gruppen angepasst (Benjamini-Hochberg, 5 %), mindestens 0,0001.",
    f"Zu klein: weniger als {FEWEST_EXPECTED:.0f} erwartete Personen. Grenzen, p und Lesart sind aus den hier gedruckten Anzahlen "
    "gerechnet. Die Gruppen stehen in fester Folge; eine Rangfolge ist nicht gemeint.",
)
FUNNEL_COLUMNS = (
    Column("low", "95 % von", Unit.SHARE, 0),
    Column("high", "bis", Unit.SHARE, 0),
    Column("outer_low", "99,8 % von", Unit.SHARE, 0),
    Column("outer_high", "bis", Unit.SHARE, 0),
    Column("p", "p", Unit.NUMBER, 4),
    Column("reading", "Lesart", Unit.TEXT),
)
MEASURES = (
    Measure(RESIDENTS, "anerkannte Flüchtlinge im Landkreis"),
    Measure(MEAN_RESIDENTS, "anerkannte Flüchtlinge im Mittel der Monate"),
    Measure(LOCAL_RESIDENTS, "anerkannte Flüchtlinge nach Gemeinden"),
)


def counted_residents(row: int, column: str, measure: str, key: Key, persons: int) -> GroupCell:
    """The cell of a reference count. It is no count of clients, but its small numbers point at people all the same.

    Of their households nothing is known: each person counts as one, so that the threshold asks for so many persons.
    """
    return GroupCell(row, column, measure, key, persons, persons, (min(persons, 1), min(max(persons - 1, 0), 1)))


def reach(row: int, column: str, whom: Key, measure: str, key: Key, residents: int) -> GroupRatio:
    """Persons seen of a group over its reference count."""
    return GroupRatio(row, column, (PERSONS, whom), (measure, key), residents, residents)


def share_of(persons: int, residents: int | None) -> float | None:
    """Persons per resident; above 1 where more passed through than were counted."""
    return round(persons / residents, 6) if residents else None


def funnel_over(total: int) -> GroupFunnel:
    """The funnel of a table with the columns `reached` and `residents`."""
    return GroupFunnel("reached", "residents", total, tuple(FunnelCells.__dataclass_fields__))


def people_with(records: Records, attribute: str, refusal: NotAssessable) -> tuple[pd.DataFrame, pd.DataFrame] | NotAssessable:
    """All persons seen, and those whose attribute is recorded; refused where it is for nobody."""
    seen = persons_seen(records, attribute)
    if isinstance(seen, NotAssessable):
        return seen
    known = seen[seen[attribute].notna()]
    return refusal if known.empty else (seen, known)
