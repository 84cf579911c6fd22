"""The thresholds themselves, and how many counties each of them lets through."""

from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.preconditions import Checked, Met, Thresholds
from wiwak_eval.transfer.readiness import Readiness

NOTEBOOK = "09_thueringen"
_NAMES = (
    ("persons", "erwartete Anerkannte, mindestens", "Personen"),
    ("distance", "mittlere Entfernung, höchstens", "km"),
    ("factor", "Anerkannte je Einwohner gegen den Pilotkreis, nach oben und unten höchstens", "Faktor"),
)
ALL = "all"


def limits_table(readiness: Readiness) -> Table:
    """Table `land_limits`: a row a threshold, as set, strictly and generously, with how many others meet it and whether the home county
    does; the last row is of all three together."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Voraussetzung", Unit.TEXT),
        Column("unit", "Einheit", Unit.TEXT),
        Column("as_set", "Grenze", Unit.NUMBER, 2),
        Column("strict", "eng", Unit.NUMBER, 2),
        Column("generous", "weit", Unit.NUMBER, 2),
        Column("others", "andere Gebiete", Unit.COUNT),
        Column("met", "davon erfüllt", Unit.COUNT),
        Column("met_strict", "davon bei enger Grenze", Unit.COUNT),
        Column("met_generous", "davon bei weiter Grenze", Unit.COUNT),
        Column("home", "Pilotkreis", Unit.TEXT),
        Column("home_strict", "Pilotkreis bei enger Grenze", Unit.TEXT),
    )
    notes = (
        "Die Grenzen hat das Projekt gesetzt; wer andere für richtig hält, ändert sie in data/assumptions/preconditions.yaml.",
        "Erfüllen sie alle, so trennt die Grenze nichts: Sie sagt dann nicht, welcher Kreis geeigneter wäre.",
        "Genug Anerkannte: alle, die im Gebiet erwartet werden, nicht nur, wer Rat sucht.",
    )
    sets = (readiness.as_set, readiness.strictly, readiness.generously)
    rows: list[tuple[Cell, ...]] = []
    for place, (key, label, unit) in enumerate(_NAMES):
        answers = [[one.each[place] for one in checked] for checked in sets]
        rows.append((key, label, unit, *(_threshold(limits, key) for limits in readiness.limits), *_counted(readiness, answers)))
    rows.append((ALL, "alle drei", "", None, None, None, *_counted(readiness, [_whole(checked) for checked in sets])))
    return build_table("land_limits", "Welche Grenzen gesetzt sind", columns, rows, NOTEBOOK, notes, readiness.read)


def _threshold(limits: Thresholds, key: str) -> float | int:
    """Whole numbers print no decimals."""
    value = float(getattr(limits, key))
    return int(value) if value.is_integer() else value


def _whole(checked: tuple[Checked, ...]) -> list[Met]:
    return [one.all_met for one in checked]


def _counted(readiness: Readiness, answers: list[list[Met]]) -> tuple[Cell, ...]:
    """answers: of every county, as set, strictly and generously; what is not known counts as not met, as everywhere but in the range."""
    others = [[answer for place, answer in enumerate(one) if place != readiness.home] for one in answers]
    own = [one[readiness.home].value for one in answers]
    return (len(others[0]), *(one.count(Met.YES) for one in others), own[0], own[1])
