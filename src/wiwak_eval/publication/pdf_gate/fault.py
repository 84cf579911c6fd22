"""What the gate finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wiwak_eval.publication.pdf_gate.paper import Paper


@dataclass(frozen=True)
class Fault:
    """Something wrong. place: where in the file, in German; words: a German sentence without a full stop."""

    place: str
    words: str


@dataclass(frozen=True)
class Rule:
    """Something that the gate looks at. name: stable id; words: what it asks for, in German; faults: where a paper breaks it."""

    name: str
    words: str
    faults: Callable[[Paper], Iterator[Fault]]


WHOLE = "ganze Datei"


def on_page(page: int | None) -> str:
    """A place on a page, counted from 1. page: None where no page is named."""
    return WHOLE if page is None else f"Seite {page}"
