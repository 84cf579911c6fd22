"""Values that became known, listed as a reader wants them: a pay table is one line, a public series is one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from wiwak_eval import german
from wiwak_eval.study.knowledge.values import NewValue


@dataclass(frozen=True)
class Item:
    """One line of the list. values: one, or all of a pay table or a series, oldest first."""

    values: tuple[NewValue, ...]

    @property
    def is_series(self) -> bool:
        """Whether these are months or years of a public series."""
        return self.values[0].series

    @property
    def label(self) -> str:
        """What it is: a single value with its first day and its id, else how many values there are."""
        first = self.values[0]
        if first.table or first.series:
            return f"{first.item} ({_many(self)})"
        return f"{first.label}, ab {german.day(first.valid_from)} ({first.id})"

    @property
    def change(self) -> str:
        """Before and after, for which days, and since when it is known."""
        first, last = self.values[0], self.values[-1]
        since = sorted({value.known_since for value in self.values})
        known = f"bekannt seit {german.day(since[0])}" + (f" bis {german.day(since[-1])}" if len(since) > 1 else "")
        if len(self.values) == 1:
            return f"{first.before} → {first.after}; {known}"
        days = (
            f"gilt ab {german.day(first.valid_from)}"
            if first.table
            else f"{german.day(first.valid_from)} bis {german.day(last.valid_from)}"
        )
        return f"{days}, {known}"


def items_of(values: Iterable[NewValue]) -> tuple[Item, ...]:
    """The values in the order they came, those of one pay table or series together."""
    groups: dict[tuple[str, ...], list[NewValue]] = {}
    for value in values:
        place = (value.item, str(value.valid_from)) if value.table else (value.item,) if value.series else (value.key,)
        groups.setdefault(place, []).append(value)
    return tuple(Item(tuple(group)) for group in groups.values())


def _many(item: Item) -> str:
    return "1 Wert" if len(item.values) == 1 else f"{len(item.values)} Werte"
