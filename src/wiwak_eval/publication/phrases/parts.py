"""Pieces of a text: a sentence, a choice of sentences, a list within a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wiwak_eval.publication.phrases.conditions import When
from wiwak_eval.publication.phrases.placeholders import ids_of
from wiwak_eval.publication.phrases.years import for_years


@dataclass(frozen=True)
class Option:
    """A sentence and all the conditions under which it is true; none: it is true where no option before it is."""

    sentence: str
    when: tuple[When, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Sentences of which the first true one stands.

    otherwise: the sentence where a deciding number is not known or hidden; none, and none of the options stands.
    """

    options: tuple[Option, ...]
    otherwise: str = ""

    @property
    def deciding(self) -> tuple[str, ...]:
        """Ids of the findings that decide, each once."""
        return _deciding(self.options)


@dataclass(frozen=True)
class Listing:
    """A sentence with a list: `before`, all items whose conditions are met, `after`. none: the sentence where no item is."""

    before: str
    items: tuple[Option, ...]
    after: str
    none: str = ""

    @property
    def deciding(self) -> tuple[str, ...]:
        """Ids of the findings that decide, each once."""
        return _deciding(self.items)


Said = str | Choice | Listing


def templates_in(part: Said) -> tuple[str, ...]:
    """Every template that the part can become, lists with all their items."""
    match part:
        case Choice(options, otherwise):
            return tuple(filter(None, (*(option.sentence for option in options), otherwise)))
        case Listing(before, items, after, none):
            return tuple(filter(None, (listed(before, [item.sentence for item in items], after), none)))
        case str():
            return (part,)


def ids_in(part: Said) -> tuple[str, ...]:
    """Ids of all findings that the part may name or rest on, each once."""
    deciding = () if isinstance(part, str) else part.deciding
    return tuple(dict.fromkeys((*(id for template in templates_in(part) for id in ids_of(template)), *deciding)))


def dated(part: Said, years: tuple[int, int]) -> Said:
    """The part with `Y1` and `Y2` replaced by the two budget years."""
    match part:
        case Choice(options, otherwise):
            return Choice(_dated(options, years), for_years(otherwise, years))
        case Listing(before, items, after, none):
            return Listing(for_years(before, years), _dated(items, years), for_years(after, years), for_years(none, years))
        case str():
            return for_years(part, years)


def listed(before: str, items: Sequence[str], after: str) -> str:
    """`before` a, b und c `after`."""
    return f"{before}{joined(items)}{after}"


def joined(items: Sequence[str]) -> str:
    """Items as German lists them: „a“, „a und b“, „a, b und c“."""
    return " und ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def _dated(options: Sequence[Option], years: tuple[int, int]) -> tuple[Option, ...]:
    return tuple(replace(one, sentence=for_years(one.sentence, years), when=tuple(when.of(years) for when in one.when)) for one in options)


def _deciding(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for option in options for when in option.when for id in when.named))
