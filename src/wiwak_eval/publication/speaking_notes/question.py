"""What a question of the council looks like: who asks it, what is answered, and which sentence stands when."""

from dataclasses import dataclass
from enum import StrEnum

from wiwak_eval.publication.phrases import Choice, Listing, Option, When

__all__ = [
    "EVERYONE",
    "Choice",
    "FromTable",
    "IfSimulated",
    "Listing",
    "Option",
    "Part",
    "Question",
    "Refusal",
    "Side",
    "Verdict",
    "When",
]


class Side(StrEnum):
    """Those who ask. A question has one answer, whoever asks it."""

    CONTINUE = "wer fortführen will"
    DOUBT = "wer zweifelt"
    BUDGET = "Kämmerei"
    LAND = "Land"


EVERYONE = tuple(Side)


@dataclass(frozen=True)
class Verdict:
    """What the check of claims says of the claim with this letter."""

    claim: str


@dataclass(frozen=True)
class IfSimulated:
    """One sentence for simulated records, another for real ones."""

    simulated: str
    real: str


@dataclass(frozen=True)
class FromTable:
    """`there` where the table with this id was made, else the sentence that stands in its place."""

    table: str
    there: str


Part = str | Choice | Listing | Verdict | IfSimulated | FromTable


@dataclass(frozen=True)
class Refusal:
    """What these data cannot answer, and what would be needed; whole: the question as such, not only a part of it."""

    reason: str
    needed: str
    whole: bool = True


@dataclass(frozen=True)
class Question:
    """id: stable name; sides: who would ask; words: the question in German; answer: its parts in order; tables: ids to look into."""

    id: str
    sides: tuple[Side, ...]
    words: str
    answer: tuple[Part, ...]
    refusal: Refusal | None = None
    tables: tuple[str, ...] = ()
