"""What two runs say differently, in German: one line a finding, and apart what only one level of release hides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from wiwak_eval.publication.display import text
from wiwak_eval.results import HIDDEN, Column, Level, Unit
from wiwak_eval.study.compare import Difference, Said

NONE = "Kein Unterschied in den Kennzahlen."
ABSENT, MISSING, HIDDEN_WORD = "gibt es dort nicht", "keine Angabe", "verdeckt"
APART_LINE = (
    "Verdeckt oder gerundet, weil die Freigabestufen verschieden sind (ohne Werte; der Unterschied kann allein davon kommen): {labels}."
)
ROUNDED = "Bei verschiedenen Freigabestufen kann ein kleiner Unterschied auch vom Runden kommen."
SIMULATED = (
    "80-%- und 95-%-Werte, mittlere Werte der Simulation und Spannen sind simuliert und tragen einen Simulationsfehler; ein kleiner "
    "Unterschied darin sagt für sich nichts."
)
_SIMULATED_IDS = ("_p50", "_p80", "_p95", "cost_error")
_WORDS = {Unit.POSTS: "\u00a0Stellen", Unit.MINUTES: "\u00a0Minuten"}
_MOST, _COMMON = 6, {Unit.SHARE: 1, Unit.NUMBER: 2, Unit.POSTS: 2, Unit.MINUTES: 0}
_COUNTED = (Decimal(5), Decimal(5))
_STEPS = {"contacts": _COUNTED, "persons": _COUNTED, "count": _COUNTED, "share": (Decimal("0.01"), Decimal("0.05"))}
"""What the public release rounds counts of groups and their shares to, and how far a number can go by that: shares are taken of counts
that are rounded themselves."""
_FINENESS = 100
"""Cents of a euro."""


def apart(differences: Sequence[Difference], levels: tuple[Level, Level], only_level: bool) -> tuple[Difference, ...]:
    """Those told without values: between two levels what one hides or may only have rounded; all where nothing but the level differs."""
    if levels[0] is levels[1]:
        return ()
    return tuple(one for one in differences if only_level or one.hidden or _may_be_rounded(one, levels))


def _may_be_rounded(one: Difference, levels: tuple[Level, Level]) -> bool:
    """Whether the public run's numbers are round and the other's so near that rounding alone could have made the difference."""
    step = _STEPS.get(one.unit)
    if step is None or Level.OEFFENTLICH not in levels or one.before is None or one.after is None:
        return False
    sides = (one.before, one.after) if levels[0] is Level.OEFFENTLICH else (one.after, one.before)
    pairs = zip(*((said.value, said.low, said.high) for said in sides), strict=True)
    return all(public == other or _rounds_to(public, other, *step) for public, other in pairs)


def _rounds_to(public: str, other: str, step: Decimal, reach: Decimal) -> bool:
    try:
        shown, exact = Decimal(public), Decimal(other)
    except InvalidOperation:
        return False
    return shown % step == 0 and abs(shown - exact) <= reach


def difference_lines(differences: Sequence[Difference], levels: tuple[Level, Level], only_level: bool = False) -> Iterator[str]:
    """A line a finding in German numbers, then what stands apart, then what to mind."""
    if not differences:
        yield NONE
        return
    withheld = apart(differences, levels, only_level)
    told = [one for one in differences if one not in withheld]
    labels = Counter(one.label for one in differences)
    for one in told:
        yield f"{_label(one, labels)}: {' → '.join(_words(one))}"
    if withheld:
        yield APART_LINE.format(labels="; ".join(_label(one, labels) for one in withheld))
    if told and levels[0] is not levels[1]:
        yield ROUNDED
    if any(is_simulated(one) for one in told):
        yield SIMULATED


def is_simulated(one: Difference) -> bool:
    """Whether it is taken from the simulation, or its range is what differs."""
    if any(part in one.id for part in _SIMULATED_IDS):
        return True
    return one.before is not None and one.after is not None and one.before.value == one.after.value


def _label(one: Difference, labels: Counter[str]) -> str:
    """With the period, or else the id, where the label alone does not tell which finding is meant."""
    if labels[one.label] == 1 or (one.period and one.period in one.label):
        return one.label
    return f"{one.label} ({one.period or one.id})"


def _words(one: Difference) -> tuple[str, str]:
    """Both sides, with as many decimals as it takes to see that they differ."""
    column = _column(one.unit)
    start = _COMMON.get(column.unit, 0)
    for decimals in range(start, _MOST + 1):
        fine = Column(column.name, column.label, column.unit, decimals)
        before, after = (_side(said, fine) for said in (one.before, one.after))
        if before != after:
            break
    return before, after


def _side(said: Said | None, column: Column) -> str:
    if said is None:
        return ABSENT
    span = f" ({_number(said.low, column)} bis {_number(said.high, column)})" if said.low or said.high else ""
    return f"{_number(said.value, column)}{span}{_WORDS.get(column.unit, '') if said.value not in {'', HIDDEN} else ''}"


def _number(written: str, column: Column) -> str:
    if written == HIDDEN:
        return HIDDEN_WORD
    try:
        value = Decimal(written)
    except InvalidOperation:
        return written or MISSING
    if column.unit is Unit.CENTS:
        return text(int(value * _FINENESS), column)
    whole = value == value.to_integral_value() and column.unit is not Unit.SHARE
    return text(int(value) if whole else float(value), column)


def _column(unit: str) -> Column:
    return Column("", "", Unit.CENTS if unit == "euro" else Unit(unit) if unit in set(Unit) else Unit.TEXT)
