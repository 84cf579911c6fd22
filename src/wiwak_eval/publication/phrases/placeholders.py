"""What a template asks for: `{id:form|word|word}`."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

COMPARISONS = frozenset({"vergleich", "richtung"})
"""A finding against another or a number, and against zero; each chooses one of three words."""


@dataclass(frozen=True)
class Placeholder:
    """One place in a template. id: finding; form: how it is said; words: what the form chooses from."""

    id: str
    form: str
    words: tuple[str, ...]

    @property
    def compares(self) -> bool:
        """Whether it becomes a word that two numbers decide."""
        return self.form.removesuffix("_rund") in COMPARISONS

    @property
    def rounding(self) -> str:
        """The form of the numbers that decide or are counted."""
        return "rund" if self.form.endswith("_rund") else "exakt"

    @property
    def other(self) -> str | float:
        """What the finding is held against: the id of another finding, or a number. Raises ValueError where nothing is named."""
        if self.form.startswith("richtung"):
            return 0
        if not self.words or not self.words[0]:
            raise ValueError(f"finding {self.id}: {self.form} needs what to compare with")
        return self.words[0] if self.words[0][0].isalpha() else float(self.words[0])

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the findings it needs."""
        return (self.id, self.other) if self.compares and isinstance(self.other, str) else (self.id,)


def pieces(template: str) -> Iterator[str | Placeholder]:
    """Words and placeholders in their order."""
    for literal, name, spec, _ in Formatter().parse(template):
        if literal:
            yield literal
        if name is not None:
            form, *words = (spec or "exakt").split("|")
            yield Placeholder(name, form, tuple(words))


def placeholders(template: str) -> tuple[Placeholder, ...]:
    """The placeholders alone."""
    return tuple(piece for piece in pieces(template) if isinstance(piece, Placeholder))


def ids_of(template: str) -> tuple[str, ...]:
    """Ids of all findings that a template needs, each once."""
    return tuple(dict.fromkeys(id for place in placeholders(template) for id in place.ids))
