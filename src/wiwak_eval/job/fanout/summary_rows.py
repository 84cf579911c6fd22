"""The table of a grid: one row for each cell, in the order of the grid; numbers exact, money in cents, years by their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from wiwak_eval.job.fanout.entry import Entry
from wiwak_eval.job.fanout.grid import Cell, Grid

DONE, FAILED = "done", "failed"
WHOLE, BY_YEAR = ("contacts_pilot", "persons_pilot"), ("caseload", "posts", "cost", "open")
_RANGE = ("", "_low", "_high")
_CENTS = ("cost", "open")
Value = str | int | float | bool | None


@dataclass(frozen=True)
class Column:
    """kind: what its values are, None aside."""

    name: str
    kind: type


COLUMNS = (
    Column("number", int), Column("delivery", str), Column("county", str), Column("authority", str), Column("simulated", bool),
    Column("period_from", str), Column("period_to", str), Column("scenario", str), Column("as_of", str), Column("release", str),
    Column("status", str), Column("run", str), Column("seal", str),
    *(Column(name, int) for name in WHOLE),
    *(
        Column(f"{name}_year_{place}{part}" if name != "year" else f"year_{place}", float if name == "posts" else int)
        for place in (1, 2)
        for name in ("year", *BY_YEAR)
        for part in (_RANGE if name != "year" else ("",))
    ),
    Column("message", str),
)  # fmt: skip
"""Money (cost, open) in cents; low and high are the bounds of the range that the run prints, empty where it has none."""


def rows(grid: Grid, entries: Mapping[str, Entry], failed: Mapping[str, str]) -> list[dict[str, Value]]:
    """A row for each cell, by the names of COLUMNS. failed: German sentence by key of cell."""
    return [_row(grid, cell, entries.get(cell.key), failed.get(cell.key, "")) for cell in grid.cells]


def _row(grid: Grid, cell: Cell, entry: Entry | None, message: str) -> dict[str, Value]:
    found: dict[str, Value] = dict.fromkeys(column.name for column in COLUMNS)
    delivery = cell.delivery
    found |= {
        "number": cell.number, "delivery": delivery.source.name, "county": delivery.county, "authority": delivery.authority,
        "simulated": delivery.source.simulated, "scenario": cell.scenario, "as_of": cell.as_of.isoformat(), "release": grid.release,
        "status": FAILED if entry is None else DONE, "message": message if entry is None else "",
    }  # fmt: skip
    if entry is None:
        return found
    found |= {"run": entry.run, "seal": entry.seal, "period_from": entry.period[0], "period_to": entry.period[1]}
    for name in WHOLE:
        found[name] = _value(entry, name, "")
    years = sorted({id.rpartition("_")[2] for id in entry.numbers if id.rpartition("_")[0] in BY_YEAR})
    for place, year in enumerate(years[:2], start=1):
        found[f"year_{place}"] = int(year)
        for name in BY_YEAR:
            for part in _RANGE:
                found[f"{name}_year_{place}{part}"] = _value(entry, f"{name}_{year}", part)
    return found


def _value(entry: Entry, id: str, part: str) -> Value:
    """A number or a bound of it; None where it is hidden or not there."""
    number = entry.numbers.get(id)
    if number is None:
        return None
    try:
        value = Decimal({"": number.value, "_low": number.low, "_high": number.high}[part])
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    name = id.rpartition("_")[0]
    return int(value * 100) if name in _CENTS else float(value) if name == "posts" else int(value)
