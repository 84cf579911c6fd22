"""One line of the protocol: where to look, what to do with it, what must come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wiwak_eval.audit.cells import Place


class Kind(StrEnum):
    """What is done with the cells, as the protocol says it."""

    READ = "ablesen"
    ADD = "Zellen addieren"
    DIVIDE = "erste Zahl durch zweite teilen"


@dataclass(frozen=True)
class Look:
    """Cells of one file as a person finds them. cells: `C5`, or `B2:B13; B15`; sheet: of the workbook, empty for a CSV file."""

    file: str
    cells: str
    sheet: str = ""


@dataclass(frozen=True)
class Printed:
    """Where a paper prints the number. file: below the run folder; heading: of the list or table, empty for a number that
    stands large; beside: words in its line, or below the large number; value: as printed, in German."""

    file: str
    heading: str
    beside: str
    value: str

    @property
    def place(self) -> str:
        """In German, for the protocol."""
        if not self.heading:
            return f"{self.file}, große Zahl über „{self.beside}“"
        return f"{self.file}, „{self.heading}“, Zeile „{self.beside}“"


@dataclass(frozen=True)
class Task:
    """A check. group: what it is drawn from; id: unique; about: German; expected: as the run states it, euros as euros; within: the
    difference that rounding explains; decimals: of what is expected; second: for a division; printed: in which paper it stands too."""

    group: str
    id: str
    about: str
    kind: Kind
    first: Look
    expected: float
    within: float
    decimals: int
    second: Look | None = None
    printed: Printed | None = None


def look(places: Sequence[Place]) -> Look:
    """Cells of one file in their order, neighbours in a column as a range."""
    runs: list[list[Place]] = []
    for place in places:
        last = runs[-1][-1] if runs else None
        if last is not None and (place.column, place.line) == (last.column, last.line + 1):
            runs[-1].append(place)
        else:
            runs.append([place])
    spans = [run[0].cell if len(run) == 1 else f"{run[0].cell}:{run[-1].cell}" for run in runs]
    return Look(places[0].file, "; ".join(spans))
