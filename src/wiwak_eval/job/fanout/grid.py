"""A grid as it was asked for and found: its deliveries with their facts, its cells, and what makes it this grid and no other."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.job.fanout.task import Programme, Source
from wiwak_eval.study import digests


@dataclass(frozen=True)
class GridDelivery:
    """A delivery. place: as the file of the grid names it, without secrets; county: whose it is, empty where it is not said."""

    source: Source
    authority: str
    delivered_on: date
    county: str


@dataclass(frozen=True)
class Cell:
    """One run of the grid. number: from 1, in the order of the file; key: names its files."""

    number: int
    key: str
    delivery: GridDelivery
    scenario: str
    as_of: date

    @property
    def label(self) -> str:
        """For people."""
        return f"{self.delivery.source.name}, {self.scenario}, {self.as_of:%d.%m.%Y}"


@dataclass(frozen=True)
class Grid:
    """deliveries, scenarios, days in the order of the file; days empty for the day of each delivery; inputs: digests of all it depends on;
    lines: of each book that its runs see."""

    deliveries: tuple[GridDelivery, ...]
    scenarios: tuple[str, ...]
    days: tuple[date, ...]
    release: str
    inputs: Mapping[str, str]
    lines: Mapping[str, int]

    @property
    def id(self) -> str:
        """Equal grids of equal inputs have equal ids."""
        return digests.of_mapping({"inputs": dict(self.inputs)})[:12]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Delivery by delivery, in each day by day."""
        return tuple(self._cells())

    @property
    def simulated(self) -> bool:
        """Whether any delivery is made up."""
        return any(delivery.source.simulated for delivery in self.deliveries)

    @property
    def text(self) -> bytes:
        """What is written down of it where it lies: no path, no time."""
        named = [{"name": one.source.name, "digest": one.source.digest, "county": one.county} for one in self.deliveries]
        asked = {"deliveries": named, "scenarios": self.scenarios, "as_of": [day.isoformat() for day in self.days], "release": self.release}
        content = {"grid": self.id, "asked": asked, "inputs": dict(self.inputs), "lines": dict(self.lines)}
        return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    def _cells(self) -> Iterator[Cell]:
        number, grid = 0, self.id
        for delivery in self.deliveries:
            for day in self.days or (delivery.delivered_on,):
                for scenario in self.scenarios:
                    number += 1
                    key = digests.of_text(f"{grid}\n{delivery.source.name}\n{day}\n{scenario}")[:12]
                    yield Cell(number, key, delivery, scenario, day)


def inputs_of(
    deliveries: tuple[GridDelivery, ...], asked: Mapping[str, object], programme: Programme, state: Mapping[str, str]
) -> dict[str, str]:
    """Digests of all that a grid depends on, by the names of LABELS. asked: scenarios, days and level."""
    named = [[one.source.name, one.source.digest, one.county] for one in deliveries]
    return {
        "deliveries": digests.of_mapping({"deliveries": named}),
        "asked": digests.of_mapping(asked),
        "package": programme.package,
        "shipped": programme.shipped,
        "lock": programme.lock,
        **state,
    }
