"""A line of the reconciliation: a whole, its parts, and the cells that both stand in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wiwak_eval.audit.cells import Cells, Place

HEADS = ("number", "subject", "whole", "whole_value", "parts", "parts_value", "difference", "unit", "result", "explanation", "data")
ROWS, PERSONS, MONEY = "Zeilen der Lieferung", "Beratungen und Personen", "Geld"


@dataclass(frozen=True)
class Line:
    """A whole and its parts. whole, parts: German; values in whole units, euros as cents; places: the cells; unit: German.

    if_differing: German, what a difference would mean; leads_over: two numbers that must differ, `if_differing` says by what.
    """

    subject: str
    whole: str
    whole_value: int
    whole_place: Place
    parts: str
    parts_value: int
    part_places: tuple[Place, ...]
    unit: str
    if_differing: str = ""
    leads_over: bool = False

    @property
    def difference(self) -> int:
        """Zero where all is well."""
        return self.whole_value - self.parts_value

    @property
    def explanation(self) -> str:
        """What the difference means; empty where there is none."""
        return self.if_differing if self.difference else ""


def csv_rows(lines: Sequence[Line], mark: str) -> Iterator[tuple[str | int, ...]]:
    """Under `HEADS`; euros with two decimals. mark: of simulated data, on each line, since a table is copied without its folder."""
    for number, line in enumerate(lines, start=1):
        values = [printed(value, line.unit) for value in (line.whole_value, line.parts_value, line.difference)]
        whole, parts, difference = values
        about = line.unit, verdict(line), line.explanation, mark
        yield number, line.subject, line.whole, whole, line.parts, parts, difference, *about


def printed(value: int, unit: str) -> str:
    """A value for a machine: euros with two decimals."""
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}" if unit == "Euro" else str(value)


def verdict(line: Line) -> str:
    """Whether it adds up, in German."""
    if line.leads_over:
        return "Überleitung"
    return "stimmt" if line.difference == 0 else "Unterschied"


def build_line(
    subject: str, cells: Cells, whole: tuple[str, str, str], words: str, parts: Iterable[tuple[str, str, str]], of: str, unit: str
) -> Line | None:
    """The line whose cells are named; None where one of the cells is missing, hidden or no whole number."""
    listed = list(parts)
    found = [cells.value(*place) for place in (whole, *listed)]
    values = [value for value in found if isinstance(value, int)]
    if len(values) < len(found) or not listed:
        return None
    places = [cells.place(*place) for place in (whole, *listed)]
    return Line(subject, words, values[0], places[0], of, sum(values[1:]), tuple(places[1:]), unit)
