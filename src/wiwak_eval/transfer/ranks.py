"""What makes the home county unlike the others: its place among them, measure by measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.model import County

NOTEBOOK = "09_thueringen"


@dataclass(frozen=True)
class Measure:
    """What counties are compared by. label, unit: German; values: in the order of the counties, None where not known."""

    key: str
    label: str
    unit: str
    values: Sequence[float | int | None]


def ranks_table(counties: Sequence[County], home: int, measures: Sequence[Measure], read: Sequence[str]) -> Table:
    """Table `land_ranks`: the home county's value, its rank among those known (1: the largest), and the ends and middle of all."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Merkmal", Unit.TEXT),
        Column("unit", "Einheit", Unit.TEXT),
        Column("home", counties[home].name, Unit.NUMBER, 1),
        Column("rank", "Rang", Unit.COUNT),
        Column("known", "von", Unit.COUNT),
        Column("lowest", "kleinster Wert", Unit.NUMBER, 1),
        Column("lowest_county", "wo am kleinsten", Unit.TEXT),
        Column("middle", "mittlerer Wert", Unit.NUMBER, 1),
        Column("highest", "größter Wert", Unit.NUMBER, 1),
        Column("highest_county", "wo am größten", Unit.TEXT),
    )
    notes = (
        "Rang 1 hat den größten Wert; gleiche Werte haben denselben Rang. Mittlerer Wert: Median aller Gebiete mit Angabe.",
        "Ein Rang sagt, worin der Pilotkreis anders ist, nicht, ob er besser ist.",
    )
    rows = [_row(counties, home, measure) for measure in measures]
    title = f"{counties[home].name} neben allen Landkreisen und kreisfreien Städten"
    return build_table("land_ranks", title, columns, rows, NOTEBOOK, notes, read)


def rank(values: Sequence[float | int | None], home: int) -> int | None:
    """1 for the largest known value; equal ones share the better rank; None where the home county's is not known."""
    own = values[home]
    return None if own is None else 1 + sum(value is not None and value > own for value in values)


def _row(counties: Sequence[County], home: int, measure: Measure) -> tuple[Cell, ...]:
    known = [(value, county.name) for value, county in zip(measure.values, counties, strict=True) if value is not None]
    if not known:
        return (measure.key, measure.label, measure.unit, None, None, 0, None, "", None, None, "")
    lowest, highest = min(value for value, _ in known), max(value for value, _ in known)
    own = measure.values[home]
    return (
        measure.key,
        measure.label,
        measure.unit,
        _plain(own),
        rank(measure.values, home),
        len(known),
        _plain(lowest),
        _named(known, lowest),
        _plain(median(value for value, _ in known)),
        _plain(highest),
        _named(known, highest),
    )


def _named(known: Sequence[tuple[float, str]], value: float) -> str:
    """The county with this value; of several the first and how many more."""
    names = [name for one, name in known if one == value]
    return names[0] if len(names) == 1 else f"{names[0]} und {len(names) - 1} weitere" if len(names) > 2 else " und ".join(names)


def _plain(value: float | int | None) -> float | int | None:
    """Counts stay whole numbers, which print without decimals."""
    return value if value is None or isinstance(value, int) else round(value, 6)
