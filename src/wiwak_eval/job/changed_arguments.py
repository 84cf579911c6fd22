"""Which arguments of a notebook changed since it ran last, a German line each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.german import day
from wiwak_eval.study.behind import Argument

Behind = Mapping[str, Argument]


@dataclass(frozen=True)
class Change:
    """A changed argument. id, since: of an assumption and the first day (ISO) it was read for, empty for others; words: what changed."""

    label: str
    id: str
    since: str
    words: str

    @property
    def line(self) -> str:
        """For people."""
        where = f" ({self.id}, ab {day(date.fromisoformat(self.since))})" if self.since else ""
        return f"{self.label}{where}{self.words}"


def changed_arguments(before: Behind, now: Behind) -> tuple[Change, ...]:
    """One for each argument; of an assumption read for many days, one for each change of value."""
    return merged(_changes(before, now))


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Equal changes on several days are one, from the first of them on."""
    first: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        key = (change.label, change.id, change.words)
        if key not in first or change.since < first[key].since:
            first[key] = change
    return tuple(first.values())


def _changes(before: Behind, now: Behind) -> Iterator[Change]:
    for name in (*now, *(name for name in before if name not in now)):
        was, is_now = before.get(name), now.get(name)
        if was is None or is_now is None or was.digest != is_now.digest:
            id, _, on = name.partition("@")
            label, words = _change(was, is_now)
            yield Change(label, id if on else "", on, words)


def _change(was: Argument | None, is_now: Argument | None) -> tuple[str, str]:
    """The argument's label, and what became of it."""
    if is_now is None:
        return (was.label if was is not None else ""), ": nicht mehr gelesen"
    if was is None:
        return is_now.label, ": neu gelesen"
    return is_now.label, f": {was.value} → {is_now.value}" if was.value != is_now.value else " geändert"
