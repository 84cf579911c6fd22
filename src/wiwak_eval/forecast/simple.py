"""What anyone would pick instead: simple methods that a forecast must beat."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

RECENT_MONTHS = 3
NAIVE = "naive"


@dataclass(frozen=True)
class SimpleMethod:
    """label: German; point: (history, months ahead from 1) -> expected count of that month."""

    label: str
    point: Callable[[Sequence[float], int], float]


def _drift(history: Sequence[float], ahead: int) -> float:
    return max(0.0, float(history[-1]) + ahead * (float(history[-1]) - float(history[0])) / (len(history) - 1))


SIMPLE: Mapping[str, SimpleMethod] = {
    NAIVE: SimpleMethod("letzter Wert", lambda history, _: float(history[-1])),
    "mean": SimpleMethod("Mittel aller Monate", lambda history, _: float(sum(history)) / len(history)),
    "mean_of_three": SimpleMethod(
        "Mittel der letzten drei Monate", lambda history, _: float(sum(history[-RECENT_MONTHS:])) / len(history[-RECENT_MONTHS:])
    ),
    "drift": SimpleMethod("fortgesetzte Veränderung", _drift),
}
